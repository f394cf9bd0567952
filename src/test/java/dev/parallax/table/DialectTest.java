package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.table.condition.Wanted;
import dev.parallax.table.text.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers, delimiters, decimal commas and comments: right or refused. */
class DialectTest {
  @TempDir Path folder;

  /** The rows that the last column of a file has, joined by blanks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          '0,1\n10.5,0.25\n11.5,0.75\n'              ~ 1    ~ 0.25 0.75
          ',0,1\n0,10.5,0.25\n1,11.5,0.75\n'         ~ 1    ~ 0.25 0.75
          ',0,1\n0,10,3\n1,11,4\n'                   ~ 1    ~ 3.0 4.0
          '0,1,2\nA,1.5,2\nB,2.5,3\n'                ~ 2    ~ 2.0 3.0
          '"0","1"\n5,7\n6,8\n'                      ~ 1    ~ 7.0 8.0
          'country 2010 2011\nFrance 5 7\nChad 6 8\n' ~ 2011 ~ 7.0 8.0
          'country;2010;2020\nFrance;5;7\nChad;6;8\n' ~ 2020 ~ 7.0 8.0
          '2010 2011\n5.5 7.5\n6.5 8.5\n'            ~ 2011 ~ 7.5 8.5
          'name,0\nA,1.5\nB,2.5\n'                   ~ 0    ~ 1.5 2.5
          '1,2\n3,4\n'                               ~ col2 ~ 2.0 4.0
          '10.5\n11\n12\n'                         ~ col1 ~ 10.5 11.0 12.0
          '1 2 3\n4 5 6\n7 8 9\n'                    ~ col3 ~ 3.0 6.0 9.0
          'NGC1,2\nNGC2,3\n'                         ~ col2 ~ 2.0 3.0
          'nan,nan\n1,2\n'                           ~ col2 ~ NaN 2.0
          '5 5\n1.5 2.5\n'                           ~ col2 ~ 5.0 2.5
          '# x y\n0 1\n10.5 0.25\n'                  ~ y    ~ 1.0 0.25
          '# x y\n#\n#----\n1 2\n'                   ~ y    ~ 2.0
          '# x y\n# made by hand\n1 2\n'             ~ y    ~ 2.0
          '# a table\n# x y\n1 2\n'                  ~ y    ~ 2.0
          '# x y\n# a note on it\n# m s\n1 2\n'      ~ s    ~ 2.0
          '# of it all\n# x y\n# of it all\n1 2\n'   ~ col2 ~ 2.0
          '# id dec\n# ra deg -\n# and then rows:\n1 2\n' ~ dec ~ 2.0
          '# made of it\n# dec deg\n#\n# now the rows\n1 2\n' ~ col2 ~ 2.0
          '1,5;2,25\n2,25;3,25\n'                    ~ col2 ~ 2.25 3.25
          'a;b\n1,5;2,25\n2,25;1,234\n'              ~ b    ~ 2.25 1.234
          'a\tb\n1\t-0,5\n2\t1,5e3\n'                ~ b    ~ -0.5 1500.0
          'a b\n1,5 2,5\n'                           ~ b    ~ 2.5
          'Smith, J.;5.5\nJones, K.;6.5\n'           ~ col2 ~ 5.5 6.5
          'tag,v\nplain,1\n#one,100\nother,3\n'      ~ v    ~ 1.0 100.0 3.0
          'tag,v\n#one,100\nother,3\n'               ~ v    ~ 100.0 3.0
          'tag;v\nplain;1\n#one;100\n'               ~ v    ~ 1.0 100.0
          'tag,v\nplain,1\n!one,2\n%two,3\n'         ~ v    ~ 1.0 2.0 3.0
          'x,y\n# a remark\n1,2\n'                   ~ y    ~ 2.0
          'x y\n1 2\n# 3 4\n# block two\n5 6\n'      ~ y    ~ 2.0 6.0
          'x y\n1 2\n#3 4\n5 6\n'                    ~ y    ~ 2.0 6.0
          'x\ty\n1\t2\n  # indented\n5\t6\n'         ~ y    ~ 2.0 6.0
          'id\tx\n# comment\n5N\t4N\n1\t2\n'         ~ x    ~ 2.0
          'name\tx\n5S\t4N\nA\t2\n'                  ~ x    ~ 2.0
          'x,y,\n1,2,\n'                             ~ col3 ~ NaN
          'x\n1\n2\n'                                ~ x    ~ 1.0 2.0
          'x,y\n9007199254740993,2\n'                ~ y    ~ 2.0
          """)
  void decides(String text, String name, String values) throws IOException {
    Table table = read(text, Dialect.GUESSED);
    String last = table.names().get(table.names().size() - 1);
    assertEquals(name, last);
    assertEquals(values, joined(table.doubles(last)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          '0,1\n5,7\n9,2\n'                      ~ --header
          '0\n0.5\n1.25\n'                       ~ --header
          '0 1\n0.1 0.995\n0.2 0.98\n'            ~ --header
          '0,1\n0.5,7.25\n1.0,8.5\n'              ~ --header
          'Ann,1500\nBob,90\nCid,32\n'            ~ --header
          '0\n10\n11\n'                          ~ --header
          '2010 2011 2012\n5 7 9\n'              ~ --header
          '10 20 30\n5 7 9\n6 1 3\n'             ~ --header
          '2010,2011\n1,2\n2,3\n'               ~ --header
          '0,1\n10,11\n20,21\n'                 ~ --header
          '1.5,2.5\n3,4\n5,6\n'                 ~ --header
          'index,0\nA,5\nB,6\n'                  ~ --header
          '3,Sa\nA,Sb\n'                         ~ --header
          '1.5,INDEF\n2.5,3.5\n'                 ~ --header
          'INDEF,5\n3,6\n4,8\n'                  ~ --header
          'Sa,Sb\nSa,Sc\n'                       ~ --header
          'NGC1 2010 2011\nNGC2 5 7\n'           ~ --header
          'x,a;b\n1x,c;d\n'                      ~ --delimiter
          'x y\na 1\n#one 100\nb 2\n'            ~ line 3 may be a row or a comment
          'x\ty\na\t1\n#one\t100\nb\t2\n'        ~ line 3 may be a row or a comment
          '#one,100\nplain,1\nother,2\n'         ~ may have a comment or a row
          'x,y\n1,2\nx,y\n3,4\n'                 ~ repeats its header in line 3
          '0,1\n1.5,2.5\n3.5,4.5\n0,1\n5.5,6.5'  ~ repeats its header in line 4
          'x,y\n1,2,\n3,4,\n'                    ~ line 2 (row 1) has 3 fields
          """)
  void refuses(String text, String complaint) throws IOException {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> read(text, Dialect.GUESSED));
    assertTrue(e.getMessage().contains(complaint), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "name;y|;Mpc|a;1,5|b;2,5| ~ row 1: 'Mpc' is not a number; remove the line if it has units",
        "name y|- km/s|a 1| ~ row 1: 'km/s' is not a number; remove the line if it has units",
        "name,y|a,1|b,Mpc| ~ row 2: 'Mpc' is not a number",
        "name,y|a,Sa|b,Sb| ~ row 1: 'Sa' is not a number",
        "name,y|a,Mpc| ~ row 1: 'Mpc' is not a number",
      })
  void aLineOfUnitsIsSaidToBeOne(String lines, String complaint) throws IOException {
    Table table = read(lines.replace('|', '\n'), Dialect.GUESSED);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> table.doubles("y"));
    assertTrue(e.getMessage().endsWith(complaint), e.getMessage());
  }

  @Test
  void cellsThatAreNoNumbersNameTheirRow() throws IOException {
    for (String text :
        List.of(
            "x;y\n1;1,234\n",
            "x,y\n1,\"1,5\"\n",
            "x,y\n,Mpc\n1,2\n",
            "x,y\n1,2\n#N/A,#N/A\n",
            "x;y\n1,5;2,25\n2;1.5\n")) {
      Table table = read(text, Dialect.GUESSED);
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> table.doubles("y"));
      assertTrue(e.getMessage().matches(".*row [12]: '.*' is not a number.*"), e.getMessage());
    }
    Table comma = read("x;y\n1;1,234\n", Dialect.GUESSED);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> comma.doubles("y"));
    assertTrue(e.getMessage().endsWith("give --decimal-comma"), e.getMessage());
  }

  @Test
  void asksForADialect() throws IOException {
    Dialect no = Dialect.GUESSED.withHeader("no");
    Dialect yes = Dialect.GUESSED.withHeader("yes");
    assertEquals("1.0 7.0 2.0", joined(read("0,1\n5,7\n9,2\n", no).doubles("2")));
    assertEquals("7.0 2.0", joined(read("0,1\n5,7\n9,2\n", yes).doubles("1")));
    Table third = read("Title, of it\n\n# x,y\n1,2\n3,4\n", Dialect.GUESSED.withHeader("3"));
    assertEquals(List.of("x", "y"), third.names());
    assertEquals("2.0 4.0", joined(third.doubles("y")));
    assertEquals(List.of("lines 1 to 2 skipped, above the header"), third.notes());
    assertEquals(
        "1.234", joined(read("x;y\n1;1,234\n", Dialect.GUESSED.withDecimalComma()).doubles("y")));
    Dialect bars = Dialect.GUESSED.withDelimiter("bar");
    assertEquals("2.0", joined(read("x|y\n1|2\n", bars).doubles("y")));
    assertEquals(
        "2.5", joined(read("x:y\n1:2.5\n", Dialect.GUESSED.withDelimiter(":")).doubles("y")));
    Dialect blanks = Dialect.GUESSED.withDelimiter("space").withDecimalComma();
    assertEquals("25.5", joined(read("NGC 25,5\n", blanks.withHeader("no")).doubles("2")));
  }

  @ParameterizedTest
  @CsvSource({"maybe", "0", "-1", "1.5"})
  void refusesWhatIsNoHeader(String text) {
    assertThrows(IllegalArgumentException.class, () -> Dialect.GUESSED.withHeader(text));
  }

  @Test
  void knowsTheLastOfDelimiters() throws IOException {
    assertEquals(
        "2.0", joined(read("x~y\n1~2\n", Dialect.GUESSED.withDelimiter("~")).doubles("y")));
    assertEquals(
        "1.0 3.0", joined(read("1,2\n3,4\n", Dialect.GUESSED.withHeader("NO")).doubles("1")));
    assertEquals("4.0", joined(read("1,2\n3,4\n", Dialect.GUESSED.withHeader("1")).doubles("2")));
  }

  @ParameterizedTest
  @CsvSource({"comm", "5", "x", ".", "-", "#", "\u007f", "\u00e9", "$$"})
  void refusesWhatIsNoDelimiter(String text) {
    assertThrows(IllegalArgumentException.class, () -> Dialect.GUESSED.withDelimiter(text));
    assertThrows(
        IllegalArgumentException.class,
        () -> Dialect.GUESSED.withDelimiter("comma").withDecimalComma());
  }

  @Test
  void aDialectIsForCsvAlone() throws IOException {
    Path file = Path.of("jobs/data/hubble.ecsv");
    Dialect no = Dialect.GUESSED.withHeader("no");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> TableFile.read(file, Wanted.everything(), no));
    assertTrue(e.getMessage().contains("of the form ECSV"), e.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> read("x,y\n1,2\n", Dialect.GUESSED.withHeader("7")));
  }

  @Test
  void saysWhatIsUnusual() throws IOException {
    assertEquals(
        List.of("a byte-order mark skipped"), read("\uFEFFx,y\n1,2\n", Dialect.GUESSED).notes());
    assertEquals(
        List.of("1 remark at the end of a line skipped"),
        read("x y\n1 2 # why\n", Dialect.GUESSED).notes());
    assertEquals(
        List.of("commas in numbers taken for decimal signs"),
        read("a;b\n1,5;2,25\n", Dialect.GUESSED).notes());
    assertEquals(
        List.of("the first line, with numbers in it, taken for names: 0, 1"),
        read("0,1\n10.5,0.25\n11.5,2.5\n", Dialect.GUESSED).notes());
    assertEquals(
        List.of("1 comment line skipped"), read("x,y\n# why\n1,2\n", Dialect.GUESSED).notes());
  }

  @Test
  void keepsCellsWithLineBreaks() throws IOException {
    Table table = read("x,y\n\"a\n\nb\",1\nc,2\n", Dialect.GUESSED);
    assertEquals(List.of("a\n\nb", "c"), table.texts("x"));
    assertArrayEquals(new double[] {1, 2}, table.doubles("y"));
  }

  private static String joined(double[] values) {
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      text.append(text.length() == 0 ? "" : " ").append(value);
    }
    return text.toString();
  }

  private Table read(String text, Dialect dialect) throws IOException {
    Path file = Files.writeString(folder.resolve("t.txt"), text);
    return TableFile.read(file, Wanted.everything(), dialect);
  }
}
