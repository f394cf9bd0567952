package dev.parallax.report.figure.selection;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names the files of pictures after what they show, no two alike. */
final class FileNames {
  private static final int LONGEST = 60;

  private final boolean several;
  private final Set<String> taken = new HashSet<>();

  /**
   * No names yet.
   *
   * @param several whether there are several responses to be told apart
   */
  FileNames(boolean several) {
    this.several = several;
  }

  /** A name for a kind of picture of a response. */
  String of(String kind, ItemColumn response) {
    return of(kind, response.column().name());
  }

  /** A name for a kind of picture of what has this name. */
  String of(String kind, String what) {
    String safe = what.replaceAll("[^A-Za-z0-9._-]", "-");
    String name = several ? kind + "-" + safe.substring(0, Math.min(LONGEST, safe.length())) : kind;
    String unique = name;
    for (int k = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); k++) {
      unique = name + "-" + k;
    }
    return unique;
  }
}
