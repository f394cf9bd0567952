package dev.parallax.storage;

import dev.parallax.text.SystemText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
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
 * are meant only where the pattern has one. A link to a folder is followed where the pattern names
 * it, and not where it is found.
 */
public final class FileGlob {
  private static final String WILD = ".*[*?\\[{].*";

  private static final String ADDRESS = "(?s)[A-Za-z][A-Za-z0-9+.-]+://.*";

  private FileGlob() {}

  /** Whether a text has a character that stands for others. */
  public static boolean isPattern(String text) {
    return text.matches(WILD);
  }

  /** Whether a pattern is of files elsewhere, which is not possible. */
  public static boolean isAddress(String pattern) {
    return pattern.matches(ADDRESS);
  }

  /** The folder in which the files of a pattern are looked for: its parts before the first wild. */
  public static String folder(String pattern) {
    List<String> fixed = new ArrayList<>();
    for (String part : pattern.split("/", -1)) {
      if (isPattern(part)) {
        break;
      }
      fixed.add(part);
    }
    return String.join("/", fixed) + (fixed.equals(List.of("")) ? "/" : "");
  }

  /**
   * The paths of the files, as the pattern has them, in the order of their characters.
   *
   * @throws IllegalArgumentException if there are none, or the pattern is wrong
   */
  public static List<String> paths(String pattern) {
    if (isAddress(pattern)) {
      throw new IllegalArgumentException(
          "'" + pattern + "' is an address; files are looked for on this machine alone");
    }
    List<String> found =
        isPattern(pattern)
            ? walked(folder(pattern), pattern)
            : Stream.of(pattern).filter(FileGlob::isFile).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no file matches '" + pattern + "'");
    }
    return found;
  }

  private static boolean isFile(String path) {
    return Files.isRegularFile(Path.of(path));
  }

  /** Whether what is the name of a file is a pattern too, which others match. */
  public static boolean isAnother(String name) {
    try {
      return paths(name).stream().anyMatch(path -> !path.equals(name));
    } catch (IllegalArgumentException e) {
      return false; // no pattern, or one of nothing
    }
  }

  /**
   * The paths of all files below a folder, those in folders that links of it lead to included, in
   * the order of their characters.
   *
   * @param most how many of them are wanted at most
   * @throws IllegalArgumentException if a link leads back to a folder above it, or a folder cannot
   *     be listed
   */
  public static List<String> below(Path folder, int most) {
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(Files::isRegularFile).limit(most).map(FileGlob::named).sorted().toList();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof FileSystemLoopException loop) {
        throw new IllegalArgumentException(
            "'" + loop.getFile() + "' is a link to a folder above it", e);
      }
      throw unlisted(folder.toString(), e);
    } catch (IOException e) {
      throw unlisted(folder.toString(), e);
    }
  }

  private static IllegalArgumentException unlisted(String what, Exception e) {
    return new IllegalArgumentException(
        "the files of '" + what + "' cannot be listed: " + e.getMessage(), e);
  }

  private static List<String> walked(String folder, String pattern) {
    Path base = Path.of(folder);
    if (!folder.isEmpty() && !Files.isDirectory(base)) {
      return List.of();
    }
    PathMatcher matcher = matcher(pattern);
    String wild = pattern.substring(folder.length());
    boolean dotted = wild.matches("(?s)(.*/)?\\.[^./].*");
    try {
      Path real = base.toRealPath(); // else a link would not be walked through
      try (Stream<Path> all = Files.walk(real, depth(wild))) {
        return all.map(real::relativize)
            .filter(path -> dotted || !isHidden(path))
            .map(base::resolve)
            .filter(path -> matcher.matches(path) && Files.isRegularFile(path))
            .map(FileGlob::named)
            .sorted()
            .toList();
      }
    } catch (IOException | UncheckedIOException e) {
      throw unlisted(pattern, e);
    }
  }

  /** How many folders deep the files of a pattern lie, as its parts from the first wild one say. */
  private static int depth(String wild) {
    String below = wild.startsWith("/") ? wild.substring(1) : wild;
    return wild.contains("**") ? Integer.MAX_VALUE : below.split("/", -1).length;
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

  private static boolean isHidden(Path below) {
    for (Path part : below) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
