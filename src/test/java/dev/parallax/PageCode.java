package dev.parallax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The Java code of the pages, compiled: a class that begins with an import is complete and belongs
 * to the user's jar; anything else is statements, run with the imports that the pages leave out.
 *
 * @param classes the folder of the compiled classes
 * @param jar the complete ones
 * @param snippets the statements; those of number i are the class {@code Snippet<i + 1>}
 */
record PageCode(Path classes, Path jar, List<String> snippets) {
  private static final List<String> IMPORTS =
      List.of(
          "dev.parallax.*",
          "dev.parallax.bootstrap.*",
          "dev.parallax.bootstrap.interval.*",
          "dev.parallax.bootstrap.permutation.*",
          "dev.parallax.bootstrap.resampling.*",
          "dev.parallax.bootstrap.sample.*",
          "dev.parallax.engine.*",
          "dev.parallax.engine.spark.*",
          "dev.parallax.model.*",
          "dev.parallax.model.builtin.*",
          "dev.parallax.model.expression.*",
          "dev.parallax.prime.*",
          "dev.parallax.run.*",
          "dev.parallax.statistic.*",
          "dev.parallax.table.*",
          "dev.parallax.workload.map.*",
          "dev.parallax.workload.sweep.*",
          "dev.parallax.workload.sweep.design.*",
          "dev.parallax.workload.sweep.parameter.*",
          "dev.parallax.workload.value.*",
          "java.nio.file.Path",
          "java.util.List");

  static PageCode compile(List<String> codes, Path folder) throws IOException {
    Path sources = Files.createDirectory(folder.resolve("sources"));
    Path classes = Files.createDirectory(folder.resolve("classes"));
    List<String> snippets = codes.stream().filter(code -> !isComplete(code)).toList();
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp", classPath()));
    for (String code : codes) {
      String name = isComplete(code) ? className(code) : "Snippet" + (snippets.indexOf(code) + 1);
      Path file = sources.resolve(name + ".java");
      Files.writeString(file, isComplete(code) ? code : wrapped(name, code));
      arguments.add(file.toString());
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, said, said, arguments.toArray(String[]::new));
    assertEquals(0, status, () -> said.toString(UTF_8));
    return new PageCode(classes, jar(classes, folder.resolve("mine.jar")), snippets);
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static boolean isComplete(String code) {
    return code.startsWith("import ") || code.startsWith("public ");
  }

  private static String className(String code) {
    Matcher name = Pattern.compile("(?m)^public (?:final class|record) (\\w+)").matcher(code);
    return name.results().findFirst().orElseThrow().group(1);
  }

  private static String wrapped(String name, String code) {
    return IMPORTS.stream().map("import %s;\n"::formatted).collect(Collectors.joining())
        + "public class %s {\n".formatted(name)
        + "  public static void main(String[] arguments) throws Exception {\n"
        + code
        + "  }\n}\n";
  }

  private static Path jar(Path classes, Path file) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file));
        Stream<Path> all = Files.list(classes)) {
      for (Path path : all.filter(p -> !p.getFileName().toString().contains("Snippet")).toList()) {
        out.putNextEntry(new JarEntry(path.getFileName().toString()));
        Files.copy(path, out);
      }
    }
    return file;
  }

  /** Runs a snippet; where a line of it says in a comment what it prints, that is printed. */
  void run(int number) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader user = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      Thread.currentThread().setContextClassLoader(user);
      System.setOut(new PrintStream(printed, true, UTF_8));
      Class<?> snippet = user.loadClass("Snippet" + (number + 1));
      snippet.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(out);
    }
    String promised =
        Pattern.compile("println\\(.*; // (.*)")
            .matcher(snippets.get(number))
            .results()
            .map(line -> line.group(1))
            .collect(Collectors.joining("\n"));
    if (!promised.isEmpty()) {
      assertEquals(promised, printed.toString(UTF_8).strip());
    }
  }
}
