package dev.parallax.model.command;

import dev.parallax.storage.LocalPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that a program needs, with its content: it travels with the model.
 *
 * @param name its path in the program's working folder
 * @param content its bytes
 * @param executable whether it may be run
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out
record CarriedFile(String name, byte[] content, boolean executable) implements Serializable {
  /** The most bytes that travel: each executor, and the driver, holds them in memory. */
  static final long MOST_BYTES = 64L << 20;

  /**
   * Reads files. One that is named by a relative path keeps that path, so that a command that names
   * it so finds it; others lie at the top.
   *
   * @throws IllegalArgumentException if one cannot be read, two would lie at one place, or all
   *     together are too large
   */
  static List<CarriedFile> read(List<Path> paths) {
    List<CarriedFile> files = new ArrayList<>();
    long left = MOST_BYTES;
    for (Path path : paths) {
      check(path);
      String name = name(path);
      if (files.stream().anyMatch(file -> file.name().equals(name))) {
        throw wrong(path, "there is another file '" + name + "'");
      }
      byte[] content = content(path, (int) left);
      left -= content.length;
      files.add(new CarriedFile(name, content, Files.isExecutable(path)));
    }
    return List.copyOf(files);
  }

  private static void check(Path path) {
    if (Files.isDirectory(path)) {
      throw wrong(path, "is a folder; name its files, each by a --file of its own");
    }
    if (!Files.exists(path)) {
      throw wrong(path, "no such file" + LocalPath.hint(path));
    }
    if (!Files.isRegularFile(path)) {
      throw wrong(path, "is a pipe or a device; name a file");
    }
  }

  /** All of it, whatever its size is said to be, which may change or be wrong. */
  private static byte[] content(Path path, int most) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes(most);
      if (content.length == most && in.read() >= 0) {
        throw wrong(
            path,
            "more than "
                + (MOST_BYTES >> 20)
                + " MB cannot travel with a job; put the file where"
                + " every worker can read it, and name it in the command");
      }
      return content;
    } catch (IOException e) {
      throw new IllegalArgumentException("--file " + path + ": may not be read", e);
    }
  }

  private static String name(Path path) {
    Path normal = path.normalize();
    boolean within = !normal.isAbsolute() && !normal.startsWith("..");
    return (within ? normal : normal.getFileName()).toString();
  }

  private static IllegalArgumentException wrong(Path path, String reason) {
    return new IllegalArgumentException("--file " + path + ": " + reason);
  }
}
