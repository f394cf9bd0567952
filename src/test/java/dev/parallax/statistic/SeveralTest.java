package dev.parallax.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.model.Statistic.Evaluator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeveralTest {
  /** Two values with names, by one lambda. */
  private static final class Ends implements Statistic {
    private static final long serialVersionUID = 1L;

    @Override
    public int columns() {
      return 2;
    }

    @Override
    public List<String> responses() {
      return List.of("first", "last");
    }

    @Override
    public Prepared prepare(double[][] columns) {
      return () ->
          Evaluator.several(
              (resample, values) -> {
                int[] rows = resample.rows();
                values[0] = columns[0][rows[0]];
                values[1] = columns[0][rows[rows.length - 1]];
              });
    }
  }

  @Test
  void theValuesAreThoseOfEachStatisticAlone() {
    Statistic several =
        new Several(
            List.of("pearson", "ends", "slope"), List.of(new Pearson(), new Ends(), new Slope()));
    assertEquals(List.of("pearson", "ends.first", "ends.last", "slope"), several.responses());
    Evaluator together = several.prepare(Samples.LAW).evaluator();
    Evaluator pearson = new Pearson().prepare(Samples.LAW).evaluator();
    Evaluator slope = new Slope().prepare(Samples.LAW).evaluator();
    SplittableRandom random = new SplittableRandom(3);
    double[] values = new double[4];
    for (int b = 0; b < 100; b++) {
      Drawn drawn = Drawn.random(15, random);
      together.evaluate(drawn, values);
      assertEquals(pearson.evaluate(drawn), values[0]);
      assertEquals(Samples.LAW[0][drawn.rows()[0]], values[1]);
      assertEquals(Samples.LAW[0][drawn.rows()[14]], values[2]);
      assertEquals(slope.evaluate(drawn), values[3]);
    }
    assertThrows(
        UnsupportedOperationException.class, () -> together.evaluate(Resample.everyRow(15)));
  }

  @Test
  void whatDoesNotGoTogetherIsSaid() {
    assertWrong("not of the same columns", List.of("pearson", "mean"), new Pearson(), new Mean());
    assertWrong("asked for twice", List.of("mean", "mean"), new Mean(), new Mean());
  }

  private static void assertWrong(String why, List<String> names, Statistic... parts) {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> new Several(names, List.of(parts)));
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }
}
