package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void theImageForKubernetesIsOfTheSameSpark() throws IOException {
    String compose = COMPOSE.service("submit").get("image").toString();
    List<String> lines = Files.readAllLines(Path.of("src/docker/Dockerfile"));
    String from = lines.stream().filter(line -> line.startsWith("FROM ")).findFirst().get();
    assertEquals(compose.replace("-ubuntu", "-python3-ubuntu"), from.substring("FROM ".length()));
    assertTrue(
        lines.containsAll(
            List.of(
                "COPY --chown=spark:spark target/parallax.jar /opt/parallax/",
                "COPY --chown=spark:spark jobs /opt/parallax/jobs/")),
        lines.toString());
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

  /**
   * The image's own entry point, as far as it matters here: it knows a driver and an executor,
   * whose user it names; any other command takes its place as it is.
   */
  private static final String IMAGE_ENTRY_POINT =
      """
      #!/bin/sh
      case $1 in
        driver | executor) echo "it names the user of a $1" ;;
        *) exec "$@" ;;
      esac
      """;

  /** Prints who it is, as C's library has it: the JVM asks that, and ends without an answer. */
  private static final String WHO =
      "cat \"$NSS_WRAPPER_PASSWD\" \"$NSS_WRAPPER_GROUP\"; echo \"$LD_PRELOAD\"; echo \"$1\"";

  @ParameterizedTest
  @ValueSource(strings = {"master", "worker", "submit"})
  void aUserWithoutAPasswdEntryIsGivenAName(String service, @TempDir Path folder)
      throws IOException {
    // A machine on which nobody has an entry, and this user is number 4711 of group 12.
    script(folder.resolve("bin/getent"), "#!/bin/sh\nexit 2\n");
    script(
        folder.resolve("bin/id"),
        "#!/bin/sh\ncase $1 in -u) echo 4711 ;; -g) echo 12 ;; *) exit 1 ;; esac\n");
    String said = entered(service, folder, List.of("sh", "-c", WHO, "sh", "two  words"));
    assertEquals(
        """
        parallax:x:4711:12::/tmp:/bin/false
        parallax:x:12:
        libnss_wrapper.so
        two  words
        """,
        said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"master", "worker", "submit"})
  void aUserWithAnEntryKeepsIt(String service, @TempDir Path folder) throws IOException {
    script(folder.resolve("bin/getent"), "#!/bin/sh\necho me:x:1:1::/:/bin/sh\n");
    String said =
        entered(service, folder, List.of("sh", "-c", "echo \"<$LD_PRELOAD>$*\"", "sh", "a"));
    assertEquals("<>a\n", said);
  }

  /** What a command prints behind a service's entry point. */
  private static String entered(String service, Path folder, List<String> command)
      throws IOException {
    Path entry = script(folder.resolve("entrypoint.sh"), IMAGE_ENTRY_POINT);
    List<String> words = new ArrayList<>();
    COMPOSE.words(service, "entrypoint").stream()
        .takeWhile(word -> !word.endsWith("/spark-submit"))
        .map(word -> word.equals("/opt/entrypoint.sh") ? entry.toString() : word)
        .map(word -> word.replace("$$", "$")) // as Docker Compose reads it
        .forEach(words::add);
    words.addAll(command);
    Map<String, String> environment =
        Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    try (Child child = Child.start(environment, words)) {
      assertEquals(0, child.status(), child.err());
      return child.out();
    }
  }

  private static Path script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertTrue(file.toFile().setExecutable(true));
    return file;
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
