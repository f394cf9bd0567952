package dev.parallax.cli;

import dev.parallax.identity.JobWords;
import dev.parallax.spelling.SystemText;
import dev.parallax.storage.FetchedFile;
import dev.parallax.storage.PathText;
import dev.parallax.table.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * A job file on the command line, {@code @FILE}: picocli reads it, and says little of a bad one.
 */
final class JobFile {
  /** Far more than a command line can be. */
  private static final int LARGEST = 1 << 20;

  /** What takes a file apart calls itself once more for each comment. */
  private static final int MOST_COMMENTS = 1000;

  private JobFile() {}

  /**
   * An argument as picocli takes it: a job file, which is checked to be a readable text, by its
   * path.
   *
   * @throws IllegalArgumentException if it is not, for picocli would take it for an argument; or if
   *     the argument was not understood, for want of a locale with its letters
   */
  static String checked(String argument) {
    SystemText.ofProcess().checkUnderstood("the argument", argument);
    if (!isFile(argument)) {
      return argument;
    }
    Path file = PathText.of(argument.substring(1));
    check(file, new HashSet<>());
    return "@" + fetched(file);
  }

  private static Path fetched(Path file) {
    try {
      return FetchedFile.of(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isFile(String argument) {
    return argument.length() >= 2 && argument.startsWith("@") && !argument.startsWith("@@");
  }

  private static void check(Path file, Set<Path> checked) {
    if (!checked.add(file)) {
      return;
    }
    InputFile.check(file);
    String text = text(file);
    if (text.chars().anyMatch(c -> c < ' ' && !Character.isWhitespace(c))) {
      throw new IllegalArgumentException(file + ": is not a text file");
    }
    boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    if (!plain && !Charset.defaultCharset().equals(StandardCharsets.UTF_8)) {
      throw new IllegalArgumentException(
          file
              + ": has letters beyond ASCII; set LC_ALL=C.UTF-8,"
              + " or start Java with -Dfile.encoding=UTF-8");
    }
    if (commentsInARow(text) > MOST_COMMENTS) {
      throw new IllegalArgumentException(
          file + ": has more than " + MOST_COMMENTS + " lines of comments one after the other");
    }
    JobWords.of(text).stream()
        .filter(JobFile::isFile)
        .forEach(word -> check(nested(file, word.substring(1)), checked));
  }

  private static int commentsInARow(String text) {
    int most = 0;
    int row = 0;
    for (String line : (Iterable<String>) text.lines().map(String::strip)::iterator) {
      row = line.startsWith("#") ? row + 1 : line.isEmpty() ? row : 0;
      most = Math.max(most, row);
    }
    return most;
  }

  /** A job file that another one names; picocli, which reads it there, knows paths alone. */
  private static Path nested(Path file, String name) {
    Path path = PathText.of(name);
    if (!path.equals(Path.of(name))) {
      throw new IllegalArgumentException(
          file + ": @" + name + " within a job file is written by its path, @" + path);
    }
    return path;
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IllegalArgumentException(
            file + ": is too large for a job file, which has " + LARGEST + " bytes at most");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + ": is not a text file", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
