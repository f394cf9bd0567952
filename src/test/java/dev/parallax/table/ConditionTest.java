package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parallax.table.condition.Condition;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions: which rows they keep, and what is said of those that cannot be read. */
class ConditionTest {
  private static final double NONE = Double.NaN;
  private static final Table STARS =
      Table.of("stars.csv")
          .with("row", 1, 2, 3, 4, 5, 6)
          .with("mag", 10, 20, NONE, 15.5, -1, Double.POSITIVE_INFINITY)
          .with("type", List.of("Sa", "S0 pec", "", "Sb", "sa", "--"))
          .with("B-V", 0.5, 1.5, 0.25, NONE, 2, -0.5)
          .with("flag", List.of("true", "False", "", "TRUE", "false", "true"))
          .with("id", List.of("9007199254740993", "9007199254740992", "5", "", "-1", "1e3"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "mag < 15.5 | 1 5",
        "mag <= 15.5 | 1 4 5",
        "mag > 15.5 | 2 6",
        "mag>=15.5 | 2 4 6",
        "mag = 20 | 2",
        "mag == 2e1 | 2",
        "mag != 20 | 1 4 5 6",
        "mag <> 20 | 1 4 5 6",
        "mag > -1.0 | 1 2 4 6",
        "mag = inf | 6",
        "2 < 15 | 1 5",
        "not mag < 15.5 | 2 4 6",
        "not not mag < 15.5 | 1 5",
        "type = Sa | 1",
        "type = \"S0 pec\" | 2",
        "type = 'S0 pec' | 2",
        "type = '' | 3",
        "type != '' | 1 2 4 5 6",
        "type >= sa | 5",
        "type = -- | 6",
        "flag = true | 1 4 6",
        "flag = 0 | 2 5",
        "flag != True | 2 3 5",
        "B-V < 1 | 1 3 6",
        "'B-V' < 1 | 1 3 6",
        "mag < 15.5 and B-V < 1 | 1",
        "mag < 15.5 or B-V < 1 | 1 3 5 6",
        "not (mag < 15.5 or B-V < 1) | 2",
        "not (mag < 15.5 and B-V < 1) | 2 4 5 6",
        "mag = 20 or mag = 10 and B-V > 1 | 2",
        "(mag = 20 or mag = 10) and B-V > 1 | 2",
        "(mag = 20 OR mag = 10) AND B-V > 0 | 1 2",
        "not mag = 20 and B-V > 1 | 5",
        "id = 9007199254740993 | 1",
        "id = 9007199254740992 | 2",
        "id >= 9007199254740993 | 1",
        "id < 9007199254740993 | 2 3 5 6",
        "id < 1000.5 | 3 5 6",
      })
  void keeps(String condition, String rows) {
    double[] expected = Arrays.stream(rows.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertArrayEquals(expected, STARS.where(Condition.parse(condition)).doubles("row"));
  }

  @Test
  void understandsOtherLanguages() {
    Condition condition = Condition.parse("mag == 20 || mag == 10 && B-V > 0");
    assertArrayEquals(new double[] {1, 2}, STARS.where(condition).doubles("row"));
  }

  @Test
  void saysWhatWasDropped() {
    Table bright = STARS.where(Condition.parse(" mag < 15.5 "));
    assertEquals(
        List.of("where mag < 15.5: 2 rows kept, 4 dropped, 1 of them for want of a value"),
        bright.notes());
    assertEquals(4, bright.rowInFile(1));
    assertEquals("stars.csv: in memory, 2 of 6 rows, 6 columns", bright.toString());
    Table brightest = bright.where(Condition.parse("type = sa"));
    assertEquals(4, brightest.rowInFile(0));
    assertEquals("where type = sa: 1 row kept, 1 dropped", brightest.notes().get(1));
    assertEquals(List.of("sa"), brightest.texts("type"));
    assertEquals(List.of("false"), brightest.texts("flag"));
    assertArrayEquals(new long[] {-1}, brightest.longs("id"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "^^ | the condition is empty",
        "mag | expected <, <=, >, >=, = or != after 'mag' at the end of the condition",
        "mag < | expected a number or a text at the end of the condition",
        "mag << 3 | expected a number or a text at position 6 of the condition, not '<'",
        "< 3 | expected a column at position 1 of the condition, not '<'",
        "mag < 3 adn B-V > 1 | expected 'and' or 'or' at position 9 of the condition, not 'adn';"
            + " did you mean 'and'?",
        "mag < 3 and | expected a column at the end of the condition",
        "(mag < 3 | expected 'and', 'or' or ')' at the end of the condition",
        "mag < 3) | a bracket closes that was not opened at position 8 of the condition, not ')'",
        "mag < 'a | the quote at position 7 of the condition is not closed",
        "mag & 3 | '&' at position 5 of the condition has no meaning",
        "mag =! 3 | '!' at position 6 of the condition has no meaning",
        "id = 99999999999999999999 | the number 99999999999999999999 is beyond 64 bits",
      })
  void complainsOfWhatCannotBeRead(String text, String complaint) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Condition.parse(text));
    assertEquals(complaint, e.getMessage());
  }

  @Test
  void mayHaveAsManyComparisonsAsThereIsTextFor() {
    String many = "row = 2" + " or row = 9 and mag < 3".repeat(50_000) + " or row = 4";
    assertArrayEquals(new double[] {2, 4}, STARS.where(Condition.parse(many)).doubles("row"));
  }

  @Test
  void complainsOfEndlessNesting() {
    String deep = "not ".repeat(100_000) + "mag < 3";
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Condition.parse(deep));
    assertEquals("the condition has more than 100 brackets and nots", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "mga < 3 | stars.csv: no column 'mga'; did you mean 'mag'?"
            + " (at position 1 of the condition)",
        "mag < 3 or 9 < 3 | stars.csv: no column 9; there are 6"
            + " (at position 12 of the condition)",
        "mag < -5 | stars.csv: no row meets the condition 'mag < -5';"
            + " 6 rows dropped, 1 of them for want of a value",
        "type < 5 | stars.csv: column 'type', row 1: 'Sa' is not a number;"
            + " to compare texts, quote what it is compared with",
        "20 > mag | '20 > mag' compares with a column; a condition compares a column with a"
            + " number or a text: quote 'mag' if it is one",
      })
  void complainsOfWhatDoesNotFitTheTable(String text, String complaint) {
    Condition condition = Condition.parse(text);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> STARS.where(condition));
    assertEquals(complaint, e.getMessage());
  }
}
