package dev.parallax.report;

import dev.parallax.engine.LongestItem;
import dev.parallax.text.Numbers;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How far a run is, in words: in as many as fit into a line, or in a sentence. */
final class PaceText {
  /**
   * Some terminals go on to the next line behind their last column; ^C is shown behind the text.
   */
  private static final int FREE_COLUMNS = 3;

  private static final double SHOWN_ITEM_SECONDS = 5;
  private static final int BAR_STEP = 10;
  private static final int MOST_BAR = 40;
  private static final int BAR_FRAME = 4;

  /** What is shown, in the order in which it stands. */
  private enum Part {
    COUNT,
    PERCENT,
    RATE,
    LEFT,
    FAILED,
    ITEM
  }

  /** The same, with what a narrow line needs most before the rest. */
  private static final List<Part> NEEDED =
      List.of(Part.COUNT, Part.LEFT, Part.FAILED, Part.PERCENT, Part.RATE, Part.ITEM);

  private PaceText() {}

  /**
   * One line of a terminal, such as {@code 0:30 [=> ] 1200 of 96000 items, 1 %, 40/s, 39 min left}.
   * What does not fit is left out.
   *
   * @param stage what is computed; empty for the run's items
   * @param columns how wide the terminal is
   */
  static String line(String stage, Pace pace, int columns) {
    int room = Math.max(0, columns - FREE_COLUMNS);
    String clock = clock((long) pace.seconds()) + "  ";
    Map<Part, String> texts = texts(stage, pace);
    Map<Part, String> shown = new TreeMap<>();
    int length = clock.length();
    for (Part part : NEEDED) {
      String text = texts.getOrDefault(part, "");
      int more = text.length() + (shown.isEmpty() ? 0 : 2);
      if (!text.isEmpty() && length + more <= room) {
        shown.put(part, text);
        length += more;
      }
    }
    String line = clock + bar(pace, room - length) + String.join(", ", shown.values());
    return line.substring(0, Math.min(room, line.length())).stripTrailing();
  }

  /** A sentence, such as {@code parallax: 1200 of 96000 items, 40/s, about 40 min left}. */
  static String sentence(String stage, Pace pace) {
    Map<Part, String> texts = texts(stage, pace);
    texts.remove(Part.PERCENT);
    texts.computeIfPresent(Part.LEFT, (part, text) -> "about " + text);
    if (pace.rate() == 0) {
      texts.computeIfPresent(
          Part.COUNT, (part, text) -> text + " after " + duration(pace.seconds()));
    }
    return "parallax: " + String.join(", ", texts.values());
  }

  private static Map<Part, String> texts(String stage, Pace pace) {
    Map<Part, String> texts = new EnumMap<>(Part.class);
    String done = pace.all() + " of ";
    texts.put(
        Part.COUNT,
        stage.isEmpty()
            ? done + Numbers.count(pace.items(), "item")
            : stage + ": " + done + pace.items());
    texts.put(Part.PERCENT, percent(pace) + " %");
    if (pace.rate() > 0) {
      texts.put(Part.RATE, rate(pace.rate()));
      texts.put(Part.LEFT, duration(pace.left()) + " left");
    }
    if (pace.failed() > 0) {
      texts.put(Part.FAILED, pace.failed() + " failed");
    }
    item(pace.longest()).ifPresent(text -> texts.put(Part.ITEM, text));
    return texts;
  }

  /** Rounded down: 100 is the end. */
  private static long percent(Pace pace) {
    return pace.items() == 0 ? 100 : (long) (100.0 * pace.all() / pace.items());
  }

  private static Optional<String> item(Optional<LongestItem.UnderWay> longest) {
    return longest
        .filter(item -> item.nanos() * 1e-9 > SHOWN_ITEM_SECONDS)
        .map(item -> "item " + item.item() + " for " + duration(item.nanos() * 1e-9));
  }

  /** As much of a bar as there is room for, in steps, so that it stays as other parts change. */
  private static String bar(Pace pace, int room) {
    int width = Math.min(MOST_BAR, (room - BAR_FRAME) / BAR_STEP * BAR_STEP);
    if (width <= 0) {
      return "";
    }
    int filled = (int) (width * percent(pace) / 100);
    String head = filled == width ? "" : ">";
    String rest = " ".repeat(width - filled - head.length());
    return "[" + "=".repeat(filled) + head + rest + "]  ";
  }

  private static String clock(long seconds) {
    long minutes = seconds / 60;
    return minutes < 60
        ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", minutes / 60, minutes % 60, seconds % 60);
  }

  /** Per second, minute, hour or day, so that there is a digit before the point. */
  private static String rate(double perSecond) {
    if (perSecond >= 1) {
      return perSecond >= 1e6 ? Numbers.rate(perSecond) : digits(perSecond) + "/s";
    }
    if (perSecond * 60 >= 1) {
      return digits(perSecond * 60) + "/min";
    }
    double hourly = perSecond * 3600;
    return hourly >= 1 ? digits(hourly) + "/h" : digits(hourly * 24) + "/d";
  }

  private static String duration(double seconds) {
    if (seconds < 99.5) {
      return Math.round(seconds) + " s";
    }
    double minutes = seconds / 60;
    if (minutes < 99.5) {
      return Math.round(minutes) + " min";
    }
    double hours = minutes / 60;
    return hours < 47.5 ? digits(hours) + " h" : digits(hours / 24) + " d";
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%.0f", value);
  }
}
