package dev.parallax.workload.map;

import dev.parallax.table.InputFile;
import dev.parallax.text.Visible;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text file with one element a line; blank lines are passed over. */
final class ArrayFile {
  private static final int LONGEST = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String NO_INTEGER =
      "not an integer; --array lines:PATH takes each line as a text, column:PATH:1 with --header no"
          + " real numbers";

  private ArrayFile() {}

  /**
   * The integers of a file.
   *
   * @throws IllegalArgumentException if there are none, or a line is something else
   */
  static long[] integers(Path file) {
    long[][] values = {new long[1024]};
    int count =
        read(
            file,
            "an integer",
            (line, number, place) -> {
              values[0] = place == values[0].length ? longer(values[0]) : values[0];
              values[0][place] = integer(line.strip(), file, number);
            });
    if (count == 0) {
      throw new IllegalArgumentException(file + ": has no integers");
    }
    return Arrays.copyOf(values[0], count);
  }

  /**
   * The lines of a file, as they are.
   *
   * @throws IllegalArgumentException if there are none, or it is not a text file
   */
  static List<String> texts(Path file) {
    List<String> texts = new ArrayList<>();
    read(
        file,
        "an element",
        (line, number, place) -> {
          if (line.chars().anyMatch(c -> c < ' ' && c != '\t')) {
            throw new IllegalArgumentException(file + ", line " + number + ": is not text");
          }
          texts.add(line);
        });
    if (texts.isEmpty()) {
      throw new IllegalArgumentException(file + ": has no lines");
    }
    return texts;
  }

  /** What is done with a line that is not blank. */
  @FunctionalInterface
  private interface Taking {
    void take(String line, long number, int place);
  }

  /** How many lines that are not blank there are. */
  private static int read(Path file, String kind, Taking action) {
    InputFile.check(file);
    int count = 0;
    try (BufferedReader reader = reader(file, kind)) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        String text = number == 1 ? line.replace(BYTE_ORDER_MARK, "") : line;
        if (!text.isBlank()) {
          action.take(text, number, count++);
        }
      }
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + ": is not a text file", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
    }
    return count;
  }

  private static long[] longer(long[] values) {
    return Arrays.copyOf(values, (int) Math.min(Integer.MAX_VALUE - 8, 3L * values.length / 2));
  }

  /** Refuses what is not UTF-8. */
  private static BufferedReader reader(Path file, String kind) throws IOException {
    return new BufferedReader(
        new BoundedLines(
            new InputStreamReader(InputFile.open(file), StandardCharsets.UTF_8.newDecoder()),
            kind));
  }

  /** Refuses a line that no element needs, before it fills the memory. */
  private static final class BoundedLines extends FilterReader {
    private int length;
    private final String kind;
    private long number = 1;

    BoundedLines(Reader in, String kind) {
      super(in);
      this.kind = kind;
    }

    @Override
    public int read(char[] text, int from, int count) throws IOException {
      int got = super.read(text, from, count);
      for (int i = from; i < from + got; i++) {
        boolean end = text[i] == '\n' || text[i] == '\r';
        number += text[i] == '\n' ? 1 : 0;
        length = end ? 0 : length + 1;
        if (length > LONGEST) {
          throw new IOException("line " + number + " is too long for " + kind);
        }
      }
      return got;
    }
  }

  private static long integer(String text, Path file, long line) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      boolean digits = text.matches("[+-]?\\d++");
      String shown = Visible.line(text.length() > 40 ? text.substring(0, 40) + "..." : text);
      String why =
          text.chars().anyMatch(c -> c < ' ' && c != '\t')
              ? "is not text"
              : "'" + shown + "' is " + (digits ? "outside -2^63 .. 2^63-1" : NO_INTEGER);
      throw new IllegalArgumentException(file + ", line " + line + ": " + why, e);
    }
  }
}
