package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.table.condition.Wanted;
import dev.parallax.table.text.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random tables, written in every form of text and read back; then damaged. */
class RandomTextTest {
  private static final int TABLES = 400;

  @TempDir Path folder;

  /** The forms, each written a row a line. */
  enum Form {
    CSV(",", ""),
    SEMICOLONS(";", ""),
    TABS("\t", ""),
    BARS("|", ""),
    DECIMAL_COMMA(";", ""),
    ASCII("  ", ""),
    RDB("\t", ""),
    MARKDOWN(" | ", ""),
    RST_SIMPLE(" ", ""),
    RST_GRID(" | ", ""),
    LATEX(" & ", " \\\\"),
    DELUXETABLE(" & ", " \\\\"),
    DAOPHOT(" ", "");

    private final String between;
    private final String end;

    Form(String between, String end) {
      this.between = between;
      this.end = end;
    }

    boolean isPadded() {
      return this == RST_SIMPLE || this == RST_GRID;
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsEveryValue(Form form) throws IOException {
    SplittableRandom random = new SplittableRandom(20261129 + form.ordinal());
    for (int i = 0; i < TABLES; i++) {
      RandomTable table = RandomTable.of(random);
      List<String> lines = lines(form, table);
      assertEqual(table, form, read(form, lines), lines);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noticesDamage(Form form) throws IOException {
    SplittableRandom random = new SplittableRandom(11 + form.ordinal());
    for (int i = 0; i < TABLES; i++) {
      RandomTable table = RandomTable.of(random);
      List<String> lines = new ArrayList<>(lines(form, table));
      int row = random.nextInt(table.rows());
      int at = firstRow(form, lines) + row * (form == Form.RST_GRID ? 2 : 1);
      List<String> cells = new ArrayList<>(cells(form, table, row));
      int place = place(random, table);
      boolean cut = i % 2 == 0;
      if (cut) {
        cells = cells.subList(0, cells.size() - 1);
      } else {
        cells.set(place, "3C083");
      }
      if (form.isPadded()) {
        String whole = lines.get(at);
        lines.set(at, cut ? whole.substring(0, whole.length() / 2) : shifted(whole));
        assertRefusedOrLegal(form, table, lines, at + 1, row);
      } else {
        lines.set(at, line(form, cells));
        String name = table.columns().get(place).name();
        assertRefused(form, lines, name, cut ? at + 1 : -1, row);
      }
    }
  }

  private void assertRefused(Form form, List<String> lines, String column, int line, int row)
      throws IOException {
    String message = "";
    try {
      read(form, lines).doubles(column);
    } catch (IllegalArgumentException e) {
      message = e.getMessage();
    }
    String shown = form + "\n" + String.join("\n", lines) + "\n" + message;
    boolean asks = message.contains("--header") || message.contains("--delimiter");
    boolean names =
        line > 0
            ? message.contains("line " + line + " ") || message.contains("line " + (line + 1) + " ")
            : message.contains("row " + (row + 1) + ": '3C083' is not a number");
    assertTrue(names || asks, shown);
  }

  private void assertRefusedOrLegal(
      Form form, RandomTable table, List<String> lines, int line, int row) throws IOException {
    String shown = form + "\n" + String.join("\n", lines);
    try {
      Table read = read(form, lines);
      for (RandomTable.Column column : table.columns()) {
        if (!column.isText()) {
          double[] expected = column.values();
          double[] found = read.doubles(column.name());
          expected[row] = found[row]; // it is what stands under the ruler now
          assertArrayEquals(expected, found, shown);
        }
      }
    } catch (IllegalArgumentException e) {
      assertTrue(
          e.getMessage().contains("line " + line + " ")
              || e.getMessage().contains("row " + (row + 1)),
          shown + "\n" + e.getMessage());
    }
  }

  private static String shifted(String line) {
    return " " + line;
  }

  private static int place(SplittableRandom random, RandomTable table) {
    int[] numbers =
        IntStream.range(0, table.columns().size())
            .filter(c -> !table.columns().get(c).isText())
            .toArray();
    return numbers[random.nextInt(numbers.length)];
  }

  private static void assertEqual(RandomTable table, Form form, Table read, List<String> lines) {
    String shown = form + "\n" + String.join("\n", lines);
    assertEquals(table.rows(), read.rows(), shown);
    for (RandomTable.Column column : table.columns()) {
      if (column.isText()) {
        assertEquals(column.cells(), read.texts(column.name()), shown);
      } else {
        assertArrayEquals(column.values(), read.doubles(column.name()), shown);
      }
    }
  }

  private Table read(Form form, List<String> lines) throws IOException {
    Path file = folder.resolve(form == Form.CSV ? "t.csv" : "t.txt");
    Files.writeString(file, String.join("\n", lines) + "\n");
    Dialect dialect =
        form == Form.DECIMAL_COMMA ? Dialect.GUESSED.withDecimalComma() : Dialect.GUESSED;
    return TableFile.read(file, Wanted.everything(), dialect);
  }

  private static int firstRow(Form form, List<String> lines) {
    return switch (form) {
      case RDB, MARKDOWN, LATEX -> form == Form.LATEX ? 3 : 2;
      case RST_SIMPLE, RST_GRID -> 3;
      case DELUXETABLE -> 3;
      case DAOPHOT -> 2;
      default -> 1;
    };
  }

  static List<String> lines(Form form, RandomTable table) {
    List<String> names = table.columns().stream().map(RandomTable.Column::name).toList();
    List<String> lines = new ArrayList<>();
    int[] widths =
        table.columns().stream()
            .mapToInt(c -> Math.max(Math.max(c.width(), 2), c.name().length()))
            .toArray();
    switch (form) {
      case RDB -> {
        lines.add(line(form, names));
        lines.add(line(form, table.columns().stream().map(c -> c.isText() ? "9S" : "N").toList()));
      }
      case MARKDOWN -> {
        lines.add(line(form, names));
        lines.add(line(form, names.stream().map(n -> "---").toList()));
      }
      case LATEX -> lines.addAll(List.of("\\begin{tabular}{l}", line(form, names), "\\hline"));
      case DELUXETABLE ->
          lines.addAll(
              List.of(
                  "\\begin{deluxetable}{l}",
                  "\\tablehead{" + String.join("&", names) + "}",
                  "\\startdata"));
      case DAOPHOT -> lines.addAll(List.of("#K IRAF = NOAO", "#N " + line(form, names)));
      case RST_SIMPLE, RST_GRID -> {
        lines.add(ruler(form, widths));
        lines.add(padded(form, names, widths));
        lines.add(ruler(form, widths));
      }
      default -> lines.add(line(form, names));
    }
    for (int row = 0; row < table.rows(); row++) {
      List<String> cells = cells(form, table, row);
      lines.add(form.isPadded() ? padded(form, cells, widths) : line(form, cells));
      if (form == Form.RST_GRID) {
        lines.add(ruler(form, widths));
      }
    }
    switch (form) {
      case LATEX -> lines.add("\\end{tabular}");
      case DELUXETABLE -> lines.addAll(List.of("\\enddata", "\\end{deluxetable}"));
      case RST_SIMPLE -> lines.add(ruler(form, widths));
      default -> {}
    }
    return lines;
  }

  private static List<String> cells(Form form, RandomTable table, int row) {
    List<String> cells = new ArrayList<>();
    for (RandomTable.Column column : table.columns()) {
      String cell = column.cells().get(row);
      String mark = column.mark();
      boolean blank = form == Form.ASCII || form == Form.DAOPHOT;
      String missing = mark.isEmpty() && blank ? (form == Form.DAOPHOT ? "INDEF" : "--") : mark;
      String written = cell.isEmpty() ? missing : cell;
      cells.add(form == Form.DECIMAL_COMMA && !cell.isEmpty() ? cell.replace('.', ',') : written);
    }
    return cells;
  }

  private static String line(Form form, List<String> cells) {
    String line = String.join(form.between, cells) + form.end;
    return form == Form.MARKDOWN ? "| " + line + " |" : line;
  }

  private static String padded(Form form, List<String> cells, int[] widths) {
    String line =
        IntStream.range(0, widths.length)
            .mapToObj(
                i ->
                    i < cells.size()
                        ? cells.get(i) + " ".repeat(Math.max(0, widths[i] - cells.get(i).length()))
                        : " ".repeat(widths[i]))
            .collect(Collectors.joining(form.between));
    return form == Form.RST_GRID ? "| " + line + " |" : line;
  }

  private static String ruler(Form form, int[] widths) {
    boolean grid = form == Form.RST_GRID;
    String ruler =
        IntStream.of(widths)
            .mapToObj(w -> (grid ? "-" : "=").repeat(grid ? w + 2 : w))
            .collect(Collectors.joining(grid ? "+" : " "));
    return grid ? "+" + ruler + "+" : ruler;
  }
}
