package dev.parallax.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts a number sign in the place of what is another time at each run: seconds, rates, shares of
 * time. Each place is named by the words around it, so that no result is ever taken for one.
 */
final class GoldenTimes {
  private static final String NUMBER = "-?[0-9][0-9.]*(?:E-?[0-9]+)?";
  private static final String TIME = "[0-9.]+ m?s";
  private static final Map<Pattern, String> TIMES = new LinkedHashMap<>();

  static {
    // summary.json and --json
    put("(\"(?:wall_s|items_s|serial_s|seconds|began)\" ?: ?)" + NUMBER, "$1#");
    put(
        "(\"item_seconds\" ?: ?\\{\\s*\"mean\" ?: ?)"
            + NUMBER
            + "(,\\s*\"max\" ?: ?)"
            + NUMBER
            + "(,\\s*\"slowest\" ?: ?)[0-9]+",
        "$1#$2#$3#");
    // the console
    put("(?m)^  " + TIME + "((?: for [0-9]+ items?)? on serial \\([^)]*\\))", "  #$1");
    put(
        "(?m)( on serial \\([^)]*\\), )[0-9.e+-]+(?: million)?/s, overhead -?[0-9]+ %",
        "$1#/s, overhead # %");
    put("(?m)^( +[0-9]+ +[0-9]+) +[0-9.]+(  driver\\b)", "$1 #$2");
  }

  private GoldenTimes() {}

  private static void put(String pattern, String replacement) {
    TIMES.put(Pattern.compile(pattern), replacement);
  }

  /** The text without times. */
  static String without(String text) {
    String plain = text;
    for (Map.Entry<Pattern, String> time : TIMES.entrySet()) {
      plain = time.getKey().matcher(plain).replaceAll(time.getValue());
    }
    return plain;
  }
}
