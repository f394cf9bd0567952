package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one jar on the versions of Spark that people have. */
@ExtendWith(Lab.Extension.class)
class VersionsDeploymentIT {
  private static final List<String[]> CORE =
      List.of(
          new String[] {"@jobs/hubble.job", "--resamples", "2000"},
          new String[] {"sweep", "-p", "x=linspace:0:1:301", "--expression", "y = x^2 - x/3"},
          new String[] {"sweep", "-p", "x=linspace:0:1:100", "--model", "lab.Cubic"});

  private static Child submitted(SparkHome spark, String master, String jar, String... job) {
    List<String> all = new ArrayList<>(List.of("--master", master));
    all.addAll(List.of("--conf", "spark.driver.host=127.0.0.1", "target/parallax.jar"));
    all.addAll(List.of(job));
    all.addAll(List.of("--json", "--jar", jar));
    return spark.submit(Map.of(), all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.5.8", "4.0.2", "4.1.2"})
  void everyDigestIsEqual(String version, Lab lab) {
    SparkHome spark = Deployments.spark(version, "2.13");
    try (OtherCluster cluster = new OtherCluster(spark, lab.emptyFolder())) {
      for (String[] job : CORE) {
        String serially = lab.serially(job);
        for (String master : List.of("local[2]", cluster.url())) {
          try (Child run = submitted(spark, master, lab.jar(), job)) {
            assertEquals(ExitStatus.DONE, run.status(), run.out() + run.err());
            assertEquals(serially, run.digest(), version + " " + master);
          }
        }
      }
    }
  }

  @Test
  void aSparkForAnotherScalaIsRefused(Lab lab) {
    SparkHome spark = Deployments.spark("3.5.8", "2.12");
    try (Child run = submitted(spark, "local[2]", lab.jar(), CORE.get(0))) {
      assertEquals(ExitStatus.BROKEN, run.status());
      assertTrue(
          run.err()
              .contains(
                  "parallax: this Spark, 3.5.8, is built for Scala 2.12, and Parallax for 2.13"),
          run.err());
    }
  }

  /** The launcher brings the Spark of this build, which a cluster of another one refuses. */
  @Test
  void aClusterOfAnotherVersionIsSaid(Lab lab) {
    SparkHome spark = Deployments.spark("4.1.2", "2.13");
    try (OtherCluster cluster = new OtherCluster(spark, lab.emptyFolder());
        Child run = Child.parallax(Lab.with(CORE.get(1), "--master", cluster.url()))) {
      assertEquals(ExitStatus.BROKEN, run.status(), run.out());
      assertTrue(run.err().contains("the cluster runs another Spark than 4.2.0"), run.err());
    }
  }

  /** A master and a worker of a version of Spark, without a secret, on the loopback. */
  private static final class OtherCluster implements AutoCloseable {
    private static final String DEPLOY = "org.apache.spark.deploy.";

    private final int port = Deployments.freePort();
    private final List<Child> children;

    OtherCluster(SparkHome spark, Path folder) {
      Map<String, String> small = Map.of("SPARK_DAEMON_MEMORY", "256m");
      String here = "127.0.0.1";
      Child master =
          spark.launch(
              small,
              List.of(
                  DEPLOY + "master.Master",
                  "--host",
                  here,
                  "--port",
                  Integer.toString(port),
                  "--webui-port",
                  "0"));
      Child worker =
          spark.launch(
              small,
              List.of(
                  DEPLOY + "worker.Worker",
                  "--host",
                  here,
                  "--cores",
                  "2",
                  "--memory",
                  "1500m",
                  "--work-dir",
                  folder.toString(),
                  url()));
      children = List.of(worker, master);
    }

    String url() {
      return "spark://127.0.0.1:" + port;
    }

    @Override
    public void close() {
      children.forEach(Child::close);
    }
  }
}
