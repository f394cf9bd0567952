package dev.parallax.workload.sweep.best;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.SequentialEngine;
import dev.parallax.findings.Findings;
import dev.parallax.model.PointFunction;
import dev.parallax.model.function.FunctionModel;
import dev.parallax.report.figure.Contours;
import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.HeatFigure;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.workload.sweep.Sweep;
import dev.parallax.workload.sweep.SweepKind;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The best point of surfaces of which it is known. */
class BestFindingsTest {
  private static final double A = 4;
  private static final double B = -3;
  private static final double D = 9;

  /** What a sweep says, and its pictures. */
  private record Said(Findings findings, List<Figure> figures) {
    static Said of(String best, Design design, PointFunction function) {
      Sweep sweep = Sweep.of(FunctionModel.of(function), design).withBest(best);
      try (SequentialEngine engine = new SequentialEngine();
          Run run = Runner.on(engine).withSlices(3).run(sweep)) {
        Runner runner = Runner.on(engine);
        Findings found = new SweepKind().conclusion(sweep).orElseThrow().of(run, runner);
        return new Said(found, found.figures().apply(runner));
      }
    }

    Map<?, ?> best() {
      return (Map<?, ?>) findings.fields().get("best");
    }

    /** A value below keys: of an axis, say, then its parabola, then that one's place. */
    Object at(String... keys) {
      Map<?, ?> fields = best();
      for (String key : Arrays.copyOf(keys, keys.length - 1)) {
        fields = (Map<?, ?>) fields.get(key);
      }
      return fields.get(keys[keys.length - 1]);
    }

    double number(String... keys) {
      return (double) at(keys);
    }

    String text() {
      return findings.lines().stream()
          .map(line -> line.label().strip() + ": " + line.value())
          .collect(Collectors.joining("\n"));
    }

    Contours contours() {
      return ((HeatFigure) figures.get(figures.size() - 1)).contours().orElseThrow();
    }
  }

  /** A chi-square with its minimum, 7, at (a, b); its matrix is ((A, B), (B, D)). */
  private static PointFunction bowl(double a, double b) {
    return (point, random) -> {
      double x = point.number("a") - a;
      double y = point.number("b") - b;
      return A * x * x + 2 * B * x * y + D * y * y + 7;
    };
  }

  private static Design line(double... values) {
    return Design.factorial(Parameter.of("a", values));
  }

  /**
   * With b held at its grid value the minimum of a is a0 - (B/A) (b - b0), and its half width
   * 1/sqrt(A): a parabola is exact at any spacing and in any order of the values.
   */
  @Test
  void theParabolaOfAQuadraticIsExact() {
    Design grid =
        Design.factorial(Parameter.of("a", 3, 0.9, 1.3, -1, 1), Parameter.linspace("b", 1, -1, 21));
    Said said = Said.of("min:value:chi-square", grid, bowl(1.03, 0.21));
    assertEquals(1.0, said.number("at", "a"));
    assertEquals(0.2, said.number("at", "b"), 1e-15);
    double atB = said.number("at", "b");
    assertEquals(1.03 - B / A * (atB - 0.21), said.number("axes", "a", "parabola", "at"), 1e-12);
    assertEquals(1 / Math.sqrt(A), said.number("axes", "a", "parabola", "sigma"), 1e-12);
    assertEquals(0.21 - B / D * (1 - 1.03), said.number("axes", "b", "parabola", "at"), 1e-12);
    assertEquals(1 / Math.sqrt(D), said.number("axes", "b", "parabola", "sigma"), 1e-12);
    assertEquals(0.9, said.number("axes", "a", "before", "at"));
    assertEquals(1.3, said.number("axes", "a", "after", "at"));
    double after = A * 0.27 * 0.27 + 2 * B * 0.27 * (atB - 0.21) + D * 1e-4 + 7;
    assertEquals(after, said.number("axes", "a", "after", "value"), 1e-12);
    assertEquals(
        after - said.number("value"), said.number("axes", "a", "after", "difference"), 1e-12);
  }

  /** A profile of the form ends where the root of the covariance matrix's diagonal says. */
  @Test
  void profilesAndContoursAreThoseOfTheCovariance() {
    double[] variances = {D / (A * D - B * B), A / (A * D - B * B)};
    double sa = Math.sqrt(variances[0]);
    double sb = Math.sqrt(variances[1]);
    Design grid =
        Design.factorial(
            Parameter.linspace("a", 1 - 4 * sa, 1 + 4 * sa, 161),
            Parameter.linspace("b", 0.2 - 4 * sb, 0.2 + 4 * sb, 161));
    Said said = Said.of("min:value:chi-square", grid, bowl(1, 0.2));
    // Beside a value of a, the best b is at most half a step away: sb/40, and so sa off by 0.06 %.
    assertEquals(1 - sa, said.number("axes", "a", "profile", "low"), 1e-3 * sa);
    assertEquals(1 + sa, said.number("axes", "a", "profile", "high"), 1e-3 * sa);
    assertEquals(0.2 - sb, said.number("axes", "b", "profile", "low"), 1e-3 * sb);
    assertEquals(0.2 + sb, said.number("axes", "b", "profile", "high"), 1e-3 * sb);
    assertEquals(List.of(), said.best().get("cautions"));
    List<Contours.Contour> lines = said.contours().lines();
    assertEquals("68.3 % (+2.30)", lines.get(0).label());
    assertEquals("95.4 % (+6.18)", lines.get(1).label());
    double[] rises = {2.295748928898636, 6.180074306244173}; // scipy: chi2(2).ppf(erf(k/sqrt(2)))
    for (int k = 0; k < 2; k++) {
      assertEquals(1, lines.get(k).paths().size(), "one closed line");
      double[][] path = lines.get(k).paths().get(0);
      assertEquals(path[0][0], path[0][path[0].length - 1]);
      // Chords lie inside: by h^2/8 times the curvature, below a part in a thousand here.
      assertEquals(1 + Math.sqrt(rises[k]) * sa, most(path[0]), 3e-3 * sa);
      assertEquals(0.2 + Math.sqrt(rises[k]) * sb, most(path[1]), 3e-3 * sb);
    }
    assertEquals(1, said.contours().mark().orElseThrow().x(), 1e-12);
  }

  private static double most(double[] values) {
    return DoubleStream.of(values).max().orElseThrow();
  }

  /** Half a unit of a log-likelihood is what one of a chi-square is. */
  @Test
  void aLogLikelihoodIsTheSameUpsideDown() {
    Design grid =
        Design.factorial(
            Parameter.linspace("a", -3, 5, 41), Parameter.linspace("b", -2.8, 3.2, 31));
    PointFunction chi = bowl(1, 0.2);
    Said min = Said.of("min:value:chi-square", grid, chi);
    Said max = Said.of("max:value:log-likelihood", grid, (p, r) -> -0.5 * chi.apply(p, r));
    for (String end : List.of("low", "high")) {
      double expected = min.number("axes", "a", "profile", end);
      assertEquals(expected, max.number("axes", "a", "profile", end), 1e-12);
    }
    assertEquals(
        min.number("axes", "b", "parabola", "sigma"),
        max.number("axes", "b", "parabola", "sigma"),
        1e-12);
    assertEquals(-3.5, max.number("value"));
    assertEquals("68.3 % (-1.15)", max.contours().lines().get(0).label());
    double[][] one = min.contours().lines().get(1).paths().get(0);
    double[][] other = max.contours().lines().get(1).paths().get(0);
    assertEquals(most(one[0]), most(other[0]), 1e-12);
  }

  @Test
  void anEdgeIsSaidAndNoEndIsInvented() {
    Said said = Said.of("min:value:chi-square", line(1, 2, 3, 4), (p, r) -> 9 * p.number("a"));
    assertEquals(true, said.at("axes", "a", "at_edge"));
    assertNull(said.at("axes", "a", "before"));
    assertNull(said.at("axes", "a", "parabola"));
    assertEquals(Double.NaN, said.number("axes", "a", "profile", "low"));
    assertEquals("outside the grid", said.at("axes", "a", "profile", "low_unknown"));
    assertEquals(
        List.of(
            "the minimum is at the edge of a: widen it",
            "1 sigma is within a step of a: refine it"),
        said.best().get("cautions"));
    assertTrue(said.text().contains("along a: 1; none below, +9 at 2\n"), said.text());
    assertTrue(said.text().contains("profile: (outside the grid) to 1.3333"), said.text());
  }

  @Test
  void ofEquallyGoodItemsTheFirstIsTaken() {
    Said said = Said.of("max:value", line(1, 2, 3, 4, 5), (p, r) -> -Math.abs(p.number("a") - 2.5));
    assertEquals(1L, said.at("at", "item"));
    assertEquals(2L, said.at("items_as_good"));
    assertTrue(said.text().contains("2 items have it; this is the first"), said.text());
    assertEquals("plain", said.best().get("quantity"));
    assertNull(said.at("axes", "a", "profile"));
    assertEquals(2.5, said.number("axes", "a", "parabola", "at"));
    assertNull(said.at("axes", "a", "parabola", "sigma"));
  }

  /** Items that failed, are NaN or infinite are never best, and no way leads across them. */
  @Test
  void whatHasNoValueIsLeftOut() {
    Said said =
        Said.of(
            "min:value:chi-square",
            line(1, 2, 3, 4, 5, 6),
            (p, r) -> {
              int a = (int) p.number("a");
              if (a == 1) {
                throw new IllegalStateException("one");
              }
              return a == 2 ? Double.NEGATIVE_INFINITY : a == 5 ? Double.NaN : 0.3 * (a - 3);
            });
    assertEquals(3.0, said.number("at", "a"));
    assertEquals(3L, said.at("items_left_out"));
    assertNull(said.at("axes", "a", "parabola"));
    assertEquals("no value at 2", said.at("axes", "a", "profile", "low_unknown"));
    assertEquals("no value at 5", said.at("axes", "a", "profile", "high_unknown"));
    assertTrue(said.text().contains("3 items left out"), said.text());
    Said none = Said.of("min:value", line(1, 2), (p, r) -> Double.NaN);
    assertTrue(none.text().contains("least value: no item has a finite value"), none.text());
    assertEquals(Double.NaN, none.number("value"));
  }

  @Test
  void textsAndRepeatedValuesHaveNoNeighbours() {
    Design grid =
        Design.factorial(
            Parameter.of("c", "red", "blue"),
            Parameter.of("a", 3, 1, 2),
            Parameter.of("k", 1, 1),
            Parameter.of("z", 4));
    Said said =
        Said.of(
            "min:value:chi-square",
            grid,
            (p, r) -> 4 * Math.pow(p.number("a") - 2, 2) + (p.text("c").equals("red") ? 1 : 0));
    assertEquals(Set.of("a"), ((Map<?, ?>) said.at("axes")).keySet());
    assertEquals(1.5, said.number("axes", "a", "profile", "low"));
    assertTrue(said.text().contains("along c: blue; no neighbours: texts have no order"));
    assertTrue(said.text().contains("along k: 1; no neighbours: a value is given more than once"));
  }

  @Test
  void onNoFullGridThereIsOnlyThePoint() {
    Design paired = Design.paired(Parameter.of("a", 1, 2, 3), Parameter.of("b", 1, 2, 3));
    Said said = Said.of("min:value:chi-square", paired, bowl(2, 2));
    assertEquals(2.0, said.number("at", "b"));
    assertEquals(Map.of(), said.at("axes"));
    assertTrue(said.text().contains("the points are no full grid"), said.text());
  }

  @Test
  void whatCannotBeTrustedIsSaid() {
    Said negative = Said.of("min:value:chi-square", line(1, 2, 3), (p, r) -> -p.number("a"));
    assertFalse(negative.text().contains("profile"), negative.text());
    assertTrue(negative.text().contains("below 0, and so no chi-square"), negative.text());
    Said islands =
        Said.of(
            "min:value:chi-square",
            Design.factorial(Parameter.linspace("a", -3, 3, 121)),
            (p, r) -> 9 * Math.pow(p.number("a") * p.number("a") - 2, 2) + 0.1 * p.number("a") + 1);
    assertEquals(true, islands.at("axes", "a", "profile", "elsewhere_too"));
    assertTrue(
        islands.text().contains("beyond the interval of a there are values as good"),
        islands.text());
    Said cut =
        Said.of(
            "min:value:chi-square",
            Design.factorial(
                Parameter.linspace("a", -2, 4, 61), Parameter.linspace("b", 0.1, 0.3, 21)),
            bowl(1, 0.2));
    assertTrue(cut.text().contains("an interval is cut by the edge of b: widen it"), cut.text());
  }

  /** Three parameters have no map, and so no contours; the profiles are over both others. */
  @Test
  void ofThreeParametersThereAreProfiles() {
    Design grid =
        Design.factorial(
            Parameter.linspace("a", -1, 3, 41),
            Parameter.linspace("b", -1, 1.4, 49),
            Parameter.linspace("c", -2, 2, 9));
    PointFunction flat = bowl(1, 0.2);
    Said said =
        Said.of(
            "min:value:chi-square", grid, (p, r) -> flat.apply(p, r) + Math.pow(p.number("c"), 2));
    double sb = Math.sqrt(A / (A * D - B * B));
    assertEquals(0.2 + sb, said.number("axes", "b", "profile", "high"), 0.02 * sb);
    assertEquals(1, said.number("axes", "c", "profile", "high"), 1e-12);
    assertTrue(said.figures().stream().noneMatch(HeatFigure.class::isInstance));
  }
}
