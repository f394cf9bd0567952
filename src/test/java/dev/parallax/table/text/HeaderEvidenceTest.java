package dev.parallax.table.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the first line is, of lines apart by bars and cells by commas. */
class HeaderEvidenceTest {
  private static HeaderEvidence of(String lines, boolean named, boolean quoted, boolean blanks) {
    List<List<String>> rows =
        Arrays.stream(lines.split("\\|", -1))
            .map(line -> Arrays.stream(line.strip().split(",", -1)).map(String::strip).toList())
            .toList();
    return new HeaderEvidence(rows, named, quoted, blanks);
  }

  private static void check(String expected, String lines) {
    assertEquals(expected, of(lines, false, false, false).verdict().name(), lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          ROW       ~ 1.5,2.5|3,4
          UNDECIDED ~ 1.5,2.5|3,4|5,6
          ROW       ~ 1.5|3|4
          ROW       ~ 1.5,2.5|3,4.5|5,6
          UNDECIDED ~ 0.1,0.2,0.3|5.5,7.25,1.5
          ROW       ~ 0.1,0.2,0.3|0.2,0.3,0.4
          UNDECIDED ~ 0.5,1.5,2.5|1,2,3
          ROW       ~ 0.1,0.2,0.4|5.5,7.25,1.5
          """)
  void decimals(String expected, String lines) {
    check(expected, lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          HEADER    ~ missing,x,2010|A,1,5|B,2,7
          UNDECIDED ~ missing,x,2010|3,1,5|4,2,7
          UNDECIDED ~ x,1.5|3,0.5|4,0.7
          HEADER    ~ x,1.5|3,a|4,b
          HEADER    ~ x,1.5|3,7|4,8
          UNDECIDED ~ x,1.5|3,7|4,0.8
          HEADER    ~ x,5|1.5,a|2.5,b
          UNDECIDED ~ x,5|1.5,7|2.5,8
          UNDECIDED ~ x,5|1.5,a|2.5,8
          HEADER    ~ x,5,10|1,7,8|2,9,3
          UNDECIDED ~ x,10,5|1,7,8|2,9,3
          HEADER    ~ x,2010|1,7|2,9
          UNDECIDED ~ x,2010|1,2011|2,2012
          """)
  void wordsAboveNumbers(String expected, String lines) {
    check(expected, lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          HEADER    ~ key,1,2|A,1.5,2.5|B,2.5,3.5
          HEADER    ~ key,7,3|A,1.5,2.5|B,2.5,3.5
          UNDECIDED ~ key,7,7|A,1.5,2.5|B,2.5,3.5
          UNDECIDED ~ key,7|A,1.5|B,2.5
          ROW       ~ key,7|A,9|B,8
          UNDECIDED ~ key,1|A,5|B,6
          UNDECIDED ~ key,7|A,Sa|B,Sb
          ROW       ~ NGC1,1|NGC2,5|NGC7,6
          ROW       ~ NGC1,7|NGC2,9.5|NGC7,6.5
          UNDECIDED ~ Ann,0|Bob,0.5|Cid,0.7
          HEADER    ~ name,0|A,0.5|B,0.7
          HEADER    ~ Ann,0,1|Bob,0.5,1.5|Cid,0.7,2.5
          UNDECIDED ~ A1,0,1|B2,0.5,1.5|C3,0.7,2.5
          UNDECIDED ~ key,5,6,7|A,1,9,2|B,2,8,1
          HEADER    ~ key,2010,2011|A,5,7|B,6,8
          HEADER    ~ name,0|A,1.5|B,
          """)
  void integersBesideWords(String expected, String lines) {
    check(expected, lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          UNDECIDED ~ 0|5|7
          UNDECIDED ~ 0|0|5|7
          ROW       ~ 0|0|0
          ROW       ~ 7|1.5|2.5
          UNDECIDED ~ 7|1.5|2.5|3.5
          HEADER    ~ ,0,1|0,10,3|1,11,4
          UNDECIDED ~ ,0,1|5,10,3|6,11,4
          HEADER    ~ ,0|0,10|1,11
          UNDECIDED ~ ,0|5,7|6,8
          UNDECIDED ~ ,0|a,7|b,8
          UNDECIDED ~ ,2010|5,7|6,8
          ROW       ~ ,3|1,1.5|2,2.5
          UNDECIDED ~ 3,9|1.5,2.5|3.5,4.75
          ROW       ~ 3,3|1.5,2.5|3.5,4.75
          HEADER    ~ 0,1|5.5,7.5
          HEADER    ~ 0,1|5.5,7.25|9.0,8.5
          HEADER    ~ 0,1|0.0,7.25|0.0,8.5
          UNDECIDED ~ 0,1|0.1,5.5|0.2,8.5
          UNDECIDED ~ 0,1|5.5,1.5|7.25,2.0
          HEADER    ~ 2010,2011|2010.5,7.5|2011.0,8.5
          UNDECIDED ~ 2011,2010|5.5,6.5|7.5,9.25
          HEADER    ~ 0,1|A,5|B,6
          UNDECIDED ~ 3,9|A,5|B,6
          UNDECIDED ~ 0,1|10,11|20,21
          UNDECIDED ~ 5,6,7|1,9,3
          ROW       ~ 5,6,7|8,9,10
          ROW       ~ 7,7,7|1,2,4
          ROW       ~ 5,6|1,9
          ROW       ~ 1990,2010|1991,2005
          UNDECIDED ~ 1990,2010|1991,7
          ROW       ~ 1499,2010|5,7
          UNDECIDED ~ 1500,2100|5,7
          ROW       ~ 1500,2101|5,7
          ROW       ~ 2010,2010|5,7
          """)
  void integersAlone(String expected, String lines) {
    check(expected, lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          HEADER    ~ a,b|c,d
          UNDECIDED ~ a,a|c,d
          HEADER    ~ a|c|d
          UNDECIDED ~ a,b|a,d
          HEADER    ~ a,b|a,5
          UNDECIDED ~ INDEF,nil|1,2
          UNDECIDED ~ ,|,
          ROW       ~ ,|1,2
          HEADER    ~ a,b
          UNDECIDED ~ a,5
          ROW       ~ a,5.5
          ROW       ~ 1,5
          """)
  void wordsAloneAndSingleLines(String expected, String lines) {
    check(expected, lines);
  }

  @Test
  void quotesCommentsAndBlanks() {
    assertEquals("HEADER", of("0,1|5,7", false, true, false).verdict().name());
    assertEquals("ROW", of(",|1,2", false, true, false).verdict().name());
    assertEquals("ROW", of("0,1|5.5,7.25", true, false, false).verdict().name());
    assertEquals("HEADER", of("x,1|5.5,7.25", true, false, false).verdict().name());
    assertEquals("UNDECIDED", of("0,1|5.5,7.25", false, false, true).verdict().name());
    assertEquals("HEADER", of("2010,2011|5.5,7.25", false, false, true).verdict().name());
  }

  /** Where files were joined, the first line comes again; where all lines are equal, all count. */
  @Test
  void repetitionsOfTheFirstLine() {
    assertEquals(3, of("x,y|1,2|x,y|3,4", false, false, false).rows().size());
    assertEquals(3, of("1,2|1,2|1,2", false, false, false).rows().size());
  }
}
