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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A standalone Spark cluster on this machine's loopback: a master and two workers of one core. */
final class Cluster implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Map<String, String> environment;
  private final List<Child> children = new ArrayList<>();
  private final int port = freePort();

  /** Starts it, with its files in this folder, and waits until both workers are there. */
  Cluster(Path folder) throws IOException {
    // A Spark distribution is, to Spark, a folder with jars.
    Files.createSymbolicLink(folder.resolve("jars"), Path.of("target", "lib").toAbsolutePath());
    environment =
        Map.of(
            "SPARK_HOME", folder.toString(),
            "SPARK_SCALA_VERSION", "2.13",
            "SPARK_CONF_DIR", Path.of("conf").toAbsolutePath().toString());
    int web = freePort();
    Child master =
        daemon("master.Master", "--host", LOOPBACK, "--port", "" + port, "--webui-port", "" + web);
    for (int i = 0; i < 2; i++) {
      Path work = folder.resolve("work" + i);
      daemon(
          "worker.Worker",
          "--host",
          LOOPBACK,
          "--cores",
          "1",
          "--memory",
          "1g",
          "--webui-port",
          "0",
          "--work-dir",
          work.toString(),
          url());
    }
    master.await(() -> aliveWorkers(web) == 2);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Child daemon(String name, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(Child.JAVA, "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", Child.LIB));
    command.add("org.apache.spark.deploy." + name);
    command.addAll(List.of(arguments));
    Child child = Child.start(environment, command);
    children.add(child);
    return child;
  }

  private static int aliveWorkers(int web) {
    try {
      URI page = URI.create("http://" + LOOPBACK + ":" + web + "/json/");
      String json =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
              .body();
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

  /** The executors that run now. */
  List<ProcessHandle> executors() {
    return children.stream()
        .flatMap(Child::descendants)
        .filter(p -> p.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
        .toList();
  }

  /** What {@code bin/spark-submit} does: Spark's launcher prints a command, which is run. */
  Child submit(String... arguments) {
    List<String> launch =
        new ArrayList<>(List.of(Child.JAVA, "-XX:TieredStopAtLevel=1", "-cp", Child.LIB));
    launch.add("org.apache.spark.launcher.Main");
    launch.add("org.apache.spark.deploy.SparkSubmit");
    launch.addAll(List.of(arguments));
    try (Child launcher = Child.start(environment, launch)) {
      launcher.status();
      return Child.start(
          environment,
          Stream.of(launcher.out().split("\0"))
              .map(String::strip)
              .filter(s -> !s.isEmpty())
              .toList());
    }
  }

  @Override
  public void close() {
    for (int i = children.size() - 1; i >= 0; i--) {
      children.get(i).close();
    }
  }
}
