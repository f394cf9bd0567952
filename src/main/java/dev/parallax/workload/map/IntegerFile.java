package dev.parallax.workload.map;

import dev.parallax.spelling.Visible;
import dev.parallax.table.InputFile;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A text file with one integer a line; blank lines are passed over. */
final class IntegerFile {
  private static final int LONGEST = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private IntegerFile() {}

  static long[] read(Path file) {
    InputFile.check(file);
    long[] values = new long[1024];
    int count = 0;
    try (BufferedReader reader = reader(file)) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        String text = (number == 1 ? line.replace(BYTE_ORDER_MARK, "") : line).strip();
        if (!text.isEmpty()) {
          values = count == values.length ? longer(values) : values;
          values[count++] = integer(text, file, number);
        }
      }
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + ": is not a text file", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
    }
    if (count == 0) {
      throw new IllegalArgumentException(file + ": has no integers");
    }
    return Arrays.copyOf(values, count);
  }

  private static long[] longer(long[] values) {
    return Arrays.copyOf(values, (int) Math.min(Integer.MAX_VALUE - 8, 3L * values.length / 2));
  }

  /** Refuses what is not UTF-8. */
  private static BufferedReader reader(Path file) throws IOException {
    return new BufferedReader(
        new BoundedLines(
            new InputStreamReader(InputFile.open(file), StandardCharsets.UTF_8.newDecoder())));
  }

  /** Refuses a line that no integer needs, before it fills the memory. */
  private static final class BoundedLines extends FilterReader {
    private int length;
    private long number = 1;

    BoundedLines(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] text, int from, int count) throws IOException {
      int got = super.read(text, from, count);
      for (int i = from; i < from + got; i++) {
        boolean end = text[i] == '\n' || text[i] == '\r';
        number += text[i] == '\n' ? 1 : 0;
        length = end ? 0 : length + 1;
        if (length > LONGEST) {
          throw new IOException("line " + number + " is too long for an integer");
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
              : "'" + shown + "' is " + (digits ? "outside -2^63 .. 2^63-1" : "not an integer");
      throw new IllegalArgumentException(file + ", line " + line + ": " + why, e);
    }
  }
}
