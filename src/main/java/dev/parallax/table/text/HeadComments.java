package dev.parallax.table.text;

import dev.parallax.table.column.ColumnHeader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

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
}
