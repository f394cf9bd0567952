package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.storage.PathText;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on a real HDFS, and runs on a real YARN, in both deploy modes. */
class HadoopDeploymentIT {
  private static final String JAR = "target/parallax.jar";
  private static final List<String> SMALL =
      List.of("--num-executors", "1", "--executor-memory", "600m", "--driver-memory", "700m");
  private static final List<String> HUBBLE =
      List.of(
          ("bootstrap hdfs:///data/hubble.ecsv --x distance --y velocity --statistic pearson"
                  + " --resamples 100000")
              .split(" "));
  private static final String[] LONG = {
    "sweep", "-p", "mu=linspace:-1:1:4000", "-p", "sigma=1", "--model", "normal-sum"
  };
  private static final String[] DRAWS = {"--set", "draws=400000", "--slices", "200"};

  @TempDir private static Path folder;

  private static Child cluster;
  private static SparkHome spark;
  private static Map<String, String> environment;
  private static String store;

  @BeforeAll
  static void start() throws IOException {
    String jars = Deployments.hadoop().resolve("jars") + "/*";
    List<String> command = new ArrayList<>(List.of(Child.JAVA, "-XX:TieredStopAtLevel=1"));
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.addAll(List.of("-cp", jars, Deployments.miniHadoop().toString()));
    command.addAll(List.of(folder.toString(), "yarn"));
    cluster = Child.start(Map.of(), command);
    Path ready = folder.resolve("ready");
    cluster.await(() -> Files.exists(ready));
    store = Files.readString(ready);
    environment = Map.of("HADOOP_CONF_DIR", folder.resolve("conf").toString());
    spark = withYarn(folder.resolve("spark"));
    Path table = there("/data/hubble.ecsv");
    Files.createDirectories(table.getParent());
    Files.copy(Path.of("jobs/data/hubble.ecsv"), table);
  }

  /** This build's Spark, with the part that goes to YARN. */
  private static SparkHome withYarn(Path home) throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    Path parts = Deployments.hadoop().resolve("jars");
    try (Stream<Path> own = Files.list(Path.of("target/lib").toAbsolutePath());
        Stream<Path> more = Files.list(parts)) {
      Stream<Path> yarn = more.filter(jar -> jar.getFileName().toString().contains("spark-yarn"));
      for (Path jar : Stream.concat(own, yarn).toList()) {
        Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
      }
    }
    return new SparkHome(home, "2.13");
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  private static Path there(String path) {
    return PathText.of(store + path);
  }

  private static Child here(String... arguments) {
    return Child.parallax(List.of("-Xmx512m"), environment, arguments);
  }

  private static Child onYarn(String mode, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--master", "yarn", "--deploy-mode", mode));
    all.addAll(SMALL);
    all.addAll(List.of("--conf", "spark.yarn.maxAppAttempts=1", JAR));
    all.addAll(List.of(arguments));
    return spark.submit(environment, all);
  }

  private static String[] hubble(String... more) {
    return Stream.concat(HUBBLE.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private static String digest(Child child) {
    try (child) {
      assertEquals(ExitStatus.DONE, child.status(), child.out() + child.err());
      return child.digest();
    }
  }

  private static List<String> names(Path place) throws IOException {
    try (Stream<Path> all = Files.list(place)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> !name.equals(".lock"))
          .sorted()
          .toList();
    }
  }

  @Test
  void whatIsWrittenThereIsWhatIsWrittenHere() throws IOException {
    String digest = digest(here(hubble("--serial", "--json", "-o", "hdfs:///runs/hubble")));
    String[] local = hubble("--serial", "--json", "-o", folder + "/hubble");
    local[1] = "jobs/data/hubble.ecsv";
    assertEquals(digest, digest(here(local)));
    Path run = there("/runs/hubble");
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("hubble/table.ecsv")),
        Files.readAllBytes(run.resolve("table.ecsv")));
    assertEquals(names(folder.resolve("hubble")), names(run));
    assertFalse(Files.exists(run.resolve(".lock")));
    List<String> more =
        new ArrayList<>(List.of(hubble("--serial", "--resume", "-o", "hdfs:///runs/hubble")));
    more.replaceAll(word -> word.equals("100000") ? "150000" : word);
    try (Child longer = here(more.toArray(String[]::new))) {
      assertEquals(ExitStatus.DONE, longer.status(), longer.err());
      assertTrue(longer.out().contains("going on: 100000 of 150000 items"), longer.out());
    }
  }

  @Test
  void yarnInBothModes() throws IOException {
    String digest = digest(here(hubble("--serial", "--json")));
    assertEquals(digest, digest(onYarn("client", hubble("--json"))));
    try (Child run = onYarn("cluster", hubble("--json", "-o", "hdfs:///runs/cluster"))) {
      assertEquals(ExitStatus.DONE, run.status(), run.err());
    }
    assertEquals(digest, Child.digest(summary("/runs/cluster")));
    try (Child wrong = onYarn("cluster", hubble("--statistic", "persons"))) {
      assertEquals(1, wrong.status());
      assertTrue(wrong.err().contains("ended with status 2"), wrong.err());
    }
    try (Child vanishing = onYarn("cluster", hubble("-o", "runs/x"))) {
      assertEquals(1, vanishing.status());
    }
  }

  /** A job file, its table, its program and its results, all beside one another on HDFS. */
  @Test
  void aJobFileThereNamesWhatLiesBesideIt() throws IOException {
    Path jobs = there("/lab/jobs");
    Files.createDirectories(jobs);
    Files.copy(Path.of("jobs/data/hubble.ecsv"), jobs.resolve("hubble.ecsv"));
    Files.writeString(jobs.resolve("cube.sh"), "while read x rest; do echo $((x * x * x)); done\n");
    Files.writeString(
        jobs.resolve("hubble.job"),
        "bootstrap hubble.ecsv --x distance --y velocity --statistic pearson --resamples 2000"
            + " -o ../runs/hubble\n");
    Files.writeString(
        jobs.resolve("cube.job"),
        "map --array range:1:30 --command \"sh cube.sh\" --file cube.sh -o ../runs/cube\n");
    for (String name : List.of("hubble", "cube")) {
      String job = "@hdfs:///lab/jobs/" + name + ".job";
      String digest = digest(here(job, "--serial", "--json", "-o", folder + "/beside-" + name));
      try (Child run = onYarn("cluster", job)) {
        assertEquals(ExitStatus.DONE, run.status(), run.err());
      }
      assertEquals(digest, Child.digest(summary("/lab/runs/" + name)), name);
    }
  }

  /** What Spark tells its history server: the names of the job, not of the program. */
  @Test
  void theEventLogLiesThere() throws IOException {
    Files.createDirectories(there("/events"));
    digest(here(hubble("--master", "local[2]", "--json", "--event-log", "hdfs:///events")));
    String log = EventLog.in(URI.create(store + "/events")).text();
    assertTrue(log.contains("bootstrap of pearson"), log);
  }

  private static String summary(String run) throws IOException {
    return Files.readString(there(run).resolve("summary.json")).replace("\" :", "\":");
  }

  private static long blocks(Path run) {
    try (Stream<Path> all = Files.list(run.resolve("blocks"))) {
      return all.filter(file -> file.toString().endsWith(".block")).count();
    } catch (IOException e) {
      return 0;
    }
  }

  private static List<ProcessHandle> drivers() {
    return cluster
        .descendants()
        .filter(p -> p.info().commandLine().orElse("").contains("yarn.ApplicationMaster"))
        .toList();
  }

  /** The driver is killed where it runs; another machine goes on with what it left. */
  @Test
  void aRunOfADriverThatWasKilledGoesOn() throws IOException {
    String[] job = Lab.with(LONG, DRAWS);
    String whole = digest(here(Lab.with(job, "--serial", "--json")));
    Path run = there("/runs/killed");
    try (Child submitted = onYarn("cluster", Lab.with(job, "-o", "hdfs:///runs/killed"))) {
      submitted.await(() -> blocks(run) > 20);
      drivers().forEach(ProcessHandle::destroyForcibly);
      assertEquals(1, submitted.status());
    }
    assertTrue(blocks(run) < 200, "it was killed amid the run");
    try (Child resumed =
        here(Lab.with(job, "--serial", "--resume", "--json", "-o", "hdfs:///runs/killed"))) {
      assertEquals(ExitStatus.DONE, resumed.status(), resumed.err());
      assertEquals(whole, resumed.digest());
    }
  }

  @Test
  void aSecondRunIsKeptOut() {
    String[] job = Lab.with(Lab.with(LONG, DRAWS), "--serial", "-o", "hdfs:///runs/locked");
    try (Child first = here(job)) {
      first.await(() -> Files.exists(there("/runs/locked/blocks")));
      try (Child second = here(Lab.with(job, "--resume"))) {
        assertEquals(ExitStatus.WRONG_INPUT, second.status());
        assertEquals(
            "parallax: another run is at work in output folder 'hdfs:/runs/locked'\n",
            second.err());
      }
    }
  }
}
