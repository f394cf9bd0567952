package dev.parallax.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeaveOneOutTest {
  @SuppressWarnings("ArrayRecordComponent")
  private record Rows(int[] rows, int[] counts) implements Resample {}

  private static void check(Resample resample, int dataRows, int... places) {
    LeaveOneOut without = resample.leavingOut();
    for (int place : places) {
      int[] expected =
          IntStream.range(0, resample.size())
              .filter(k -> k != place)
              .map(k -> resample.rows()[k])
              .toArray();
      int[] counts = new int[dataRows];
      for (int row : expected) {
        counts[row]++;
      }
      without.at(place);
      assertArrayEquals(expected, without.rows());
      assertArrayEquals(counts, without.counts());
      assertEquals(expected.length, without.size());
    }
  }

  @Test
  void everyRowOnceWithoutOne() {
    check(Resample.everyRow(5), 5, 0, 1, 2, 3, 4, 4, 2, 0, 4, 1);
  }

  @Test
  void oneDrawLessOfAResample() {
    check(new Rows(new int[] {2, 2, 0, 5, 2}, new int[] {1, 0, 3, 0, 0, 1}), 6, 3, 0, 4, 1, 2, 3);
  }

  @Test
  void whichRowIsLeftOutIsToldOfEveryRowAlone() {
    LeaveOneOut without = Resample.everyRow(5).leavingOut();
    assertEquals(OptionalInt.of(4), without.onlyWithout());
    assertEquals(OptionalInt.of(2), without.at(2).onlyWithout());
    Resample twice = new Rows(new int[] {0, 1, 1}, new int[] {1, 2, 0});
    assertEquals(OptionalInt.empty(), twice.leavingOut().at(1).onlyWithout());
  }

  @Test
  void aSingleRowCannotBeLeftOut() {
    assertThrows(IllegalArgumentException.class, () -> Resample.everyRow(1).leavingOut());
  }
}
