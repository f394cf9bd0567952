package dev.parallax.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on a server that speaks S3, by Hadoop's own client, which spark-submit adds. */
class S3DeploymentIT {
  private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");
  private static final String TABLE = "hubble.ecsv";
  private static final String[] HUBBLE = {
    "bootstrap",
    "s3a://lab/" + TABLE,
    "--x=distance",
    "--y=velocity",
    "--statistic=pearson",
    "--resamples=20000",
    "--serial",
    "--json"
  };
  @TempDir private static Path folder;

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static Child server;
  private static SparkHome spark;
  private static String endpoint;
  private static String jars;

  @BeforeAll
  static void start() throws IOException {
    jars = listed(Deployments.s3Client().resolve("jars"));
    endpoint = "http://127.0.0.1:" + Deployments.freePort();
    Path settings =
        Files.writeString(
            folder.resolve("server.conf"),
            """
            s3proxy.endpoint=%s
            s3proxy.authorization=none
            s3proxy.ignore-unknown-headers=true
            jclouds.provider=transient
            jclouds.identity=none
            jclouds.credential=none
            """
                .formatted(endpoint));
    server =
        Child.start(
            Map.of(),
            List.of(
                Child.JAVA,
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
                "-cp",
                Deployments.s3Server().resolve("jars") + "/*",
                "org.gaul.s3proxy.Main",
                "--properties",
                settings.toString()));
    server.await(S3DeploymentIT::answers);
    put("", new byte[0]);
    put("/" + TABLE, Files.readAllBytes(Path.of("jobs/data", TABLE)));
    spark = SparkHome.ofBuild(Files.createDirectory(folder.resolve("spark")));
  }

  @AfterAll
  static void end() {
    server.close();
  }

  private static String listed(Path place) throws IOException {
    try (Stream<Path> all = Files.list(place)) {
      return all.map(Path::toString).collect(Collectors.joining(","));
    }
  }

  private static HttpResponse<byte[]> ask(String path, HttpRequest.Builder request)
      throws IOException {
    try {
      return HTTP.send(
          request.uri(URI.create(endpoint + path)).build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean answers() {
    try {
      return ask("/", HttpRequest.newBuilder()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static void put(String key, byte[] content) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder().PUT(BodyPublishers.ofByteArray(content));
    assertEquals(200, ask("/lab" + key, request).statusCode());
  }

  private static byte[] object(String key) throws IOException {
    HttpResponse<byte[]> answer = ask("/lab/" + key, HttpRequest.newBuilder());
    assertEquals(200, answer.statusCode(), key);
    return answer.body();
  }

  /** The keys below a folder, by their paths from there, without those that stand for folders. */
  private static List<String> keys(String place) {
    try {
      byte[] list = ask("/lab?prefix=" + place + "/", HttpRequest.newBuilder()).body();
      return KEY.matcher(new String(list, UTF_8))
          .results()
          .map(found -> found.group(1).substring(place.length() + 1))
          .filter(key -> !key.isEmpty() && !key.endsWith("/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With the settings that the documentation names. */
  private static Child submit(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--master", "local[2]", "--jars", jars));
    all.addAll(List.of("--driver-memory", "512m"));
    Map<String, String> settings =
        Map.of(
            "endpoint", endpoint,
            "endpoint.region", "us-east-1",
            "path.style.access", "true",
            "access.key", "any",
            "secret.key", "any");
    settings.forEach(
        (key, value) -> all.addAll(List.of("--conf", "spark.hadoop.fs.s3a." + key + "=" + value)));
    all.add(Child.JAR.toString());
    all.addAll(List.of(arguments));
    return spark.submit(Map.of(), all);
  }

  private static String digest(Child child) {
    try (child) {
      assertEquals(ExitStatus.DONE, child.status(), child.out() + child.err());
      return child.digest();
    }
  }

  private static List<String> files(Path place) throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      return all.filter(Files::isRegularFile)
          .map(file -> place.relativize(file).toString())
          .filter(name -> !name.equals(".lock"))
          .sorted()
          .toList();
    }
  }

  @Test
  void whatIsWrittenThereIsWhatIsWrittenHere() throws IOException {
    String[] hubble = Lab.with(HUBBLE, "--slices", "2"); // blocks are files, a slice each
    String[] here = Lab.with(hubble, "-o", folder.resolve("hubble").toString());
    here[1] = "jobs/data/" + TABLE;
    String digest = digest(Child.parallax(here));
    assertEquals(digest, digest(submit(Lab.with(hubble, "-o", "s3a://lab/runs/hubble"))));
    assertEquals(files(folder.resolve("hubble")), keys("runs/hubble"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("hubble/table.ecsv")), object("runs/hubble/table.ecsv"));
    put("/jobs/" + TABLE, Files.readAllBytes(Path.of("jobs/data", TABLE)));
    String job = String.join(" ", HUBBLE).replace("s3a://lab/" + TABLE, TABLE);
    put("/jobs/hubble.job", (job + " -o ../runs/beside\n").getBytes(UTF_8));
    assertEquals(digest, digest(submit("@s3a://lab/jobs/hubble.job")));
    assertArrayEquals(object("runs/hubble/table.ecsv"), object("runs/beside/table.ecsv"));
  }

  /** A program that waits for as long as there is a file beside it. */
  private static String[] squares() throws IOException {
    Path script = folder.resolve("square.sh");
    String wait = "[ -e " + folder.resolve("slow") + " ] && sleep 0.2";
    Files.writeString(script, "while read x; do " + wait + "; echo $((x * x)); done\n");
    return new String[] {
      "map", "--array", "range:0:400", "--command", "sh " + script, "--slices", "40", "--json"
    };
  }

  @Test
  void aRunThatWasKilledGoesOnAndKeepsASecondOut() throws IOException {
    String[] job = squares();
    String whole = digest(Child.parallax(job));
    String[] kept = Lab.with(job, "-o", "s3a://lab/runs/killed");
    Path slow = Files.createFile(folder.resolve("slow"));
    try (Child run = submit(kept)) {
      run.await(() -> keys("runs/killed/blocks").size() > 1);
      try (Child second = submit(Lab.with(kept, "--resume"))) {
        assertEquals(ExitStatus.WRONG_INPUT, second.status(), second.out() + second.err());
        String said = "another run is at work in output folder 's3a://lab/runs/killed'\n";
        assertTrue(second.err().endsWith("parallax: " + said), second.err());
      }
      run.kill();
      run.status();
    }
    Files.delete(slow);
    int left = keys("runs/killed/blocks").size();
    assertTrue(left < 40, "it was killed amid the run");
    try (Child resumed = submit(Lab.with(kept, "--resume"))) {
      assertEquals(ExitStatus.DONE, resumed.status(), resumed.err());
      assertEquals(whole, resumed.digest());
      assertTrue(resumed.out().contains("\"slices\":["), resumed.out());
    }
    assertFalse(keys("runs/killed").contains(".lock"));
  }

  @Test
  void aBucketThatIsNotThereIsSaidInALine() {
    try (Child run = submit("bootstrap", "s3a://nowhere/x.csv", "--column=x", "--statistic=mean")) {
      assertEquals(ExitStatus.WRONG_INPUT, run.status(), run.err());
      String said = "parallax: 's3a://nowhere/x.csv': there is no such bucket";
      assertTrue(run.err().strip().endsWith(said), run.err());
    }
  }
}
