package dev.parallax.engine.spark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * How Spark is started. What is not said here is Spark's own configuration: spark-submit's, or the
 * defaults file.
 *
 * @param master the master URL, if given
 * @param defaultsFile a file of defaults in the form of {@code spark-defaults.conf}, if any
 * @param propertiesFile a file of the same form whose settings win over all others but the master
 *     URL, if any
 * @param jars jars with the user's classes, for the executors
 * @param eventLog a folder for Spark's event log, if wanted
 * @param ui whether the web UI is started
 * @param name what the application is called, unless spark-submit says
 */
public record SparkSettings(
    Optional<String> master,
    Optional<Path> defaultsFile,
    Optional<Path> propertiesFile,
    List<Path> jars,
    Optional<Path> eventLog,
    boolean ui,
    String name) {

  /** What an application is called that says nothing of itself. */
  public static final String NAME = "Parallax";

  private static final int LONGEST_NAME = 100;

  private static final String MASTER = "spark.master";

  /** Checks the master URL. */
  public SparkSettings {
    jars = List.copyOf(jars);
    master.ifPresent(MasterUrl::new);
  }

  /** Spark's own configuration, else {@code local[*]}; no web UI. */
  public static SparkSettings ofSpark() {
    Optional<Path> no = Optional.empty();
    return new SparkSettings(Optional.empty(), no, no, List.of(), no, false, NAME);
  }

  /** These settings with a master URL. */
  public SparkSettings withMaster(String url) {
    return new SparkSettings(
        Optional.of(url), defaultsFile, propertiesFile, jars, eventLog, ui, name);
  }

  /** These settings with a file of more, which win over all others but the master URL. */
  public SparkSettings withPropertiesFile(Path file) {
    return new SparkSettings(master, defaultsFile, Optional.of(file), jars, eventLog, ui, name);
  }

  /** These settings for an application that is called so, as far as its first line goes. */
  public SparkSettings withName(String text) {
    return new SparkSettings(
        master, defaultsFile, propertiesFile, jars, eventLog, ui, shortened(text));
  }

  private static String shortened(String text) {
    String line = text.lines().findFirst().orElse(NAME);
    return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 3) + "...";
  }

  /**
   * The master that will be used, found without loading Spark.
   *
   * @throws IllegalArgumentException if it is none, or none that this Spark can reach
   */
  public String effectiveMaster() {
    MasterUrl url = url();
    url.checkReachable();
    return url.text();
  }

  /**
   * Whether Spark will run within this process.
   *
   * @throws IllegalArgumentException if the master that will be used is none
   */
  public boolean isLocal() {
    return url().isLocal();
  }

  MasterUrl url() {
    return new MasterUrl(namedMaster().orElse("local[*]").strip());
  }

  private Optional<String> namedMaster() {
    return master
        .or(() -> Optional.ofNullable(properties().getProperty(MASTER)))
        .or(() -> Optional.ofNullable(System.getProperty(MASTER)))
        .or(() -> Optional.ofNullable(defaults().getProperty(MASTER)));
  }

  /**
   * Whether anybody has asked for Spark: by a master, here or in Spark's own configuration, by its
   * parallelism, or by what Spark alone has, such as its web UI.
   */
  public boolean isAskedFor() {
    return namedMaster().isPresent()
        || propertiesFile.isPresent()
        || eventLog.isPresent()
        || ui
        || knownParallelism().isEmpty();
  }

  /** How many cores a local master has; 1 where only the cluster knows. */
  public static int cores(String master) {
    return new MasterUrl(master).cores();
  }

  /**
   * How many slices Spark will work on at a time, where that is known before it starts: on a local
   * master, if nothing else is set.
   */
  OptionalInt knownParallelism() {
    boolean set =
        Stream.of(properties(), System.getProperties(), defaults())
            .anyMatch(p -> p.containsKey("spark.default.parallelism"));
    return isLocal() && !set ? OptionalInt.of(url().cores()) : OptionalInt.empty();
  }

  /** The settings that are for Hadoop's file systems, by Spark's names for them. */
  public Map<String, String> hadoop() {
    Map<String, String> all = new HashMap<>();
    for (Properties some : List.of(defaults(), properties())) { // the latter win
      some.stringPropertyNames().stream()
          .filter(name -> name.startsWith("spark.hadoop."))
          .forEach(name -> all.put(name, some.getProperty(name)));
    }
    return all;
  }

  Properties defaults() {
    return read(defaultsFile);
  }

  Properties properties() {
    return read(propertiesFile);
  }

  private static Properties read(Optional<Path> file) {
    Properties properties = new Properties();
    if (file.isPresent()) {
      try (Reader reader = Files.newBufferedReader(file.get())) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new IllegalArgumentException(
            file.get() + ": is not a file of Spark's settings: " + e.getMessage(), e);
      }
    }
    return properties;
  }
}
