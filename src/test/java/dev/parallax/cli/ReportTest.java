package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that {@code --report} writes: as text, and in a browser. */
class ReportTest {
  private static final List<String> HOSTILE =
      List.of(
          "sweep",
          "-p",
          "a=range:0:40:1",
          "-p",
          "</title><script>alert(1)</script>=1,2",
          "--model",
          "dev.parallax.cli.UserClasses$Hostile",
          "--keep-going",
          "--serial",
          "--report",
          "-o");

  @TempDir static Path folder;

  private static String hostile;

  @BeforeAll
  static void run() throws IOException {
    Path run = folder.resolve("hostile");
    CommandRun did =
        CommandRun.of(Stream.concat(HOSTILE.stream(), Stream.of(run.toString())).toList());
    assertEquals(3, did.status(), did.err());
    assertTrue(did.out().contains("report.html"), "the summary names the file");
    hostile = Files.readString(run.resolve("report.html"));
  }

  private static String page(String name, String line) throws IOException {
    Path run = folder.resolve(name);
    CommandRun did = CommandRun.of(line + " -o", run.toString());
    assertEquals(0, did.status(), did.err());
    return Files.readString(run.resolve("report.html"));
  }

  @Test
  void everyWorkloadHasItsPage() throws IOException {
    String map = page("map", "map --array range:0:500 --function is-prime --serial --report");
    assertTrue(map.contains("95 of 500"), "the findings are there");
    String bootstrap =
        page(
            "bootstrap",
            "bootstrap jobs/data/hubble.ecsv --x distance --y velocity --statistic pearson"
                + " --resamples 500 --serial --report");
    assertTrue(bootstrap.contains("95 % bca"), "the findings are there");
    assertEquals(4, Pattern.compile("<img ").matcher(bootstrap).results().count());
    CommandRun same = CommandRun.of("map --array range:0:500 --function is-prime --serial");
    assertTrue(map.contains(same.digest()), "the digest is there");
  }

  /** A picture's note is in the picture, moments are in a table, and neither is said again. */
  @Test
  void nothingIsSaidTwice() throws IOException {
    String page =
        page("twice", "sweep -p a=linspace:0:1:9 -p b=2 --expression y=a*b --serial --report");
    assertTrue(
        page.contains("<figcaption>y over a</figcaption>"), page.replaceAll("base64.*?\"", ""));
    assertTrue(page.contains("alt=\"y over a; b = 2\""), "but those who cannot see it hear it");
    assertFalse(page.contains("<td>mean 1, sd"), "the moments are in the table");
    assertTrue(page.contains("<td>min at (0, 2), item 0"), "where they are is not");
    assertEquals(2, Pattern.compile("<source media=").matcher(page).results().count());
  }

  @Test
  void thePageNeedsNothingElse() {
    assertFalse(Pattern.compile("src=\"(?!data:)").matcher(hostile).find());
    assertFalse(Pattern.compile("<(script|link|a|iframe|form|object)[ >]").matcher(hostile).find());
    assertFalse(Pattern.compile("url\\(|@import|href=").matcher(hostile).find());
    assertTrue(
        hostile.contains("default-src &#x27;none&#x27;; img-src data:"),
        "and is allowed nothing else");
  }

  @Test
  void textsAreEscapedAndBounded() {
    assertTrue(hostile.contains("&lt;script&gt;alert("), "a message");
    assertTrue(hostile.contains("&lt;/title&gt;&lt;script&gt;"), "a name");
    assertFalse(hostile.contains("<img src=x"));
    assertFalse(hostile.contains("x".repeat(700)), "a message is bounded");
    assertTrue(hostile.contains("30 of 80 items failed"));
    assertTrue(hostile.contains("<td data-name=\"failed\">30</td>"), "all of them are of one kind");
  }

  /** Given later, the option makes the page of a finished run; without it, no old page is left. */
  @Test
  void thePageOfAFinishedRun() throws IOException {
    Path run = folder.resolve("later");
    String line = "map --array range:0:300 --function is-prime --serial ";
    assertEquals(0, CommandRun.of(line + "-o", run.toString()).status());
    assertFalse(Files.exists(run.resolve("report.html")));
    CommandRun later = CommandRun.of(line + "--resume --report -o", run.toString());
    assertEquals(0, later.status(), later.err());
    String page = Files.readString(run.resolve("report.html"));
    assertFalse(page.contains("--resume"), "the command runs it from the beginning");
    assertTrue(page.contains("--function is-prime"), "the command is there");
    assertEquals(0, CommandRun.of(line + "--resume -o", run.toString()).status());
    assertFalse(Files.exists(run.resolve("report.html")));
  }

  @Test
  void aReportNeedsAFolder() {
    CommandRun did = CommandRun.of("map --array range:0:300 --function is-prime --report");
    assertEquals(2, did.status());
    assertEquals("parallax: --report needs a folder: give -o DIR", did.err().strip());
  }

  /** At the width of a phone nothing sticks out, all is loaded and nothing from elsewhere. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void inABrowser(boolean dark) {
    Optional<Browser> browser = Browser.find();
    assumeTrue(browser.isPresent(), "there is no Chromium here");
    String script =
        """
        const images = [...page.images];
        const loaded = frame.contentWindow.performance.getEntriesByType("resource");
        const light = element => {
          const [r, g, b] = frame.contentWindow.getComputedStyle(element).backgroundColor
            .match(/[0-9.]+/g).map(Number);
          return r + g + b > 600;
        };
        const color = frame.contentWindow.getComputedStyle(page.body).color.match(/[0-9.]+/g);
        return [
          "width " + page.documentElement.scrollWidth,
          "images " + images.length + " loaded " + images.filter(i => i.naturalWidth > 0).length,
          "named " + images.every(i => i.alt.length > 10),
          "wide " + images.filter(i => i.getBoundingClientRect().width > 360).length,
          "light ground " + light(page.body) + " card " + light(page.querySelector("section")),
          "light letters " + (Number(color[0]) > 128),
          "outside " + loaded.filter(entry => !entry.name.startsWith("data:")).length,
          "headings " + [...page.querySelectorAll("h1, h2")].map(h => h.tagName).join(""),
          "reason " + page.querySelector(".failures td:last-child").textContent.slice(0, 53),
          "scripts " + page.scripts.length,
          "cut " + [...page.querySelectorAll(".scroll")]
            .filter(box => box.scrollWidth > box.clientWidth + 1).length];
        """;
    List<String> found = browser.orElseThrow().find(hostile, 360, dark, script, folder);
    assertEquals(
        List.of(
            "width 360",
            "images 5 loaded 5",
            "named true",
            "wide 0",
            "light ground " + !dark + " card " + !dark,
            "light letters " + dark,
            "outside 0",
            "headings H1H2H2H2H2H2H2H2",
            "reason IllegalStateException: &lt;script&gt;alert('no')&lt;/script&gt; &amp;",
            "scripts 0",
            "cut 0"),
        found);
  }
}
