package dev.parallax;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.model.Model;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The JVM says nothing of an option for a method that is no longer there. */
class CompileCommandsTest {
  private static final Pattern NOT_INLINED =
      Pattern.compile("CompileCommand=dontinline,([\\w.]+)\\.([\\w*]+)::([\\w*]+)");

  @Test
  void loopsThatTheLauncherKeepsApartAreThere() throws Exception {
    assertFalse(commands().isEmpty());
    for (List<String> command : commands()) {
      assertTrue(methods(command).findAny().isPresent(), command.toString());
    }
  }

  /** A call that is not inlined would make an object of each of them. */
  @Test
  void noneOfThemTakesOrReturnsVectors() throws Exception {
    for (List<String> command : commands()) {
      for (Method method : methods(command).toList()) {
        assertFalse(method.toString().contains("jdk.incubator"), method::toString);
      }
    }
  }

  private static List<List<String>> commands() throws IOException {
    return NOT_INLINED
        .matcher(Files.readString(Path.of("parallax")))
        .results()
        .map(match -> List.of(match.group(1), match.group(2), match.group(3)))
        .toList();
  }

  private static Stream<Method> methods(List<String> command)
      throws IOException, URISyntaxException, ClassNotFoundException {
    Path classes = Path.of(Model.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path folder = classes.resolve(command.get(0).replace('.', '/'));
    List<Method> methods = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, command.get(1) + ".class")) {
      for (Path file : files) {
        String name = file.getFileName().toString().replace(".class", "");
        methods.addAll(List.of(Class.forName(command.get(0) + "." + name).getDeclaredMethods()));
      }
    }
    String wanted = command.get(2);
    return methods.stream().filter(m -> wanted.equals("*") || wanted.equals(m.getName()));
  }
}
