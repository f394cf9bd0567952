package dev.parallax.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files by a pattern of their paths. */
class FileGlobTest {
  @TempDir private Path folder;

  @BeforeEach
  void make() throws IOException {
    for (String name :
        List.of(
            "a.fits",
            "b.fits",
            "b.txt",
            "B.fits",
            ".hidden.fits",
            "night 1/c.fits",
            "night 1/deep/d.fit",
            ".git/e.fits")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    }
    Files.createDirectory(folder.resolve("z.fits"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.fits|B.fits,a.fits,b.fits",
        "?.fits|B.fits,a.fits,b.fits",
        "[ab].fits|a.fits,b.fits",
        "**/*.fits|B.fits,a.fits,b.fits,night 1/c.fits",
        "**/*.{fits,fit}|B.fits,a.fits,b.fits,night 1/c.fits,night 1/deep/d.fit",
        "*/*.fits|night 1/c.fits",
        "night 1/**|night 1/c.fits,night 1/deep/d.fit",
        "night*/*|night 1/c.fits",
        ".*.fits|.hidden.fits",
        ".git/*|.git/e.fits",
        "b.txt|b.txt"
      })
  void findsTheFilesInOrder(String pattern, String names) {
    assertEquals(
        Stream.of(names.split(",")).map(name -> folder + "/" + name).toList(),
        FileGlob.paths(folder + "/" + pattern));
  }

  /** The folder of the data is often a link to a larger disk. */
  @Test
  void aLinkThatThePatternBeginsWithIsFollowed() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("night 1"));
    assertEquals(List.of(link + "/c.fits"), FileGlob.paths(link + "/*.fits"));
    assertEquals(
        List.of(link + "/c.fits", link + "/deep/d.fit"), FileGlob.paths(link + "/**/*.{fits,fit}"));
    assertEquals(4, FileGlob.paths(folder + "/**/*.fits").size(), "and one within is not");
  }

  @Test
  void pathsAreAsThePatternHasThem() {
    List<String> jobs = FileGlob.paths("jobs/*.job");
    assertTrue(jobs.contains("jobs/hubble.job"), jobs.toString());
    assertEquals(jobs.stream().map(path -> "./" + path).toList(), FileGlob.paths("./jobs/*.job"));
    assertTrue(FileGlob.paths("pom.*").contains("pom.xml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.csv|no file matches",
        "nowhere/*.fits|no file matches",
        "c.fits|no file matches",
        "z.fits|no file matches",
        "[ab|is no pattern of paths",
        "{a,b|is no pattern of paths"
      })
  void whatIsWrongIsSaid(String pattern, String why) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> FileGlob.paths(folder + "/" + pattern));
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }

  /** A name that is no text would be another one's, or nobody's. */
  @Test
  void aNameThatIsNoTextIsRefused() throws Exception {
    String make = "cd '" + folder + "' && : > \"$(printf 'x\\351')\"";
    assertEquals(0, new ProcessBuilder("sh", "-c", make).start().waitFor());
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> FileGlob.paths(folder + "/x*"));
    assertTrue(e.getMessage().startsWith("the file '" + folder + "/x"), e.getMessage());
    assertEquals(1, FileGlob.paths(folder + "/a*").size());
  }
}
