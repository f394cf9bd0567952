package dev.parallax.storage;

import dev.parallax.storage.remote.RemoteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file for what reads this machine's disk alone. */
public final class FetchedFile {
  private FetchedFile() {}

  /**
   * The file itself, or its copy, which is there as long as the process is.
   *
   * @throws IOException if it cannot be read, or the copy cannot be written
   */
  public static Path of(Path file) throws IOException {
    if (!RemoteFiles.isOne(file)) {
      return file;
    }
    Path folder = Files.createTempDirectory("parallax-input-");
    Path copy = folder.resolve(file.getFileName().toString());
    folder.toFile().deleteOnExit();
    copy.toFile().deleteOnExit();
    Files.copy(file, copy);
    return copy;
  }
}
