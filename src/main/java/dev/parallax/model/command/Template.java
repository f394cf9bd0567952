package dev.parallax.model.command;

import dev.parallax.model.Point;
import dev.parallax.text.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command line with places for a point's values: {@code {mu}} for that of a parameter, {@code
 * {item}}, {@code {seed}} and {@code {slice}}; {@code {{mu}}} stands for itself.
 *
 * @param words the words of the command
 */
record Template(List<String> words) {
  private static final Pattern PLACE = Pattern.compile("\\{\\{[^{}\\s]+}}|\\{([^{}\\s]+)}");
  private static final List<String> OWN = List.of("item", "seed", "slice");

  /**
   * Checks the names of the places against the parameters'.
   *
   * @throws IllegalArgumentException if one is unknown, or there is no place at all
   */
  void check(List<String> parameters) {
    List<String> known = new ArrayList<>(parameters);
    known.addAll(OWN);
    boolean any = false;
    for (String word : words) {
      Matcher place = PLACE.matcher(word);
      while (place.find()) {
        if (place.group(1) != null) {
          any = true;
          if (!known.contains(place.group(1))) {
            throw Spelling.unknown("parameter", "{" + place.group(1) + "}", braced(known));
          }
        }
      }
    }
    if (!any) {
      throw new IllegalArgumentException(
          "the command has no place for a value, such as {"
              + known.get(0)
              + "}, so that all its items would be the same; without --protocol args, values are"
              + " written to its standard input");
    }
  }

  private static List<String> braced(List<String> names) {
    return names.stream().map(name -> "{" + name + "}").toList();
  }

  /** Whether a word has a place for a value. */
  static boolean hasPlace(String word) {
    return PLACE.matcher(word).find();
  }

  /** The words for a point. */
  List<String> at(Point point, long seed, int slice) {
    return words.stream()
        .map(
            word ->
                PLACE
                    .matcher(word)
                    .replaceAll(
                        found -> Matcher.quoteReplacement(text(found.group(), point, seed, slice))))
        .toList();
  }

  private static String text(String place, Point point, long seed, int slice) {
    String inner = place.substring(1, place.length() - 1);
    if (inner.startsWith("{")) {
      return inner;
    }
    if (point.names().contains(inner)) {
      return point.text(inner);
    }
    return switch (inner) {
      case "item" -> Long.toString(point.item());
      case "seed" -> Long.toString(new ItemSeeds(seed).of(point.item()));
      default -> Integer.toString(slice);
    };
  }
}
