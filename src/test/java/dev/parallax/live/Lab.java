package dev.parallax.live;

import dev.parallax.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The one cluster that all tests of this JVM share, a folder for them, and a user's jar. */
final class Lab implements AutoCloseable {
  /** Settings for a job that needs the network, but not two hosts: executors start slowly. */
  private static final List<String> ONE_EXECUTOR =
      List.of("spark.cores.max 2", "spark.executor.cores 2");

  private final Path folder;
  private final Path jar;
  private final Cluster cluster;
  private int folders;

  private Lab() {
    try {
      folder = Files.createTempDirectory("lab");
      jar = FaultyCode.jar(folder);
      cluster = new Cluster(Files.createDirectory(folder.resolve("spark")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives it to the tests that ask for it, and closes it after the last class: Maven runs each as
   * if it were alone, but all in one session.
   */
  static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Lab.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent(Lab.class, key -> new Lab(), Lab.class);
    }
  }

  Cluster cluster() {
    return cluster;
  }

  String jar() {
    return jar.toString();
  }

  /** A folder that is there and empty. */
  Path emptyFolder() {
    try {
      return Files.createDirectory(folder.resolve("folder" + folders++));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A command line whose driver knows the secret, with more settings of Spark. */
  Child run(List<String> settings, String... arguments) {
    String file = cluster.settings(settings.toArray(String[]::new)).toString();
    return Child.parallax(
        with(arguments, "--master", cluster.url(), "--properties-file", file, "--jar", jar()));
  }

  /** The same on one executor. */
  Child runOnOne(String... arguments) {
    return run(ONE_EXECUTOR, arguments);
  }

  /** {@link ManyJobs} on the cluster. */
  Child jobs(List<String> jobs) {
    return jobs(List.of(), jobs);
  }

  /** The same on one executor. */
  Child jobsOnOne(List<String> jobs) {
    return jobs(ONE_EXECUTOR, jobs);
  }

  private Child jobs(List<String> settings, List<String> jobs) {
    String file = cluster.settings(settings.toArray(String[]::new)).toString();
    String[] start = {cluster.url(), file};
    return Child.program(ManyJobs.class, with(start, jobs.toArray(String[]::new)));
  }

  static String[] with(String[] job, String... more) {
    return Stream.concat(Arrays.stream(job), Arrays.stream(more)).toArray(String[]::new);
  }

  /** The digest of the same command with {@code --serial}, in this process. */
  String serially(String... arguments) {
    ClassLoader former = Thread.currentThread().getContextClassLoader();
    StringWriter out = new StringWriter();
    try {
      String[] all = with(arguments, "--serial", "--json", "--jar", jar());
      Main.run(all, new PrintWriter(out), new PrintWriter(System.err, true));
    } finally {
      Thread.currentThread().setContextClassLoader(former);
    }
    return Child.digest(out.toString());
  }

  @Override
  public void close() throws IOException {
    cluster.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
