package dev.parallax.engine.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.Incidents;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What comes out of blocks: columns, times, failures, what entries stand for. */
class BlockResultTest {
  private static final Column DOUBLES = new Column.Doubles(new double[] {1.5, Double.NaN, -2, 7});
  private static final Column LONGS = new Column.Longs(new long[] {3, -1, 1L << 60, 0});
  private static final Column BOOLEANS =
      new Column.Booleans(new boolean[] {true, false, true, true});

  private static List<Long> bits(Column column) {
    return IntStream.range(0, column.size()).mapToObj(column::bits).toList();
  }

  @Test
  void partsOfColumnsHaveTheirEntriesAndType() {
    BitSet failed = new BitSet();
    failed.set(0);
    failed.set(3);
    for (Column column : List.of(DOUBLES, LONGS, BOOLEANS)) {
      List<Long> all = bits(column);
      assertEquals(4, column.size());
      assertEquals(all.subList(1, 3), bits(column.part(1, 3)));
      assertEquals(List.of(0L, all.get(1), all.get(2)), bits(column.head(3, failed)));
      Column joined = Column.joined(List.of(column.part(0, 1), column.part(1, 4)));
      assertEquals(all, bits(joined));
      assertEquals(column.type(), joined.type());
    }
  }

  @Test
  void entriesAreNumbersAndBits() {
    assertEquals(Double.doubleToLongBits(-2), DOUBLES.bits(2));
    assertEquals(Double.doubleToLongBits(Double.NaN), DOUBLES.bits(1));
    assertEquals(-2, DOUBLES.number(2));
    assertEquals(1L << 60, LONGS.bits(2));
    assertEquals(-1, LONGS.number(1));
    assertEquals(List.of(1L, 0L, 1L, 1L), bits(BOOLEANS));
    assertEquals(1, BOOLEANS.number(0));
    assertEquals(0, BOOLEANS.number(1));
    assertEquals(ColumnType.DOUBLE, DOUBLES.type());
    assertEquals(ColumnType.LONG, LONGS.type());
    assertEquals(ColumnType.BOOLEAN, BOOLEANS.type());
  }

  @Test
  void eachItemIsWellOrFailedOrHasNoNumber() {
    Failure failure = new Failure(14, "lab.Odd", "why");
    BlockResult result = new BlockResult(List.of(LONGS, DOUBLES, BOOLEANS), List.of(failure));
    Block block = new Block(0, 10, 4, 2);
    assertArrayEquals(
        new ItemStatus[] {ItemStatus.OK, ItemStatus.NAN, ItemStatus.FAILED, ItemStatus.OK},
        result.statuses(block));
    assertArrayEquals(new double[] {1.5, Double.NaN, Double.NaN, 7}, result.doubles(1, block));
    assertEquals(4, result.size());
    assertEquals(4, result.size(new Block(0, 0, 9)));
    BlockResult none = new BlockResult(List.of(), List.of());
    assertEquals(0, none.size());
    assertEquals(9, none.size(new Block(0, 0, 9)));
    assertFalse(none.times().areKnown());
  }

  @Test
  void timesGoWithTheirItems() {
    ItemTimes times = ItemTimes.of(new float[] {1, 2, 3});
    assertTrue(times.areKnown());
    assertEquals(2, times.part(1, 3).seconds(0));
    assertThrows(IndexOutOfBoundsException.class, () -> times.part(1, 3).seconds(2));
    assertSame(ItemTimes.NONE, ItemTimes.of(new float[0]));
    assertFalse(ItemTimes.NONE.areKnown());
    assertTrue(Float.isNaN(ItemTimes.NONE.seconds(5)));
    assertFalse(ItemTimes.NONE.part(1, 3).areKnown());
  }

  @Test
  void timesOfSeveralAreOneAfterTheOther() {
    BlockResult timed = new BlockResult(List.of(LONGS), List.of(), ItemTimes.of(new float[4]));
    BlockResult two =
        new BlockResult(List.of(LONGS.part(0, 2)), List.of(), ItemTimes.of(new float[] {5, 6}));
    BlockResult untimed = new BlockResult(List.of(LONGS), List.of());
    ItemTimes all = BlockResult.joined(List.of(timed, untimed, two)).times();
    assertEquals(0, all.seconds(3));
    assertTrue(Float.isNaN(all.seconds(4)));
    assertEquals(6, all.seconds(9));
    assertThrows(IndexOutOfBoundsException.class, () -> all.seconds(10));
    assertFalse(BlockResult.joined(List.of(untimed, untimed)).times().areKnown());
  }

  @Test
  void aFailureIsSaidInOneShortLine() {
    String text = " \na \tb " + "x".repeat(3000) + "\n  at c\n\td\n\n";
    Failure failure = Failure.of(7, new IllegalStateException(text));
    assertEquals("a b " + "x".repeat(996), failure.message());
    assertEquals("  at c\n\td", failure.trace());
    assertEquals(failure.message() + " at c d", failure.line());
    assertEquals("", Failure.of(7, new IllegalStateException("a")).trace());
    assertEquals("a", Failure.of(7, new IllegalStateException("a")).line());
    assertEquals("java.lang.IllegalStateException", failure.exception());
    assertEquals("Odd: why", new Failure(1, "lab.Outer$Odd", "why").text());
    assertEquals("Odd", new Failure(1, "Odd", "").text());
    String script = "dev.parallax.model.command.ScriptException";
    assertEquals("lab.DataError: 3", new Failure(1, script, "lab.DataError: 3").text());
    assertEquals("ScriptException: exit 3", new Failure(1, script, "exit 3").text());
  }

  @Test
  void failuresAreAlikeButForTheirNumbers() {
    Failure one = new Failure(1, "lab.Odd", "no 3 in /tmp/scratch123/data7.txt: -1.5e-3");
    Failure two = new Failure(9, "lab.Odd", "no 14 in /tmp/scratch9/data12.txt: 2");
    assertEquals(one.kind(), two.kind());
    assertTrue(Failure.areAlike(List.of(one, two)));
    assertFalse(Failure.areAlike(List.of(one, new Failure(1, "lab.Even", one.message()))));
    assertFalse(Failure.areAlike(List.of(one, new Failure(1, "lab.Odd", "no 3"))));
    assertTrue(Failure.areAlike(List.of()));
  }

  @Test
  void incidentsAreThoseSince() {
    assertEquals(new Incidents(5, 2), new Incidents(7, 3).since(new Incidents(2, 1)));
  }

  @Test
  void entriesOfTextsAreTheirTexts() {
    Response texts = new Response("t", ColumnType.DOUBLE, "", "", List.of("red", "blue"));
    Column column = new Column.Doubles(new double[] {0, 1, 2, 0.5, -1, Double.NaN});
    assertTrue(texts.isText());
    assertEquals("red", texts.text(column, 0));
    assertEquals("blue", texts.level(column, 1));
    for (int wrong : new int[] {2, 3, 4}) {
      assertThrows(IllegalArgumentException.class, () -> texts.text(column, wrong));
    }
    assertTrue(texts.isMissing(column, 5));
    assertFalse(texts.isMissing(column, 4));
    assertEquals("", texts.text(column, 5));
  }

  @Test
  void entriesOfNumbersAreTheirDigits() {
    Response number = new Response("x", ColumnType.DOUBLE);
    assertFalse(number.isText());
    assertEquals("1.5", number.text(DOUBLES, 0));
    assertEquals("", number.text(DOUBLES, 1));
    assertEquals("-1", new Response("k", ColumnType.LONG).text(LONGS, 1));
    assertEquals("true", new Response("b", ColumnType.BOOLEAN).text(BOOLEANS, 0));
    assertEquals("false", new Response("b", ColumnType.BOOLEAN).text(BOOLEANS, 1));
    assertFalse(new Response("k", ColumnType.LONG).isMissing(LONGS, 3));
  }

  @Test
  void whatHasJustEndedBeganAsLongAgoAsItTook() {
    long begun = System.nanoTime();
    Effort effort = new Effort(0.5, "here", 7).justEnded();
    double late = (System.nanoTime() - begun) * 1e-9 + 0.01;
    assertEquals(0.5, effort.seconds());
    assertEquals(Effort.clock() - 0.5, effort.began(), late);
    assertEquals(System.currentTimeMillis() * 1e-3, Effort.clock(), 1);
  }
}
