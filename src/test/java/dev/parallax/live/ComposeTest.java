package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What of {@code docker-compose.yml} cannot be seen from the tested cluster, which runs its
 * commands.
 */
class ComposeTest {
  private static final List<String> SERVICES = List.of("master", "worker", "submit");
  private static final Compose COMPOSE = Compose.ofProject();

  @Test
  void theServicesAreThoseThatAreTested() {
    assertEquals(Set.copyOf(SERVICES), COMPOSE.services().keySet());
    assertEquals(Map.of("replicas", 2), COMPOSE.part("worker", "deploy"));
  }

  @Test
  void theImageIsOfTheSparkThatWeAreBuiltFor() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    for (String service : SERVICES) {
      String image = COMPOSE.service(service).get("image").toString();
      String[] parts = image.split("[:-]");
      assertEquals("apache/spark", parts[0]);
      assertTrue(pom.contains("<spark.version>" + parts[1] + "</spark.version>"), image);
      assertTrue(pom.contains("<artifactId>spark-core_" + parts[2].substring(5)), image);
    }
  }

  @Test
  void everybodyHasTheSecretFromAFileAndNobodySaysIt() throws IOException {
    assertEquals(Map.of("spark", Map.of("file", "./secret.conf")), COMPOSE.secrets());
    for (String service : SERVICES) {
      assertEquals(List.of("spark"), COMPOSE.words(service, "secrets"));
      String part = service.equals("submit") ? "entrypoint" : "command";
      List<String> command = COMPOSE.words(service, part);
      int at = command.indexOf("--properties-file");
      assertEquals("/run/secrets/spark", command.get(at + 1));
      Map<String, Object> environment = COMPOSE.part(service, "environment");
      assertFalse((command + environment.toString()).contains("authenticate.secret"));
      String options = command + " " + environment.get("SPARK_DAEMON_JAVA_OPTS");
      assertTrue(options.contains("spark.authenticate=true"), options);
      assertTrue(options.contains("spark.network.crypto.enabled=true"), options);
    }
    assertTrue(Files.readAllLines(Path.of(".gitignore")).contains("/secret.conf"));
  }

  @Test
  void onlyResultsCanBeWrittenAndOnlyTheHostSeesThePage() {
    for (String service : SERVICES) {
      for (String volume : COMPOSE.words(service, "volumes")) {
        assertTrue(volume.endsWith(":ro") || volume.equals("./runs:/parallax/runs"), volume);
        String source = volume.substring(0, volume.indexOf(':'));
        assertTrue(source.equals("./runs") || Files.isDirectory(Path.of(source)), source);
      }
    }
    assertTrue(COMPOSE.words("submit", "volumes").contains("./runs:/parallax/runs"));
    assertEquals(List.of("127.0.0.1:8080:8080"), COMPOSE.words("master", "ports"));
    assertFalse(COMPOSE.service("worker").containsKey("ports"));
    assertFalse(COMPOSE.service("submit").containsKey("ports"));
  }

  @Test
  void eachWaitsUntilTheOneBeforeIsHealthy() {
    Map<String, Object> healthy = Map.of("condition", "service_healthy");
    assertEquals(Map.of("master", healthy), COMPOSE.part("worker", "depends_on"));
    assertEquals(Map.of("worker", healthy), COMPOSE.part("submit", "depends_on"));
    for (String service : List.of("master", "worker")) {
      assertTrue(COMPOSE.part(service, "healthcheck").containsKey("test"), service);
    }
  }
}
