package dev.parallax.report.figure.selection;

import dev.parallax.engine.block.Response;
import dev.parallax.report.figure.Axis;
import dev.parallax.report.figure.CurveFigure;
import dev.parallax.report.figure.CurveFigure.Curve;
import dev.parallax.report.figure.Figure;
import dev.parallax.run.ColumnSummary;
import dev.parallax.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Vectors among the responses: over the index, where the numbers of all items lie. */
final class Vectors {
  private Vectors() {}

  /** A picture for each vector of which there are numbers. */
  static List<Figure> of(Run run) {
    List<Response> responses = run.workload().responses();
    List<Figure> figures = new ArrayList<>();
    FileNames names = new FileNames(true);
    int place = 0;
    while (place < responses.size()) {
      int length = Response.vectorLength(responses, place);
      if (length > 1) {
        figures.addAll(of(run, responses.subList(place, place + length), names));
      }
      place += Math.max(1, length);
    }
    return figures;
  }

  private static List<Figure> of(Run run, List<Response> numbers, FileNames names) {
    List<ColumnSummary> all = numbers.stream().map(n -> run.responses().get(n.name())).toList();
    if (all.stream().noneMatch(one -> Double.isFinite(one.mean()))) {
      return List.of();
    }
    Response first = numbers.get(0);
    String unit = first.unit().isEmpty() ? "" : " [" + first.unit() + "]";
    String failed = run.failed() + " of " + run.workload().items() + " items failed";
    return List.of(
        new CurveFigure(
            names.of("vector", first.vector()),
            Axis.linear("index"),
            Axis.linear(first.vector() + unit),
            "statistic of all items",
            curves(all),
            true,
            run.failed() == 0 ? "" : failed));
  }

  private static List<Curve> curves(List<ColumnSummary> all) {
    return List.of(
        curve("maximum", all, one -> one.max().doubleValue()),
        curve("mean + sd", all, one -> one.mean() + one.sd()),
        curve("mean", all, ColumnSummary::mean),
        curve("mean - sd", all, one -> one.mean() - one.sd()),
        curve("minimum", all, one -> one.min().doubleValue()));
  }

  private static Curve curve(
      String label, List<ColumnSummary> all, ToDoubleFunction<ColumnSummary> height) {
    double[] x = IntStream.range(0, all.size()).asDoubleStream().toArray();
    double[] y = all.stream().mapToDouble(height).toArray();
    Arrays.setAll(y, i -> Double.isFinite(y[i]) ? y[i] : Double.NaN);
    return new Curve(label, x, y, new double[0]);
  }
}
