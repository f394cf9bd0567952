package dev.parallax.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a command line: an option with one value, an option without one, or a word that stands
 * alone, such as the command's name. In a job file it is a line.
 *
 * @param option the option's longest name
 * @param value the value, or the word
 */
public record Argument(Optional<String> option, Optional<String> value) {
  private static final String DASHES = "--";

  /** An option with its value. */
  static Argument option(String name, String value) {
    return new Argument(Optional.of(name), Optional.of(value));
  }

  /** An option that has no value. */
  static Argument flag(String name) {
    return new Argument(Optional.of(name), Optional.empty());
  }

  /**
   * A word that stands alone: the name of a file, if it looks like an option. A hyphen alone does
   * not: it is standard input.
   */
  static Argument word(String value) {
    String word = value.startsWith("-") && !value.equals("-") ? "./" + value : value;
    return new Argument(Optional.empty(), Optional.of(word));
  }

  /** The parts of a line of a job file. */
  static List<Argument> parse(String line) {
    List<String> words = JobWords.of(line);
    List<Argument> all = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int sign = word.indexOf('=');
      if (!word.startsWith(DASHES)) {
        all.add(word(JobWords.meant(word)));
      } else if (sign > 0) {
        all.add(option(word.substring(0, sign), word.substring(sign + 1)));
      } else if (i + 1 < words.size() && !words.get(i + 1).startsWith(DASHES)) {
        all.add(option(word, JobWords.meant(words.get(++i))));
      } else {
        all.add(flag(word));
      }
    }
    return all;
  }

  /**
   * The line that it is: a value that looks like an option is tied to its name.
   *
   * @throws IllegalArgumentException if it is no text that a file could hold
   */
  String line() {
    String text = value.orElse("");
    if (option.isEmpty()) {
      return JobWords.written(text);
    }
    if (value.isEmpty()) {
      return option.get();
    }
    return text.startsWith("-")
        ? JobWords.written(option.get() + "=" + text)
        : option.get() + " " + JobWords.written(text);
  }
}
