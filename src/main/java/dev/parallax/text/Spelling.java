package dev.parallax.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds what a misspelt name was meant to be. */
public final class Spelling {
  private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

  /** Nobody misspells a name that is longer; comparing such takes time and memory. */
  private static final int LONGEST = 200;

  /** So many letters say which name was begun. */
  private static final int FEWEST_BEGUN = 3;

  private Spelling() {}

  /**
   * The known name nearest to the given one, if any is near enough to be meant: at most two slips
   * of the finger, or one in four letters, and more right than wrong; or the one that begins with
   * the given letters, as {@code latin} begins {@code latin-hypercube}.
   */
  public static Optional<String> nearest(String given, Collection<String> known) {
    if (given.length() > LONGEST) {
      return Optional.empty();
    }
    String lower = given.toLowerCase(Locale.ROOT);
    int limit = Math.max(2, given.length() / 4);
    return known.stream()
        .filter(name -> name.length() <= LONGEST)
        .min(Comparator.comparingInt((String name) -> distance(lower, name)))
        .filter(name -> distance(lower, name) <= limit)
        .filter(name -> 2 * distance(lower, name) < Math.max(lower.length(), name.length()))
        .or(() -> begun(lower, known));
  }

  private static Optional<String> begun(String lower, Collection<String> known) {
    List<String> begun =
        known.stream().filter(name -> name.toLowerCase(Locale.ROOT).startsWith(lower)).toList();
    return begun.size() == 1 && lower.length() >= FEWEST_BEGUN
        ? Optional.of(begun.get(0))
        : Optional.empty();
  }

  /**
   * The complaint about an unknown name: {@code no column 'velocty'; did you mean 'velocity'?}, or
   * the list of what there is when nothing is near.
   *
   * @param kind what it is a name of, such as {@code column}
   */
  public static IllegalArgumentException unknown(
      String kind, String given, Collection<String> known) {
    return unknown(kind, given, "", known);
  }

  /**
   * The complaint about an unknown name that says where it is.
   *
   * @param where such as {@code " at column 7"}
   */
  public static IllegalArgumentException unknown(
      String kind, String given, String where, Collection<String> known) {
    String hint =
        nearest(given, known)
            .map(name -> "; did you mean '" + name + "'?")
            .orElseGet(() -> known.isEmpty() ? "" : "; there is " + String.join(", ", known));
    return new IllegalArgumentException("no " + kind + " '" + given + "'" + where + hint);
  }

  private static int distance(String lower, String name) {
    return DISTANCE.apply(lower, name.toLowerCase(Locale.ROOT));
  }
}
