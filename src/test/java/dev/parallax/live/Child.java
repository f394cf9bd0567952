package dev.parallax.live;

import dev.parallax.ProgressLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process that a test starts, talks to by signals, and is sure to end. */
final class Child implements AutoCloseable {
  static final Path JAR = Path.of("target", "parallax.jar").toAbsolutePath();
  static final String LIB = Path.of("target", "lib").toAbsolutePath() + "/*";
  static final Path TEST_CLASSES = Path.of("target", "test-classes").toAbsolutePath();
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final Pattern DIGEST = Pattern.compile("\"digest\": ?\"([0-9a-f]{64})\"");
  private static final long LONGEST_SECONDS = 300;

  /** A process that lives for seconds gains nothing by C2 or by the threads of a collector. */
  static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** Where these tests run behind nohup, or in the background of a script, INT is ignored. */
  private static final List<String> SIGNALS =
      ignoresInterrupts() ? List.of("env", "--default-signal=INT") : List.of();

  private final Process process;
  private final Path out;
  private final Path err;

  private Child(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  private static boolean ignoresInterrupts() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    } catch (IOException e) {
      return false; // not Linux
    }
  }

  /** Starts a command with this beside the environment. */
  static Child start(Map<String, String> environment, List<String> command) {
    try {
      Path out = Files.createTempFile("child", ".out");
      Path err = Files.createTempFile("child", ".err");
      List<String> whole = new ArrayList<>(SIGNALS);
      whole.addAll(command);
      ProcessBuilder builder = new ProcessBuilder(whole);
      builder.environment().remove("SPARK_LOCAL_IP"); // the tests' own
      builder.environment().putAll(environment);
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      return new Child(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command line as a user types it, without the launcher. */
  static Child parallax(String... arguments) {
    return parallax(List.of("-Xmx512m"), arguments);
  }

  static Child parallax(List<String> jvm, String... arguments) {
    return parallax(jvm, Map.of(), arguments);
  }

  static Child parallax(List<String> jvm, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(SHORT_LIVED);
    command.addAll(archive());
    command.addAll(jvm);
    command.addAll(List.of("-cp", JAR.toString(), "dev.parallax.cli.Main"));
    command.addAll(List.of(arguments));
    return start(environment, command);
  }

  /** The archive of this jar's classes, if the launcher has made one: Spark starts sooner by it. */
  private static List<String> archive() {
    String version = System.getProperty("java.runtime.version") + "-";
    try (Stream<Path> files = Files.list(JAR.resolveSibling("start"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsa")).toList()) {
        if (file.getFileName().toString().startsWith(version)
            && Files.size(file) > 0
            && Files.getLastModifiedTime(file).equals(Files.getLastModifiedTime(JAR))) {
          return List.of(
              "-XX:SharedArchiveFile=" + file,
              "-XX:+UnlockDiagnosticVMOptions",
              "-XX:ArchiveRelocationMode=0",
              "-Xlog:disable");
        }
      }
    } catch (IOException e) {
      return List.of(); // there is none yet
    }
    return List.of();
  }

  /** A program of a user's, with the finished jar: a class of the tests. */
  static Child program(Class<?> main, String... arguments) {
    return program(List.of("-Xmx512m"), main, arguments);
  }

  /**
   * The same.
   *
   * @param jvm more options of Java's
   */
  static Child program(List<String> jvm, Class<?> main, String... arguments) {
    String classes = JAR + ":" + TEST_CLASSES;
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(SHORT_LIVED);
    command.addAll(archive());
    command.addAll(jvm);
    command.addAll(List.of("-cp", classes, main.getName()));
    command.addAll(List.of(arguments));
    return start(Map.of(), command);
  }

  /** Waits for the end; its exit status. */
  int status() {
    try {
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("it does not end; " + out() + err());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends a signal, such as {@code INT}. */
  void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until something is so, and fails if the process ends before. */
  void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new AssertionError("it has ended; " + out() + err());
      }
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Ends it at once, and nothing that it has started. */
  void kill() {
    process.destroyForcibly();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  Stream<ProcessHandle> descendants() {
    return process.descendants();
  }

  String out() {
    return text(out);
  }

  String err() {
    return ProgressLines.removed(text(err));
  }

  /** The digest in its JSON. */
  String digest() {
    return digest(out());
  }

  static String digest(String json) {
    Matcher matcher = DIGEST.matcher(json);
    if (!matcher.find()) {
      throw new AssertionError("no digest in '" + json + "'");
    }
    return matcher.group(1);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor();
      Files.delete(out);
      Files.delete(err);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
