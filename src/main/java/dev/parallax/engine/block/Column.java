package dev.parallax.engine.block;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** One result column of a block: an array, of primitives or texts, with an entry for each item. */
public sealed interface Column extends Serializable {

  /** How many entries it has. */
  int size();

  /**
   * The 64 bits that stand for an entry in the digest: a double's IEEE 754 bits with every NaN
   * alike, a long itself, 1 or 0 for a boolean.
   *
   * @throws UnsupportedOperationException if the entries are texts
   */
  long bits(int entry);

  /** The entry as a double; a boolean is 1 or 0, a text NaN. */
  double number(int entry);

  /** The type of its entries. */
  ColumnType type();

  /** Whether an entry is the same as one of another column, to the last bit. */
  default boolean isSame(int entry, Column other, int otherEntry) {
    return type() == other.type() && bits(entry) == other.bits(otherEntry);
  }

  /** The entries from one up to but without another, copied. */
  default Column part(int from, int to) {
    long[] bits = new long[to - from];
    for (int i = from; i < to; i++) {
      bits[i - from] = bits(i);
    }
    return ofBits(type(), bits);
  }

  /**
   * The first entries, copied, and 0, or an empty text, in their place where an item failed.
   *
   * @param count how many
   * @param failed the entries of items that failed
   */
  default Column head(int count, BitSet failed) {
    long[] bits = new long[count];
    for (int i = 0; i < count; i++) {
      bits[i] = failed.get(i) ? 0 : bits(i);
    }
    return ofBits(type(), bits);
  }

  /** The columns of one type one after the other. */
  static Column joined(List<Column> columns) {
    if (columns.get(0).type() == ColumnType.TEXT) {
      return new Texts(
          columns.stream()
              .flatMap(column -> Arrays.stream(((Texts) column).values()))
              .toArray(String[]::new));
    }
    long[] bits = new long[columns.stream().mapToInt(Column::size).sum()];
    int next = 0;
    for (Column column : columns) {
      for (int i = 0; i < column.size(); i++) {
        bits[next++] = column.bits(i);
      }
    }
    return ofBits(columns.get(0).type(), bits);
  }

  /**
   * The column whose entries have these {@link #bits}.
   *
   * @throws IllegalArgumentException if its entries are texts
   */
  static Column ofBits(ColumnType type, long[] bits) {
    return switch (type) {
      case LONG -> new Longs(bits);
      case DOUBLE -> {
        double[] values = new double[bits.length];
        for (int i = 0; i < bits.length; i++) {
          values[i] = Double.longBitsToDouble(bits[i]);
        }
        yield new Doubles(values);
      }
      case BOOLEAN -> {
        boolean[] values = new boolean[bits.length];
        for (int i = 0; i < bits.length; i++) {
          values[i] = bits[i] != 0;
        }
        yield new Booleans(values);
      }
      case TEXT -> throw new IllegalArgumentException("texts are no bits");
    };
  }

  /** Floating-point results. */
  @SuppressWarnings("ArrayRecordComponent") // a view on results that are gathered once
  record Doubles(double[] values) implements Column {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public long bits(int entry) {
      return Double.doubleToLongBits(values[entry]);
    }

    @Override
    public double number(int entry) {
      return values[entry];
    }

    @Override
    public ColumnType type() {
      return ColumnType.DOUBLE;
    }
  }

  /** Integer results. */
  @SuppressWarnings("ArrayRecordComponent")
  record Longs(long[] values) implements Column {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public long bits(int entry) {
      return values[entry];
    }

    @Override
    public double number(int entry) {
      return values[entry];
    }

    @Override
    public ColumnType type() {
      return ColumnType.LONG;
    }
  }

  /** Results that are true or false. */
  @SuppressWarnings("ArrayRecordComponent")
  record Booleans(boolean[] values) implements Column {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public long bits(int entry) {
      return values[entry] ? 1 : 0;
    }

    @Override
    public double number(int entry) {
      return values[entry] ? 1 : 0;
    }

    @Override
    public ColumnType type() {
      return ColumnType.BOOLEAN;
    }
  }

  /** Results that are texts. */
  @SuppressWarnings("ArrayRecordComponent")
  record Texts(String[] values) implements Column {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public long bits(int entry) {
      throw new UnsupportedOperationException("a text has no 64 bits");
    }

    @Override
    public double number(int entry) {
      return Double.NaN;
    }

    @Override
    public ColumnType type() {
      return ColumnType.TEXT;
    }

    @Override
    public boolean isSame(int entry, Column other, int otherEntry) {
      return other instanceof Texts texts && values[entry].equals(texts.values[otherEntry]);
    }

    @Override
    public Column part(int from, int to) {
      return new Texts(Arrays.copyOfRange(values, from, to));
    }

    @Override
    public Column head(int count, BitSet failed) {
      String[] texts = Arrays.copyOf(values, count);
      failed.stream().filter(i -> i < count).forEach(i -> texts[i] = "");
      return new Texts(texts);
    }
  }
}
