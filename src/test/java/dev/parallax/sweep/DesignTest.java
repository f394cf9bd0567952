package dev.parallax.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.Block;
import dev.parallax.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class DesignTest {
  private static final Parameter A = Parameter.parse("a=1,2");
  private static final Parameter B = Parameter.parse("b=10,20,30");

  private static double[] point(Design design, long item) {
    double[] point = new double[design.names().size()];
    Block block = new Block(0, item, 1);
    design.decoder().decode(item, 0, design.data(block), point);
    return point;
  }

  @Test
  void factorialHasEveryCombinationAndTheLastParameterChangesFastest() {
    Design design = Design.factorial(A, B);
    assertEquals(6, design.size());
    assertArrayEquals(new double[] {1, 10}, point(design, 0));
    assertArrayEquals(new double[] {1, 20}, point(design, 1));
    assertArrayEquals(new double[] {2, 10}, point(design, 3));
    assertArrayEquals(new double[] {2, 30}, point(design, 5));
  }

  @Test
  void pairedTakesValueIOfEach() {
    Design design = Design.paired(Parameter.parse("a=1,2,3"), B);
    assertEquals(3, design.size());
    assertArrayEquals(new double[] {3, 30}, point(design, 2));
  }

  @Test
  void parametersInCodeAreThoseInText() {
    Design inText = Design.paired(Parameter.parse("a=linspace:0:1:3"), B);
    Design inCode = Design.paired(Parameter.linspace("a", 0, 1, 3), Parameter.of("b", 10, 20, 30));
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(point(inText, i), point(inCode, i));
    }
    assertEquals(inText.names(), inCode.names());
  }

  @Test
  void aTableGivesEachSliceItsOwnRows() {
    Table table = Table.of("t").with("y", 1, 2, 3, 4).with("x", 10, 20, 30, 40);
    Design design = new PointTable(table, List.of("x", "y"));
    assertEquals(4, design.size());
    Block block = new Block(1, 1, 2);
    double[] data = design.data(block);
    assertEquals(4, data.length, "two rows of two columns, no more");
    double[] point = new double[2];
    design.decoder().decode(2, 1, data, point);
    assertArrayEquals(new double[] {30, 3}, point);
  }

  @Test
  void aGridOfAThousandTimesAThousandTimesAThousandIsCounted() {
    Parameter p = Parameter.parse("p=linspace:0:1:3000");
    Parameter q = Parameter.parse("q=linspace:0:1:3000");
    Parameter r = Parameter.parse("r=linspace:0:1:3000");
    assertEquals(27_000_000_000L, Design.factorial(p, q, r).size());
    assertArrayEquals(new double[] {1, 1, 1}, point(Design.factorial(p, q, r), 26_999_999_999L));
  }

  @Test
  void whatIsWrongIsSaid() {
    String unequal =
        assertThrows(IllegalArgumentException.class, () -> Design.paired(A, B)).getMessage();
    assertTrue(unequal.contains("a has 2, b has 3"), unequal);
    String twice =
        assertThrows(IllegalArgumentException.class, () -> Design.factorial(A, A)).getMessage();
    assertTrue(twice.contains("'a' is given more than once"), twice);
    Parameter huge = Parameter.parse("h=linspace:0:1:9223372036854775807");
    String large =
        assertThrows(IllegalArgumentException.class, () -> Design.factorial(A, huge)).getMessage();
    assertTrue(large.contains("2^63-1"), large);
    assertThrows(IllegalArgumentException.class, () -> Parameter.parse("=1"));
    assertThrows(IllegalArgumentException.class, () -> Parameter.parse("mu"));
  }
}
