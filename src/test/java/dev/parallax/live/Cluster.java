package dev.parallax.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The cluster of {@code docker-compose.yml} on this machine's loopback: the file's own commands,
 * with a secret, started without Docker. The second worker is, to Spark, another host.
 */
final class Cluster implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int WORKERS = 2;

  /** Where processes start slowly Spark says so, which is not what the tests are about. */
  private static final String PATIENT = "spark.starvation.timeout 300s\n";

  private static final String JVM = String.join(" ", Child.SHORT_LIVED);

  private final Compose compose = Compose.ofProject();
  private final Path folder;
  private final SparkHome spark;
  private final Path properties;
  private final String secret = UUID.randomUUID().toString();
  private final int port = freePort();
  private final int web = freePort();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Child master;
  private final List<Child> workers = new ArrayList<>();
  private int started;

  /** Starts it, with its files in this folder, and waits until both workers are there. */
  Cluster(Path folder) throws IOException {
    this.folder = folder;
    spark = SparkHome.ofBuild(folder);
    properties = folder.resolve("secret.conf");
    Files.writeString(
        properties, "spark.authenticate.secret " + secret + "\n" + PATIENT + shortLived());
    master = launch(here("master", Map.of()));
    for (int i = 0; i < WORKERS; i++) {
      addWorker();
    }
    awaitWorkers();
  }

  private static String shortLived() {
    return "spark.driver.extraJavaOptions %s\nspark.executor.extraJavaOptions %s\n"
        .formatted(JVM, JVM);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A service's command, with what is different here. */
  private List<String> here(String service, Map<String, String> more) {
    Map<String, String> words = new HashMap<>(more);
    words.put("master", LOOPBACK);
    words.put("7077", Integer.toString(port));
    words.put("8080", Integer.toString(web));
    words.put("8081", "0");
    words.put("spark://master:7077", url());
    words.put("/run/secrets/spark", properties.toString());
    return compose.words(service, "command").stream()
        .skip(1) // bin/spark-class
        .map(word -> words.getOrDefault(word, word))
        .toList();
  }

  private void addWorker() {
    String host = "127.0.0." + (1 + started % WORKERS);
    String work = folder.resolve("work" + started++).toString();
    List<String> command = new ArrayList<>(here("worker", Map.of("/tmp/spark-work", work)));
    command.addAll(1, List.of("--host", host));
    workers.add(launch(command));
  }

  private Map<String, String> environment() {
    String options = compose.part("master", "environment").get("SPARK_DAEMON_JAVA_OPTS").toString();
    return Map.of("SPARK_DAEMON_JAVA_OPTS", options + " " + JVM, "SPARK_DAEMON_MEMORY", "256m");
  }

  private Child launch(List<String> arguments) {
    return spark.launch(environment(), arguments);
  }

  /** {@code spark-submit} with the options of the submit service, and a Parallax command line. */
  Child submit(String... arguments) {
    return submit(List.of(), arguments);
  }

  /** The same with more options of {@code spark-submit}. */
  Child submit(List<String> options, String... arguments) {
    List<String> words = compose.words("submit", "entrypoint");
    List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit"));
    words.stream()
        .dropWhile(word -> !word.endsWith("/spark-submit")) // a name for the user
        .skip(1)
        .map(word -> word.replace("spark://master:7077", url()))
        .map(word -> word.replace("/run/secrets/spark", properties.toString()))
        .map(word -> word.replace("host=submit", "host=" + LOOPBACK))
        .forEach(command::add);
    command.addAll(1, options);
    command.addAll(List.of(arguments));
    return launch(command);
  }

  /** Settings for a driver of our own that knows the secret, in a file, with more of them. */
  Path settings(String... more) {
    try {
      Path file = Files.createTempFile(folder, "driver", ".conf");
      List<String> lines = new ArrayList<>(Files.readAllLines(properties));
      lines.add("spark.authenticate true");
      lines.add("spark.network.crypto.enabled true");
      lines.add("spark.driver.host " + LOOPBACK);
      lines.addAll(List.of(more));
      Files.write(file, lines);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills the first worker's process, and starts another in its place. */
  void killWorker() {
    Child worker = workers.remove(0);
    worker.kill();
    addWorker();
  }

  void awaitWorkers() {
    master.await(() -> aliveWorkers() == WORKERS);
  }

  private int aliveWorkers() {
    try {
      URI page = URI.create("http://" + LOOPBACK + ":" + web + "/json/");
      String json =
          client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
      return json.split("\"state\" : \"ALIVE\"", -1).length - 1;
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  String url() {
    return "spark://" + LOOPBACK + ":" + port;
  }

  String secret() {
    return secret;
  }

  /** The master, the workers and what they have started. */
  List<ProcessHandle> processes() {
    return Stream.concat(Stream.of(master), workers.stream())
        .flatMap(child -> Stream.concat(Stream.of(child.handle()), child.descendants()))
        .toList();
  }

  /** The executors that run now. */
  List<ProcessHandle> executors() {
    return processes().stream()
        .filter(p -> p.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
        .toList();
  }

  @Override
  public void close() {
    workers.forEach(Child::close);
    master.close();
  }
}
