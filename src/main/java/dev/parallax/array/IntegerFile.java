package dev.parallax.array;

import dev.parallax.table.InputFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A text file with one integer a line; blank lines are passed over. */
final class IntegerFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private IntegerFile() {}

  static long[] read(Path file) {
    InputFile.check(file);
    long[] values = new long[1024];
    int count = 0;
    try (BufferedReader reader = reader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        String text = (number == 1 ? line.replace(BYTE_ORDER_MARK, "") : line).strip();
        if (!text.isEmpty()) {
          if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
          }
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

  /** Refuses what is not UTF-8. */
  private static BufferedReader reader(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(InputFile.open(file), StandardCharsets.UTF_8.newDecoder()));
  }

  private static long integer(String text, Path file, int line) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      boolean digits = text.matches("[+-]?\\d+");
      String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
      String why =
          text.chars().anyMatch(c -> c < ' ' && c != '\t')
              ? "is not text"
              : "'" + shown + "' is " + (digits ? "outside -2^63 .. 2^63-1" : "not an integer");
      throw new IllegalArgumentException(file + ", line " + line + ": " + why, e);
    }
  }
}
