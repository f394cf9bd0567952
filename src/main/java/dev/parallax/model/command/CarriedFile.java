package dev.parallax.model.command;

import dev.parallax.storage.FileGlob;
import dev.parallax.storage.PathText;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file that a program needs, with its content: it travels with the model.
 *
 * @param name its path in the program's working folder
 * @param content its bytes
 * @param executable whether it may be run
 * @param inPlace whether it has that path in the current folder too
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out
record CarriedFile(String name, byte[] content, boolean executable, boolean inPlace)
    implements Serializable {
  /** The most bytes that travel: each executor, and the driver, holds them in memory. */
  static final long MOST_BYTES = 64L << 20;

  /** The most files of a folder or a pattern: each slice makes them anew. */
  static final int MOST_FILES = 100_000;

  /**
   * Reads files, all of a folder, or those that match a pattern. One that is named by a relative
   * path keeps that path, so that a command that names it so finds it; with {@code /./} in a path,
   * what is behind it is kept, if it leads no higher. Of others, a file lies at the top, a folder
   * too, with all that is below it, and what matches a pattern lies as it does below the folder
   * that the pattern begins with.
   *
   * @throws IllegalArgumentException if one cannot be read, there is none, two would lie at one
   *     place, or all together are too large
   */
  static List<CarriedFile> read(List<Path> written) {
    Map<Path, CarriedFile> files = new LinkedHashMap<>();
    Set<Path> folders = new HashSet<>();
    long left = MOST_BYTES;
    for (Path each : written) {
      for (Path path : paths(each)) {
        check(path);
        Path place = place(each, path);
        checkFree(path, place, files.keySet(), folders);
        byte[] content = content(path, (int) left);
        left -= content.length;
        files.put(place, of(path, place, content));
      }
    }
    return List.copyOf(files.values());
  }

  private static CarriedFile of(Path path, Path place, byte[] content) {
    boolean inPlace = place.equals(path.normalize());
    return new CarriedFile(place.toString(), content, Files.isExecutable(path), inPlace);
  }

  /**
   * The files that are meant by a path as it is written.
   *
   * @throws IllegalArgumentException if it is a folder or a pattern of none, or both a file and a
   *     pattern of others
   */
  static List<Path> paths(Path written) {
    List<String> paths = found(written);
    if (paths.isEmpty()) {
      throw wrong(written, "is a folder without files");
    }
    if (paths.size() > MOST_FILES) {
      throw wrong(
          written,
          "more than "
              + MOST_FILES
              + " files cannot travel with a job; put them where every worker can read them, and"
              + " name their folder in the command");
    }
    return paths.stream().map(PathText::of).toList();
  }

  private static List<String> found(Path written) {
    try {
      if (isPattern(written)) {
        return FileGlob.paths(written.toString());
      }
      return Files.isDirectory(written)
          ? FileGlob.below(written, MOST_FILES + 1)
          : List.of(written.toString());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--file: " + e.getMessage(), e);
    }
  }

  /** Whether it stands for others: what has that very name is meant, if nothing else is. */
  private static boolean isPattern(Path written) {
    String text = written.toString();
    boolean named = !FileGlob.isAddress(text) && Files.exists(written);
    if (FileGlob.isPattern(text) && named && FileGlob.isAnother(text)) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is the name of a file, and a pattern of others; in a pattern, [*] is a *"
              + " that is meant, and [[] a bracket");
    }
    return FileGlob.isPattern(text) && !named;
  }

  private static void check(Path path) {
    if (!Files.exists(path)) {
      throw wrong(path, "no such file" + PathText.hint(path));
    }
    if (!Files.isRegularFile(path)) {
      throw wrong(path, "is a pipe or a device; name a file");
    }
  }

  /** Checks that no other file lies there, nor where a folder of this one is to be. */
  private static void checkFree(Path path, Path place, Set<Path> files, Set<Path> folders) {
    if (files.contains(place)) {
      throw wrong(path, "there is another file '" + place + "'");
    }
    if (folders.contains(place)) {
      throw wrong(path, "there is a folder '" + place + "'");
    }
    for (Path above = place.getParent(); above != null; above = above.getParent()) {
      if (files.contains(above)) {
        throw wrong(path, "there is a file '" + above + "', and no folder");
      }
      folders.add(above);
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

  /** Where a file lies in the working folder. */
  private static Path place(Path written, Path path) {
    int mark = written.toString().indexOf(CommandModel.KEPT);
    if (mark >= 0) {
      Path above = PathText.of(written.toString().substring(0, mark + 1));
      Path kept = whole(above).relativize(whole(path));
      return kept.startsWith("..") ? kept.getFileName() : kept;
    }
    Path normal = written.normalize();
    if (!normal.isAbsolute() && !normal.startsWith("..")) {
      return path.normalize();
    }
    boolean pattern = !written.equals(path) && !Files.isDirectory(written);
    Path base = pattern ? Path.of(FileGlob.folder(written.toString())) : whole(written).getParent();
    return (base == null ? Path.of("/") : whole(base)).relativize(whole(path));
  }

  private static Path whole(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static IllegalArgumentException wrong(Path path, String reason) {
    return new IllegalArgumentException("--file " + path + ": " + reason);
  }
}
