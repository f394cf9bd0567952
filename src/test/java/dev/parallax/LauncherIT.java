package dev.parallax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real launcher, as an installed copy: from a folder with a space in its name. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherIT {
  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final String VERSION = "parallax 0.3.0\n";

  @TempDir static Path installed;
  private static Path home;
  private static Path launcher;

  @TempDir Path temporary;

  private record Ended(int status, String out, String err) {}

  /** What the launcher becomes where a test needs a JVM that does not end by itself. */
  static final class Sleeper {
    private Sleeper() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.println("up");
      Thread.sleep(60_000);
    }
  }

  /** The one class of a small jar, which prints the jar's word. */
  static final class Word {
    private Word() {}

    public static void main(String[] arguments) throws IOException {
      System.out.write(Word.class.getResourceAsStream("/word").readAllBytes());
      System.out.flush();
    }
  }

  /** One copy for almost all tests: each archive of its classes takes a quarter of a minute. */
  @BeforeAll
  static void install() throws IOException {
    home = Files.createDirectories(installed.resolve("a folder")).toRealPath();
    launcher = installIn(home);
    Path target = home.resolve("target");
    Files.copy(PROJECT.resolve("target/parallax.jar"), target.resolve("parallax.jar"));
    Files.createSymbolicLink(target.resolve("lib"), PROJECT.resolve("target/lib"));
  }

  /** The launcher in a folder, and all that it wants there but the jar. */
  private static Path installIn(Path folder) throws IOException {
    Path copy = Files.copy(PROJECT.resolve("parallax"), folder.resolve("parallax"));
    assertTrue(copy.toFile().setExecutable(true));
    Files.createSymbolicLink(folder.resolve("conf"), PROJECT.resolve("conf"));
    Files.createDirectory(folder.resolve("target"));
    return copy;
  }

  @Test
  void printsWhatIsOursAndNothingElse() throws Exception {
    assertEquals(new Ended(0, VERSION, ""), run(launcher, Map.of(), "--version"));
    awaitArchive();
    assertEquals(new Ended(0, VERSION, ""), run(launcher, Map.of(), "--version"));
  }

  @Test
  void startsThroughSymbolicLinks() throws Exception {
    Path absolute = Files.createSymbolicLink(temporary.resolve("absolute"), launcher);
    Path relative = Files.createSymbolicLink(temporary.resolve("relative"), Path.of("absolute"));
    assertEquals(new Ended(0, VERSION, ""), run(relative, Map.of(), "--version"));
    assertEquals(absolute, temporary.resolve(Files.readSymbolicLink(relative)));
    awaitArchive();
  }

  @Test
  void passesTheExitStatusOn() throws Exception {
    assertEquals(2, run(launcher, Map.of(), "no such command").status());
    awaitArchive();
  }

  @Test
  void saysInOneLineWhatIsWrongWithJava() throws Exception {
    Path old = Files.createDirectories(temporary.resolve("old/bin"));
    Files.createSymbolicLink(old.resolve("java"), Path.of("/bin/true"));
    Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"11.0.2\"\n");

    Ended missing = run(launcher, Map.of("JAVA_HOME", "/no/java/here"), "--version");
    assertEquals(2, missing.status());
    assertTrue(missing.err().startsWith("parallax: JAVA_HOME is /no/java/here"), missing.err());
    assertEquals(1, missing.err().lines().count());

    Ended tooOld = run(launcher, Map.of("JAVA_HOME", old.getParent().toString()), "--version");
    assertEquals(2, tooOld.status());
    assertTrue(tooOld.err().endsWith("java is 11.0.2\n"), tooOld.err());
    assertEquals(1, tooOld.err().lines().count());
  }

  @Test
  void saysInOneLineThatTooFewFilesMayBeOpen() throws Exception {
    Ended refused = shell("ulimit -n 64; exec \"$0\" --version");
    assertEquals(2, refused.status());
    assertEquals(
        "parallax: fewer than 256 files may be open at a time (ulimit -Hn), too few for Java and"
            + " its libraries\n",
        refused.err());
  }

  /** Where no locale is chosen, as in cron, one with all letters is taken; one that is stays. */
  @Test
  void lettersBeyondAsciiArriveOrAreRefused() throws Exception {
    String line =
        "exec env -u LC_ALL -u LC_CTYPE -u LANG LOCALE \"$0\" map --array range:0:4 --function größe";
    String given = "parallax: no function 'größe'; there is is-prime, is-prime-by-division\n";
    String unset = shell(line.replace("LOCALE", "")).err();
    assumeTrue(Files.isDirectory(Path.of("/usr/lib/locale/C.utf8")), "no C.UTF-8 here");
    assertTrue(unset.endsWith(given), unset);
    Ended ascii = shell(line.replace("LOCALE", "LC_ALL=C"));
    assertEquals(2, ascii.status());
    assertTrue(
        ascii
            .err()
            .endsWith("has letters that are not in the locale's US-ASCII; set LC_ALL=C.UTF-8\n"),
        ascii.err());
    Ended there = shell("mkdir größe && cd größe && exec env LC_ALL=C \"$0\" --version");
    assertEquals(2, there.status());
    assertTrue(there.err().startsWith("parallax: the current folder '"), there.err());
    awaitArchive();
  }

  /** An unpacked archive has its jars in lib; where no archive of classes can go, none is made. */
  @Test
  void startsFromAnUnpackedArchiveThatCannotBeWritten() throws Exception {
    Path unpacked = Files.createDirectories(temporary.resolve("an archive/lib")).getParent();
    Path copy = Files.copy(launcher, unpacked.resolve("parallax"));
    Files.createSymbolicLink(unpacked.resolve("conf"), PROJECT.resolve("conf"));
    Path jar = PROJECT.resolve("target/parallax.jar");
    Files.createSymbolicLink(unpacked.resolve("lib/parallax.jar"), jar);
    Files.createSymbolicLink(unpacked.resolve("lib/lib"), PROJECT.resolve("target/lib"));
    Path cache = Files.createFile(temporary.resolve("no folder"));
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", cache.toString());
    assertEquals(new Ended(0, VERSION, ""), run(copy, environment, "--version"));
    assertEquals(
        "on local[2]",
        run(copy, environment, "sweep", "-p", "x=1,2", "--expression", "x", "--master", "local[2]")
            .out()
            .replaceFirst("(?s).*(on local.2.).*", "$1"));
    try (Stream<Path> all = Files.list(unpacked)) {
      assertEquals(3, all.count());
    }
  }

  private Ended shell(String line) throws Exception {
    return run(Path.of("/bin/sh"), Map.of(), "-c", line, launcher.toString());
  }

  @Test
  void aJvmThatCannotStartSaysWhy() throws Exception {
    Ended ended = run(launcher, Map.of("PARALLAX_JAVA_OPTS", "-Xmx1k"), "--version");
    assertEquals(1, ended.status());
    assertTrue((ended.out() + ended.err()).contains("Too small maximum heap"), ended.toString());
    awaitArchive();
  }

  @Test
  void isTheJvmThatASignalEnds() throws Exception {
    // The first word that is no option names the class to run: this one, not the launcher's jar.
    String sleeper =
        "-cp " + PROJECT.resolve("target/test-classes") + " " + Sleeper.class.getName();
    Process process = start(launcher, Map.of("PARALLAX_JAVA_OPTS", sleeper));
    assertEquals("up", process.inputReader(UTF_8).readLine());
    assertTrue(process.toHandle().info().command().orElse("").endsWith("/java"));
    process.destroy();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(128 + 15, process.exitValue());
    awaitArchive();
  }

  /** Before all other tests: the copy is new, and has no archive. */
  @Test
  @Order(1)
  void twoThatStartTogetherMakeOneArchive() throws Exception {
    List<Process> both =
        List.of(start(launcher, Map.of(), "--version"), start(launcher, Map.of(), "--version"));
    for (Process process : both) {
      assertEquals(new Ended(0, VERSION, ""), ended(process));
    }
    assertTrue(Files.size(awaitArchive()) > 0);
  }

  /**
   * In a copy whose jar is small: to the launcher a jar is a jar, and this archive takes a second.
   */
  @Test
  void makesTheArchiveAgainForAnotherJar() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("small")).toRealPath();
    Path small = installIn(folder);
    Path jar = folder.resolve("target/parallax.jar");
    writeJar(jar, "one");
    assertEquals(new Ended(0, "one", ""), run(small, Map.of(), "--version"));
    Path archive = awaitArchive(folder);
    assertTrue(Files.size(archive) > 0);
    writeJar(jar, "two");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
    assertEquals(new Ended(0, "two", ""), run(small, Map.of(), "--version"));
    assertEquals(archive, awaitArchive(folder));
    assertTrue(Files.size(archive) > 0);
    assertEquals(new Ended(0, "two", ""), run(small, Map.of(), "--version"));
  }

  private static void writeJar(Path jar, String word) throws IOException {
    String name = Word.class.getName().replace('.', '/') + ".class";
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Word.class.getName());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry(name));
      Files.copy(PROJECT.resolve("target/test-classes").resolve(name), out);
      out.putNextEntry(new JarEntry("word"));
      out.write(word.getBytes(UTF_8));
    }
  }

  @Test
  void worksWithTheArchiveUnderAProfiler() throws Exception {
    run(launcher, Map.of(), "--version");
    awaitArchive();
    Path recording = temporary.resolve("demo.jfr");
    Ended ended =
        run(
            launcher,
            Map.of("PARALLAX_JAVA_OPTS", "-XX:StartFlightRecording:filename=" + recording),
            "demo",
            "--no-serial",
            "--master=local[2]");
    assertEquals(0, ended.status(), ended.toString());
    assertTrue(Files.size(recording) > 0);
  }

  /** Waits for the archive that belongs to the jar, and for whoever made it to leave the folder. */
  private static Path awaitArchive() throws IOException, InterruptedException {
    return awaitArchive(home);
  }

  private static Path awaitArchive(Path copy) throws IOException, InterruptedException {
    FileTime jar = Files.getLastModifiedTime(copy.resolve("target/parallax.jar"));
    Path folder = copy.resolve("target/start");
    Instant end = Instant.now().plus(Duration.ofSeconds(300));
    while (Instant.now().isBefore(end)) {
      String[] names = folder.toFile().list();
      if (names != null && names.length == 1 && names[0].matches(".*\\.jsa")) {
        Path archive = folder.resolve(names[0]);
        if (Files.getLastModifiedTime(archive).equals(jar)) {
          return archive;
        }
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no archive of its own in " + Arrays.toString(folder.toFile().list()));
  }

  private Ended run(Path command, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return ended(start(command, environment, arguments));
  }

  private Process start(Path command, Map<String, String> environment, String... arguments)
      throws IOException {
    var builder = new ProcessBuilder(command.toString()).directory(temporary.toFile());
    builder.command().addAll(List.of(arguments));
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** What these commands print fits a pipe: nobody needs to read while they run. */
  private static Ended ended(Process process) throws IOException, InterruptedException {
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "still running");
    return new Ended(
        process.exitValue(),
        new String(process.getInputStream().readAllBytes(), UTF_8),
        new String(process.getErrorStream().readAllBytes(), UTF_8));
  }
}
