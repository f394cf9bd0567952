package dev.parallax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A user's first call of the launcher in a fresh copy of the sources, by each JDK that is here. */
class FirstBuildIT {
  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final int OLDEST = 17;
  private static final String DIGEST =
      "\"digest\":\"0b4cf662c4bf6ed1beb11903bcfb014e15e89d0d957d069ea6ab1350c112c40b\"";

  /** What is said every five seconds. */
  private static final Pattern STEP =
      Pattern.compile(
          "parallax: \\d+ s: (starting Maven|fetching libraries, \\d+ files so far|compiling"
              + "|packing the jar)");

  @TempDir Path temporary;

  /** Those beside the JDK that runs the tests, and those in the folder that Linux keeps them in. */
  static Stream<Path> jdks() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    var found = new TreeSet<Path>();
    for (Path folder : List.of(own.getParent(), Path.of("/usr/lib/jvm"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> homes = Files.list(folder)) {
          for (Path home : (Iterable<Path>) homes::iterator) {
            if (Files.isExecutable(home.resolve("bin/javac")) && feature(home) >= OLDEST) {
              found.add(home.toRealPath());
            }
          }
        }
      }
    }
    assertTrue(found.contains(own), "no JDK: " + own);
    return found.stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void buildsAndRuns(Path jdk) throws Exception {
    Path home = Files.createDirectory(temporary.resolve("a copy"));
    for (String part : List.of("pom.xml", "parallax", ".mvn", "conf", "jobs", "src/main")) {
      copy(PROJECT.resolve(part), home.resolve(part));
    }
    // A file where the archive of classes would go: none is made once the run has ended.
    Files.createFile(Files.createDirectory(home.resolve("target")).resolve("start"));

    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    var builder =
        new ProcessBuilder(home.resolve("parallax").toString())
            .directory(temporary.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    String job = "map --array random:0:100000:10000 --function is-prime --json --master local[*]";
    builder.command().addAll(List.of(job.split(" ")));
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    builder.environment().put("JAVA_HOME", jdk.toString());
    String repository = System.getProperty("localRepository", "");
    if (!repository.isEmpty()) {
      builder.environment().put("MAVEN_OPTS", "-Dmaven.repo.local=" + repository);
    }
    Process process = builder.start();
    process.getOutputStream().close();
    Set<ProcessHandle> descendants = new HashSet<>();
    try {
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
      while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(descendants::add);
        assertTrue(System.nanoTime() < end, "still building");
      }
      for (ProcessHandle one : descendants) { // one looks for a folder once the run has ended
        one.onExit().get(1, TimeUnit.MINUTES);
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    List<String> said = Files.readAllLines(err);
    assertEquals("parallax: building (once, about a minute)...", said.get(0));
    for (String line : said.subList(1, said.size())) {
      assertTrue(STEP.matcher(line).matches(), line);
    }
    assertEquals(0, process.exitValue());
    assertTrue(Files.readString(out).contains(DIGEST), Files.readString(out));
  }

  private static int feature(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isReadable(release)) {
      return 0;
    }
    return Files.readString(release, UTF_8)
        .lines()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> line.replaceFirst("^JAVA_VERSION=\"?(\\d+).*", "$1"))
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElse(0);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.createDirectories(copy.getParent());
          Files.copy(path, copy);
        }
      }
    }
  }
}
