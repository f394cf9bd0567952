package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However large the input that is wrong, the complaint is one line that can be read. */
class BoundedErrorTest {
  private static final int LONGEST = 2500;
  private static final String HUGE = "x".repeat(2_000_000);

  @TempDir private static Path folder;

  private static List<String> primes(String... more) {
    List<String> all =
        new ArrayList<>(List.of("map", "--array", "range:0:9", "--function", "is-prime"));
    all.addAll(List.of(more));
    return all;
  }

  static Stream<List<String>> wrong() throws IOException {
    Path job = Files.writeString(folder.resolve("huge.job"), "map --array " + HUGE);
    Path table = Files.writeString(folder.resolve("huge.csv"), HUGE + "\n1\n");
    Path numbers = Files.writeString(folder.resolve("huge.txt"), "1\n" + HUGE + "\n");
    Path settings = Files.writeString(folder.resolve("huge.conf"), "spark.master " + HUGE);
    return Stream.of(
        List.of(HUGE),
        List.of("@" + job),
        List.of("map", "--array", "range:0:9", "--function", HUGE),
        List.of("map", "--array", HUGE, "--function", "is-prime"),
        List.of("map", "--array", "file:" + numbers, "--function", "is-prime"),
        List.of("sweep", "-p", HUGE, "--model", "normal-sum"),
        List.of("sweep", "-p", "mu=" + HUGE, "-p", "sigma=1", "--model", "normal-sum"),
        List.of("bootstrap", table.toString(), "--statistic", "mean", "--column", "y"),
        primes("--" + HUGE),
        primes("--master", HUGE),
        primes("--seed", HUGE),
        primes("--properties-file", settings.toString()));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("wrong")
  void theComplaintIsShort(List<String> arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertEquals(ExitStatus.WRONG_INPUT, run.status());
    assertTrue(run.err().length() <= LONGEST, () -> run.err().length() + " characters");
    assertEquals(1, run.err().lines().count());
  }
}
