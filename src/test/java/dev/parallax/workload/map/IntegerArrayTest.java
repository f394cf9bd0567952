package dev.parallax.workload.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Scatter;
import dev.parallax.table.text.Dialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegerArrayTest {
  @TempDir Path folder;

  private static long[] gathered(IntegerArray array, long seed, int parts) {
    IntegerArray.Elements elements = array.elements(seed);
    List<long[]> pieces = new ArrayList<>();
    for (Block block : Block.split(array.size(), parts)) {
      pieces.add(elements.of(block, array.loaded(block)));
    }
    return pieces.stream().flatMapToLong(Arrays::stream).toArray();
  }

  @Test
  void randomIntegersDependOnSeedAndIndexAlone() {
    IntegerArray array = (IntegerArray) ArrayText.read("random:-5:100000:10000", Dialect.GUESSED);
    long[] once = gathered(array, 7, 1);
    assertEquals(10_000, once.length);
    assertArrayEquals(once, gathered(array, 7, 13));
    assertTrue(Arrays.stream(once).allMatch(v -> v >= -5 && v < 100_000));
    assertTrue(Arrays.mismatch(once, gathered(array, 8, 1)) >= 0);
    // Uniform: the mean of 10,000 values has a standard error of range / sqrt(12 * 10,000).
    double error = 100_005 / Math.sqrt(12 * 10_000.0);
    assertEquals(49_997, Arrays.stream(once).average().orElseThrow(), 4 * error);
  }

  /** Each cyclic block has the elements that are its own, wherever they come from. */
  @Test
  void elementsScatteredCyclicallyGatherToTheSameArray() {
    for (IntegerArray array :
        List.of(
            IntegerArray.random(-9, 9, 50),
            IntegerArray.range(3, 80),
            IntegerArray.of(5, 4, 3, 2, 1))) {
      IntegerArray.Elements elements = array.elements(7);
      List<long[]> parts = new ArrayList<>();
      for (Block block : Scatter.CYCLIC.blocks(array.size(), 4)) {
        parts.add(elements.of(block, array.loaded(block)));
      }
      assertArrayEquals(gathered(array, 7, 1), Scatter.CYCLIC.gatherLongs(parts));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "range:0:5, '0,1,2,3,4'",
    "range:-2:3:2, '-2,0,2'",
    "range:5:0:-2, '5,3,1'",
    "range:3:3, ''",
    "range:3:1, ''",
    "range:9223372036854775805:9223372036854775807, '9223372036854775805,9223372036854775806'"
  })
  void rangesLeaveTheirEndOut(String text, String values) {
    IntegerArray array = (IntegerArray) ArrayText.read(text, Dialect.GUESSED);
    long[] expected =
        values.isEmpty()
            ? new long[0]
            : Arrays.stream(values.split(",")).mapToLong(Long::parseLong).toArray();
    assertEquals(expected.length, array.size());
    assertArrayEquals(expected, gathered(array, 1, 1));
    assertArrayEquals(expected, gathered(array, 1, 2));
  }

  @Test
  void aLoadedSlicesDataAreItsOwnValuesOnly() throws IOException {
    Path file = folder.resolve("integers.txt");
    Files.writeString(file, "\uFEFF3\r\n-1\r\n\r\n  9223372036854775807 \n-9223372036854775808");
    IntegerArray array = (IntegerArray) ArrayText.read("file:" + file, Dialect.GUESSED);
    long[] all = {3, -1, Long.MAX_VALUE, Long.MIN_VALUE};
    assertArrayEquals(all, gathered(array, 1, 3));
    assertArrayEquals(new long[] {-1, Long.MAX_VALUE}, array.loaded(new Block(0, 1, 2)));
  }

  @Test
  void aTablesColumn() throws IOException {
    Path file = folder.resolve("t:1.csv");
    Files.writeString(file, "name,n\na,5\nb,7\n");
    assertArrayEquals(
        new long[] {5, 7},
        gathered((IntegerArray) ArrayText.read("column:" + file + ":n", Dialect.GUESSED), 1, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "random:5:5:10|low must be below high",
        "random:0:9:-1|0 or more",
        "random:0:9:1.5|size must be a whole number",
        "random:0:9:9223372036854775808|size must be an integer within",
        "random:0:9|random:low:high:size",
        "range:0|range:from:to",
        "range:0:9:0|step is 0",
        "range:-9223372036854775808:9223372036854775807|2^63-1",
        "rnge:0:9|did you mean 'range'",
        "file:|file:PATH",
        "column:a|column:TABLE:NAME",
        "twelve|no form of array"
      })
  void whatIsWrongIsSaid(String text, String why) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> ArrayText.read(text, Dialect.GUESSED));
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "'1\n2\nthree\n', 'line 3: ''three'' is not an integer'",
    "'1\n2.5\n', 'line 2: ''2.5'' is not an integer'",
    "'9223372036854775808\n', 'line 1: ''9223372036854775808'' is outside -2^63 .. 2^63-1'",
    "'\n\n', 'no integers'"
  })
  void aFilesBadLineIsNamed(String text, String why) throws IOException {
    Path file = folder.resolve("integers.txt");
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> ArrayText.read("file:" + file, Dialect.GUESSED));
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }

  @Test
  void aBinaryFileIsNoIntegers() throws IOException {
    Path file = folder.resolve("integers.bin");
    Files.write(file, new byte[] {1, 0, (byte) 0xff, (byte) 0xfe, 10});
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> ArrayText.read("file:" + file, Dialect.GUESSED));
    assertTrue(e.getMessage().contains("not a text file"), e.getMessage());
  }
}
