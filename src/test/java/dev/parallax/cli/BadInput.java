package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import org.apache.spark.SparkEnv;

/** What the program owes a user whose input is wrong. */
final class BadInput {
  private BadInput() {}

  /** Status 2, one line on standard error, nothing on standard output, and no Spark. */
  static void check(CommandRun run, String line, String expected) {
    assertAll(
        line,
        () -> assertEquals("parallax: " + expected + System.lineSeparator(), run.err()),
        () -> assertEquals(ExitStatus.WRONG_INPUT, run.status()),
        () -> assertEquals("", run.out()),
        () -> assertTrue(SparkEnv.get() == null, "Spark was started"));
  }
}
