package dev.parallax.table;

import dev.parallax.spelling.Spelling;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A file that the user names to be read. */
public final class InputFile {
  private InputFile() {}

  /**
   * Checks that there is something to read.
   *
   * @throws IllegalArgumentException if the file is missing, a folder, a pipe, a device, not
   *     readable or empty: one line that begins with its name
   */
  public static void check(Path file) {
    if (isStandardInput(file)) {
      if (StandardInput.bytes().length == 0) {
        throw wrong(file, "standard input is empty");
      }
      return;
    }
    if (Files.isDirectory(file)) {
      throw wrong(file, "is a folder");
    }
    if (!Files.exists(file)) {
      throw wrong(file, "no such file" + hint(file));
    }
    if (!Files.isRegularFile(file)) { // it may never begin, or never end
      throw wrong(file, "is a pipe or a device; name a file");
    }
    if (!Files.isReadable(file)) {
      throw wrong(file, "may not be read (permission denied)");
    }
    try {
      if (Files.size(file) == 0) {
        throw wrong(file, "is empty");
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** Whether a path is {@code -}, which stands for standard input. */
  public static boolean isStandardInput(Path file) {
    return file.toString().equals("-");
  }

  /** Opens the file, or what standard input had: that is read once and kept. */
  public static InputStream open(Path file) throws IOException {
    return isStandardInput(file)
        ? new ByteArrayInputStream(StandardInput.bytes())
        : Files.newInputStream(file);
  }

  private static IllegalArgumentException wrong(Path file, String reason) {
    return new IllegalArgumentException(file + ": " + reason);
  }

  /** What a file that is not there may have been meant to be, to be added to a complaint. */
  public static String hint(Path file) {
    Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(path -> path.getFileName().toString()).sorted().toList();
      Path name = Optional.ofNullable(file.getFileName()).orElse(Path.of(""));
      return Spelling.nearest(name.toString(), names)
          .map(near -> "; did you mean '" + folder.resolve(near) + "'?")
          .orElse("");
    } catch (IOException e) {
      return "; nor is there a folder '" + folder + "'";
    }
  }
}
