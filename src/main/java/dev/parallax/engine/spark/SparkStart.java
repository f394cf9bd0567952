package dev.parallax.engine.spark;

import dev.parallax.engine.EngineException;
import dev.parallax.storage.remote.RemoteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.impl.Log4jContextFactory;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;

/** Starts Spark as the settings say. */
final class SparkStart {
  /** What Spark remembers of finished jobs is for its web UI; without one it is a leak. */
  private static final Map<String, String> FORGETFUL =
      Map.of(
          "spark.ui.retainedJobs", "10",
          "spark.ui.retainedStages", "10",
          "spark.ui.retainedTasks", "100");

  /**
   * On one machine: no native library to unpack for connections that carry nothing, no meters that
   * nobody reads, a tenth of a second at the start.
   */
  private static final Map<String, String> ALONE =
      Map.of(
          "spark.rpc.io.mode", "NIO",
          "spark.shuffle.io.mode", "NIO",
          "spark.metrics.executorMetricsSource.enabled", "false",
          "spark.metrics.staticSources.enabled", "false");

  private static final int LEAST_DIRECT = 1 << 10;
  private static final int MOST_DIRECT = 1 << 16;
  private static final int DIRECT_SHARE = 1 << 20;

  /** What the launcher tells this machine's compiler, which says why; executors are told it too. */
  static final String COMPILER =
      "-XX:Tier4InvocationThreshold=100000 -XX:Tier4CompileThreshold=300000"
          + " -XX:Tier4BackEdgeThreshold=120000"
          + " -XX:CompileCommand=quiet"
          + " -XX:CompileCommand=CompileThresholdScaling,dev.parallax.random.Vector*::*,0.3"
          + " -XX:CompileCommand=CompileThresholdScaling,dev.parallax.statistic.sums.Vector*::*,0.3"
          + " -XX:CompileCommand=CompileThresholdScaling,sun.security.provider.SHA2::implCompress,0.0001"
          + " -XX:CompileCommand=dontinline,dev.parallax.random.WarmingLanes::*"
          + " -XX:CompileCommand=dontinline,dev.parallax.random.VectorLanes::group"
          + " -XX:CompileCommand=dontinline,dev.parallax.random.VectorLanes::points"
          + " -XX:CompileCommand=dontinline,dev.parallax.random.VectorLanes::fourLanes"
          + " -XX:CompileCommand=dontinline,dev.parallax.random.VectorLanes::bounded"
          + " -XX:CompileCommand=dontinline,dev.parallax.random.VectorLanes::counts"
          + " -XX:CompileCommand=dontinline,dev.parallax.statistic.sums.PatientSums::over"
          + " -XX:CompileCommand=dontinline,dev.parallax.statistic.sums.Vector*::over"
          + " -XX:CompileCommand=dontinline,dev.parallax.statistic.sums.Vector*::group";

  /** The Scala of {@code pom.xml}: what is compiled against one finds nothing in another. */
  private static final String SCALA = "2.13";

  static final String SPARK_VERSION = org.apache.spark.package$.MODULE$.SPARK_VERSION();

  private SparkStart() {}

  /** A context that runs. Why there is none we say ourselves, in a line; Spark logs its trace. */
  @SuppressWarnings("try") // what is muted is muted by its being open
  static JavaSparkContext context(SparkSettings settings) {
    misfit(scala.util.Properties.versionNumberString(), SPARK_VERSION)
        .ifPresent(
            why -> {
              throw new EngineException(why, null);
            });
    settings.effectiveMaster(); // better refused by us than by Spark
    SparkConf conf = conf(settings);
    MasterProbe.check(settings.url(), conf);
    settings.eventLog().ifPresent(SparkStart::makeFolder);
    StoppedThreads.keepQuiet();
    try (SparkLog.Muted muted = SparkLog.mute(SparkContext.class.getName())) {
      return new JavaSparkContext(conf);
    } catch (Exception e) { // Scala does not declare what it throws
      throw new EngineException("Spark could not start: " + e.getMessage(), e);
    }
  }

  /** Why this Spark cannot be used, if it cannot. */
  static Optional<String> misfit(String scala, String spark) {
    return scala.startsWith(SCALA + ".")
        ? Optional.empty()
        : Optional.of(
            "this Spark, "
                + spark
                + ", is built for Scala "
                + scala.replaceFirst("^(\\d+\\.\\d+).*", "$1")
                + ", and Parallax for "
                + SCALA
                + ": take a Spark for Scala "
                + SCALA
                + " (spark-"
                + spark
                + "-bin-hadoop3-scala"
                + SCALA
                + ")");
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new EngineException("cannot make the folder " + folder + ": " + e.getMessage(), e);
    }
  }

  static SparkConf conf(SparkSettings settings) {
    boolean local = settings.url().isLocal();
    if (local) {
      LocalLog.start();
      Loopback.tell();
    }
    SparkConf conf = local ? new Loopback.Conf(true) : new SparkConf();
    settings.defaults().forEach((key, value) -> conf.setIfMissing((String) key, text(value)));
    settings.properties().forEach((key, value) -> conf.set((String) key, text(value)));
    conf.setMaster(settings.effectiveMaster());
    name(settings, conf);
    if (local) {
      ALONE.forEach(conf::setIfMissing);
    } else {
      Loopback.take(settings.url(), conf);
      conf.setIfMissing("spark.executor.extraJavaOptions", COMPILER);
    }
    setOurs(settings, conf);
    settings.eventLog().ifPresent(folder -> logEvents(conf, folder));
    addJars(settings, conf);
    return conf;
  }

  /** Without {@code --name}, spark-submit calls an application by its main class or its jar. */
  private static void name(SparkSettings settings, SparkConf conf) {
    String given = conf.get("spark.app.name", "");
    if (given.isEmpty() || given.endsWith(".jar") || given.equals("dev.parallax.cli.Main")) {
      conf.setAppName(settings.name());
    }
  }

  /** What is our choice in any case, and what is unless the user has made one. */
  private static void setOurs(SparkSettings settings, SparkConf conf) {
    if (settings.ui()) {
      conf.set("spark.ui.enabled", "true");
    }
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.set("spark.ui.showConsoleProgress", "false");
    // Results are handed on slice by slice, so their sum is no danger to the driver.
    conf.setIfMissing("spark.driver.maxResultSize", "0");
    // Beyond that, an outcome waits with its executor until the driver has room for it.
    boolean local = settings.url().isLocal(); // slices wait themselves there
    long direct = local ? MOST_DIRECT : directBytes(Runtime.getRuntime().maxMemory());
    conf.setIfMissing("spark.task.maxDirectResultSize", direct + "b");
    // Its search for what cannot be serialised needs --add-opens, and hides the exception instead.
    conf.setIfMissing("spark.serializer.extraDebugInfo", "false");
    // Else an executor exits when a user's code runs out of memory, in local mode with all of us;
    // the slice fails in any case, and then the message says which item it was.
    conf.setIfMissing("spark.executor.killOnFatalError.depth", "0");
    if (!conf.getBoolean("spark.ui.enabled", false)) {
      FORGETFUL.forEach(conf::setIfMissing);
    }
  }

  /**
   * How many bytes of an outcome come unasked, and wait on the driver in any number: of a quarter
   * of a million slices no more than a quarter of its memory.
   */
  static long directBytes(long memory) {
    return Math.max(LEAST_DIRECT, Math.min(MOST_DIRECT, memory / DIRECT_SHARE));
  }

  private static String text(Object value) {
    return ((String) value).strip();
  }

  private static void logEvents(SparkConf conf, Path folder) {
    conf.set("spark.eventLog.enabled", "true");
    conf.set("spark.eventLog.dir", folder.toUri().toString());
    if (RemoteFiles.isOne(folder)) {
      RemoteFiles.settings().forEach(conf::setIfMissing);
    }
  }

  /**
   * The user's jars, and for a cluster the program's own, unless spark-submit has named it. Where
   * the program is in several jars, the launcher names one that has them all.
   */
  private static void addJars(SparkSettings settings, SparkConf conf) {
    List<String> all = new ArrayList<>();
    Arrays.stream(conf.get("spark.jars", "").split(","))
        .filter(s -> !s.isBlank())
        .forEach(all::add);
    settings.jars().forEach(jar -> all.add(jar.toUri().toString()));
    String own =
        System.getProperty(
            "parallax.jar", SparkContext.jarOfClass(SparkStart.class).getOrElse(() -> ""));
    if (!settings.url().isLocal()
        && own.endsWith(".jar")
        && all.stream().noneMatch(jar -> sameFile(jar, own))) {
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

  /** Starts Spark's log, which by itself asks the resolver for the machine's name. */
  private static final class LocalLog {
    private static final String FILE = "log4j2.configurationFile";
    private static final String HOST = "hostName";

    private LocalLog() {}

    /**
     * Starts it as the file says that the launcher names; not where it is at work, or no file is.
     */
    static void start() {
      String file = System.getProperty(FILE);
      if (file != null && LogManager.getFactory() instanceof Log4jContextFactory factory) {
        start(factory, file, false);
        start(factory, file, true); // Spark asks for both
      }
    }

    private static void start(Log4jContextFactory factory, String file, boolean current) {
      String name = LocalLog.class.getName();
      ClassLoader loader = LocalLog.class.getClassLoader();
      if (factory.hasContext(name, loader, current)) {
        return;
      }
      Configuration configuration =
          ConfigurationFactory.getInstance()
              .getConfiguration(new LoggerContext(name), name, Path.of(file).toUri());
      Map<String, String> properties = configuration.getComponent(Configuration.CONTEXT_PROPERTIES);
      properties.put(HOST, "localhost");
      factory.getContext(name, loader, null, current, configuration);
    }
  }
}
