package dev.parallax.workload.map;

import dev.parallax.spelling.SystemText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Files by a pattern of their paths: {@code *} and {@code ?} within a name, {@code [a-c]}, {@code
 * {fits,fit}}, and {@code **} for folders of any depth, none included. Names that begin with a dot
 * are meant only where the pattern has one.
 */
final class FileGlob {
  private static final String WILD = ".*[*?\\[{].*";

  private FileGlob() {}

  /**
   * The paths of the files, as the pattern has them, in the order of their characters.
   *
   * @throws IllegalArgumentException if there are none, or the pattern is wrong
   */
  static List<String> paths(String pattern) {
    List<String> fixed = new ArrayList<>();
    List<String> parts = List.of(pattern.split("/", -1));
    for (String part : parts) {
      if (part.matches(WILD)) {
        break;
      }
      fixed.add(part);
    }
    if (fixed.size() == parts.size()) {
      return List.of(single(pattern));
    }
    String folder =
        String.join("/", fixed) + (fixed.size() == 1 && fixed.get(0).isEmpty() ? "/" : "");
    int depth = pattern.contains("**") ? Integer.MAX_VALUE : parts.size() - fixed.size();
    List<String> found = walked(folder, depth, pattern);
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no file matches '" + pattern + "'");
    }
    return found;
  }

  private static String single(String path) {
    if (Files.isDirectory(Path.of(path))) {
      throw new IllegalArgumentException(
          "'" + path + "' is a folder; its files are files:" + path + "/*");
    }
    if (!Files.isRegularFile(Path.of(path))) {
      throw new IllegalArgumentException("no file matches '" + path + "'");
    }
    return path;
  }

  private static List<String> walked(String folder, int depth, String pattern) {
    Path base = Path.of(folder);
    if (!folder.isEmpty() && !Files.isDirectory(base)) {
      return List.of();
    }
    PathMatcher matcher = matcher(pattern);
    boolean dotted = pattern.substring(folder.length()).matches("(?s)(.*/)?\\.[^./].*");
    try (Stream<Path> all = Files.walk(base, depth)) {
      return all.filter(path -> dotted || !isHidden(base, path))
          .filter(matcher::matches)
          .filter(Files::isRegularFile)
          .map(FileGlob::named)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(
          "the files of '" + pattern + "' cannot be listed: " + e.getMessage(), e);
    }
  }

  /** The text of a path, if it is what the operating system calls it. */
  private static String named(Path path) {
    SystemText.ofProcess().checkUnderstood("the file", path.toString());
    return path.toString();
  }

  private static PathMatcher matcher(String pattern) {
    try {
      String any = pattern.replace("**/", "{**/,}");
      return FileSystems.getDefault().getPathMatcher("glob:" + any);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'" + pattern + "' is no pattern of paths: " + e.getDescription(), e);
    }
  }

  private static boolean isHidden(Path base, Path path) {
    for (Path part : base.relativize(path)) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
