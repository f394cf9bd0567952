package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The Ishigami function sin x1 + a sin^2 x2 + b x3^4 sin x1 with a = 7, b = 0.1, whose indices
 * follow by hand (Ishigami and Homma 1990, doi:10.1109/ISUMA.1990.151285).
 */
class IshigamiTest {
  private static final Pattern INDICES =
      Pattern.compile(
          "\"(x\\d)\":\\{\"first_order\":([^,]*),\"first_order_se\":([^,]*),"
              + "\"total\":([^,]*),\"total_se\":([^}]*)}");

  @Test
  void theJobRecoversTheIndicesWithinTheirErrors() {
    double pi4 = Math.pow(Math.PI, 4);
    double first = 0.5 * Math.pow(1 + 0.1 * pi4 / 5, 2);
    double second = 49.0 / 8;
    double shared = 0.01 * pi4 * pi4 * (1.0 / 18 - 1.0 / 50);
    double all = first + second + shared;
    double[] firsts = {first / all, second / all, 0};
    double[] totals = {(first + shared) / all, second / all, shared / all};
    CommandRun run = CommandRun.of("@jobs/ishigami.job --serial --json");
    assertEquals("", run.err());
    Matcher found = INDICES.matcher(run.out());
    for (int p = 0; p < 3; p++) {
      assertTrue(found.find(), run.out());
      assertEquals("x" + (p + 1), found.group(1));
      check(firsts[p], found.group(2), found.group(3));
      check(totals[p], found.group(4), found.group(5));
    }
  }

  private static void check(double expected, String index, String error) {
    double se = Double.parseDouble(error);
    assertTrue(se > 0 && se < 0.012, error);
    assertEquals(expected, Double.parseDouble(index), 3 * se);
  }

  @Test
  void thePageShowsThemAndReplicationsAreAveraged() {
    String job =
        "sweep -p x=uniform:0:1 -p y=uniform:0:1 --design saltelli --samples 512 --scramble"
            + " --serial --replications ";
    CommandRun once = CommandRun.of(job + "1 --expression x+2*y");
    String narrow = once.out().replaceAll(" +", " ");
    assertTrue(narrow.contains("value by y first-order index 0.8"), once.out());
    CommandRun thrice = CommandRun.of(job + "3 --expression x+2*y");
    String line =
        once.out().lines().filter(l -> l.contains("value by x")).findFirst().orElseThrow();
    assertEquals(
        line.replaceAll(" +", " "),
        thrice
            .out()
            .lines()
            .filter(l -> l.contains("value by x"))
            .findFirst()
            .orElseThrow()
            .replaceAll(" +", " "));
  }

  @Test
  void rowsThatLackAValueAreCounted() {
    CommandRun run =
        CommandRun.of(
            "sweep -p x=uniform:0:1 -p y=uniform:0:1 --design saltelli --samples 100 --scramble"
                + " --serial --expression sqrt(x-0.01)+y");
    assertTrue(run.out().contains("left out in which a point has no finite value"), run.out());
  }
}
