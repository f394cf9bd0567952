package dev.parallax.table.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that a spreadsheet would compute is none any more, and can be had again. */
class CsvTextTest {
  private static final CsvText SAFE = new CsvText(true);

  /** Undoes the quotes of CSV. */
  private static String cell(String written) {
    return written.startsWith("\"")
        ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
        : written;
  }

  /** As the documentation says. */
  private static String read(String cell) {
    return cell.replaceFirst("^'(?='*[=+@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20-])", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://x.example\",\"y\")",
        "+1+2",
        "-2+3",
        "-",
        "-x",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\uFF1D1+1",
        "\uFF0B1",
        "\uFF0D1",
        "\uFF20x",
        "-1e5x",
        "+.",
        "'=1",
        "''@x",
        "=a,b;c"
      })
  void aFormulaIsAText(String text) {
    String cell = cell(SAFE.of(text));
    assertEquals("'" + text, cell);
    assertEquals(text, read(cell));
    assertEquals(text, cell(new CsvText(false).of(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "-1", "+1.5e-3", "-.5", "+7.", "1-2", "a=b", "'", "'a", "x@y", " =1"})
  void othersStayAsTheyAre(String text) {
    assertEquals(text, cell(SAFE.of(text)));
    assertEquals(text, read(cell(SAFE.of(text))));
  }
}
