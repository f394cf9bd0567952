package dev.parallax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parallax.cli.Main;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README and the pages of {@code docs/} do what they say: their code compiles and runs, their
 * commands, given in the project's folder, end as they show, their tables and links are true.
 */
class ReadmeTest {
  @TempDir static Path folder;

  private static Pages pages;
  private static PageCode code;

  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void forgetUserClasses() {
    Thread.currentThread().setContextClassLoader(loader);
  }

  /** Reads the pages, compiles their code, and makes the user's jar. */
  @BeforeAll
  static void compile() throws IOException {
    pages = Pages.read();
    code = PageCode.compile(pages.blocks("java"), folder);
  }

  @TestFactory
  Stream<DynamicTest> snippetsRun() {
    return IntStream.range(0, code.snippets().size())
        .mapToObj(i -> dynamicTest("Snippet" + (i + 1), () -> code.run(i)));
  }

  @TestFactory
  Stream<DynamicTest> commandsEndAsShown() {
    List<PageCommands.Shown> all = PageCommands.of(pages);
    assertTrue(all.size() > 10, "the pages have commands");
    PageCommands commands = new PageCommands(folder, code.jar());
    return all.stream()
        .map(
            shown ->
                dynamicTest(
                    shown.command(),
                    () -> {
                      assumeTrue(!shown.needsPython() || hasPython());
                      forgetUserClasses();
                      commands.run(shown);
                    }));
  }

  @Test
  void everyOptionIsOnAPage() {
    String text = pages.text();
    for (String command : List.of("demo", "sweep", "map", "bootstrap", "shell")) {
      StringWriter help = new StringWriter();
      Main.run(new String[] {command, "--help"}, new PrintWriter(help), new PrintWriter(help));
      Matcher option = Pattern.compile("--[a-z][a-z-]+").matcher(help.toString());
      assertTrue(option.find(), command);
      option
          .results()
          .map(MatchResult::group)
          .forEach(name -> assertTrue(text.contains("`" + name), command + " " + name));
    }
  }

  @TestFactory
  Stream<DynamicTest> filesAndHeadingsThatAreLinkedToAreThere() {
    return pages.all().stream()
        .map(page -> dynamicTest(page.path().toString(), () -> pages.checkLinks(page)));
  }

  /** A page that the README does not lead to is not read. */
  @Test
  void theReadmeLinksToEveryPage() {
    List<String> links = pages.all().get(0).links();
    pages.all().stream()
        .skip(1)
        .map(page -> page.path().toString())
        .forEach(page -> assertTrue(links.contains(page), page));
  }

  @Test
  void whatIsQuotedFromFilesIsInThem() throws IOException {
    assertTrue(pages.blocks("text").contains(Files.readString(Path.of("jobs/hubble.job"))));
    String engine = Files.readString(Path.of("src/main/java/dev/parallax/engine/Engine.java"));
    String quoted =
        pages.blocks("text").stream().filter(b -> b.contains("interface")).findAny().get();
    quoted.lines().forEach(line -> assertTrue(engine.contains(line.strip()), line));
  }

  @TestFactory
  Stream<DynamicTest> thePythonRecipeGivesTheDigest() throws IOException {
    assumeTrue(hasPython(), "no python3 here");
    Path recipe = Files.writeString(folder.resolve("digest.py"), recipe());
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

  private static String recipe() {
    return pages.blocks("python").stream().filter(b -> b.contains("hashlib")).findAny().get();
  }

  private void checkRecipe(Path recipe, String job) throws Exception {
    forgetUserClasses();
    Path run = Files.createTempDirectory(folder, "digest");
    String command =
        job.replace("mine.jar", code.jar().toString()) + " --serial --format csv -o " + run;
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
