package dev.parallax.live;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code docker-compose.yml} says: a tested cluster is started from it. */
final class Compose {
  private final Map<String, Object> root;

  private Compose(Map<String, Object> root) {
    this.root = root;
  }

  /** The project's own. */
  static Compose ofProject() {
    try (Reader reader = Files.newBufferedReader(Path.of("docker-compose.yml"))) {
      return new Compose(map(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked") // as the file's format has it
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  Map<String, Object> services() {
    return map(root.get("services"));
  }

  Map<String, Object> service(String name) {
    return map(services().get(name));
  }

  Map<String, Object> secrets() {
    return map(root.get("secrets"));
  }

  /** A part of a service that has parts of its own. */
  Map<String, Object> part(String service, String name) {
    return map(service(service).get(name));
  }

  /** A list of words, or a text that is split at blanks. */
  List<String> words(String service, String name) {
    return service(service).get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(service(service).get(name).toString().strip().split("\\s+"));
  }
}
