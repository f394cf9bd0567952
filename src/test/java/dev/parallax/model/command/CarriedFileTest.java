package dev.parallax.model.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarriedFileTest {
  private static final String NO_FILE = "is a pipe or a device; name a file";

  @TempDir private Path folder;

  private static void refused(String expected, Path... paths) {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> CarriedFile.read(List.of(paths)));
    Path last = paths[paths.length - 1];
    assertEquals("--file " + last + ": " + expected, thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/dev/null", "/dev/full", "/dev/random"})
  void aDeviceIsNoFileAndNorIsALinkToIt(String device) throws IOException {
    refused(NO_FILE, Path.of(device));
    refused(NO_FILE, Files.createSymbolicLink(folder.resolve("data.csv"), Path.of(device)));
  }

  @Test
  void aPipeIsNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    refused(NO_FILE, pipe);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static List<String> names(Path... written) {
    return CarriedFile.read(List.of(written)).stream().map(CarriedFile::name).toList();
  }

  /** All of a folder; it keeps its name, as the path to it is no relative one. */
  @Test
  void aFolderHasAllThatIsBelow() throws IOException {
    write("lib/m.py", "m");
    write("lib/pkg/deep/d.dat", "d");
    write("lib/.hidden", "h");
    Files.createDirectories(folder.resolve("lib/none"));
    write("other/linked.txt", "l");
    Files.createSymbolicLink(folder.resolve("lib/link"), folder.resolve("other"));
    assertEquals(
        List.of("lib/.hidden", "lib/link/linked.txt", "lib/m.py", "lib/pkg/deep/d.dat"),
        names(folder.resolve("lib")));
    Path link = Files.createSymbolicLink(folder.resolve("shortcut"), folder.resolve("other"));
    assertEquals(List.of("shortcut/linked.txt"), names(link));
  }

  /** Relative paths, of files, folders and patterns, are kept; dots in them are not. */
  @Test
  void whatIsBehindADotIsKeptAndLeadsNoHigher() {
    assertEquals(List.of("data/hubble.ecsv"), names(Path.of("jobs/./data/hubble.ecsv")));
    assertEquals(List.of("pom.xml"), names(Path.of("jobs/./../pom.xml")));
  }

  @Test
  void relativePathsAreKept() {
    assertEquals(
        List.of("jobs/scripts/walk.py"), names(Path.of("./jobs/scripts/../scripts/walk.py")));
    List<String> scripts = names(Path.of("jobs/scripts"));
    assertTrue(scripts.contains("jobs/scripts/walk.py"), scripts.toString());
    assertEquals(scripts, names(Path.of("./jobs/scripts/")));
    assertEquals(
        scripts.stream().filter(name -> name.endsWith(".py")).toList(),
        names(Path.of("jobs/*/*.py")));
    assertTrue(names(Path.of("jobs/**")).containsAll(scripts));
    for (CarriedFile file : CarriedFile.read(List.of(Path.of("jobs")))) {
      assertTrue(file.inPlace(), file.name());
    }
  }

  /** What is elsewhere lies as it does below the folder that the pattern begins with. */
  @Test
  void aPatternElsewhereKeepsItsFolders() throws IOException {
    write("data/a.txt", "a");
    write("data/night/b.txt", "b");
    write("data/night/b.csv", "b");
    assertEquals(List.of("a.txt", "night/b.txt"), names(folder.resolve("data/**/*.txt")));
    assertEquals(List.of("data/night/b.txt"), names(folder.resolve("da*/night/*.txt")));
    Path up = Path.of("").toAbsolutePath().relativize(folder.resolve("data"));
    assertEquals(List.of("b.csv", "b.txt"), names(up.resolve("night/*")));
    assertEquals(List.of("data/a.txt", "data/night/b.csv", "data/night/b.txt"), names(up));
    assertFalse(CarriedFile.read(List.of(up.resolve("a.txt"))).get(0).inPlace());
  }

  /** A bracket in a name is no pattern; where another file matches, nobody can know. */
  @Test
  void aNameWithSignsOfPatterns() throws IOException {
    Path named = write("data[1].txt", "x");
    assertEquals(List.of("data[1].txt"), names(named));
    write("data1.txt", "y");
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> CarriedFile.read(List.of(named)));
    assertEquals(
        "--file: '"
            + named
            + "' is the name of a file, and a pattern of others; in a pattern, [*] is a * that is"
            + " meant, and [[] a bracket",
        thrown.getMessage());
    assertEquals(List.of("data[1].txt"), names(folder.resolve("data[[]1].txt")));
    assertEquals(List.of("data1.txt"), names(folder.resolve("data[1-1].txt")));
  }

  @Test
  void nothingIsNotCarried() throws IOException {
    Path none = Files.createDirectories(folder.resolve("none/below"));
    refused("is a folder without files", none.getParent());
    for (Path pattern : List.of(none.resolve("*"), folder.resolve("nowhere/*.txt"))) {
      IllegalArgumentException thrown =
          assertThrows(IllegalArgumentException.class, () -> CarriedFile.read(List.of(pattern)));
      assertEquals("--file: no file matches '" + pattern + "'", thrown.getMessage());
    }
    Path loop = Files.createSymbolicLink(none.resolve("up"), none.getParent());
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class, () -> CarriedFile.read(List.of(none.getParent())));
    assertEquals("--file: '" + loop + "' is a link to a folder above it", thrown.getMessage());
  }

  /** A slice would find out when it makes them. */
  @Test
  void twoThatCannotLieTogetherAreRefused() throws IOException {
    Path one = write("one/x/a.txt", "1");
    Path two = write("two/a.txt", "2");
    refused("there is another file 'a.txt'", one, two);
    Path file = write("three/x", "3");
    refused("there is a folder 'x'", one.getParent(), file);
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class, () -> CarriedFile.read(List.of(file, one.getParent())));
    assertEquals("--file " + one + ": there is a file 'x', and no folder", thrown.getMessage());
  }

  /** Its size is said to be 0. */
  @Test
  void aFileThatIsLargerThanItSaysIsRead() {
    assertEquals(
        true, CarriedFile.read(List.of(Path.of("/proc/self/maps"))).get(0).content().length > 0);
  }

  @Test
  void allTogetherAreBounded() throws IOException {
    Path large = folder.resolve("large");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(CarriedFile.MOST_BYTES - 2);
    }
    Path two = Files.write(folder.resolve("two"), new byte[] {1, 2});
    Path one = Files.write(folder.resolve("one"), new byte[] {3});
    Path none = Files.createFile(folder.resolve("none"));
    List<CarriedFile> files = CarriedFile.read(List.of(large, two, none));
    assertEquals(CarriedFile.MOST_BYTES - 2, files.get(0).content().length);
    assertArrayEquals(new byte[] {1, 2}, files.get(1).content());
    String tooMuch =
        "more than 64 MB cannot travel with a job; put the file where every worker can read it,"
            + " and name it in the command";
    refused(tooMuch, large, two, one);
    Path huge = folder.resolve("huge");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(1L << 40);
    }
    refused(tooMuch, huge);
  }
}
