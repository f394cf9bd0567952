package dev.parallax.engine.spark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/**
 * How Spark is started. What is not said here is Spark's own configuration: spark-submit's, or the
 * defaults file.
 *
 * @param master the master URL, if given
 * @param defaultsFile a file of defaults in the form of {@code spark-defaults.conf}, if any
 * @param jars jars with the user's classes, for the executors
 * @param ui whether the web UI is started
 */
public record SparkSettings(
    Optional<String> master, Optional<Path> defaultsFile, List<Path> jars, boolean ui) {

  private static final String MASTER = "spark.master";
  private static final String LAPTOP = "local[*]";
  private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[1-9]\\d*)(,[1-9]\\d*)?])?");
  private static final Pattern CLUSTER =
      Pattern.compile(
          "local-cluster\\[\\d+,\\d+,\\d+]|spark://[^:/]+:\\d+(,[^:/]+:\\d+)*|k8s://.+|yarn");

  /** Checks the master URL. */
  public SparkSettings {
    jars = List.copyOf(jars);
    master.ifPresent(SparkSettings::check);
  }

  /** Spark's own configuration, else {@code local[*]}; no web UI. */
  public static SparkSettings ofSpark() {
    return new SparkSettings(Optional.empty(), Optional.empty(), List.of(), false);
  }

  /** These settings with a master URL. */
  public SparkSettings withMaster(String url) {
    return new SparkSettings(Optional.of(url), defaultsFile, jars, ui);
  }

  private static void check(String url) {
    if (!LOCAL.matcher(url).matches() && !CLUSTER.matcher(url).matches()) {
      throw new IllegalArgumentException(
          "unknown master '"
              + url
              + "': use local, local[N], local[*], spark://HOST:PORT, yarn or k8s://URL");
    }
  }

  /**
   * The master that will be used, found without loading Spark.
   *
   * @throws IllegalArgumentException if it is none
   */
  public String effectiveMaster() {
    String effective =
        master
            .or(() -> Optional.ofNullable(System.getProperty(MASTER)))
            .orElseGet(() -> defaults().getProperty(MASTER, LAPTOP).strip());
    check(effective);
    return effective;
  }

  /** How many cores a local master has; 1 where only the cluster knows. */
  public static int cores(String master) {
    Matcher local = LOCAL.matcher(master);
    if (!local.matches() || local.group(2) == null) {
      return 1;
    }
    return local.group(2).equals("*")
        ? Runtime.getRuntime().availableProcessors()
        : Integer.parseInt(local.group(2));
  }

  SparkConf toConf() {
    SparkConf conf = new SparkConf().setAppName("Parallax");
    defaults().forEach((key, value) -> conf.setIfMissing((String) key, ((String) value).strip()));
    conf.setMaster(effectiveMaster());
    if (LOCAL.matcher(effectiveMaster()).matches()) {
      aloneOnThisMachine(conf);
    }
    conf.set("spark.ui.enabled", Boolean.toString(ui));
    conf.set("spark.ui.showConsoleProgress", "false");
    // Results are handed on slice by slice, so their sum is no danger to the driver.
    conf.setIfMissing("spark.driver.maxResultSize", "0");
    // Its search for what cannot be serialised needs --add-opens, and hides the exception instead.
    conf.setIfMissing("spark.serializer.extraDebugInfo", "false");
    // Else an executor exits when a user's code runs out of memory, in local mode with all of us;
    // the slice fails in any case, and then the message says which item it was.
    conf.setIfMissing("spark.executor.killOnFatalError.depth", "0");
    addJars(conf);
    return conf;
  }

  private static void aloneOnThisMachine(SparkConf conf) {
    // Nothing outside this machine needs to reach it, and Spark would pick an outside address.
    conf.setIfMissing("spark.driver.host", "127.0.0.1");
    conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    // A native library to unpack for connections that carry nothing, meters that nobody reads: a
    // tenth of a second at the start.
    conf.setIfMissing("spark.rpc.io.mode", "NIO");
    conf.setIfMissing("spark.shuffle.io.mode", "NIO");
    conf.setIfMissing("spark.metrics.executorMetricsSource.enabled", "false");
    conf.setIfMissing("spark.metrics.staticSources.enabled", "false");
  }

  /** The user's jars, and for a cluster the program's own, unless spark-submit has named it. */
  private void addJars(SparkConf conf) {
    List<String> all = new ArrayList<>();
    Arrays.stream(conf.get("spark.jars", "").split(","))
        .filter(s -> !s.isBlank())
        .forEach(all::add);
    jars.forEach(jar -> all.add(jar.toUri().toString()));
    String own = SparkContext.jarOfClass(SparkEngine.class).getOrElse(() -> "");
    boolean local = LOCAL.matcher(effectiveMaster()).matches();
    if (!local && own.endsWith(".jar") && all.stream().noneMatch(jar -> sameFile(jar, own))) {
      all.add(Path.of(own).toUri().toString());
    }
    if (!all.isEmpty()) {
      conf.set("spark.jars", String.join(",", all));
    }
  }

  private static boolean sameFile(String jar, String own) {
    return Path.of(jar.replaceFirst("^[a-z]+:/*", "/"))
        .getFileName()
        .equals(Path.of(own).getFileName());
  }

  private Properties defaults() {
    Properties properties = new Properties();
    if (defaultsFile.isPresent()) {
      try (Reader reader = Files.newBufferedReader(defaultsFile.get())) {
        properties.load(reader);
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "cannot read Spark's defaults in " + defaultsFile.get() + ": " + e.getMessage(), e);
      }
    }
    return properties;
  }
}
