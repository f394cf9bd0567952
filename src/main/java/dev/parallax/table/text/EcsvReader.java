package dev.parallax.table.text;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.Contents;
import dev.parallax.table.condition.Wanted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import uk.ac.starlink.ecsv.EcsvColumn;
import uk.ac.starlink.ecsv.EcsvFormatException;
import uk.ac.starlink.ecsv.EcsvMeta;
import uk.ac.starlink.ecsv.SnakeYamlParser;

/**
 * Reads ECSV: the header through STIL, the rows by our own reader. STIL's own would end the table
 * at a blank line, and take a cell that is not a number, or is {@code inf}, for a missing one.
 */
public final class EcsvReader {
  public static final String MAGIC = "# %ECSV";
  private static final int DEEPEST = 100;
  private static final int LONGEST = 1 << 20;

  /** What the parser takes. */
  private static final int MOST_CHARACTERS = 3 << 20;

  private EcsvReader() {}

  public static Contents read(String name, InputStream in, Wanted wanted) throws IOException {
    LineReader lines = new LineReader(in);
    EcsvMeta meta = meta(yaml(lines));
    FieldReader fields = new FieldReader(lines, meta.getDelimiter(), true);
    List<String> names = fields.here() ? fields.texts() : List.of();
    List<ColumnHeader> headers = Arrays.stream(meta.getColumns()).map(EcsvReader::header).toList();
    List<String> declared = headers.stream().map(ColumnHeader::name).toList();
    if (!names.equals(declared)) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "declares the columns %s in its header but names %s above the rows",
              String.join(", ", declared),
              String.join(", ", names)));
    }
    fields.begin(headers.stream().map(header -> header.type() == CellType.TEXT).toList());
    Contents above = new Contents(name, "ECSV", 0, headers, List.of(), metadata(meta), List.of());
    return TextTableReader.body(above, fields, false, true, wanted)
        .declaring(headers.stream().map(ColumnHeader::type).toList());
  }

  /** The header's lines, and leaves the lines at the one with the names. */
  private static String[] yaml(LineReader lines) throws IOException {
    List<String> yaml = new ArrayList<>();
    int size = 0;
    while (lines.next()) {
      if (lines.length() == 0) {
        continue;
      }
      String line = new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8);
      if (line.startsWith("# ") || line.equals("#")) {
        yaml.add(line.substring(Math.min(2, line.length())));
        size += line.length();
        if (size > MOST_CHARACTERS) {
          throw new IOException("has an ECSV header of more than 3 MB");
        }
      } else if (!line.isBlank() && !line.startsWith("#")) {
        return yaml.stream().skip(1).toArray(String[]::new);
      }
    }
    throw new IOException("has an ECSV header but no rows");
  }

  private static EcsvMeta meta(String[] yaml) throws IOException {
    try {
      return new SnakeYamlParser().parseMeta(yaml);
    } catch (EcsvFormatException | RuntimeException | StackOverflowError e) {
      throw new IOException("has an ECSV header that cannot be read: " + reason(e), e);
    }
  }

  /** Without the names of classes, by which the parser calls what it found. */
  private static String reason(Throwable e) {
    String message = Objects.toString(e.getMessage(), "");
    boolean inside = message.isEmpty() || message.matches("(?s).*\\b(java|org|uk)\\.\\w+\\..*");
    return inside ? "it is not YAML that describes columns" : message;
  }

  private static ColumnHeader header(EcsvColumn<?> column) {
    return new ColumnHeader(
        column.getName(),
        type(column.getDatatype()),
        Objects.toString(column.getUnit(), ""),
        Objects.toString(column.getDescription(), ""));
  }

  private static CellType type(String declared) {
    if (declared.startsWith("float")) {
      return CellType.DOUBLE;
    }
    if (declared.contains("int")) {
      return CellType.LONG;
    }
    return declared.equals("bool") ? CellType.BOOLEAN : CellType.TEXT;
  }

  private static Map<String, String> metadata(EcsvMeta meta) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    if (meta.getTableMeta() != null) {
      for (Map.Entry<?, ?> item : meta.getTableMeta().entrySet()) {
        all.put(text(item.getKey()), text(item.getValue()));
      }
    }
    return all;
  }

  /** A value in one line; what YAML's aliases make of it may have no end. */
  private static String text(Object value) throws IOException {
    StringBuilder text = new StringBuilder();
    write(value, text, 0);
    return text.toString();
  }

  private static void write(Object value, StringBuilder text, int depth) throws IOException {
    if (depth > DEEPEST || text.length() > LONGEST) {
      throw new IOException("has metadata in its ECSV header that have no end, or are too large");
    }
    if (value instanceof Map<?, ?> map) {
      write(map.entrySet(), '{', '}', text, depth);
    } else if (value instanceof Map.Entry<?, ?> entry) {
      write(entry.getKey(), text, depth);
      text.append('=');
      write(entry.getValue(), text, depth);
    } else if (value instanceof Collection<?> values) {
      write(values, '[', ']', text, depth);
    } else if (value != null) {
      text.append(value);
    } else if (depth > 0) {
      text.append("null");
    }
  }

  private static void write(
      Collection<?> values, char open, char close, StringBuilder text, int depth)
      throws IOException {
    text.append(open);
    String between = "";
    for (Object value : values) {
      text.append(between);
      write(value, text, depth + 1);
      between = ", ";
    }
    text.append(close);
  }
}
