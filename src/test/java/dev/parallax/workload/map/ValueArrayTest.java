package dev.parallax.workload.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Scatter;
import dev.parallax.model.ElementFunction;
import dev.parallax.model.ElementFunction.OfReal;
import dev.parallax.model.ElementFunction.OfText;
import dev.parallax.model.expression.Expression;
import dev.parallax.prime.IsPrime;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.table.text.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays of real numbers and of texts. */
class ValueArrayTest {
  private static final String NUMPY = "src/test/resources/data/numpy/";

  @TempDir private Path folder;

  private static Run run(ArrayMap map, int slices, Scatter scatter) {
    return Runner.on(new SequentialEngine()).withSlices(slices).withScatter(scatter).run(map);
  }

  private static List<String> elements(MapArray array) {
    Column entries = array.entries(new Block(0, 0, (int) array.size()), 1);
    return IntStream.range(0, (int) array.size())
        .mapToObj(i -> array.element().text(entries, i))
        .toList();
  }

  private String path(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "linspace:0:1:5|5 real numbers|0.0;0.25;0.5;0.75;1.0",
        "logspace:0:2:3|3 real numbers|1.0;10.0;100.0",
        "geomspace:1:4:3|3 real numbers|1.0;2.0;4.0",
        "range:0:1:0.25|4 real numbers|0.0;0.25;0.5;0.75",
        "range:1e0:3:1|2 real numbers|1.0;2.0",
        "1,2.5,4|3 real numbers|1.0;2.5;4.0",
        "-0.5|1 real number|-0.5",
        "red,green,red|3 texts|red;green;red",
        "\"a,b\",'1'|2 texts|a,b;1",
        "\"1\"|1 text|1"
      })
  void isReadFromText(String text, String counted, String elements) {
    MapArray array = ArrayText.read(text, Dialect.GUESSED);
    assertEquals(counted, array.counted());
    assertEquals(List.of(elements.split(";")), elements(array));
  }

  @Test
  void listsOfIntegersAreIntegers() {
    for (String text : List.of("3,-1,9223372036854775807", "12", "+4,5")) {
      assertInstanceOf(IntegerArray.class, ArrayText.read(text, Dialect.GUESSED), text);
    }
  }

  /** Lines are as they are, but for their ends; blank ones are none. */
  @Test
  void linesOfAFile() throws IOException {
    String file = path("l.txt", "\uFEFFone\r\n  two words \n\n \t\n3\nÅngström, \"x\"");
    MapArray array = ArrayText.read("lines:" + file, Dialect.GUESSED);
    assertEquals(List.of("one", "  two words ", "3", "Ångström, \"x\""), elements(array));
    assertEquals(file + ": 4 texts", array.source());
    assertEquals(List.of(Path.of(file)), ArrayText.readFrom("lines:" + file));
  }

  @Test
  void filesOfAPattern() throws IOException {
    String b = path("b.dat", "1");
    String a = path("a.dat", "2");
    MapArray array = ArrayText.read("files:" + folder + "/*.dat", Dialect.GUESSED);
    assertEquals(List.of(a, b), elements(array));
    assertEquals(folder + "/*.dat: 2 files", array.source());
    assertEquals(List.of(Path.of(a), Path.of(b)), ArrayText.readFrom("files:" + folder + "/*.dat"));
  }

  /** Integers stay integers, whole numbers with points too; others are what they are. */
  @Test
  void columnsOfEachType() throws IOException {
    String file = path("t.csv", "k,w,x,s\n1,1.0,0.5,a\n2,2.0,1.5,\n3,3.0,2.5,a\n");
    assertInstanceOf(IntegerArray.class, ArrayText.read("column:" + file + ":k", Dialect.GUESSED));
    assertInstanceOf(IntegerArray.class, ArrayText.read("column:" + file + ":w", Dialect.GUESSED));
    MapArray reals = ArrayText.read("column:" + file + ":x", Dialect.GUESSED);
    assertEquals(List.of("0.5", "1.5", "2.5"), elements(reals));
    ValueArray texts = (ValueArray) ArrayText.read("column:" + file + ":s", Dialect.GUESSED);
    assertTrue(texts.element().isText());
    try (Run run = run(ArrayMap.of((OfText) (text, r) -> text.length(), texts), 2, Scatter.BLOCK)) {
      assertEquals(1, run.failed(), "an element that is missing fails, and no other");
      assertEquals(1, run.doubles("value")[2]);
    }
    String missing = path("m.csv", "x,k\n0.5,1\n,2\n1e20,\n");
    ArrayMap halves =
        ArrayMap.of(
            (OfReal) (x, r) -> x / 2, ArrayText.read("column:" + missing + ":x", Dialect.GUESSED));
    try (Run run = run(halves, 2, Scatter.BLOCK)) {
      assertEquals(1, run.failed());
      assertEquals(5e19, run.doubles("value")[2]);
    }
    assertWrong("row 3", () -> ArrayText.read("column:" + missing + ":k", Dialect.GUESSED));
  }

  /** An array of NumPy is named by its path alone; what has several columns is a table. */
  @Test
  void arraysOfNumpy() {
    MapArray reals = ArrayText.read(NUMPY + "version2.npy", Dialect.GUESSED);
    assertEquals(List.of("0.0", "0.25", "0.5"), elements(reals));
    assertEquals(NUMPY + "version2.npy: NumPy, 3 rows, 1 column", reals.source());
    assertEquals(
        List.of(Path.of(NUMPY + "version2.npy")), ArrayText.readFrom(NUMPY + "version2.npy"));
    assertEquals(
        List.of("0.0", "0.25", "0.5"),
        elements(ArrayText.read("column:" + NUMPY + "version2.npy:value", Dialect.GUESSED)));
    assertEquals(List.of("1.5"), elements(ArrayText.read(NUMPY + "version3.npy", Dialect.GUESSED)));
    assertInstanceOf(
        IntegerArray.class, ArrayText.read("column:" + NUMPY + "big.npy:i8", Dialect.GUESSED));
    assertInstanceOf(
        ValueArray.class, ArrayText.read("column:" + NUMPY + "big.npy:U5", Dialect.GUESSED));
    assertWrong(
        NUMPY + "big.npy: has 14 columns; one of them is --array column:" + NUMPY + "big.npy:NAME",
        () -> ArrayText.read(NUMPY + "big.npy", Dialect.GUESSED));
    assertWrong("no such file", () -> ArrayText.read("none.npy", Dialect.GUESSED));
    assertWrong("no such file", () -> ArrayText.read("none.NPZ", Dialect.GUESSED));
    assertWrong(
        "an array of NumPy is written --array a/b.npy",
        () -> ArrayText.read("file:a/b.npy", Dialect.GUESSED));
    assertEquals(2, ArrayText.read("a.npy,b.npy", Dialect.GUESSED).size());
    assertWrong("did you mean 'file'", () -> ArrayText.read("fil:b.npy", Dialect.GUESSED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,red|mixes numbers and texts, such as 'red'",
        "linspace(0,1,3)|it is written linspace:0:1:3",
        "range( 0, 9 )|it is written range: 0:9 ",
        "1,,2|a value is missing",
        "0.1,inf|'inf' is not a finite number",
        "0.1,1e999|above the greatest double",
        "0.5,9007199254740993|beyond 2^53",
        "linspace:0:1|linspace is written linspace:a:b:n",
        "linspace:0:1:0|1 or more",
        "range:0:0.5|real numbers need a step",
        "range:0:1:0|step is 0",
        "\"a,b|is not closed",
        "lines:|lines is written lines:PATH",
        "files:|files is written files:PATTERN",
        "files:jobs/scripts|'jobs/scripts' is a folder; its files are files:jobs/scripts/*",
        "lins:x|did you mean 'lines'",
        "red|no form of array 'red'"
      })
  void whatIsWrongIsSaid(String text, String why) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> ArrayText.read(text, Dialect.GUESSED));
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }

  @Test
  void noTextFileIsRefused() throws IOException {
    Path binary = Files.write(folder.resolve("b"), new byte[] {'a', 0, 'b'});
    Path latin = Files.write(folder.resolve("l"), new byte[] {'a', (byte) 0xE9});
    for (String file : List.of(binary.toString(), latin.toString(), path("e", " \n\n"))) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> ArrayText.read("lines:" + file, Dialect.GUESSED))
              .getMessage();
      assertTrue(message.matches(".*(is not text|is not a text file|has no lines)"), message);
    }
  }

  /** The first law: the same digest in any slices, in any order. */
  @Test
  void oneDigestForEverySlicing() {
    ValueArray reals = ValueArray.of(IntStream.range(0, 1000).mapToDouble(Math::sqrt).toArray());
    List<String> words = IntStream.range(0, 1000).mapToObj(i -> "w" + i * i % 37).toList();
    ElementFunction real = (OfReal) (x, random) -> x + random.nextDouble();
    ElementFunction text = (OfText) (word, random) -> word.hashCode() + random.nextDouble();
    for (ArrayMap map :
        List.of(
            ArrayMap.of(real, reals),
            ArrayMap.of(text, ValueArray.of(words)),
            ArrayMap.of(real, ArrayText.read(NUMPY + "version2.npy", Dialect.GUESSED)))) {
      String digest = digest(map.withSeed(5), 1, Scatter.BLOCK);
      for (int slices : new int[] {2, 7, 1000}) {
        assertEquals(digest, digest(map.withSeed(5), slices, Scatter.BLOCK));
        assertEquals(digest, digest(map.withSeed(5), slices, Scatter.CYCLIC));
      }
      assertFalse(digest.equals(digest(map.withSeed(6), 3, Scatter.BLOCK)));
    }
  }

  private static String digest(ArrayMap map, int slices, Scatter scatter) {
    try (Run run = run(map, slices, scatter)) {
      assertEquals(0, run.failed());
      return run.digest();
    }
  }

  /** A formula takes numbers; a function of numbers no texts; one of integers neither. */
  @Test
  void functionsTakeWhatTheyAreFor() {
    ValueArray reals = ValueArray.of(0.5, 1.5);
    ValueArray texts = ValueArray.of(List.of("a", "b"));
    try (Run run = run(ArrayMap.of(Expression.of("element^2"), reals), 1, Scatter.BLOCK)) {
      assertArrayEquals(new double[] {0.25, 2.25}, run.doubles("value"));
    }
    assertWrong("text", () -> ArrayMap.of(Expression.of("element^2"), texts));
    assertWrong("is one of numbers, and the array has texts", () -> ArrayMap.of(real(), texts));
    assertWrong("is one of integers", () -> ArrayMap.of(new IsPrime(), reals));
    assertWrong("is one of integers", () -> ArrayMap.of(new IsPrime(), texts));
    assertWrong("one element or more", () -> ValueArray.of(List.of()));
    assertWrong("finite numbers, not NaN", () -> ValueArray.of(1, Double.NaN));
  }

  /** A column may be of texts for one cell, which is named. */
  @Test
  void theCellThatMakesAColumnTextIsNamed() throws IOException {
    String file = path("w.csv", "x\n1\n2.5\nfour\n");
    MapArray array = ArrayText.read("column:" + file + ":x", Dialect.GUESSED);
    assertWrong("row 3: 'four' is not a number", () -> ArrayMap.of(real(), array));
    assertWrong("row 2: '2.5' is not", () -> ArrayMap.of(new IsPrime(), array));
    assertWrong("row 3: 'four'", () -> ArrayMap.of(Expression.of("element^2"), array));
  }

  private static OfReal real() {
    return (x, random) -> x;
  }

  private static void assertWrong(String why, Executable action) {
    String message = assertThrows(IllegalArgumentException.class, action).getMessage();
    assertTrue(message.contains(why), message);
  }

  @Test
  void aZeroKeepsItsSign() throws IOException {
    Path file = Files.writeString(folder.resolve("signs.csv"), "k,w\n-0.0,1.0\n2.0,0.0\n");
    MapArray signed = ArrayText.read("column:" + file + ":k", Dialect.GUESSED);
    assertInstanceOf(ValueArray.class, signed);
    assertEquals("-0.0", elements(signed).get(0));
    assertInstanceOf(IntegerArray.class, ArrayText.read("column:" + file + ":w", Dialect.GUESSED));
    assertEquals("-0.0", elements(ArrayText.read("-0.0,1.5", Dialect.GUESSED)).get(0));
  }

  /** A function of real numbers or texts takes integers too; one beyond 2^53 fails alone. */
  @Test
  void integersAreNumbersAndTexts() {
    IntegerArray integers = IntegerArray.of(3, -1, (1L << 53) + 1);
    ArrayMap halves = ArrayMap.of((OfReal) (x, random) -> x / 2, integers);
    try (Run run = Runner.on(new SequentialEngine()).run(halves)) {
      assertEquals(1, run.failed());
      assertEquals(1.5, run.doubles("value")[0]);
    }
    ArrayMap lengths = ArrayMap.of((OfText) (text, random) -> text.length(), integers);
    try (Run run = Runner.on(new SequentialEngine()).run(lengths)) {
      assertArrayEquals(new double[] {1, 2, 16}, run.doubles("value"));
    }
  }
}
