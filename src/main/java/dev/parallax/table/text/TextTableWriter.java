package dev.parallax.table.text;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.RowCursor;
import dev.parallax.table.column.RowSource;
import dev.parallax.text.Digits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes CSV and ECSV as UTF-8. STIL's writers print doubles by {@code Double.toString}, whose
 * digits depend on the JDK, and ECSV as ASCII.
 */
public final class TextTableWriter {
  private final ByteSink sink;
  private final CsvText texts;
  private final String whenTrue;
  private final String whenFalse;
  private final List<ColumnHeader> columns;
  private final CellType[] types;

  private TextTableWriter(
      ByteSink sink, RowSource source, CsvText texts, String whenTrue, String whenFalse) {
    this.sink = sink;
    this.texts = texts;
    this.whenTrue = whenTrue;
    this.whenFalse = whenFalse;
    this.columns = source.columns();
    this.types = columns.stream().map(ColumnHeader::type).toArray(CellType[]::new);
  }

  public static void csv(OutputStream out, RowSource source, CsvText texts) throws IOException {
    new TextTableWriter(new ByteSink(out), source, texts, "true", "false").write(source);
  }

  public static void ecsv(OutputStream out, RowSource source) throws IOException {
    ByteSink sink = new ByteSink(out);
    sink.ascii(EcsvHeader.of(source));
    new TextTableWriter(sink, source, new CsvText(false), "True", "False").write(source);
  }

  private void write(RowSource source) throws IOException {
    for (int c = 0; c < types.length; c++) {
      text(columns.get(c).name());
      end(c);
    }
    RowCursor rows = source.open();
    long count = 0;
    for (; rows.next(); count++) {
      for (int c = 0; c < types.length; c++) {
        cell(rows, c);
        end(c);
      }
    }
    if (count != source.rows()) {
      throw new IllegalStateException(count + " rows instead of " + source.rows());
    }
    sink.flush();
  }

  private void cell(RowCursor rows, int column) throws IOException {
    if (columns.get(column).length() > 0) {
      array(rows, column);
      return;
    }
    if (rows.isMissing(column)) {
      if (types.length == 1) {
        sink.ascii("\"\""); // else a blank line, which readers skip
      }
      return;
    }
    switch (types[column]) {
      case DOUBLE -> sink.ascii(Digits.shortest(rows.doubleAt(column)));
      case LONG -> sink.integer(rows.longAt(column));
      case BOOLEAN -> sink.ascii(rows.booleanAt(column) ? whenTrue : whenFalse);
      case TEXT -> text(rows.textAt(column));
    }
  }

  /** As JSON; of one that is missing, each number is null. */
  private void array(RowCursor rows, int column) throws IOException {
    int length = columns.get(column).length();
    double[] values = rows.isMissing(column) ? new double[0] : rows.arrayAt(column);
    sink.ascii("\"[");
    for (int i = 0; i < length; i++) {
      sink.ascii(i == 0 ? "" : ",");
      sink.ascii(values.length == 0 ? "null" : json(values[i]));
    }
    sink.ascii("]\"");
  }

  private static String json(double value) {
    return Double.isInfinite(value)
        ? value > 0 ? "Infinity" : "-Infinity"
        : Double.isNaN(value) ? "NaN" : Digits.shortest(value);
  }

  private void end(int column) throws IOException {
    sink.put(column < types.length - 1 ? ',' : '\n');
  }

  private void text(String text) throws IOException {
    sink.bytes(texts.of(text).getBytes(StandardCharsets.UTF_8));
  }

  /** A buffer before a stream, for one thread, with room for the plain cases in plain loops. */
  private static final class ByteSink {
    private static final int LONGEST_LONG = 20;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] digits = new byte[LONGEST_LONG];
    private int size;

    ByteSink(OutputStream out) {
      this.out = out;
    }

    void put(int b) throws IOException {
      if (size == buffer.length) {
        flush();
      }
      buffer[size++] = (byte) b;
    }

    void bytes(byte[] bytes) throws IOException {
      for (byte b : bytes) {
        put(b);
      }
    }

    void ascii(String text) throws IOException {
      int length = text.length();
      if (length > buffer.length - size) {
        for (int i = 0; i < length; i++) {
          put(text.charAt(i));
        }
        return;
      }
      for (int i = 0; i < length; i++) {
        buffer[size + i] = (byte) text.charAt(i);
      }
      size += length;
    }

    void integer(long value) throws IOException {
      int at = LONGEST_LONG;
      long rest = value;
      do {
        digits[--at] = (byte) ('0' + Math.abs(rest % 10)); // the least long has no positive twin
        rest /= 10;
      } while (rest != 0);
      if (value < 0) {
        put('-');
      }
      while (at < LONGEST_LONG) {
        put(digits[at++]);
      }
    }

    void flush() throws IOException {
      out.write(buffer, 0, size);
      size = 0;
    }
  }
}
