package dev.parallax.identity;

import dev.parallax.text.Visible;
import java.io.IOException;
import java.io.StreamTokenizer;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a job file, which is an argument file of picocli: blanks separate them, quotes keep
 * blanks and number signs, a backslash within them escapes, and a comment ends with its line.
 */
public final class JobWords {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:,=+*\\[\\]-]+");

  private JobWords() {}

  /** The words of a text, as picocli takes it apart. */
  public static List<String> of(String text) {
    StreamTokenizer tokens = new StreamTokenizer(new StringReader(text));
    tokens.resetSyntax();
    tokens.wordChars(' ', 255);
    tokens.whitespaceChars(0, ' ');
    tokens.quoteChar('"');
    tokens.quoteChar('\'');
    tokens.commentChar('#');
    List<String> words = new ArrayList<>();
    try {
      while (tokens.nextToken() != StreamTokenizer.TT_EOF) {
        if (tokens.sval != null) {
          words.add(tokens.sval);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
    return words;
  }

  /**
   * A word as it is written, in quotes if it needs them.
   *
   * @throws IllegalArgumentException if it is no text that a file could hold
   */
  static String written(String word) {
    String text = word.startsWith("@") ? "@" + word : word; // no job file
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          "'" + Visible.line(word) + "' is not Unicode, and cannot be kept in a job file");
    }
    StringBuilder all = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == '"') {
        all.append('\\').append(c);
      } else if (c == '\n') {
        all.append("\\n");
      } else if (Character.isISOControl(c)) {
        all.append('\\').append(String.format(Locale.ROOT, "%03o", (int) c));
      } else {
        all.append(c);
      }
    }
    return all.append('"').toString();
  }

  /** The word that is meant by one as it stands in a file: two signs are one that is meant. */
  static String meant(String word) {
    return word.startsWith("@@") ? word.substring(1) : word;
  }
}
