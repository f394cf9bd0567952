package dev.parallax.engine.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parallax.text.Choices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScatterTest {

  @ParameterizedTest
  @EnumSource(Scatter.class)
  void gatheringIsTheInverseForAnyNumbers(Scatter scatter) {
    SplittableRandom random = new SplittableRandom(1);
    for (int n = 0; n <= 60; n++) {
      long[] longs = random.longs(n).toArray();
      double[] doubles = random.doubles(n).toArray();
      for (int p = 1; p <= 65; p++) {
        List<long[]> parts = scatter.scatter(longs, p);
        assertEquals(Math.min(n, p), parts.size());
        assertArrayEquals(longs, scatter.gatherLongs(parts));
        assertArrayEquals(doubles, scatter.gather(scatter.scatter(doubles, p)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Scatter.class)
  void eachItemIsInOnePartAndPartsDifferByOneItemAtMost(Scatter scatter) {
    for (int n = 1; n <= 60; n++) {
      for (int p = 1; p <= 65; p++) {
        List<Long> items = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (Block block : scatter.blocks(n, p)) {
          sizes.add(block.size());
          for (int i = 0; i < block.size(); i++) {
            items.add(block.item(i));
            assertEquals(i, block.place(block.item(i)));
          }
          assertEquals(items.get(items.size() - 1), block.last());
        }
        Collections.sort(items);
        assertEquals(IntStream.range(0, n).mapToObj(i -> (long) i).toList(), items);
        assertEquals(n % sizes.size(), Collections.frequency(sizes, n / sizes.size() + 1));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Scatter.class)
  void whereAnItemGoesIsWhatTheNameSays(Scatter scatter) {
    List<long[]> parts = scatter.scatter(new long[] {0, 1, 2, 3, 4, 5, 6}, 3);
    List<List<Long>> lists =
        parts.stream().map(part -> Arrays.stream(part).boxed().toList()).toList();
    List<List<Long>> right =
        scatter == Scatter.BLOCK
            ? List.of(List.of(0L, 1L, 2L), List.of(3L, 4L), List.of(5L, 6L))
            : List.of(List.of(0L, 3L, 6L), List.of(1L, 4L), List.of(2L, 5L));
    assertEquals(right, lists);
  }

  @ParameterizedTest
  @EnumSource(Scatter.class)
  void partsThatNoArrayGivesAreRefused(Scatter scatter) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> scatter.gather(List.of(new double[2], new double[4])));
    assertEquals("part 0 of 2 has 2 of 6 entries instead of 3", e.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> scatter.gatherLongs(List.of(new long[0], new long[1])));
    assertThrows(IllegalArgumentException.class, () -> scatter.scatter(new long[3], 0));
  }

  @Test
  void waysToScatterHaveNames() {
    assertEquals(List.of("block", "cyclic"), Choices.names(Scatter.class));
    assertEquals("cyclic", Scatter.CYCLIC.toString());
  }
}
