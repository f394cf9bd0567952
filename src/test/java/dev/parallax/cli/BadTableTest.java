package dev.parallax.cli;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables and columns that cannot be resampled or taken as points; DIR is a folder of such files.
 */
class BadTableTest {
  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectory(folder.resolve("folder"));
    Files.write(folder.resolve("binary"), new byte[] {127, 'E', 'L', 'F', 2, 1, 0, 0, (byte) 200});
    Files.writeString(folder.resolve("empty.csv"), "");
    Files.writeString(folder.resolve("header.csv"), "x,y\n");
    Files.writeString(folder.resolve("one.csv"), "x,y\n1,2\n");
    Files.writeString(folder.resolve("constant.csv"), "x,y\n1,2\n1,3\n1,5\n");
    Files.writeString(folder.resolve("text.csv"), "x,y\n1,2\nabc,3\n3,5\n");
    Files.writeString(folder.resolve("missing.csv"), "x,y\n,2\n1,\n,\n");
    Files.writeString(folder.resolve("fraction.csv"), "x,y\n1,2\n2.5,3\n");
    Files.writeString(folder.resolve("list.txt"), "1 2\n3 4\n");
    Files.writeString(folder.resolve("good.csv"), "x,y,distance\n1,2,1\n2,3,4\n4,5,2\n3,9,1\n");
  }

  private void check(String line, String expected) {
    String[] words = line.split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].replace("DIR", folder.toString()).replace('~', ' ');
    }
    CommandRun run = CommandRun.of(java.util.List.of(words));
    BadInput.check(run, line, expected.replace("DIR", folder.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "goood.csv | DIR/goood.csv: no such file; did you mean 'DIR/good.csv'?",
        "nowhere/t.csv | DIR/nowhere/t.csv: no such file; nor is there a folder 'DIR/nowhere'",
        "folder | DIR/folder: is a folder",
        "empty.csv | DIR/empty.csv: is empty",
        "header.csv | DIR/header.csv: has column names but no rows",
        "binary | DIR/binary: is binary data or damaged at line 1",
        "one.csv | DIR/one.csv: only one row has values in 'x' and 'y';"
            + " a bootstrap needs two or more",
        "constant.csv | DIR/constant.csv: column 'x' is constant: every value is 1.0",
        "text.csv | DIR/text.csv: column 'x', row 2: 'abc' is not a number",
        "missing.csv | DIR/missing.csv: no row has values in 'x' and 'y'",
      })
  void tablesThatCannotBeResampled(String file, String expected) {
    check("bootstrap DIR/" + file + " --x x --y y --statistic pearson", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "--statistic pearson --x x --y distanc"
            + " | DIR/good.csv: no column 'distanc'; did you mean 'distance'?",
        "--statistic pearson --x x --y z | DIR/good.csv: no column 'z'; there is x, y, distance",
        "--statistic pearson --x x --y x | --x and --y are the same column, 'x'",
        "--statistic pearson --y y | pearson is of two columns: give --x NAME and --y NAME",
        "--statistic pearson --x x | pearson is of two columns: give --x NAME and --y NAME",
        "--statistic pearson | pearson is of two columns: give --x NAME and --y NAME",
        "--statistic pearson --column x --x x | --column goes with neither --x nor --y",
        "--statistic pearson --column x --column x | the same --column is given twice",
        "--statistic mean --x x --y y | mean is of one column: give --column NAME",
        "--statistic mean --column x --column y | mean is of one column: give --column NAME",
        "--statistic slope --column x | slope is of two columns: give --x NAME and --y NAME",
        "--statistic mean | mean is of one column: give --column NAME",
      })
  void columnsThatDoNotFit(String options, String expected) {
    check("bootstrap DIR/good.csv " + options, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "--where y~<~3~adn~x~=~1 | --where: expected 'and' or 'or' at position 7 of the condition,"
            + " not 'adn'; did you mean 'and'?",
        "--where distanec<3 | DIR/good.csv: no column 'distanec'; did you mean 'distance'?"
            + " (at position 1 of the condition)",
        "--where y>99 | DIR/good.csv: no row meets the condition 'y>99'; 4 rows dropped",
        "--where y>8 | DIR/good.csv: only one row has values in 'x' and 'y';"
            + " a bootstrap needs two or more",
        "--log10 z | DIR/good.csv: no column 'z'; there is x, y, distance",
        "--log10 distance | --log10 distance: the job does not use column 'distance'",
        "--log10 x --log10 1 | DIR/good.csv: column 'x' is a logarithm already",
        "--x 4 | DIR/good.csv: no column 4; there are 3",
        "--x 0 | DIR/good.csv: no column 0; there are 3",
      })
  void rowsAndScalesThatDoNotFit(String options, String expected) {
    String x = options.startsWith("--x ") ? "" : "--x x ";
    check("bootstrap DIR/good.csv --y y --statistic pearson " + x + options, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "--resamples 0 | resamples must be 1 or more, not 0",
        "--resamples -1 | resamples must be 1 or more, not -1",
        "--resamples 3000000000 | resamples must be at most 2147483639, not 3000000000",
        "--resamples 1.5 | --resamples must be a whole number within -2^63 .. 2^63-1, not '1.5'",
        "--resamples ten | --resamples must be a whole number within -2^63 .. 2^63-1, not 'ten'",
        "--level 0 | --level lies between 0 and 1, not 0",
        "--level 1 | --level lies between 0 and 1, not 1",
        "--level 2 | --level lies between 0 and 1, not 2",
        "--level 0.9,-1 | --level lies between 0 and 1, not -1",
        "--level NaN | --level lies between 0 and 1, not NaN",
        "--level 68 | --level lies between 0 and 1, not 68; for 68 % write 0.68",
        "--level 99.73 | --level lies between 0 and 1, not 99.73; for 99.73 % write 0.9973",
        "--level 95% | --level lies between 0 and 1, not 95%; for 95 % write 0.95",
        "--level 0.1% | --level lies between 0 and 1, not 0.1%; for 0.1 % write 0.001",
        "--level most | --level must be a number, not 'most'",
        "other.csv | unexpected argument 'other.csv'",
      })
  void numbersThatDoNotFit(String options, String expected) {
    check("bootstrap DIR/good.csv --x x --y y --statistic pearson " + options, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "sweep --points DIR/good.csv --model normal-sum"
            + " | DIR/good.csv: no column 'mu'; there is x, y, distance",
        "sweep --points DIR/list.txt --model normal-sum"
            + " | DIR/list.txt: no column 'mu'; there is col1, col2; its columns have no names:"
            + " put the line 'mu,sigma' above its rows",
        "sweep -p mu=1 -p sigma=1 --model normal-sum --where mu>0"
            + " | --where is for a table: give --points TABLE",
        "map --array column:DIR/good.csv:5 --function is-prime"
            + " | DIR/good.csv: no column 5; there are 3",
        "sweep --points DIR/folder --model normal-sum | DIR/folder: is a folder",
        "sweep --points DIR/gone.csv --model normal-sum | DIR/gone.csv: no such file;"
            + " did you mean 'DIR/one.csv'?",
        "map --array column:DIR/good.csv:z --function is-prime"
            + " | DIR/good.csv: no column 'z'; there is x, y, distance",
        "map --array column:DIR/fraction.csv:x --function is-prime"
            + " | DIR/fraction.csv: column 'x', row 2: '2.5' is not an integer of 64 bits",
        "map --array column:DIR/text.csv:x --function is-prime"
            + " | DIR/text.csv: column 'x', row 2: 'abc' is not a number",
        "map --array column:DIR/empty.csv:x --function is-prime | DIR/empty.csv: is empty",
      })
  void tablesOfPointsAndOfIntegers(String line, String expected) {
    check(line, expected);
  }

  @Test
  void aTableThatMayNotBeRead() throws IOException {
    Path file = folder.resolve("good.csv");
    Files.setPosixFilePermissions(file, java.util.Set.of());
    assumeFalse(Files.isReadable(file), "root reads everything");
    check(
        "bootstrap DIR/good.csv --x x --y y --statistic pearson",
        "DIR/good.csv: may not be read (permission denied)");
  }
}
