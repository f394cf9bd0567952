package dev.parallax.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments with which SExtractor lists the columns of its ASCII_HEAD catalogues, such as {@code
 * # 2 X_IMAGE Object position along x [pixel]}. A column of several numbers is listed once.
 *
 * @param columns the columns; empty if the comments are no such list
 */
record SextractorHeader(List<ColumnHeader> columns) {
  private static final Pattern ENTRY =
      Pattern.compile("#\\s*(\\d{1,4})\\s+(\\S+)\\s*(.*?)\\s*(?:\\[([^\\]]*)\\])?\\s*");

  /**
   * Finds the list.
   *
   * @param width how many fields a row has
   */
  static SextractorHeader of(List<String> comments, int width) {
    List<ColumnHeader> columns = new ArrayList<>();
    for (String comment : comments) {
      Matcher entry = ENTRY.matcher(comment);
      if (entry.matches()) {
        int place = Integer.parseInt(entry.group(1));
        if (columns.isEmpty() ? place != 1 : place <= columns.size() || place > width) {
          return new SextractorHeader(List.of());
        }
        extend(columns, place - 1);
        String unit = entry.group(4) == null ? "" : entry.group(4);
        columns.add(new ColumnHeader(entry.group(2), CellType.TEXT, unit, entry.group(3)));
      }
    }
    if (!columns.isEmpty()) {
      extend(columns, width);
    }
    return new SextractorHeader(columns);
  }

  /** Names the further numbers of the last column: FLUX_APER, FLUX_APER_2, FLUX_APER_3. */
  private static void extend(List<ColumnHeader> columns, int size) {
    int from = columns.size();
    while (columns.size() < size) {
      ColumnHeader vector = columns.get(from - 1);
      String name = vector.name() + "_" + (columns.size() - from + 2);
      columns.add(new ColumnHeader(name, CellType.TEXT, vector.unit(), vector.description()));
    }
  }
}
