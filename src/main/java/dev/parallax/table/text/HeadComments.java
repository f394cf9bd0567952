package dev.parallax.table.text;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments above the rows that may have names, and how many there are: SExtractor's list, and
 * the last ones, as many as fit into a megabyte. However long a log stands above a table, it takes
 * no more memory.
 */
final class HeadComments {
  private static final int MOST = 1 << 20;
  private static final int OVERHEAD = 64;

  private final SextractorHeader list = new SextractorHeader();
  private final Deque<String> last = new ArrayDeque<>();
  private Optional<String> first = Optional.empty();
  private int size;
  private long count;

  /** Adds the next comment, without white space around it. */
  void add(String comment) {
    count++;
    if (comment.length() == 1) { // no name
      return;
    }
    list.add(comment);
    first = first.isEmpty() ? Optional.of(comment) : first;
    last.addLast(comment);
    size += OVERHEAD + comment.length();
    while (size > MOST) {
      size -= OVERHEAD + last.removeFirst().length();
    }
  }

  /** How many there are. */
  long count() {
    return count;
  }

  /** The last ones, in their order. */
  List<String> last() {
    return List.copyOf(last);
  }

  /** The first of all. */
  Optional<String> first() {
    return first;
  }

  /** The columns that SExtractor lists, of rows so wide; none if there is no such list. */
  List<ColumnHeader> listed(int width) {
    return list.columns(width);
  }

  /**
   * The comments with which SExtractor lists the columns of its ASCII_HEAD catalogues, such as
   * {@code # 2 X_IMAGE Object position along x [pixel]}. A column of several numbers is listed
   * once.
   */
  private static final class SextractorHeader {
    private static final Pattern ENTRY =
        Pattern.compile("#\\s*+(\\d{1,4})\\s++(\\S++)\\s*+(.*+)", Pattern.DOTALL);
    private static final int LONGEST = 1000;

    /** A column, and its place in a row, from 1. */
    private record Entry(int place, ColumnHeader column) {}

    private final List<Entry> entries = new ArrayList<>();
    private boolean broken;

    /** Takes a comment, of the list or not. */
    void add(String comment) {
      if (broken || comment.length() > LONGEST) {
        return;
      }
      Matcher entry = ENTRY.matcher(comment);
      if (entry.matches()) {
        int place = Integer.parseInt(entry.group(1));
        broken = entries.isEmpty() ? place != 1 : place <= lastPlace();
        entries.add(new Entry(place, column(entry.group(2), entry.group(3).stripTrailing())));
      }
      if (broken) {
        entries.clear();
      }
    }

    private int lastPlace() {
      return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).place();
    }

    /** A unit stands in brackets at the end. */
    private static ColumnHeader column(String name, String text) {
      int open =
          text.endsWith("]") ? text.indexOf('[', text.lastIndexOf(']', text.length() - 2)) : -1;
      String unit = open < 0 ? "" : text.substring(open + 1, text.length() - 1);
      String description = open < 0 ? text : text.substring(0, open).stripTrailing();
      return new ColumnHeader(name, CellType.TEXT, unit, description);
    }

    /**
     * The columns that the comments so far list; none if they are no such list.
     *
     * @param width how many fields a row has
     */
    List<ColumnHeader> columns(int width) {
      List<ColumnHeader> columns = new ArrayList<>();
      if (entries.isEmpty() || lastPlace() > width) {
        return columns;
      }
      for (Entry entry : entries) {
        extend(columns, entry.place() - 1);
        columns.add(entry.column());
      }
      extend(columns, width);
      return columns;
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
}
