package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.table.RandomTable.Column;
import dev.parallax.table.RandomTable.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random tables in the forms that declare their columns: written, read back, and every value found;
 * then damaged in one line, and either refused with that line's number or, where the damage left a
 * legal line, read as what that line says. What a line says is worked out here from the layout, by
 * plain slices and patterns.
 */
class RandomTableTest {
  private static final int TABLES = 1200;
  private static final Set<String> MARKS =
      Set.of("", "--", "...", "nan", "na", "n/a", "null", "none", "-");

  @TempDir Path folder;

  /** A form of text. */
  interface Form {
    /** Writes a table. */
    Written write(RandomTable table, SplittableRandom random);

    /** The cells of a line of a table that was written so, if the line is one of a row. */
    Optional<List<String>> cells(Written written, String line);
  }

  /** A table as lines. */
  record Written(RandomTable table, List<String> lines, int firstRow, List<int[]> places) {}

  static Stream<Form> forms() {
    return Stream.of(new Mrt(), new Ipac(), new VoTable());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void findsEveryValueAndEveryDamage(Form form) throws IOException {
    SplittableRandom random = new SplittableRandom(20261129);
    int refused = 0;
    for (int i = 0; i < TABLES; i++) {
      Written written = form.write(RandomTable.of(random), random);
      List<List<String>> rows = new ArrayList<>();
      for (String line : written.lines().subList(written.firstRow(), lastRow(written))) {
        rows.add(form.cells(written, line).orElseThrow());
      }
      Table table = read(written.lines());
      for (int c = 0; c < written.table().columns().size(); c++) {
        Column column = written.table().columns().get(c);
        if (column.isText()) {
          assertEquals(column.cells(), table.texts(column.name()));
        } else {
          assertValues(column.values(), table.doubles(column.name()), written.lines());
        }
      }
      refused += damage(form, written, rows, random) ? 1 : 0;
    }
    assertTrue(refused > TABLES / 4, "only " + refused + " damages were seen");
  }

  private static int lastRow(Written written) {
    return written.firstRow() + written.table().rows();
  }

  /** Whether the damaged table was refused. */
  private boolean damage(
      Form form, Written written, List<List<String>> rows, SplittableRandom random)
      throws IOException {
    int at = random.nextInt(written.table().rows());
    List<String> lines = new ArrayList<>(written.lines());
    int number = written.firstRow() + at;
    String damaged = damaged(written, lines.get(number), random);
    lines.set(number, damaged);
    List<List<String>> left = new ArrayList<>(rows);
    Optional<List<String>> cells =
        form.cells(written, damaged).filter(some -> isLegal(written.table(), some));
    if (damaged.isBlank()) {
      left.remove(at);
    } else if (cells.isPresent()) {
      left.set(at, cells.get());
    } else {
      String complaint =
          assertThrows(IllegalArgumentException.class, () -> read(lines), String.join("\n", lines))
              .getMessage();
      // What a broken tag lacks is missed in the next line.
      String line =
          "line (" + (number + 1) + "|" + (number + (form instanceof VoTable ? 2 : 1)) + ")";
      assertTrue(complaint.matches(".*\\b" + line + "\\b.*"), complaint + String.join("\n", lines));
      return true;
    }
    if (left.isEmpty()) {
      assertThrows(IllegalArgumentException.class, () -> read(lines));
      return false;
    }
    Table table = read(lines);
    for (int c = 0; c < written.table().columns().size(); c++) {
      Column column = written.table().columns().get(c);
      int place = c;
      if (!column.isText()) {
        double[] values = left.stream().mapToDouble(row -> value(column, row.get(place))).toArray();
        assertValues(values, table.doubles(column.name()), lines);
      }
    }
    return false;
  }

  private static String damaged(Written written, String line, SplittableRandom random) {
    int at = random.nextInt(line.length());
    return switch (random.nextInt(6)) {
      case 0 -> " " + line;
      case 1 -> line.substring(1);
      case 2 -> line.substring(0, at) + " " + line.substring(at);
      case 3 -> line.substring(0, at) + line.substring(at + 1);
      case 4 -> line.substring(0, at);
      default -> {
        List<String> words =
            List.of("3C083", "2.2a", "12,5", "1.5f", "0x1F", "one", "1 2", "1.2.3");
        String word = words.get(random.nextInt(words.size()));
        yield line.substring(0, at)
            + word
            + line.substring(Math.min(line.length(), at + word.length()));
      }
    };
  }

  private static boolean isLegal(RandomTable table, List<String> cells) {
    for (int c = 0; c < cells.size(); c++) {
      Column column = table.columns().get(c);
      String cell = cells.get(c);
      boolean legal =
          column.isText()
              || isMissing(column, cell)
              || (isNumber(cell) && (column.kind() != Kind.INTEGER || isInteger(plain(cell))));
      if (!legal) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInteger(String number) {
    BigDecimal value = new BigDecimal(number.replace('D', 'E').replace('d', 'e'));
    return value.stripTrailingZeros().scale() <= 0 && value.toBigInteger().bitLength() < Long.SIZE;
  }

  private static boolean isNumber(String cell) {
    return cell.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eEdD][-+]?\\d+)?")
        || cell.matches("[-+]?(\\d+\\.\\d*|\\.\\d+)[-+]\\d{3}");
  }

  private static boolean isMissing(Column column, String cell) {
    return MARKS.contains(cell.toLowerCase(Locale.ROOT))
        || cell.matches("\\*\\*+")
        || (isNumber(cell)
            && RandomTable.value(plain(cell)) == RandomTable.value(column.sentinel()));
  }

  private static double value(Column column, String cell) {
    return isMissing(column, cell) ? Double.NaN : RandomTable.value(plain(cell));
  }

  private static String plain(String cell) {
    return cell.replaceFirst("(?<=[0-9.])([-+]\\d{3})$", "E$1");
  }

  private static void assertValues(double[] expected, double[] actual, List<String> lines) {
    assertTrue(
        Arrays.equals(expected, actual),
        () ->
            Arrays.toString(expected)
                + " "
                + Arrays.toString(actual)
                + "\n"
                + String.join("\n", lines));
  }

  private Table read(List<String> lines) {
    try {
      return TableFile.read(Files.write(folder.resolve("table"), lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A cell as it is written: a missing one by either mark. */
  private static String written(Column column, int row, SplittableRandom random) {
    String cell = column.cells().get(row);
    if (!cell.isEmpty() || column.isText()) {
      return cell;
    }
    return random.nextBoolean() ? column.mark() : column.sentinel();
  }

  private static String padded(String cell, int width, boolean right) {
    String blanks = " ".repeat(width - cell.length());
    return right ? blanks + cell : cell + blanks;
  }

  /** The slices of a line, if there is nothing between them. */
  private static Optional<List<String>> slices(List<int[]> places, String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder rest = new StringBuilder(line);
    for (int[] place : places) {
      int from = Math.min(place[0], line.length());
      int to = Math.min(place[1], line.length());
      cells.add(line.substring(from, to).strip());
      for (int i = from; i < to; i++) {
        rest.setCharAt(i, ' ');
      }
    }
    return rest.toString().isBlank() ? Optional.of(cells) : Optional.empty();
  }

  /** Rows at the places, some without the blanks at their ends. */
  private static List<String> rows(RandomTable table, List<int[]> places, SplittableRandom random) {
    boolean right = random.nextBoolean();
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < places.size(); c++) {
        line.append(" ".repeat(places.get(c)[0] - line.length()));
        int width = places.get(c)[1] - places.get(c)[0];
        line.append(padded(written(table.columns().get(c), row, random), width, right));
      }
      lines.add(random.nextBoolean() ? line.toString() : line.toString().stripTrailing());
    }
    return lines;
  }

  /** Random widths and gaps. */
  private static List<int[]> places(
      RandomTable table, int first, int widest, SplittableRandom random) {
    List<int[]> places = new ArrayList<>();
    int at = first;
    for (Column column : table.columns()) {
      int width = Math.max(column.width(), column.name().length()) + random.nextInt(3);
      places.add(new int[] {at, at + width});
      at += width + 1 + random.nextInt(widest);
    }
    return places;
  }

  private static final class Mrt implements Form {
    @Override
    public Written write(RandomTable table, SplittableRandom random) {
      List<int[]> places = places(table, random.nextInt(3), 3, random);
      String rule = "-".repeat(80);
      List<String> lines = new ArrayList<>(List.of("Title: At random", "Authors:", "=".repeat(80)));
      lines.addAll(List.of("Byte-by-byte Description of file: table", rule));
      lines.addAll(List.of("   Bytes Format Units   Label   Explanations", rule));
      for (int c = 0; c < places.size(); c++) {
        Column column = table.columns().get(c);
        int width = places.get(c)[1] - places.get(c)[0];
        String format = List.of("A", "I", "F", "E").get(column.kind().ordinal()) + width;
        String decimals = column.kind().ordinal() > 1 ? ".3" : "";
        String limits = List.of("", "[]", "[-9/9.5]", "]0,]").get(random.nextInt(4));
        String mark = column.isText() ? "" : limits + "?=" + column.sentinel();
        String label = column.name();
        lines.add(
            String.format(
                Locale.ROOT,
                "%4d-%4d %s%s --- %s %s a number",
                places.get(c)[0] + 1,
                places.get(c)[1],
                format,
                decimals,
                label,
                mark));
      }
      lines.add(rule);
      if (random.nextBoolean()) {
        lines.addAll(List.of("Note (1): 1.5 2.5", "    and more", rule));
      }
      int first = lines.size();
      lines.addAll(rows(table, places, random));
      return new Written(table, lines, first, places);
    }

    @Override
    public Optional<List<String>> cells(Written written, String line) {
      return slices(written.places(), line);
    }
  }

  private static final class Ipac implements Form {
    @Override
    public Written write(RandomTable table, SplittableRandom random) {
      List<int[]> places = places(table, 1, 1, random);
      List<List<String>> types =
          List.of(
              List.of("char", "c"),
              List.of("int", "long", "i", "l"),
              List.of("double", "d", "real"),
              List.of("float", "f", "r"));
      List<String> lines = new ArrayList<>(List.of("\\key = 'value'", "\\ a comment"));
      StringBuilder[] header = {
        new StringBuilder("|"),
        new StringBuilder("|"),
        new StringBuilder("|"),
        new StringBuilder("|")
      };
      for (int c = 0; c < places.size(); c++) {
        Column column = table.columns().get(c);
        List<String> fitting = types.get(column.kind().ordinal());
        int width = places.get(c)[1] - places.get(c)[0];
        String type = fitting.get(random.nextInt(fitting.size()));
        String[] entries = {
          column.name(),
          type.length() > width ? type.substring(0, 1) : type,
          "",
          column.isText() ? "" : column.sentinel()
        };
        for (int i = 0; i < header.length; i++) {
          header[i].append(padded(entries[i], width, random.nextBoolean())).append('|');
        }
      }
      Arrays.stream(header).forEach(line -> lines.add(line.toString()));
      int first = lines.size();
      lines.addAll(rows(table, places, random));
      return new Written(table, lines, first, places);
    }

    @Override
    public Optional<List<String>> cells(Written written, String line) {
      return slices(written.places(), line);
    }
  }

  private static final class VoTable implements Form {
    @Override
    public Written write(RandomTable table, SplittableRandom random) {
      List<String> lines = new ArrayList<>(List.of("<VOTABLE><RESOURCE><TABLE>"));
      for (Column column : table.columns()) {
        String type = column.kind() == Kind.INTEGER ? "long" : "double";
        lines.add(
            column.isText()
                ? "<FIELD name='" + column.name() + "' datatype='char' arraysize='*'/>"
                : String.format(
                    Locale.ROOT,
                    "<FIELD name='%s' datatype='%s'><VALUES null='%s'/></FIELD>",
                    column.name(),
                    type,
                    column.sentinel()));
      }
      lines.add("<DATA><TABLEDATA>");
      int first = lines.size();
      for (int row = 0; row < table.rows(); row++) {
        StringBuilder line = new StringBuilder("<TR>");
        for (Column column : table.columns()) {
          line.append("<TD>").append(written(column, row, random)).append("</TD>");
        }
        lines.add(line.append("</TR>").toString());
      }
      lines.add("</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>");
      return new Written(table, lines, first, List.of());
    }

    @Override
    public Optional<List<String>> cells(Written written, String line) {
      int width = written.table().columns().size();
      if (!line.strip()
          .matches("<TR\\s*>(\\s*<TD\\s*>[^<]*</TD\\s*>){" + width + "}\\s*</TR\\s*>")) {
        return Optional.empty();
      }
      String cells = line.strip().replaceAll("\\s*</?TR\\s*>\\s*", "").replaceAll("<TD\\s*>", "");
      return Optional.of(
          Arrays.stream(cells.split("</TD\\s*>\\s*", -1)).limit(width).map(String::strip).toList());
    }
  }
}
