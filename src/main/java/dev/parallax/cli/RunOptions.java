package dev.parallax.cli;

import dev.parallax.engine.Engine;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.table.TableFormat;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that mean the same in every command. */
final class RunOptions {
  /** Options that say how a job runs; the numbers do not depend on them. */
  static final Set<String> HOW =
      Set.of(
          "--master",
          "--properties-file",
          "--event-log",
          "--serial",
          "--slices",
          "--compare-serial",
          "--output",
          "--format",
          "--json",
          "--quiet",
          "--dry-run",
          "--ui");

  /** The driver holds a slice's description, and each costs half a millisecond. */
  private static final int MOST_SLICES = 1 << 20;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What all randomness comes from (default: ${DEFAULT-VALUE}).")
  long seed;

  @Mixin EngineOptions engine;

  @Option(names = "--serial", description = "Run without Spark, one item after another.")
  boolean serial;

  @Option(
      names = "--slices",
      paramLabel = "N",
      description = "How many slices (default: by a timed pilot).")
  Integer slices;

  @Option(
      names = "--compare-serial",
      description = "Run serially as well; report speed-up and efficiency.")
  boolean compareSerial;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder for results and run.job; resumes what was begun there.")
  Path output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "ecsv",
      description = "Table format: ecsv, csv, votable or fits (default: ${DEFAULT-VALUE}).")
  String format;

  @Option(names = "--json", description = "Print the summary as one line of JSON.")
  boolean json;

  @Option(names = "--quiet", description = "Print no summary and no progress.")
  boolean quiet;

  @Option(names = "--dry-run", description = "Say what would be done, and compute nothing.")
  boolean dryRun;

  /**
   * Checks what can be checked before anything is computed.
   *
   * @throws IllegalArgumentException if an option is wrong
   */
  void check() {
    if (slices != null && slices < 1) {
      throw new IllegalArgumentException("--slices must be 1 or more, not " + slices);
    }
    if (slices != null && slices > MOST_SLICES) {
      throw new IllegalArgumentException(
          "--slices must be at most " + MOST_SLICES + ", not " + slices);
    }
    if (output != null && output.toString().isBlank()) {
      throw new IllegalArgumentException("--output is empty: give -o DIR");
    }
    if (serial && engine.master != null) {
      throw new IllegalArgumentException("--serial and --master exclude each other");
    }
    if (serial && compareSerial) {
      throw new IllegalArgumentException("--serial and --compare-serial exclude each other");
    }
    tableFormat();
    engine.check();
  }

  TableFormat tableFormat() {
    return TableFormat.parse(format);
  }

  Engine open() {
    return serial ? new SequentialEngine() : engine.open();
  }

  /** How many blocks will run at a time, as far as that is known without starting Spark. */
  int likelyParallelism() {
    return serial ? 1 : engine.likelyParallelism();
  }
}
