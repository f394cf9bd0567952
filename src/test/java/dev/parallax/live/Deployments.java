package dev.parallax.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** What the tests of deployments fetch: jars of other programs, once for a build. */
final class Deployments {
  private static final Path SOURCES = Path.of("src", "test", "deployments").toAbsolutePath();
  private static final Path FOLDER = Path.of("target", "deployments").toAbsolutePath();

  /** What Maven says where no registry has a part, or none is within reach. */
  private static final Pattern NOT_SERVED =
      Pattern.compile(
          "Could not (find|transfer)|could not be resolved|offline mode|Unknown host|refused");

  private Deployments() {}

  /** The folder with the jars that a file there names, with these properties. */
  private static Path jars(String name, String file, String... properties) {
    Path folder = FOLDER.resolve(name);
    if (!Files.exists(folder)) {
      List<String> command =
          new ArrayList<>(List.of("mvn", "-q", "-B", "-f", SOURCES.resolve(file).toString()));
      command.addAll(List.of(properties));
      command.addAll(
          List.of("dependency:copy-dependencies", "-DoutputDirectory=" + folder + "/jars"));
      try (Child maven = Child.start(Map.of(), command)) {
        if (maven.status() != 0) {
          String said = maven.out() + maven.err();
          Assumptions.assumeFalse(
              NOT_SERVED.matcher(said).find(), () -> name + " is not to be had here: " + said);
          throw new AssertionError(said);
        }
      }
    }
    return folder;
  }

  /** A version of Spark, for a Scala. */
  static SparkHome spark(String version, String scala) {
    String[] properties = {"-Dspark.version=" + version, "-Dscala.version=" + scala};
    return new SparkHome(jars("spark-" + version + "-" + scala, "spark.xml", properties), scala);
  }

  /** The jars of a small Hadoop cluster. */
  static Path hadoop() {
    return jars("hadoop", "hadoop.xml");
  }

  /** The program that starts one, as a source file. */
  static Path miniHadoop() {
    return SOURCES.resolve("MiniHadoop.java");
  }

  /** The jars of a server that speaks S3. */
  static Path s3Server() {
    return jars("s3-server", "s3-server.xml");
  }

  /** The jars of Hadoop's client of S3. */
  static Path s3Client() {
    return jars("s3-client", "s3-client.xml");
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
