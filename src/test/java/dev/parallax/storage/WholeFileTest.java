package dev.parallax.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeFileTest {
  @TempDir private Path folder;
  private Path victim;
  private Path file;

  @BeforeEach
  void aFileElsewhere() throws IOException {
    victim = Files.writeString(Files.createDirectory(folder.resolve("home")).resolve("v"), "mine");
    file = Files.createDirectory(folder.resolve("run")).resolve("f");
  }

  private static void pipe(Path at) throws IOException {
    try {
      assertEquals(0, new ProcessBuilder("mkfifo", at.toString()).start().waitFor());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void plant(String what, Path at) throws IOException {
    switch (what) {
      case "link" -> Files.createSymbolicLink(at, victim);
      case "relative" -> Files.createSymbolicLink(at, Path.of("../home/v"));
      case "chain" -> {
        Path between = Files.createSymbolicLink(folder.resolve("home/between"), victim);
        Files.createSymbolicLink(at, between);
      }
      case "dangling" -> Files.createSymbolicLink(at, folder.resolve("home/new"));
      case "device" -> Files.createSymbolicLink(at, Path.of("/dev/full"));
      case "hard" -> Files.createLink(at, victim);
      case "pipe" -> pipe(at);
      case "readonly" -> assertTrue(Files.writeString(at, "old").toFile().setReadOnly());
      default -> Files.writeString(at, "old");
    }
  }

  /** Whatever somebody put under the file's name or that of its part. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "link",
        "relative",
        "chain",
        "dangling",
        "device",
        "hard",
        "pipe",
        "readonly",
        "file"
      })
  void whatIsPlantedIsReplacedAndNotFollowed(String what) throws IOException {
    plant(what, file);
    if (!what.equals("chain")) {
      plant(what, folder.resolve("run/f.part"));
    }
    WholeFile.write(file, "new");
    assertEquals("new", WholeFile.text(file, 3));
    assertTrue(WholeFile.isPlain(file));
    assertEquals("mine", Files.readString(victim));
    assertFalse(Files.exists(folder.resolve("home/new")));
    assertEquals(List.of("f"), names());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("run"))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatCannotBeWrittenWholeLeavesWhatWasThere() throws IOException {
    Files.writeString(file, "old");
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(1);
                      throw new IOException("full");
                    }));
    assertEquals("full", thrown.getMessage());
    assertThrows(
        IllegalStateException.class,
        () ->
            WholeFile.write(
                file,
                out -> {
                  throw new IllegalStateException();
                }));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("f"), names());
  }

  @Test
  void aFolderInTheWayIsNotDeleted() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("run/f.part")).resolve("kept");
    Files.writeString(inside, "kept");
    IOException thrown = assertThrows(IOException.class, () -> WholeFile.write(file, "new"));
    assertTrue(thrown.getMessage().endsWith("f.part is a folder"), thrown.getMessage());
    assertTrue(Files.exists(inside));
    Path other = Files.createDirectory(folder.resolve("run/g"));
    assertThrows(IOException.class, () -> WholeFile.write(other, "new"));
    assertTrue(Files.isDirectory(other));
    assertEquals(List.of("f.part", "g"), names());
  }

  /** A pipe without a writer would hang, a device would never end. */
  @ParameterizedTest
  @ValueSource(strings = {"link", "relative", "chain", "dangling", "device", "pipe"})
  void onlyPlainFilesAreRead(String what) throws IOException {
    plant(what, file);
    assertFalse(WholeFile.isPlain(file));
    IOException thrown = assertThrows(IOException.class, () -> WholeFile.text(file, 100));
    assertTrue(thrown.getMessage().endsWith("it is a link or no file"), thrown.getMessage());
    assertTrue(Files.exists(file, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aTextIsBoundedAndUtf8() throws IOException {
    WholeFile.write(file, "größe");
    assertEquals("größe", WholeFile.text(file, 7));
    assertThrows(IOException.class, () -> WholeFile.text(file, 6));
    Files.write(file, new byte[] {'a', (byte) 0xff});
    assertThrows(IOException.class, () -> WholeFile.text(file, 7));
    assertThrows(IOException.class, () -> WholeFile.text(folder.resolve("none"), 7));
    assertThrows(IOException.class, () -> WholeFile.text(folder, 7));
  }
}
