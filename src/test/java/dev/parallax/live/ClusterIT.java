package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on a real standalone cluster gives what {@code --serial} gives. */
class ClusterIT {
  @TempDir private static Path folder;
  private static Cluster cluster;
  private static Path jar;

  @BeforeAll
  static void start() throws IOException {
    jar = UserJar.in(folder);
    cluster = new Cluster(Files.createDirectory(folder.resolve("spark")));
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  /** The digest of the same command with {@code --serial}, in this process. */
  private static String serially(String... arguments) {
    ClassLoader former = Thread.currentThread().getContextClassLoader();
    StringWriter out = new StringWriter();
    try {
      List<String> all = new ArrayList<>(Arrays.asList(arguments));
      all.addAll(List.of("--serial", "--json"));
      Main.run(all.toArray(String[]::new), new PrintWriter(out), new PrintWriter(System.err, true));
    } finally {
      Thread.currentThread().setContextClassLoader(former);
    }
    return Child.digest(out.toString());
  }

  private static String[] with(String[] job, String... more) {
    return Stream.concat(Arrays.stream(job), Arrays.stream(more)).toArray(String[]::new);
  }

  private static int blocks(Path output) {
    String[] names = output.resolve("blocks").toFile().list((d, name) -> name.endsWith(".block"));
    return names == null ? 0 : names.length;
  }

  @Test
  void bootstrapFromThePlainCommandLine() {
    String[] job = {
      "bootstrap",
      "jobs/data/hubble.ecsv",
      "--x",
      "distance",
      "--y",
      "velocity",
      "--statistic",
      "pearson",
      "--resamples",
      "5000"
    };
    try (Child run =
        Child.parallax(with(job, "--master", cluster.url(), "--json", "--slices", "6"))) {
      assertEquals(Main.DONE, run.status(), run.err());
      assertEquals(serially(job), run.digest());
      assertEquals("", run.err());
      assertTrue(run.out().contains("\"master\":\"" + cluster.url()), run.out());
      assertTrue(run.out().matches("(?s).*\"where\":\"executor \\d on 127.0.0.1\".*"), run.out());
      assertTrue(!run.out().contains("\"where\":\"driver\""), run.out());
    }
  }

  @Test
  void mapOfTheUsersFunctionThroughSparkSubmit() {
    String[] job = {"map", "--array", "random:0:1000000:20000", "--function", "lab.Bits"};
    List<String> submit =
        List.of(
            "--class",
            "dev.parallax.cli.Main",
            "--master",
            cluster.url(),
            "--jars",
            jar.toString(),
            "--driver-memory",
            "512m",
            Child.JAR.toString());
    String[] all = Stream.concat(submit.stream(), Arrays.stream(job)).toArray(String[]::new);
    try (Child run = cluster.submit(with(all, "--json", "--slices", "5"))) {
      assertEquals(Main.DONE, run.status(), run.err());
      assertEquals(serially(with(job, "--jars", jar.toString())), run.digest());
      String said = run.err().replaceFirst("WARNING: Using incubator modules.*\\R", ""); // by Java
      assertEquals("", said);
      assertTrue(run.out().contains("\"where\":\"executor "), run.out());
    }
  }

  @Test
  void anExecutorKilledInMidJobAndAnItemThatFailsLoseNothingElse() throws IOException {
    String[] job = {
      "sweep",
      "-p",
      "a=range:0:400:1",
      "--model",
      "lab.Tried",
      "--jars",
      jar.toString(),
      "--set",
      "kind=throw"
    };
    String[] slow = with(job, "--set", "pause=20");
    Path output = folder.resolve("killed");
    try (Child run =
        Child.parallax(
            with(
                slow,
                "--master",
                cluster.url(),
                "--slices",
                "40",
                "--json",
                "-o",
                output.toString()))) {
      run.await(() -> blocks(output) >= 2);
      cluster.executors().get(0).destroyForcibly();
      assertEquals(Main.FAILED_ITEMS, run.status(), run.err());
      assertEquals(serially(job), run.digest());
      assertEquals("", run.err());
      assertEquals(
          List.of("item,message", "37,\"IllegalArgumentException: 37 on purpose\""),
          Files.readAllLines(output.resolve("failures.csv")));
      assertTrue(Files.notExists(output.resolve("blocks")));
    }
  }

  @Test
  void codeThatEndsItsExecutorEndsTheRunWithALine() {
    String[] job = {
      "sweep",
      "-p",
      "a=range:0:40:1",
      "--model",
      "lab.Tried",
      "--jars",
      jar.toString(),
      "--set",
      "kind=exit",
      "--master",
      cluster.url(),
      "--slices",
      "10",
      "--quiet"
    };
    // Each attempt costs an executor; one is enough here.
    try (Child run = Child.parallax(List.of("-Xmx512m", "-Dspark.task.maxFailures=1"), job)) {
      assertEquals(Main.BROKEN, run.status(), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
      assertTrue(run.err().contains("a slice failed once, on 127.0.0.1 executor"), run.err());
      assertTrue(run.err().contains("Command exited with code 0"), run.err());
    }
  }
}
