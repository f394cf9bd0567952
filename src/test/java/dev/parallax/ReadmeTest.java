package dev.parallax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parallax.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README does what it says: its code compiles and runs, its commands end as it shows, its
 * tables and links are true.
 *
 * <p>In a {@code java} block, a class that begins with an import is complete and belongs to the
 * user's jar; anything else is statements, run with the imports that the page leaves out.
 */
class ReadmeTest {
  private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final List<String> IMPORTS =
      List.of(
          "dev.parallax.array.*",
          "dev.parallax.bootstrap.*",
          "dev.parallax.engine.*",
          "dev.parallax.engine.spark.*",
          "dev.parallax.kernel.*",
          "dev.parallax.model.*",
          "dev.parallax.run.*",
          "dev.parallax.sweep.*",
          "dev.parallax.table.*",
          "java.nio.file.Path");

  @TempDir static Path folder;

  private static String readme;
  private static Path jar;
  private static Path classes;
  private static int snippets;

  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void forgetUserClasses() {
    Thread.currentThread().setContextClassLoader(loader);
  }

  /** Compiles all code of the page, and makes the user's jar. */
  @BeforeAll
  static void compile() throws IOException {
    readme = Files.readString(Path.of("README.md"));
    Path sources = Files.createDirectory(folder.resolve("sources"));
    classes = Files.createDirectory(folder.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp", classPath()));
    for (String code : blocks("java")) {
      Path file = sources.resolve(className(code) + ".java");
      Files.writeString(file, isComplete(code) ? code : wrapped(code));
      arguments.add(file.toString());
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, said, said, arguments.toArray(String[]::new));
    assertEquals(0, status, () -> said.toString(UTF_8));
    jar = jar();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static List<String> blocks(String language) {
    return FENCE
        .matcher(readme)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  private static boolean isComplete(String code) {
    return code.startsWith("import ") || code.startsWith("public ");
  }

  private static String className(String code) {
    Matcher name = Pattern.compile("(?m)^public final class (\\w+)").matcher(code);
    return isComplete(code) && name.find() ? name.group(1) : "Snippet" + ++snippets;
  }

  private static String wrapped(String code) {
    return IMPORTS.stream().map("import %s;\n"::formatted).collect(Collectors.joining())
        + "public class Snippet%d {\n".formatted(snippets)
        + "  public static void main(String[] arguments) throws Exception {\n"
        + code
        + "  }\n}\n";
  }

  private static Path jar() throws IOException {
    Path file = folder.resolve("mine.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file));
        Stream<Path> all = Files.list(classes)) {
      for (Path path : all.filter(p -> !p.getFileName().toString().contains("Snippet")).toList()) {
        out.putNextEntry(new JarEntry(path.getFileName().toString()));
        Files.copy(path, out);
      }
    }
    return file;
  }

  /** Where a line says in a comment what it prints, that is printed. */
  @TestFactory
  Stream<DynamicTest> snippetsRun() {
    List<String> codes = blocks("java").stream().filter(code -> !isComplete(code)).toList();
    return Stream.iterate(0, i -> i < codes.size(), i -> i + 1)
        .map(i -> dynamicTest("Snippet" + (i + 1), () -> runSnippet(i + 1, codes.get(i))));
  }

  private static void runSnippet(int number, String code) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader user = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      Thread.currentThread().setContextClassLoader(user);
      System.setOut(new PrintStream(printed, true, UTF_8));
      Class<?> snippet = user.loadClass("Snippet" + number);
      snippet.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(out);
    }
    Matcher promised = Pattern.compile("println\\(.*; // (.*)").matcher(code);
    if (promised.find()) {
      assertEquals(promised.group(1), printed.toString(UTF_8).strip());
    }
  }

  /** A command of the page, and the output it shows there, if any. */
  private record Shown(String command, String output) {
    int status() {
      return output.startsWith("parallax: ") ? 2 : output.contains("\n  failed: ") ? 3 : 0;
    }
  }

  private static List<Shown> commands() {
    List<Shown> commands = new ArrayList<>();
    for (String block : blocks("sh")) {
      block.lines().filter(l -> l.startsWith("./")).forEach(l -> commands.add(new Shown(l, "")));
    }
    for (String block : blocks("console")) {
      String[] parts = block.replace("\\\n", " ").substring(2).split("\n", 2);
      commands.add(new Shown(parts[0], parts[1]));
    }
    return commands;
  }

  @TestFactory
  Stream<DynamicTest> commandsEndAsShown() {
    assertTrue(commands().size() > 10, "the page has commands");
    return commands().stream().map(shown -> dynamicTest(shown.command, () -> run(shown)));
  }

  private void run(Shown shown) throws IOException {
    forgetUserClasses();
    List<String> arguments = words(shown.command);
    assertEquals("./parallax", arguments.remove(0));
    arguments.replaceAll(argument -> argument.equals("mine.jar") ? jar.toString() : argument);
    int output = arguments.indexOf("-o");
    if (output >= 0) {
      arguments.set(output + 1, Files.createTempDirectory(folder, "run").toString());
    }
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    int status = Main.run(arguments.toArray(String[]::new), writer, writer);
    assertEquals(shown.status(), status, said::toString);
    if (!shown.output.isEmpty()) {
      assertEquals(form(shown.output), form(said.toString()));
    }
  }

  /** A command's words; one in single quotes may have blanks. */
  private static List<String> words(String command) {
    return new ArrayList<>(
        Pattern.compile("'([^']*)'|\\S+")
            .matcher(command)
            .results()
            .map(word -> word.group(1) == null ? word.group() : word.group(1))
            .toList());
  }

  /** An output without what differs from run to run: its numbers, and the slices' rows. */
  private static String form(String output) {
    return output
        .lines()
        .filter(
            line -> !line.matches("\\s+\\d+\\s+\\d+\\s+[\\d.]+  .*|\\s+\\.\\.\\. \\d+ more, .*"))
        .filter(line -> !line.matches("  (Serial would have been|\\(less work than) .*"))
        .map(line -> line.replaceAll("digest \\p{XDigit}+", "digest #"))
        .map(line -> line.replaceAll("-?\\d[\\d.]*(E-?\\d+)?( million)?", "#"))
        .map(line -> line.replaceAll("(core|slice)s\\b", "$1").replaceAll("\\bm?s\\b", "s"))
        .map(line -> line.replaceAll(" +", " "))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void everyOptionIsOnThePage() {
    for (String command : List.of("demo", "sweep", "map", "bootstrap")) {
      StringWriter help = new StringWriter();
      Main.run(new String[] {command, "--help"}, new PrintWriter(help), new PrintWriter(help));
      Matcher option = Pattern.compile("--[a-z][a-z-]+").matcher(help.toString());
      assertTrue(option.find(), command);
      option
          .results()
          .map(MatchResult::group)
          .forEach(name -> assertTrue(readme.contains("`" + name), command + " " + name));
    }
  }

  @Test
  void theTableOfRoomsIsTheHousesOwn() {
    Map<String, List<String>> shown = new TreeMap<>();
    Matcher row =
        Pattern.compile("(?m)^\\| `([a-z.]+)` \\| [^|]* \\| ([^|]*) \\|$").matcher(readme);
    row.results().forEach(r -> shown.put(r.group(1), List.of(r.group(2).split(", "))));
    Map<String, List<String>> house = new TreeMap<>(HouseTest.MAY_IMPORT);
    house.replaceAll((room, rooms) -> rooms.isEmpty() ? List.of("nothing") : rooms);
    house.put("cli", List.of("everything"));
    shown.keySet().retainAll(house.keySet());
    assertEquals(house, shown);
  }

  @Test
  void filesAndHeadingsThatAreLinkedToAreThere() {
    List<String> headings =
        Pattern.compile("(?m)^#+ (.*)$")
            .matcher(readme)
            .results()
            .map(h -> h.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", ""))
            .map(h -> "#" + h.replace(' ', '-'))
            .toList();
    Pattern link = Pattern.compile("]\\((?!https://)([^)]+)\\)");
    List<String> links = link.matcher(readme).results().map(l -> l.group(1)).toList();
    assertFalse(links.isEmpty());
    for (String target : links) {
      boolean there =
          target.startsWith("#") ? headings.contains(target) : Files.exists(Path.of(target));
      assertTrue(there, target);
    }
  }

  @Test
  void whatIsQuotedFromFilesIsInThem() throws IOException {
    assertTrue(blocks("text").contains(Files.readString(Path.of("jobs/hubble.job"))));
    String engine = Files.readString(Path.of("src/main/java/dev/parallax/engine/Engine.java"));
    String quoted = blocks("text").stream().filter(b -> b.contains("interface")).findAny().get();
    quoted.lines().forEach(line -> assertTrue(engine.contains(line.strip()), line));
  }

  @TestFactory
  Stream<DynamicTest> thePythonRecipeGivesTheDigest() throws IOException {
    assumeTrue(hasPython(), "no python3 here");
    Path recipe = Files.writeString(folder.resolve("digest.py"), blocks("python").get(0));
    return Stream.of(
            "@jobs/oscillator.job",
            "@jobs/primes.job",
            "@jobs/hubble.job --statistic pearson,slope --resamples 500",
            "@jobs/air-conditioning.job --resampling rows --resamples 500",
            "@jobs/gravity.job --resamples 500",
            "sweep -p mu=0 -p sigma=-1,1 --model normal-sum", // a point fails
            "map --jars mine.jar --function CollatzSteps --array range:-2:100")
        .map(job -> dynamicTest(job, () -> checkRecipe(recipe, job)));
  }

  private void checkRecipe(Path recipe, String job) throws Exception {
    forgetUserClasses();
    Path run = Files.createTempDirectory(folder, "digest");
    String command = job.replace("mine.jar", jar.toString()) + " --serial --format csv -o " + run;
    PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream(), false, UTF_8);
    Main.run(command.split(" "), nowhere, nowhere);
    Process python =
        new ProcessBuilder("python3", recipe.toString())
            .directory(run.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), UTF_8).strip();
    String summary = Files.readString(run.resolve("summary.json"));
    assertTrue(summary.contains("\"digest\" : \"" + said + '"'), said);
  }

  private static boolean hasPython() {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }
}
