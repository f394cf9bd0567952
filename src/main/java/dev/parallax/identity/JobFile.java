package dev.parallax.identity;

import dev.parallax.storage.PathText;
import dev.parallax.table.InputFile;
import dev.parallax.text.SystemText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Job files on the command line, {@code @FILE}. */
public final class JobFile {
  /** Far more than a command line can be. */
  private static final int LARGEST = 1 << 20;

  /** What takes a file apart calls itself once more for each comment. */
  private static final int MOST_COMMENTS = 1000;

  /** How many job files may name one another. */
  private static final int DEEPEST = 100;

  private JobFile() {}

  /**
   * The words of a command line, those of the job files that it names in their places: their paths
   * start from where the job file lies, or from the folder that a word {@code --home} of it names.
   *
   * @param commands the commands, which know what is a path
   * @throws IllegalArgumentException if a job file is not a readable text, or names itself; or if
   *     an argument was not understood, for want of a locale with its letters
   */
  public static List<String> expanded(List<String> arguments, CommandLine commands) {
    JobPaths paths = new JobPaths(commands);
    List<String> words = new ArrayList<>();
    for (String argument : arguments) {
      SystemText.ofProcess().checkUnderstood("the argument", argument);
      if (isFile(argument)) {
        words.addAll(words(argument.substring(1), "", paths, new ArrayDeque<>()));
      } else {
        words.add(paths.typed(JobWords.meant(argument)));
      }
    }
    return words;
  }

  /**
   * The command of a command line: its first word, or that of the job file in its place; empty if
   * there is none, or that cannot be told without saying what is wrong.
   */
  public static Optional<String> command(List<String> arguments) {
    List<String> words = arguments;
    String home = "";
    for (int depth = 0; depth < DEEPEST && !words.isEmpty(); depth++) {
      String first = words.get(0);
      if (!isFile(first)) {
        return Optional.of(first);
      }
      try {
        String name = home + first.substring(1);
        home = name.substring(0, name.lastIndexOf('/') + 1);
        words = JobWords.of(text(PathText.of(name)));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * The words of a job file.
   *
   * @param above the job file that names it; empty for the command line
   * @param within those that are being read
   */
  private static List<String> words(String name, String above, JobPaths paths, Deque<Path> within) {
    Path file = PathText.of(name);
    if (within.contains(file)) {
      throw new IllegalArgumentException(above + ": @" + name + ": a job file within itself");
    }
    if (within.size() == DEEPEST) {
      throw new IllegalArgumentException(above + ": @" + name + ": more than " + DEEPEST + " deep");
    }
    List<String> written = new ArrayList<>(JobWords.of(text(file)));
    JobPaths.Home home = JobPaths.Home.of(name, written);
    within.push(file);
    List<String> words = new ArrayList<>();
    for (String word : written) {
      if (isFile(word)) {
        words.addAll(words(home.of(word.substring(1)), name, paths, within));
      } else {
        words.add(paths.placed(JobWords.meant(word), home));
      }
      if (words.size() > LARGEST) {
        throw new IllegalArgumentException(name + ": more than " + LARGEST + " words");
      }
    }
    within.pop();
    return words;
  }

  private static boolean isFile(String argument) {
    return argument.length() >= 2 && argument.startsWith("@") && !argument.startsWith("@@");
  }

  private static String text(Path file) {
    InputFile.check(file);
    String text = read(file);
    if (text.chars().anyMatch(c -> c < ' ' && !Character.isWhitespace(c))) {
      throw new IllegalArgumentException(file + ": is not a text file");
    }
    if (commentsInARow(text) > MOST_COMMENTS) {
      throw new IllegalArgumentException(
          file + ": has more than " + MOST_COMMENTS + " lines of comments one after the other");
    }
    return text;
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

  private static String read(Path file) {
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
