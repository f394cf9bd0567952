package dev.parallax.workload.sweep.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.parse("a=1,2,3"),
          Parameter.parse("b=linspace:0:1:3"),
          Parameter.parse("c=red,green"));

  private static double[][] points(Design design) {
    Block block = new Block(0, 0, (int) design.size());
    Design.Pass pass = design.decoder().open(PointBlock.of(block), new double[0]);
    double[][] points = new double[block.size()][design.names().size()];
    for (int i = 0; i < points.length; i++) {
      pass.decode(i, points[i]);
    }
    return points;
  }

  @Test
  void theBaselineComesFirstThenEachParametersOtherValues() {
    double[][] expected = {
      {1, 0, 0}, {2, 0, 0}, {3, 0, 0}, {1, 0.5, 0}, {1, 1, 0}, {1, 0, 1},
    };
    assertArrayEquals(expected, points(new OneAtATime(PARAMETERS, Map.of())));
  }

  @Test
  void aBaselineAmongTheValuesIsLeftOutThere() {
    Design design = new OneAtATime(PARAMETERS, Map.of("a", "2", "b", "1", "c", "green"));
    double[][] expected = {
      {2, 1, 1}, {1, 1, 1}, {3, 1, 1}, {2, 0, 1}, {2, 0.5, 1}, {2, 1, 0},
    };
    assertArrayEquals(expected, points(design));
  }

  @Test
  void aBaselineBesideTheValuesLeavesThemAll() {
    Design design = new OneAtATime(PARAMETERS, Map.of("b", "0.25", "c", "blue"));
    double[][] expected = {
      {1, 0.25, 2},
      {2, 0.25, 2},
      {3, 0.25, 2},
      {1, 0, 2},
      {1, 0.5, 2},
      {1, 1, 2},
      {1, 0.25, 0},
      {1, 0.25, 1},
    };
    assertArrayEquals(expected, points(design));
    assertEquals(List.of("red", "green", "blue"), design.columns().get(2).levels());
  }

  /** linspace:0:1:11 has 0.30000000000000004, which nobody writes. */
  @Test
  void aBaselineIsFoundInALongRowToNearlyAllDigits() {
    for (String values : List.of("linspace:0:1:11", "linspace:1:0:11", "range:0:10000:0.1")) {
      Parameter p = Parameter.parse("p=" + values);
      Design design = new OneAtATime(List.of(p), Map.of("p", "0.3"));
      assertEquals(p.values().size(), design.size(), values);
      assertEquals(0.3, points(new OneAtATime(List.of(p), Map.of("p", "0.3")))[0][0]);
    }
  }

  @Test
  void whatIsWrongIsSaid() {
    assertComplaint("no parameter 'd'", Map.of("d", "1"));
    assertComplaint("baseline of parameter 'a': 'x' is not a finite number", Map.of("a", "x"));
  }

  private static void assertComplaint(String part, Map<String, String> baseline) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new OneAtATime(PARAMETERS, baseline))
            .getMessage();
    assertTrue(message.contains(part), message);
  }
}
