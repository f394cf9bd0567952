package dev.parallax.table;

import dev.parallax.storage.PathText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
      throw wrong(file, "no such file" + PathText.hint(file));
    }
    if (!Files.isRegularFile(file)) { // it may never begin, or never end
      throw wrong(file, "is a pipe or a device; name a file");
    }
    if (!Files.isReadable(file)) {
      throw wrong(file, "may not be read (permission denied)");
    }
    checkNotEmpty(file);
  }

  private static void checkNotEmpty(Path file) {
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

  /** What came in by standard input, which can be read once. */
  private static final class StandardInput {
    private static Optional<byte[]> kept = Optional.empty();

    private StandardInput() {}

    /** All of it; the caller must not change it. */
    static synchronized byte[] bytes() {
      if (kept.isEmpty()) {
        try {
          int most = (int) Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 4);
          byte[] all = System.in.readNBytes(most);
          if (all.length == most && System.in.read() >= 0) {
            throw new IllegalArgumentException(
                "-: standard input has more than "
                    + (most >> 20)
                    + " MB; save it as a file, and name that, or give Java more with -Xmx");
          }
          kept = Optional.of(all);
        } catch (IOException e) {
          throw new IllegalArgumentException("-: cannot be read: " + e.getMessage(), e);
        }
      }
      return kept.get();
    }
  }
}
