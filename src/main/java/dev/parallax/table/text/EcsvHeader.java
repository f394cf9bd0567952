package dev.parallax.table.text;

import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.RowSource;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The YAML header of ECSV 1.0, doi 10.5281/zenodo.4792325, in ASCII. */
final class EcsvHeader {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)y|yes|n|no|true|false|on|off|null|nan|inf");

  private EcsvHeader() {}

  static String of(RowSource source) {
    StringBuilder header =
        new StringBuilder(EcsvReader.MAGIC).append(" 1.0\n# ---\n# delimiter: ','\n# datatype:\n");
    for (ColumnHeader column : source.columns()) {
      header.append("# - {name: ").append(scalar(column.name()));
      entry(header, "unit", column.unit());
      entry(header, "datatype", column.length() > 0 ? "string" : datatype(column.type()));
      entry(header, "subtype", subtype(column));
      entry(header, "description", column.description());
      header.append("}\n");
    }
    header.append("# meta:\n#   name: ").append(scalar(source.name())).append('\n');
    for (Map.Entry<String, String> item : source.metadata().entrySet()) {
      header.append("#   ").append(scalar(item.getKey())).append(": ");
      header.append(scalar(item.getValue())).append('\n');
    }
    return header.toString();
  }

  private static void entry(StringBuilder header, String key, String value) {
    if (!value.isEmpty()) {
      header.append(", ").append(key).append(": ").append(scalar(value));
    }
  }

  private static String subtype(ColumnHeader column) {
    return column.length() > 0 ? datatype(column.type()) + "[" + column.length() + "]" : "";
  }

  private static String datatype(CellType type) {
    return switch (type) {
      case DOUBLE -> "float64";
      case LONG -> "int64";
      case BOOLEAN -> "bool";
      case TEXT -> "string";
    };
  }

  /** A word as it is; anything else in double quotes, escaped, so that it stays a string. */
  private static String scalar(String text) {
    if (PLAIN.matcher(text).matches() && !RESERVED.matcher(text).matches()) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7F) {
        quoted.append(c);
      } else {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return quoted.append('"').toString();
  }
}
