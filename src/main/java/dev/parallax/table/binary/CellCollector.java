package dev.parallax.table.binary;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.Cells;
import dev.parallax.table.column.ColumnUse;
import dev.parallax.table.column.TextColumn;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.BitSet;

/** Collects the cells of a column from a reader that hands out objects, null for missing. */
public sealed interface CellCollector {

  void add(Object cell);

  /** Says how many rows its file promises; memory is taken as they come, eight times at most. */
  default void expect(int most) {}

  Cells cells();

  /** A column that nobody wants. */
  final class OfNothing implements CellCollector {
    private final CellType type;
    private int rows;

    OfNothing(CellType type) {
      this.type = type;
    }

    @Override
    public void add(Object cell) {
      rows++;
    }

    @Override
    public Cells cells() {
      return new Cells.Unread(rows, type);
    }
  }

  /** The collector for cells of a class. */
  static CellCollector of(Class<?> content) {
    if (content == Double.class || content == Float.class) {
      return new OfDoubles();
    }
    if (Number.class.isAssignableFrom(content)) {
      return new OfLongs();
    }
    return content == Boolean.class ? new OfBooleans() : new OfTexts();
  }

  /** The collector for cells of a type, as far as they are wanted. */
  static CellCollector of(CellType type, ColumnUse use) {
    if (use == ColumnUse.NOTHING) {
      return new OfNothing(type);
    }
    return switch (type) {
      case DOUBLE -> new OfDoubles();
      case LONG -> new OfLongs();
      case BOOLEAN -> new OfBooleans();
      case TEXT -> new OfTexts();
    };
  }

  private static int larger(int size, int more, int expected) {
    return (int) Math.max(TextColumn.larger(size, more), Math.min(expected, 8L * size));
  }

  /** Floating-point numbers; a float becomes the double of the same value. */
  final class OfDoubles implements CellCollector {
    private double[] values = new double[32];
    private int rows;
    private int expected;

    @Override
    public void add(Object cell) {
      addNumber(cell instanceof Number number ? number.doubleValue() : Double.NaN);
    }

    void addNumber(double value) {
      makeRoom(1);
      values[rows++] = value;
    }

    void addNumbers(DoubleBuffer more) {
      int count = more.remaining();
      makeRoom(count);
      more.get(values, rows, count);
      rows += count;
    }

    @Override
    public void expect(int most) {
      expected = most;
    }

    private void makeRoom(int count) {
      if (count > values.length - rows) {
        values = Arrays.copyOf(values, larger(rows, count, expected));
      }
    }

    @Override
    public Cells cells() {
      return new Cells.Doubles(rows == values.length ? values : Arrays.copyOf(values, rows));
    }
  }

  /** Integers of any size. */
  final class OfLongs implements CellCollector {
    private final BitSet missing = new BitSet();
    private long[] values = new long[32];
    private int rows;
    private int expected;

    @Override
    public void add(Object cell) {
      if (!(cell instanceof Number)) {
        missing.set(rows);
      }
      addNumber(cell instanceof Number number ? number.longValue() : 0);
    }

    void addNumber(long value) {
      makeRoom(1);
      values[rows++] = value;
    }

    void addNumbers(LongBuffer more) {
      int count = more.remaining();
      makeRoom(count);
      more.get(values, rows, count);
      rows += count;
    }

    @Override
    public void expect(int most) {
      expected = most;
    }

    private void makeRoom(int count) {
      if (count > values.length - rows) {
        values = Arrays.copyOf(values, larger(rows, count, expected));
      }
    }

    @Override
    public Cells cells() {
      return new Cells.Longs(rows == values.length ? values : Arrays.copyOf(values, rows), missing);
    }

    /** Without a sign: as texts if one is beyond the longs, as STIL has those of FITS. */
    Cells unsignedCells() {
      if (Arrays.stream(values, 0, rows).allMatch(value -> value >= 0)) {
        return cells();
      }
      OfTexts texts = new OfTexts();
      Arrays.stream(values, 0, rows).mapToObj(Long::toUnsignedString).forEach(texts::add);
      return texts.cells();
    }
  }

  /** True, false or missing. */
  final class OfBooleans implements CellCollector {
    private final BitSet values = new BitSet();
    private final BitSet missing = new BitSet();
    private int rows;

    @Override
    public void add(Object cell) {
      missing.set(rows, cell == null);
      values.set(rows++, Boolean.TRUE.equals(cell));
    }

    @Override
    public Cells cells() {
      return new Cells.Booleans(rows, values, missing);
    }
  }

  /** Text, and whatever else as text; a cell that is an array is no number anyway. */
  final class OfTexts implements CellCollector {
    private final TextColumn column = new TextColumn();

    @Override
    public void add(Object cell) {
      String text = cell == null ? "" : cell.getClass().isArray() ? "(array)" : cell.toString();
      column.add(text.strip());
    }

    @Override
    public Cells cells() {
      return column.cells();
    }
  }
}
