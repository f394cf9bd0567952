package dev.parallax.report.figure.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.model.Model;
import dev.parallax.model.builtin.BuiltIn;
import dev.parallax.random.RandomStream;
import dev.parallax.report.figure.CurveFigure;
import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.HeatFigure;
import dev.parallax.report.figure.HistogramFigure;
import dev.parallax.report.figure.PanelsFigure;
import dev.parallax.report.figure.ScatterFigure;
import dev.parallax.report.figure.TimelineFigure;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.table.text.Dialect;
import dev.parallax.workload.map.ArrayMap;
import dev.parallax.workload.map.ArrayText;
import dev.parallax.workload.sweep.Sweep;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.design.Sampled;
import dev.parallax.workload.sweep.parameter.Parameter;
import dev.parallax.workload.sweep.parameter.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which pictures a run gets, and that they show its numbers. */
class SelectionTest {
  private static final Set<String> NAMES = Set.of("a", "b", "c");

  /** The sum of the parameters; fails where it is 4, and is not a number where it is 5. */
  private record Total(List<String> parameters) implements Model {
    @Override
    public List<String> responses() {
      return List.of("total");
    }

    @Override
    public double[] evaluate(double[] point, RandomStream random) {
      double sum = Arrays.stream(point).sum();
      if (sum == 4) {
        throw new IllegalStateException("four");
      }
      return new double[] {sum == 5 ? Double.NaN : sum};
    }
  }

  private static <T> T with(Workload<?> workload, Function<Run, T> what) {
    try (SequentialEngine engine = new SequentialEngine();
        Run run = Runner.on(engine).withSlices(3).run(workload)) {
      return what.apply(run);
    }
  }

  private static List<Figure> sweep(boolean paired, Parameter... parameters) {
    Design design = paired ? Design.paired(parameters) : Design.factorial(parameters);
    Sweep sweep = Sweep.of(new Total(design.names()), design);
    return with(sweep, run -> SweepFigures.of(run, NAMES));
  }

  private static Parameter range(String name, double from, double to, long n) {
    return Parameter.linspace(name, from, to, n);
  }

  @Test
  void oneParameterIsACurve() {
    List<Figure> figures = sweep(false, range("a", 8, 0, 9));
    assertEquals(1, figures.size());
    CurveFigure curve = assertInstanceOf(CurveFigure.class, figures.get(0));
    assertEquals("curve", curve.name());
    assertTrue(curve.joined());
    double none = Double.NaN;
    assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, curve.curves().get(0).x());
    assertArrayEquals(new double[] {0, 1, 2, 3, none, none, 6, 7, 8}, curve.curves().get(0).y());
    assertEquals("1 of 9 items failed; 1 of 9 items have no finite value", curve.note());
  }

  @Test
  void equalPointsAreAMeanWithItsStandardError() {
    Parameter a = Parameter.of("a", 1, 1, 1, 1, 2, 3);
    Parameter b = Parameter.of("b", 0, 0, 1, 1, 0, 0);
    CurveFigure curve =
        with(
            Sweep.of(new Total(List.of("a", "b")), Design.paired(a, b)),
            run -> (CurveFigure) SweepFigures.of(run, Set.of("a")).get(0));
    assertArrayEquals(new double[] {1.5, 2, 3}, curve.curves().get(0).y());
    double error = Math.sqrt(1.0 / 3) / 2; // 1, 1, 2, 2: deviation sqrt(1/3), four of them
    double none = Double.NaN;
    assertArrayEquals(new double[] {error, none, none}, curve.curves().get(0).errors(), 1e-15);
  }

  @Test
  void pairedParametersGoAlong() {
    CurveFigure curve = (CurveFigure) sweep(true, range("a", 0, 1, 5), range("b", 3, 2, 5)).get(0);
    assertEquals("a", curve.x().label());
    assertEquals("b from 2 to 3 along with a", curve.note());
  }

  @Test
  void twoParametersAreAMap() {
    List<Figure> figures =
        sweep(false, range("a", 0, 30, 30), Parameter.of("b", 0.25, 0.5), Parameter.of("c", 7));
    CurveFigure family = assertInstanceOf(CurveFigure.class, figures.get(0));
    assertEquals("0.25", family.curves().get(0).label());
    assertEquals("c = 7", family.note());
    HeatFigure map = assertInstanceOf(HeatFigure.class, figures.get(1));
    assertEquals(30 + 0.5 + 7, map.cells().values()[1][29]);
    assertEquals(1, map.cells().filled());
    assertEquals(2, figures.size());
    assertEquals(1, sweep(false, range("a", 0, 1, 20), range("b", 0, 1, 20)).size());
  }

  @Test
  void twoParametersOnNoGridAreColouredPoints() {
    ScatterFigure points =
        (ScatterFigure)
            sweep(true, Parameter.of("a", 1, 2, 3, 9), Parameter.of("b", 0, 3, 1, 1)).get(0);
    assertArrayEquals(new double[] {1, Double.NaN, Double.NaN, 10}, points.points()[2]);
    assertTrue(points.note().startsWith("grey where there is no value"), points.note());
  }

  @Test
  void threeParametersArePointsAndMainEffects() {
    List<Figure> figures =
        sweep(false, range("a", 0, 1, 4), range("b", 10, 30, 40), Parameter.of("c", 0, 0.5));
    PanelsFigure points = assertInstanceOf(PanelsFigure.class, figures.get(0));
    assertFalse(points.means());
    assertEquals(3, points.panels().size());
    assertEquals(320, points.panels().get(0).points().x().length);
    PanelsFigure effects = assertInstanceOf(PanelsFigure.class, figures.get(1));
    CurveFigure.Curve c = effects.panels().get(2).points();
    assertArrayEquals(new double[] {20.5, 21}, c.y(), 1e-12);
    assertEquals(10, effects.panels().get(1).points().x().length, "groups of many values");
    assertEquals(20.75, effects.overall(), 1e-12);
  }

  @Test
  void onePointAndNoPoints() {
    CurveFigure curve = (CurveFigure) sweep(false, Parameter.of("a", 1)).get(0);
    assertArrayEquals(new double[] {1}, curve.curves().get(0).y());
    HistogramFigure same = (HistogramFigure) sweep(true, Parameter.of("a", 2, 2, 2)).get(0);
    assertEquals("a = 2", same.note());
  }

  /** More points than are drawn: the picture is of some of them, and says so. */
  @Test
  void veryManyPointsAreThinned() {
    HeatFigure map =
        (HeatFigure) sweep(false, range("a", 0, 1, 1500), range("b", 6, 7, 1000)).get(0);
    assertEquals(256, map.cells().across().size());
    assertTrue(map.note().contains("of 1500000 items, "), map.note());
    double corner = map.cells().values()[255][255]; // within a bin of its corner
    assertEquals(8, corner, 2.0 / 256);
    assertEquals(1, map.cells().filled());
  }

  @Test
  void aMapOfTruthIsItsShare() {
    ArrayMap map =
        ArrayMap.of(
            BuiltIn.FUNCTIONS.find("is-prime"), ArrayText.read("range:0:10000", Dialect.GUESSED));
    CurveFigure share = with(map, run -> (CurveFigure) MapFigures.of(run).get(0));
    assertEquals("prime [% of elements]", share.y().label());
    CurveFigure.Curve curve = share.curves().get(0);
    assertEquals(40, curve.y().length);
    double primes = Arrays.stream(curve.y()).map(percent -> percent / 100 * 250).sum();
    assertEquals(1229, primes, 1.5, "pi(10000), in bins of 250 elements, give or take one");
    double p = curve.y()[0] / 100;
    assertEquals(Math.sqrt(p * (1 - p) / 249), curve.errors()[0] / 100, 1e-4);
  }

  @Test
  void theTimeLineHasEverySlice() {
    Sweep sweep = Sweep.of(new Total(List.of("a")), Design.factorial(range("a", 6, 9, 30)));
    TimelineFigure line = with(sweep, run -> RunTimeline.of(run).orElseThrow());
    assertEquals(3, line.bars().size());
    assertTrue(line.bars().stream().allMatch(bar -> 0 <= bar.from() && bar.to() <= line.end()));
    assertEquals("driver", line.bars().get(0).where());
  }

  /** Noise is not joined, and very much of it is a band. */
  @Test
  void aLineIsDrawnWhereItFollowsSomething() {
    double[] noise = new SplittableRandom(3).doubles(200).toArray();
    double[] wave = IntStream.range(0, 200).mapToDouble(i -> Math.sin(i / 5.0)).toArray();
    assertTrue(Curves.isSmooth(wave));
    assertFalse(Curves.isSmooth(noise));
    double[] trend = IntStream.range(0, 200).mapToDouble(i -> noise[i] + i / 50.0).toArray();
    assertFalse(Curves.isSmooth(trend), "noise about a trend");
    assertTrue(Curves.isSmooth(new double[] {1, 3, 2, 4}), "too few to tell");
  }

  @Test
  void manyScatteredPointsAreABand() {
    double[] places = IntStream.range(0, 6000).mapToDouble(i -> i / 100.0).toArray();
    double[] values = new SplittableRandom(4).doubles(6000).toArray();
    ItemColumn x = ItemColumn.of(new Response("x", ColumnType.DOUBLE), places);
    ItemColumn y = ItemColumn.of(new Response("y", ColumnType.DOUBLE), values);
    CurveFigure figure = Curves.of("curve", x, y, "");
    CurveFigure.Band band = figure.band().orElseThrow();
    assertEquals(60, band.x().length);
    assertEquals("line: median, band: the middle 90 % in 60 stretches", figure.note());
    double[] first = Arrays.copyOf(values, 100); // places from 0 to 0.99 are in the first stretch
    Arrays.sort(first);
    assertEquals((first[49] + first[50]) / 2, figure.curves().get(0).y()[0], 1e-12);
    assertEquals(first[4] + 0.95 * (first[5] - first[4]), band.low()[0], 1e-12);
  }

  @Test
  void theAxisIsAsTheParameterIsDeclared() {
    double[] values = {1, 2, 3, 4, 1000};
    ItemColumn x = ItemColumn.of(new Response("x", ColumnType.DOUBLE), values);
    assertTrue(x.axis().log(), "by its values");
    assertFalse(x.declared(Optional.of(false)).axis().log());
    ItemColumn even = ItemColumn.of(new Response("x", ColumnType.DOUBLE), new double[] {1, 2, 3});
    assertFalse(even.axis().log());
    assertTrue(even.declared(Optional.of(true)).axis().log());
    assertEquals(List.of(1.0, 2.0, 3.0), even.axis().marks());
    Design sampled =
        Sampled.uniform(
            List.of(Variable.parse("k=loguniform:1:3"), Variable.parse("c=choice:1,2,40")), 5, 1);
    assertEquals(Map.of("k", true), sampled.logarithmic());
    Design grid =
        Design.factorial(
            Parameter.parse("a=geomspace:1:8:4"),
            Parameter.parse("b=linspace:1:1000:4"),
            Parameter.of("c", 1, 10, 1000));
    assertEquals(Map.of("a", true, "b", false), grid.logarithmic());
  }
}
