package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.statistic.Statistics;
import dev.parallax.workload.sweep.DesignKind;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is listed is all that there is, and can be given as it stands there. */
class ListCommandTest {
  private static List<String> names(String subject) {
    CommandRun run = CommandRun.of("list " + subject);
    assertEquals("", run.err());
    return run.out().lines().map(line -> line.replaceFirst(" .*", "")).toList();
  }

  @Test
  void listsEveryStatisticOnce() {
    List<String> listed = names("statistics");
    assertEquals(new TreeSet<>(Statistics.names()), new TreeSet<>(listed));
    assertEquals(Statistics.names().size(), listed.size());
  }

  @Test
  void listsEveryDesign() {
    assertEquals(DesignKind.names(kind -> true), names("designs"));
  }

  @Test
  void whatIsListedCanBeGiven() {
    for (String function : names("functions")) {
      assertDone("map --array range:0:3 --serial --function " + function);
    }
    for (String form : names("distributions")) {
      String distribution = form.replace(":a:b", ":1:2").replace(":m:s", ":1:2");
      assertDone("sweep --design uniform --samples 2 --serial --expression 1 -p x=" + distribution);
    }
    assertTrue(names("models").size() >= 2);
    for (String model : names("models")) {
      CommandRun run = CommandRun.of("sweep -p nothing=1 --model " + model);
      assertTrue(run.err().contains("parameter 'nothing'"), run.err());
    }
  }

  private static void assertDone(String line) {
    CommandRun run = CommandRun.of(line);
    assertEquals(0, run.status(), line + run.err());
  }
}
