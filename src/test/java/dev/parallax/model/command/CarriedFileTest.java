package dev.parallax.model.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

  @Test
  void aFolderIsNoFile() {
    refused("is a folder; name its files, each by a --file of its own", folder);
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
