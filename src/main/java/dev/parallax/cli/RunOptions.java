package dev.parallax.cli;

import dev.parallax.cli.process.Ending;
import dev.parallax.engine.Engine;
import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.block.Block;
import dev.parallax.findings.Findings;
import dev.parallax.report.Page;
import dev.parallax.report.RunFolder;
import dev.parallax.run.Progress;
import dev.parallax.run.Run;
import dev.parallax.table.TableFormat;
import dev.parallax.table.text.CsvText;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import dev.parallax.workload.Job;
import dev.parallax.workload.RunSettings;
import dev.parallax.workload.Topic;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that mean the same in every command. */
@Topic(Topic.Heading.RESULTS)
final class RunOptions {
  /** The driver holds a slice's description, and each costs half a millisecond. */
  private static final int MOST_SLICES = 1 << 20;

  /** If so many items, the first of all, fail alike, the others are not tried. */
  private static final int FIRST_ITEMS = 16;

  @Topic(Topic.Heading.OTHER)
  @Affects(Effect.NUMBERS)
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of all random numbers (default: ${DEFAULT-VALUE}).")
  long seed;

  @Mixin EngineOptions engine;

  @Topic(Topic.Heading.ENGINE)
  @Affects(Effect.EXECUTION)
  @Option(names = "--serial", description = "Run on one core, one item after another.")
  boolean serial;

  @Topic(Topic.Heading.ENGINE)
  @Affects(Effect.EXECUTION)
  @Option(
      names = "--slices",
      paramLabel = "N",
      description = "Number of slices (default: by a timed pilot).")
  Integer slices;

  @Topic(Topic.Heading.CHECKS)
  @Affects(Effect.EXECUTION)
  @Option(
      names = "--compare-serial",
      description = "Run serially too, and report speed-up and efficiency.")
  boolean compareSerial;

  @Affects(Effect.EXECUTION)
  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Write the results to this folder. An interrupted run can continue there.")
  Path output;

  @Affects(Effect.EXECUTION)
  @Option(
      names = "--resume",
      description = "Continue the run in DIR, or extend it if it is finished.")
  boolean resume;

  @Affects(Effect.EXECUTION)
  @Option(
      names = "--retry-failed",
      description = "Compute the failed items of the run in DIR again.")
  boolean retryFailed;

  @Topic(Topic.Heading.FAILURES)
  @Affects(Effect.STOPPING)
  @Option(names = "--fail-fast", description = "Stop at the first item that fails.")
  boolean failFast;

  @Topic(Topic.Heading.FAILURES)
  @Affects(Effect.STOPPING)
  @Option(
      names = "--max-failures",
      paramLabel = "N",
      description = "Stop when more than N items have failed (default: never).")
  Long maxFailures;

  @Topic(Topic.Heading.FAILURES)
  @Affects(Effect.STOPPING)
  @Option(names = "--keep-going", description = "Continue even if the first 16 items fail alike.")
  boolean keepGoing;

  @Topic(Topic.Heading.FAILURES)
  @Affects(Effect.FAILING_ITEMS)
  @Option(
      names = "--item-timeout",
      paramLabel = "TIME",
      description =
          "Stop an item that takes longer, and count it as failed: 500ms, 30s, 5m "
              + "(default: no limit).")
  String itemTimeout;

  @Topic(Topic.Heading.CHECKS)
  @Affects(Effect.EXECUTION)
  @Option(
      names = "--verify",
      paramLabel = "K",
      description = "Compute K of the items again, serially, and compare them bit for bit.")
  Integer verify;

  @Affects(Effect.EXECUTION)
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "ecsv",
      description = "Format of the table: ecsv, csv, votable or fits (default: ${DEFAULT-VALUE}).")
  String format;

  @Affects(Effect.EXECUTION)
  @Option(
      names = "--csv-safe",
      description =
          "In CSV, put an apostrophe before texts that spreadsheets would take for " + "formulas.")
  boolean csvSafe;

  @Affects(Effect.EXECUTION)
  @Option(
      names = "--report",
      description = "Write DIR/report.html: results, pictures, cost and failures on one page.")
  boolean report;

  @Affects(Effect.EXECUTION)
  @Option(names = "--json", description = "Print the summary as one line of JSON.")
  boolean json;

  @Affects(Effect.EXECUTION)
  @Option(names = "--quiet", description = "Print no summary and no progress.")
  boolean quiet;

  @Affects(Effect.EXECUTION)
  @Option(
      names = "--known-as",
      paramLabel = "FILE=NAME",
      hidden = true,
      description =
          "What is kept of the job calls FILE so: the Python package, whose files are made anew for"
              + " each process, says by NAME what is in them.")
  Map<String, String> known = Map.of();

  @Topic(Topic.Heading.CHECKS)
  @Affects(Effect.EXECUTION)
  @Option(names = "--dry-run", description = "Print what would be done, and compute nothing.")
  boolean dryRun;

  /** A session, to which a job tells what others print. */
  interface Host {
    /** Whether its engine's workers are other machines. */
    boolean isOnCluster();

    /** Its engine, for one job. */
    Engine engine();

    /** Has an engine cancelled if the job is; the same engine. */
    Engine cancels(Engine engine);

    /** A job begins; where its progress is told. */
    Progress begun(Job job);

    /**
     * A job is done.
     *
     * @param file what is written of the job
     */
    void ended(Job job, Run run, Findings findings, Page page, Supplier<RunFolder.JobText> file);
  }

  /** The session that the command is run in, if it is. */
  private Optional<Host> host = Optional.empty();

  /**
   * Has the job run on a session's engine.
   *
   * @throws IllegalArgumentException if another one is asked for
   */
  void in(Host session) {
    if (engine.isGiven()) {
      throw new IllegalArgumentException(
          "what jobs run on is chosen for a whole session, not by the options of one of its jobs");
    }
    host = Optional.of(session);
  }

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
    checkFolder();
    checkFailures();
    if (serial && engine.master != null) {
      throw new IllegalArgumentException("--serial and --master exclude each other");
    }
    if (serial && compareSerial) {
      throw new IllegalArgumentException("--serial and --compare-serial exclude each other");
    }
    tableFormat();
    engine.check();
    if (!serial && host.isEmpty()) {
      engine.checkMaster();
    }
    if (!serial && !dryRun && host.isEmpty()) {
      engine.checkMemory(false);
    }
  }

  private void checkFolder() {
    if (output != null && output.toString().isBlank()) {
      throw new IllegalArgumentException("--output is empty: give -o DIR");
    }
    if (output != null && !output.isAbsolute() && Ending.isOnCluster()) {
      throw new IllegalArgumentException(
          "--output "
              + output
              + " would be a folder of the driver's, which the cluster deletes: give an address"
              + " such as hdfs:///DIR, or the absolute path of a disk that is shared");
    }
    if (output == null && (resume || retryFailed || report)) {
      String name = resume ? "--resume" : report ? "--report" : "--retry-failed";
      throw new IllegalArgumentException(name + " needs a folder: give -o DIR");
    }
  }

  private void checkFailures() {
    if (failFast && maxFailures != null) {
      throw new IllegalArgumentException("--fail-fast and --max-failures exclude each other");
    }
    if (keepGoing && (failFast || maxFailures != null)) {
      String other = failFast ? "--fail-fast" : "--max-failures";
      throw new IllegalArgumentException("--keep-going and " + other + " exclude each other");
    }
    if (maxFailures != null && maxFailures < 0) {
      throw new IllegalArgumentException("--max-failures must be 0 or more, not " + maxFailures);
    }
    if (verify != null && (verify < 1 || verify > Block.MAX_SIZE)) {
      throw new IllegalArgumentException(
          "--verify must be within 1 .. " + Block.MAX_SIZE + ", not " + verify);
    }
    timeLimit();
  }

  /** What the description of a job may depend on. */
  RunSettings settings() {
    OptionalInt wanted = slices == null ? OptionalInt.empty() : OptionalInt.of(slices);
    return new RunSettings(seed, wanted, timeLimit(), isOnCluster());
  }

  /** What each item is allowed. */
  ItemLimits timeLimit() {
    return itemTimeout == null
        ? ItemLimits.NONE
        : ItemLimits.NONE.withTimeout(TimeText.parse("--item-timeout", itemTimeout));
  }

  /** What each item, and the run, is allowed. */
  ItemLimits limits() {
    if (failFast) {
      return timeLimit().withFailures(0);
    }
    if (maxFailures != null) {
      return timeLimit().withFailures(maxFailures);
    }
    return keepGoing ? timeLimit() : timeLimit().withFirst(FIRST_ITEMS);
  }

  TableFormat tableFormat() {
    return TableFormat.parse(format);
  }

  CsvText csvText() {
    return new CsvText(csvSafe);
  }

  Engine open(String name) {
    return serial
        ? new SequentialEngine()
        : host.map(Host::engine).orElseGet(() -> engine.open(name));
  }

  private boolean isOnCluster() {
    return !serial && host.map(Host::isOnCluster).orElseGet(engine::isOnCluster);
  }

  /** How many blocks will run at a time, as far as that is known without starting Spark. */
  int likelyParallelism() {
    return serial ? 1 : engine.likelyParallelism();
  }

  /** Reads a duration such as {@code 500ms}, {@code 30s}, {@code 5m} or {@code 1.5h}. */
  private static final class TimeText {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");
    private static final Map<String, Integer> MILLIS =
        Map.of("ms", 1, "s", 1000, "m", 60_000, "h", 3_600_000);

    private TimeText() {}

    /**
     * The duration that a text says.
     *
     * @param option the option that it is the value of
     * @throws IllegalArgumentException if it is none, or less than a millisecond
     */
    static Duration parse(String option, String text) {
      Matcher matcher = FORM.matcher(text.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            option + " is a time such as 500ms, 30s, 5m or 2h, not '" + text + "'");
      }
      BigDecimal unit = BigDecimal.valueOf(MILLIS.get(matcher.group(2)));
      Duration time =
          Duration.ofMillis(new BigDecimal(matcher.group(1)).multiply(unit).longValue());
      if (time.isZero()) {
        throw new IllegalArgumentException(option + " must be 1ms or more, not '" + text + "'");
      }
      return time;
    }
  }
}
