package dev.parallax.cli;

import dev.parallax.engine.Engine;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import dev.parallax.storage.remote.RemoteFiles;
import dev.parallax.table.InputFile;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say what Spark runs on. */
final class EngineOptions {
  /** Below this heap Spark refuses to start; its own figure. */
  private static final long LEAST_MEGABYTES = 450;

  @Affects(Effect.EXECUTION)
  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark master (default: Spark's configuration, or local[*]).")
  String master;

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
      description = "Spark settings, such as a cluster's secret, as in spark-defaults.conf.")
  Path properties;

  @Affects(Effect.EXECUTION)
  @Option(
      names = "--event-log",
      paramLabel = "DIR",
      description = "Write Spark's event log there, for its history server.")
  Path eventLog;

  @Affects(Effect.EXECUTION)
  @Option(names = "--ui", description = "Start Spark's web UI.")
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
    RemoteFiles.use(spark().hadoop());
    if (eventLog != null) {
      checkFolder(eventLog);
    }
    UserJars.use(jars);
  }

  /**
   * Checks that Spark can run on the master that is meant.
   *
   * @throws IllegalArgumentException if it cannot
   */
  void checkMaster() {
    spark().effectiveMaster();
  }

  /** Whether Spark's executors run on other machines. */
  boolean isOnCluster() {
    return !spark().isLocal();
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
   * Checks that Spark will start with the memory there is, which it needs whatever the job.
   *
   * @throws IllegalArgumentException if it will not
   */
  void checkMemory() {
    long megabytes = Runtime.getRuntime().maxMemory() >> 20;
    if (megabytes < LEAST_MEGABYTES) {
      throw new IllegalArgumentException(
          "Spark needs "
              + LEAST_MEGABYTES
              + " MB, and Java has "
              + megabytes
              + ": give it -Xmx512m or more, or run --serial");
    }
  }

  Engine open() {
    return SparkEngine.starting(spark());
  }

  /** How many cores a local master has; 1 where only the cluster knows. */
  int likelyParallelism() {
    return SparkSettings.cores(spark().effectiveMaster());
  }

  private SparkSettings spark() {
    return new SparkSettings(
        Optional.ofNullable(master),
        defaultsFile(),
        Optional.ofNullable(properties),
        jars,
        Optional.ofNullable(eventLog),
        ui);
  }

  /** The launcher says where the configuration lies; spark-submit reads its own. */
  private static Optional<Path> defaultsFile() {
    return Optional.ofNullable(System.getProperty("parallax.conf"))
        .map(Path::of)
        .filter(Files::isRegularFile);
  }
}
