package dev.parallax.cli;

import dev.parallax.engine.ChoosingEngine;
import dev.parallax.engine.Engine;
import dev.parallax.engine.ThreadEngine;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import dev.parallax.storage.remote.RemoteFiles;
import dev.parallax.table.InputFile;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import dev.parallax.workload.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say what a job runs on: threads of this process, or Spark. */
@Topic(Topic.Heading.ENGINE)
final class EngineOptions {
  /** Below this heap Spark refuses to start; its own figure. */
  private static final long LEAST_MEGABYTES = 450;

  @Affects(Effect.EXECUTION)
  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Where to run: threads[N], or a Spark master such as local[*] or "
              + "spark://HOST:7077 (default: as Spark is configured, else all cores of this "
              + "machine, by threads or by Spark, whichever is forecast to be faster).")
  String master;

  @Topic(Topic.Heading.OTHER)
  @Affects(Effect.NUMBERS)
  @Option(
      names = {"--jar", "--jars"},
      paramLabel = "JAR,...",
      hideParamSyntax = true,
      split = ",",
      description = "Jars with your own models, functions and statistics.")
  List<Path> jars = List.of();

  @Affects(Effect.EXECUTION)
  @Option(
      names = "--properties-file",
      paramLabel = "FILE",
      description =
          "Read Spark settings, such as a cluster's secret, from a file like "
              + "spark-defaults.conf.")
  Path properties;

  @Affects(Effect.EXECUTION)
  @Option(
      names = "--event-log",
      paramLabel = "DIR",
      description = "Write Spark's event log to this folder, for its history server.")
  Path eventLog;

  @Affects(Effect.EXECUTION)
  @Option(names = "--ui", description = "Start Spark's web interface.")
  boolean ui;

  /**
   * Checks the files, and puts file systems and jars within reach.
   *
   * @throws IllegalArgumentException if an option is wrong
   */
  void check() {
    if (properties != null) {
      InputFile.check(properties);
    }
    RemoteFiles.use(spark(Optional.empty()).hadoop());
    if (eventLog != null) {
      checkFolder(eventLog);
    }
    UserJars.use(jars);
  }

  /**
   * Checks that there is an engine of the name, and that Spark can run on the master that is meant.
   *
   * @throws IllegalArgumentException if it cannot
   */
  void checkMaster() {
    if (threads().isEmpty()) {
      spark().effectiveMaster();
      return;
    }
    String given = ui ? "--ui" : eventLog != null ? "--event-log" : "--properties-file";
    if (ui || eventLog != null || properties != null) {
      throw new IllegalArgumentException(
          given + " is for Spark, and --master " + master + " runs without Spark");
    }
  }

  /** The threads that are asked for, if any are. */
  private Optional<ThreadEngine> threads() {
    return Optional.ofNullable(master).flatMap(ThreadEngine::named);
  }

  /** Whether Spark's executors run on other machines. */
  boolean isOnCluster() {
    return threads().isEmpty() && !spark().isLocal();
  }

  /** A folder that can be written, or can be made. */
  private static void checkFolder(Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw new IllegalArgumentException(there + ": is not a folder");
    }
    if (!Files.isWritable(there)) {
      throw new IllegalArgumentException(there + ": may not be written (permission denied)");
    }
  }

  /**
   * Checks that Spark, where it is asked for, will start with the memory there is, which it needs
   * whatever the job.
   *
   * @param always whether it is asked for unless threads are
   * @throws IllegalArgumentException if it will not
   */
  void checkMemory(boolean always) {
    if (hasSpark() && (always || spark().isAskedFor()) && isSmall()) {
      throw new IllegalArgumentException(
          "Spark needs "
              + LEAST_MEGABYTES
              + " MB, and Java has "
              + megabytes()
              + ": give it -Xmx512m or more, or run --master threads[*] or --serial");
    }
  }

  /** Whether Spark may be what runs the job. */
  boolean hasSpark() {
    return threads().isEmpty();
  }

  private static boolean isSmall() {
    return megabytes() < LEAST_MEGABYTES;
  }

  private static long megabytes() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }

  /**
   * What is asked for, or else what the forecast says; threads where Spark could not start.
   *
   * @param name what Spark is to call it
   */
  Engine open(String name) {
    Optional<ThreadEngine> threads = threads();
    if (threads.isPresent()) {
      return threads.get();
    }
    SparkSettings spark = spark().withName(name);
    if (spark.isAskedFor()) {
      return SparkEngine.starting(spark);
    }
    return isSmall()
        ? ThreadEngine.ofAllCores()
        : new ChoosingEngine(
            ThreadEngine.ofAllCores(),
            () -> SparkEngine.starting(spark),
            SparkEngine.START_SECONDS);
  }

  /** Spark, as it is asked for, or on all cores. */
  Engine openSpark() {
    return SparkEngine.starting(spark());
  }

  /** Whether Spark is asked for. */
  boolean isSparkAskedFor() {
    return threads().isEmpty() && spark().isAskedFor();
  }

  /** Spark, as it is asked for, once it has started. */
  SparkEngine openSparkNow() {
    return SparkEngine.open(spark().withName("parallax session"));
  }

  /** Whether anything is said of what jobs run on. */
  boolean isGiven() {
    return master != null || properties != null || eventLog != null || ui;
  }

  /** The threads that are asked for, or as many as Spark's local master has cores. */
  ThreadEngine threadsBesideSpark() {
    return threads()
        .orElseGet(
            () ->
                isOnCluster()
                    ? ThreadEngine.ofAllCores()
                    : new ThreadEngine(Math.min(ThreadEngine.MOST, likelyParallelism())));
  }

  /** How many blocks will run at a time on this machine; 1 where only the cluster knows. */
  int likelyParallelism() {
    return threads()
        .map(ThreadEngine::parallelism)
        .orElseGet(() -> SparkSettings.cores(spark().effectiveMaster()));
  }

  private SparkSettings spark() {
    return spark(Optional.ofNullable(master));
  }

  private SparkSettings spark(Optional<String> url) {
    return new SparkSettings(
        url,
        defaultsFile(),
        Optional.ofNullable(properties),
        jars,
        Optional.ofNullable(eventLog),
        ui,
        SparkSettings.NAME);
  }

  /** The launcher says where the configuration lies; spark-submit reads its own. */
  private static Optional<Path> defaultsFile() {
    return Optional.ofNullable(System.getProperty("parallax.conf"))
        .map(Path::of)
        .filter(Files::isRegularFile);
  }
}
