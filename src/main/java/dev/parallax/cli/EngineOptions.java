package dev.parallax.cli;

import dev.parallax.engine.Engine;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say what Spark runs on. */
final class EngineOptions {
  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark master (default: Spark's configuration, or local[*]).")
  String master;

  @Option(
      names = "--jars",
      paramLabel = "JAR,...",
      hideParamSyntax = true,
      split = ",",
      description = "Jars with your own models, functions and statistics.")
  List<Path> jars = List.of();

  @Option(names = "--ui", description = "Start Spark's web UI.")
  boolean ui;

  /**
   * Checks the master and puts the jars within reach.
   *
   * @throws IllegalArgumentException if an option is wrong
   */
  void check() {
    spark().effectiveMaster();
    UserJars.use(jars);
  }

  Engine open() {
    return SparkEngine.open(spark());
  }

  /** How many cores a local master has; 1 where only the cluster knows. */
  int likelyParallelism() {
    return SparkSettings.cores(spark().effectiveMaster());
  }

  private SparkSettings spark() {
    return new SparkSettings(Optional.ofNullable(master), defaultsFile(), jars, ui);
  }

  /** The launcher says where the configuration lies; spark-submit reads its own. */
  private static Optional<Path> defaultsFile() {
    return Optional.ofNullable(System.getProperty("parallax.conf"))
        .map(Path::of)
        .filter(Files::isRegularFile);
  }
}
