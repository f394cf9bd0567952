package dev.parallax.table.column;

import dev.parallax.text.Digits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** The cells of one column, by row from 0. A cell that cannot give what is asked throws. */
public sealed interface Cells
    permits NumberCells, Cells.Unread, Cells.Doubles, Cells.Longs, Cells.Booleans, Cells.Texts {

  int rows();

  CellType type();

  /** The number in a row, NaN if missing; an ArithmeticException that says why if there is none. */
  double number(int row);

  /** The exact integer in a row; an ArithmeticException that says why if there is none. */
  long integer(int row);

  /** The cell as text, as the file has it if it is a text file; empty if missing. */
  String text(int row);

  /** The cells of these rows. */
  Cells select(int[] kept);

  /** A column that was not read, for nobody had said that it is wanted. */
  record Unread(int rows, CellType type) implements Cells {
    @Override
    public double number(int row) {
      throw new IllegalStateException("this column was not read");
    }

    @Override
    public long integer(int row) {
      throw new IllegalStateException("this column was not read");
    }

    @Override
    public String text(int row) {
      throw new IllegalStateException("this column was not read");
    }

    @Override
    public Cells select(int[] kept) {
      return new Unread(kept.length, type);
    }
  }

  /** Floating-point cells; a missing one is NaN. */
  @SuppressWarnings("ArrayRecordComponent") // never leaves the package
  record Doubles(double[] values) implements Cells {
    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public CellType type() {
      return CellType.DOUBLE;
    }

    @Override
    public double number(int row) {
      return values[row];
    }

    @Override
    public long integer(int row) {
      double value = values[row];
      if (Double.isNaN(value)) {
        throw new ArithmeticException("is missing");
      }
      if (value != Math.rint(value) || value < -0x1p63 || value >= 0x1p63) {
        throw new ArithmeticException("'" + text(row) + "' is not an integer of 64 bits");
      }
      return (long) value;
    }

    @Override
    public String text(int row) {
      return Double.isNaN(values[row]) ? "" : Digits.shortest(values[row]);
    }

    @Override
    public Cells select(int[] kept) {
      return new Doubles(Arrays.stream(kept).mapToDouble(row -> values[row]).toArray());
    }
  }

  /** Integers. */
  @SuppressWarnings("ArrayRecordComponent")
  record Longs(long[] values, BitSet missing) implements Cells {
    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public CellType type() {
      return CellType.LONG;
    }

    @Override
    public double number(int row) {
      return missing.get(row) ? Double.NaN : values[row];
    }

    @Override
    public long integer(int row) {
      if (missing.get(row)) {
        throw new ArithmeticException("is missing");
      }
      return values[row];
    }

    @Override
    public String text(int row) {
      return missing.get(row) ? "" : Long.toString(values[row]);
    }

    @Override
    public Cells select(int[] kept) {
      long[] some = Arrays.stream(kept).mapToLong(row -> values[row]).toArray();
      return new Longs(some, Cells.select(missing, kept));
    }
  }

  /** True, false or missing. */
  record Booleans(int rows, BitSet values, BitSet missing) implements Cells {
    @Override
    public CellType type() {
      return CellType.BOOLEAN;
    }

    @Override
    public double number(int row) {
      return missing.get(row) ? Double.NaN : integer(row);
    }

    @Override
    public long integer(int row) {
      if (missing.get(row)) {
        throw new ArithmeticException("is missing");
      }
      return values.get(row) ? 1 : 0;
    }

    @Override
    public String text(int row) {
      return missing.get(row) ? "" : Boolean.toString(values.get(row));
    }

    @Override
    public Cells select(int[] kept) {
      return new Booleans(kept.length, Cells.select(values, kept), Cells.select(missing, kept));
    }
  }

  /** Text as bytes, one cell after another; {@code ends} says where each ends. */
  @SuppressWarnings("ArrayRecordComponent")
  record Texts(byte[] bytes, int[] ends, CellType type) implements Cells {

    /** Finds the narrowest type that all cells can be read as. */
    Texts(byte[] bytes, int[] ends) {
      this(bytes, ends, new Texts(bytes, ends, CellType.TEXT).narrowest());
    }

    @Override
    public int rows() {
      return ends.length;
    }

    @Override
    public double number(int row) {
      String text = plain(row);
      Numeral numeral = Numeral.of(text);
      if (numeral != Numeral.WORDS) {
        return numeral.toDouble(text);
      }
      return truth(row, text);
    }

    @Override
    public long integer(int row) {
      String text = plain(row);
      Numeral numeral = Numeral.of(text);
      return numeral == Numeral.WORDS ? truth(row, text) : numeral.toLong(text);
    }

    @Override
    public String text(int row) {
      return TextBytes.decoded(bytes, start(row), ends[row]);
    }

    @Override
    public Cells select(int[] kept) {
      int[] until = new int[kept.length];
      int length = 0;
      for (int i = 0; i < kept.length; i++) {
        length += ends[kept[i]] - start(kept[i]);
        until[i] = length;
      }
      byte[] some = new byte[length];
      for (int i = 0; i < kept.length; i++) {
        int from = start(kept[i]);
        int size = ends[kept[i]] - from;
        System.arraycopy(bytes, from, some, until[i] - size, size);
      }
      return new Texts(some, until);
    }

    private int truth(int row, String text) {
      if (type != CellType.BOOLEAN) {
        throw new ArithmeticException("'" + Excerpt.of(text(row)) + "' is not a number");
      }
      return text.equalsIgnoreCase("true") ? 1 : 0;
    }

    private CellType narrowest() {
      boolean integers = true;
      boolean numbers = true;
      boolean truths = true;
      for (int row = 0; row < ends.length && (numbers || truths); row++) {
        String text = plain(row);
        Numeral numeral = Numeral.of(text);
        integers &= numeral == Numeral.INTEGER || numeral == Numeral.MISSING;
        numbers &= numeral != Numeral.WORDS;
        truths &=
            numeral == Numeral.MISSING
                || text.equalsIgnoreCase("true")
                || text.equalsIgnoreCase("false");
      }
      if (numbers) {
        return integers && !truths ? CellType.LONG : CellType.DOUBLE;
      }
      return truths ? CellType.BOOLEAN : CellType.TEXT;
    }

    private String plain(int row) {
      return new String(bytes, start(row), ends[row] - start(row), StandardCharsets.ISO_8859_1);
    }

    private int start(int row) {
      return row == 0 ? 0 : ends[row - 1];
    }
  }

  /** The bits of these rows. */
  private static BitSet select(BitSet bits, int[] kept) {
    BitSet some = new BitSet();
    for (int i = 0; i < kept.length; i++) {
      some.set(i, bits.get(kept[i]));
    }
    return some;
  }
}
