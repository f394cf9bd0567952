package dev.parallax.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command line of the golden run.
 *
 * @param text as it is listed
 * @param words its words, as a shell takes it apart; serial and in one slice if it says nothing
 *     else, as a pilot's time would choose the slices
 */
record GoldenLine(String text, List<String> words) {
  private static final Pattern WORD = Pattern.compile("(?:[^ '\"]|'[^']*'|\"[^\"]*\")+");
  private static final Set<String> RUNS = Set.of("sweep", "map", "bootstrap");

  /** The lines of a list; empty ones, and those that begin with a number sign, are none. */
  static List<GoldenLine> all(Path list) {
    try {
      return Files.readAllLines(list).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> new GoldenLine(line, words(line)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(plain(word.group()));
    }
    if (RUNS.contains(words.get(0)) || words.get(0).startsWith("@")) {
      if (!words.contains("--slices")) {
        words.addAll(1, List.of("--slices", "1"));
      }
      if (!words.contains("--master") && !words.contains("--serial")) {
        words.add(1, "--serial");
      }
    }
    return words;
  }

  private static String plain(String word) {
    StringBuilder plain = new StringBuilder();
    char open = 0;
    for (char c : word.toCharArray()) {
      boolean quote = open == 0 ? c == '\'' || c == '"' : c == open;
      if (quote) {
        open = open == 0 ? c : 0;
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
