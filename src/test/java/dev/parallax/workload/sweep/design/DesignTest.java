package dev.parallax.workload.sweep.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Scatter;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import dev.parallax.table.condition.Wanted;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignTest {
  private static final Parameter A = Parameter.parse("a=1,2");
  private static final Parameter B = Parameter.parse("b=10,20,30");

  private static double[] point(Design design, long item) {
    double[] point = new double[design.names().size()];
    Block block = new Block(0, item, 1);
    design
        .decoder()
        .open(PointBlock.of(block), design.data(PointBlock.of(block)))
        .decode(item, point);
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
  void textsArePlacesInAList() {
    Design design = Design.factorial(Parameter.parse("colour=red,green"), A);
    assertArrayEquals(new double[] {1, 2}, point(design, 3));
    assertEquals(List.of("red", "green"), design.columns().get(0).levels());
    assertEquals(List.of(), design.columns().get(1).levels());
    Design inCode = Design.factorial(Parameter.of("colour", "red", "green"), A);
    assertEquals(design.columns(), inCode.columns());
  }

  /** Each cyclic block has the points that are its own, whatever the design. */
  @Test
  void pointsScatteredCyclicallyAreTheSamePoints() {
    Table table = Table.of("t").with("a", 1, 2, 3, 4, 5).with("b", 10, 20, 30, 40, 50);
    for (Design design :
        List.of(
            Design.factorial(A, B),
            Design.paired(Parameter.parse("a=linspace:0:1:3"), B),
            new PointTable(table, List.of("a", "b")))) {
      for (Block block : Scatter.CYCLIC.blocks(design.size(), 2)) {
        Design.Pass pass =
            design.decoder().open(PointBlock.of(block), design.data(PointBlock.of(block)));
        for (int i = 0; i < block.size(); i++) {
          double[] point = new double[2];
          pass.decode(block.item(i), point);
          assertArrayEquals(point(design, block.item(i)), point);
        }
      }
    }
  }

  /**
   * However items are distributed, a block finds each of its points, and no more of them than
   * items.
   */
  @Test
  void aBlockOfReplicationsHasEachOfItsPointsOnce() {
    for (int each = 1; each <= 4; each++) {
      for (int step = 1; step <= 9; step++) {
        for (int first = 0; first <= 9; first++) {
          Block items = new Block(0, first, 7, step);
          PointBlock points = new PointBlock(items, each);
          TreeSet<Long> expected = new TreeSet<>();
          for (int i = 0; i < 7; i++) {
            expected.add(items.item(i) / each);
          }
          List<Long> found = new ArrayList<>();
          for (int place = 0; place < points.size(); place++) {
            found.add(points.point(place));
            assertEquals(place, points.place(points.point(place)));
          }
          assertEquals(List.copyOf(expected), found, items + ", " + each + " each");
        }
      }
    }
  }

  @Test
  void aTableGivesEachSliceItsOwnRows() {
    Table table = Table.of("t").with("y", 1, 2, 3, 4).with("x", 10, 20, 30, 40);
    Design design = new PointTable(table, List.of("x", "y"));
    assertEquals(4, design.size());
    Block block = new Block(1, 1, 2);
    double[] data = design.data(PointBlock.of(block));
    assertEquals(6, data.length, "two rows of two columns and their numbers, no more");
    double[] point = new double[2];
    Design.Pass pass = design.decoder().open(PointBlock.of(block), data);
    pass.decode(2, point);
    assertArrayEquals(new double[] {30, 3}, point);
    pass.decode(1, point);
    assertArrayEquals(new double[] {20, 2}, point);
    assertEquals("row 2 of t", pass.source(1));
  }

  @Test
  void aTablesTextsAreTheLevelsOfAParameterAndUnitsAreCarried(@TempDir Path folder)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("t.ecsv"),
            """
            # %ECSV 1.0
            # ---
            # datatype:
            # - {name: band, datatype: string, description: filter}
            # - {name: mag, datatype: float64, unit: mag}
            # schema: astropy-2.0
            band mag
            V 1.5
            B 2.5
            "" 3.5
            V ""
            """);
    Table table = TableFile.read(file, Wanted.everything());
    Design design = new PointTable(table, List.of("mag", "band"), true);
    assertEquals("mag", design.columns().get(0).unit());
    assertEquals("filter", design.columns().get(1).description());
    assertEquals(List.of("V", "B"), design.columns().get(1).levels());
    assertArrayEquals(new double[] {2.5, 1}, point(design, 1));
    assertArrayEquals(new double[] {3.5, Double.NaN}, point(design, 2));
    assertArrayEquals(new double[] {Double.NaN, 0}, point(design, 3));
    assertThrows(
        IllegalArgumentException.class, () -> new PointTable(table, List.of("band"), false));
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
