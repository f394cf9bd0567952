package dev.parallax.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.ac.starlink.ecsv.EcsvColumn;
import uk.ac.starlink.ecsv.EcsvFormatException;
import uk.ac.starlink.ecsv.EcsvMeta;
import uk.ac.starlink.ecsv.SnakeYamlParser;

/**
 * Reads ECSV: the header through STIL, the rows by our own reader. STIL's own would end the table
 * at a blank line, and take a cell that is not a number, or is {@code inf}, for a missing one.
 */
final class EcsvReader {
  static final String MAGIC = "# %ECSV";

  private EcsvReader() {}

  static Table read(String name, InputStream in, Wanted wanted) throws IOException {
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
    while (lines.next()) {
      String line = new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8);
      if (line.startsWith("# ") || line.equals("#")) {
        yaml.add(line.substring(Math.min(2, line.length())));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        return yaml.stream().skip(1).toArray(String[]::new);
      }
    }
    throw new IOException("has an ECSV header but no rows");
  }

  private static EcsvMeta meta(String[] yaml) throws IOException {
    try {
      return new SnakeYamlParser().parseMeta(yaml);
    } catch (EcsvFormatException | RuntimeException e) {
      throw new IOException("has an ECSV header that cannot be read: " + e.getMessage(), e);
    }
  }

  private static ColumnHeader header(EcsvColumn<?> column) {
    return new ColumnHeader(
        column.getName(),
        type(column.getDatatype()),
        text(column.getUnit()),
        text(column.getDescription()));
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

  private static Map<String, String> metadata(EcsvMeta meta) {
    Map<String, String> all = new LinkedHashMap<>();
    if (meta.getTableMeta() != null) {
      meta.getTableMeta().forEach((key, value) -> all.put(text(key), text(value)));
    }
    return all;
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
