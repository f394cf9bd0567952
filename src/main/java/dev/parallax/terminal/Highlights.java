package dev.parallax.terminal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A little colour: what went wrong in red, what to beware of in yellow, headings in bold. */
public final class Highlights {
  private static final String RESET = "\033[0m";
  private static final String BOLD = "\033[1m";
  private static final String RED = "\033[31m";
  private static final String YELLOW = "\033[33m";

  private record Rule(Pattern where, String style) {}

  /** What a line begins with, and the style of its first group. */
  private static final List<Rule> RULES =
      List.of(
          new Rule(Pattern.compile("(parallax:) "), BOLD),
          new Rule(Pattern.compile(" {2}(caution) "), YELLOW),
          new Rule(Pattern.compile(" {2}(missing) "), RED),
          new Rule(Pattern.compile(" {2}(failed: .*)"), RED),
          new Rule(Pattern.compile(" {2}(slice +items +seconds .*)"), BOLD),
          new Rule(Pattern.compile(" {2}(job +items .*)"), BOLD));

  private Highlights() {}

  /** A line of a summary or a complaint, with colours. */
  public static String line(String text) {
    for (Rule rule : RULES) {
      Matcher found = rule.where().matcher(text);
      if (found.lookingAt()) {
        return text.substring(0, found.start(1))
            + styled(found.group(1), rule.style())
            + text.substring(found.end(1));
      }
    }
    return text;
  }

  /** What stands above other lines. */
  public static String heading(String text) {
    return styled(text, BOLD);
  }

  private static String styled(String text, String style) {
    return style + text + RESET;
  }
}
