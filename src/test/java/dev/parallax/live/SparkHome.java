package dev.parallax.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Spark distribution as its launcher sees it: a folder with jars.
 *
 * @param folder has them in {@code jars}
 * @param scala the Scala that they are built for
 */
record SparkHome(Path folder, String scala) {
  private static final String LOOPBACK = "127.0.0.1";

  /** The jars of this build's Spark, linked into a folder. */
  static SparkHome ofBuild(Path folder) throws IOException {
    Files.createSymbolicLink(folder.resolve("jars"), Path.of("target", "lib").toAbsolutePath());
    return new SparkHome(folder, "2.13");
  }

  private String classPath() {
    return folder.resolve("jars") + "/*";
  }

  private Map<String, String> environment(Map<String, String> more) {
    Map<String, String> all = new HashMap<>();
    all.put("SPARK_LOCAL_IP", LOOPBACK);
    all.put("SPARK_HOME", folder.toString());
    all.put("SPARK_SCALA_VERSION", scala);
    all.put("SPARK_CONF_DIR", Path.of("conf").toAbsolutePath().toString());
    all.putAll(more);
    return all;
  }

  /** What {@code bin/spark-class} does: Spark's launcher prints a command, which is run. */
  Child launch(Map<String, String> more, List<String> arguments) {
    List<String> launch = new ArrayList<>(List.of(Child.JAVA));
    launch.addAll(Child.SHORT_LIVED);
    launch.addAll(List.of("-cp", classPath(), "org.apache.spark.launcher.Main"));
    launch.addAll(arguments);
    try (Child launcher = Child.start(environment(more), launch)) {
      launcher.status();
      return Child.start(
          environment(more),
          Stream.of(launcher.out().split("\0"))
              .map(String::strip)
              .filter(s -> !s.isEmpty())
              .toList());
    }
  }

  /** {@code spark-submit}. */
  Child submit(Map<String, String> more, List<String> arguments) {
    return launch(
        more,
        Stream.concat(Stream.of("org.apache.spark.deploy.SparkSubmit"), arguments.stream())
            .toList());
  }
}
