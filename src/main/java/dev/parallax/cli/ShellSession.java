package dev.parallax.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parallax.Parallax;
import dev.parallax.engine.Engine;
import dev.parallax.engine.EngineException;
import dev.parallax.engine.ReusableEngine;
import dev.parallax.engine.ThreadEngine;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import dev.parallax.report.ProgressDisplay;
import dev.parallax.text.Thrown;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.tool.JavaShellToolBuilder;

/**
 * A session of jshell within this process: its classes are loaded here, so that threads, and
 * Spark's local executors, find them.
 *
 * @param master threads, or a local master
 * @param seed the seed
 * @param jars jars with the user's classes
 */
record ShellSession(String master, long seed, List<Path> jars) {
  /** Kept beyond its use: the logger's level lasts as long as somebody holds it. */
  private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

  private static final List<String> IMPORTED =
      List.of(
          "dev.parallax.*",
          "dev.parallax.bootstrap.*",
          "dev.parallax.bootstrap.interval.*",
          "dev.parallax.bootstrap.permutation.*",
          "dev.parallax.bootstrap.resampling.*",
          "dev.parallax.bootstrap.sample.*",
          "dev.parallax.engine.*",
          "dev.parallax.engine.spark.*",
          "dev.parallax.model.*",
          "dev.parallax.model.builtin.*",
          "dev.parallax.model.expression.*",
          "dev.parallax.prime.*",
          "dev.parallax.random.*",
          "dev.parallax.run.*",
          "dev.parallax.statistic.*",
          "dev.parallax.table.*",
          "dev.parallax.table.column.*",
          "dev.parallax.table.condition.*",
          "dev.parallax.table.text.*",
          "dev.parallax.workload.map.*",
          "dev.parallax.workload.sweep.*",
          "dev.parallax.workload.sweep.design.*",
          "dev.parallax.workload.sweep.parameter.*",
          "dev.parallax.workload.value.*",
          "java.nio.file.*",
          "java.util.*",
          "java.util.stream.*",
          "static java.lang.StrictMath.*");

  /** Whether this Java has jshell: a runtime without a compiler has not. */
  static boolean isPossible() {
    return ModuleLayer.boot().findModule("jdk.jshell").isPresent();
  }

  /** Runs it on this process's input and output; its exit status. */
  int run() throws IOException {
    boolean people = Boolean.getBoolean("parallax.interactive");
    ShellExecution.use(engine()); // outside of jshell's threads, which Ctrl-C may stop
    Map<String, String> look = look(people);
    JavaShellToolBuilder shell = JavaShellToolBuilder.builder();
    if (people) {
      shell.persistence(remembered(look));
      System.out.println(greeting());
    } else {
      shell.persistence(look);
    }
    Path startup = Files.writeString(Files.createTempFile("parallax-shell-", ".jsh"), startup());
    try {
      return start(
          shell,
          "--execution",
          ShellExecution.NAME,
          "--class-path",
          classPath(),
          "--startup",
          startup.toString());
    } finally {
      Files.deleteIfExists(startup);
    }
  }

  /** Each job of which can be cancelled; Spark begins to start with the first. */
  private Engine engine() {
    Optional<ThreadEngine> threads = ThreadEngine.named(master);
    if (threads.isPresent()) {
      int count = threads.get().parallelism();
      return new ReusableEngine(() -> new ThreadEngine(count), () -> {});
    }
    SparkSettings settings = SparkSettings.ofSpark().withMaster(master);
    FutureTask<SparkEngine> start = new FutureTask<>(() -> SparkEngine.open(settings));
    Executor starter = Executors.newSingleThreadExecutor(ShellSession::daemon);
    starter.execute(() -> {}); // so that its thread is there, and none of jshell's
    return new ReusableEngine(() -> started(starter, start).ofJob(), () -> {});
  }

  private static SparkEngine started(Executor starter, FutureTask<SparkEngine> start) {
    starter.execute(start); // only the first time is of consequence
    try {
      return start.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw new EngineException("Spark did not start: " + Thrown.message(e.getCause()), e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "parallax-shell");
    thread.setDaemon(true);
    return thread;
  }

  private String greeting() {
    return "Parallax "
        + Parallax.VERSION
        + " on "
        + master
        + ": the variable parallax runs jobs; /help explains, Ctrl-D ends.";
  }

  private String startup() {
    String imports =
        IMPORTED.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
    return imports
        + "Parallax parallax = Parallax.on("
        + ShellExecution.class.getName()
        + ".engine()).withSeed("
        + seed
        + "L)"
        + ".withProgress("
        + ProgressDisplay.class.getName()
        + ".ofProcess());\n";
  }

  private String classPath() {
    return Stream.concat(
            Stream.of(System.getProperty("java.class.path")), jars.stream().map(Path::toString))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * The settings of prompt and output, as jshell keeps them: it takes them from nowhere else, and
   * writes them itself, in a session of its own.
   */
  private static Map<String, String> look(boolean people) {
    Map<String, String> kept = new HashMap<>();
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    start(
        JavaShellToolBuilder.builder()
            .persistence(kept)
            .in(new ByteArrayInputStream(settings(people).getBytes(UTF_8)), null)
            .out(nowhere)
            .err(nowhere),
        "-s",
        "--execution",
        "local",
        "--no-startup");
    kept.keySet().removeIf(key -> key.startsWith("HISTORY"));
    return kept;
  }

  /** What is said to jshell for it. */
  private static String settings(boolean people) {
    String prompts = people ? "\"parallax> \" \"     ...> \"" : "\"\" \"\"";
    return String.join(
        "\n",
        "/set mode parallax normal -quiet",
        "/set prompt parallax " + prompts,
        "/set truncation parallax 4000",
        "/set truncation parallax 4000 expression,varvalue",
        "/set mode parallax -retain",
        "/set feedback -retain parallax",
        "/exit",
        "");
  }

  /** The look, beside the lines of earlier sessions. */
  private static Preferences remembered(Map<String, String> look) {
    PREFERENCES.setLevel(Level.OFF); // a home that cannot be written: no history, and no fuss
    Preferences node = Preferences.userRoot().node("dev/parallax/shell");
    look.forEach(node::put);
    return node;
  }

  private static int start(JavaShellToolBuilder shell, String... arguments) {
    try {
      return shell.start(arguments);
    } catch (Exception e) {
      throw new IllegalStateException("the shell did not start", e);
    }
  }
}
