package dev.parallax.statistic.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.statistic.Drawn;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankScoresTest {

  /** Ranks 1, 2.5, 2.5 and 4: scores are twice the distances from 2.5. */
  @Test
  void scoresAreTwiceTheRanksFromTheirMean() {
    Order order = Order.of(new double[] {7, -0.0, 0.0, -3});
    assertArrayEquals(new int[] {2, 1, 1, 0}, order.levels());
    assertEquals(9 + 9, new RankScores(order).over(new int[] {1, 1, 1, 1}, 4));
    // The two zeros three times, then 7: ranks 2, 2, 2 and 4.
    assertEquals(3 * 1 + 9, new RankScores(order).over(new int[] {1, 1, 2, 0}, 4));
  }

  /** For tables beyond three million rows sums are rounded; on few rows both ways are exact. */
  @Test
  void roundedSumsOfLargeTables() {
    var random = new SplittableRandom(4);
    for (int n = 1; n < 200; n++) {
      RankScores x =
          new RankScores(Order.of(random.doubles(n).map(v -> Math.rint(50 * v)).toArray()));
      RankScores y = new RankScores(Order.of(random.doubles(n).toArray()));
      int[] counts = Drawn.random(n, random).counts();
      assertEquals(x.over(counts, n), x.squares(n));
      assertEquals(y.over(counts, n), y.squares(n));
      assertEquals(RankScores.product(x, y, counts, n), RankScores.roundedProduct(x, y, counts));
    }
  }
}
