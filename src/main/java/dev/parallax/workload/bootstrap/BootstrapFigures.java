package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.bootstrap.interval.Interval;
import dev.parallax.bootstrap.interval.JackknifeResult;
import dev.parallax.model.Statistic;
import dev.parallax.model.Unit;
import dev.parallax.report.figure.DistributionFigure;
import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.Histogram;
import dev.parallax.report.figure.InfluenceFigure;
import dev.parallax.report.figure.IntervalMark;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import java.util.ArrayList;
import java.util.List;

/**
 * The pictures of a bootstrap: for each statistic the distribution and the rows' influence, and the
 * data with a line.
 *
 * @param statistics what the statistics are called
 * @param level how much of the lines a band holds
 */
record BootstrapFigures(List<String> statistics, double level) {

  List<Figure> of(Bootstrap bootstrap, List<BootstrapResult> results, Run run, Runner runner) {
    List<Figure> figures = new ArrayList<>();
    Statistic statistic = bootstrap.statistic();
    for (int k = 0; k < results.size(); k++) {
      BootstrapResult result = results.get(k);
      String shown = results.size() == statistics.size() ? statistics.get(k) : result.name();
      String suffix = results.size() == 1 ? "" : "-" + shown.replaceAll("[^A-Za-z0-9._-]", "-");
      Unit unit = statistic.units().get(statistic.responses().indexOf(result.name()));
      String axis = axis(shown, unit, bootstrap);
      if (result.distribution().size() > 0) {
        Histogram histogram = histogram(bootstrap, run.doubles(result.name()));
        figures.add(distribution("distribution" + suffix, axis, histogram, result));
      }
      result
          .jackknife()
          .filter(JackknifeResult::defined)
          .map(jackknife -> influence("influence" + suffix, axis, bootstrap, jackknife))
          .ifPresent(figures::add);
    }
    if (LinePicture.suits(bootstrap)) {
      figures.add(new LinePicture(bootstrap, level).figure(run, runner));
    }
    return figures;
  }

  private static String axis(String shown, Unit unit, Bootstrap bootstrap) {
    return FormulaOptions.of(bootstrap).isPresent()
        ? AxisLabel.ofFormula(shown, unit, bootstrap.sample())
        : AxisLabel.of(shown, unit, bootstrap.sample());
  }

  private static DistributionFigure distribution(
      String name, String axis, Histogram histogram, BootstrapResult result) {
    return new DistributionFigure(
        name,
        axis,
        histogram,
        result.estimate(),
        result.intervals().stream()
            .filter(BootstrapFigures::isDefined)
            .map(BootstrapFigures::mark)
            .toList(),
        result.range().low(),
        result.range().high());
  }

  private static Histogram histogram(Bootstrap bootstrap, double[] replicates) {
    return bootstrap
        .probabilities()
        .map(weights -> Histogram.of(replicates, weights))
        .orElseGet(() -> Histogram.of(replicates));
  }

  /** An end may be undefined, as that of an ABC interval whose statistic is so close by. */
  private static boolean isDefined(Interval interval) {
    return !Double.isNaN(interval.low()) && !Double.isNaN(interval.high());
  }

  private static IntervalMark mark(Interval interval) {
    return new IntervalMark(
        interval.method(),
        ResultPage.label(interval, printed(interval.method())),
        interval.low(),
        interval.high());
  }

  /** A method's name as the literature writes it. */
  private static String printed(String method) {
    return switch (method) {
      case "bca" -> "BCa";
      case "abc" -> "ABC";
      default -> method;
    };
  }

  private InfluenceFigure influence(
      String name, String axis, Bootstrap bootstrap, JackknifeResult jackknife) {
    RowNames rows = new RowNames(bootstrap.sample());
    double[] influence = jackknife.influence();
    return new InfluenceFigure(
        name,
        "influence on " + axis,
        rows.item(),
        rows.numbers(influence.length),
        influence,
        rows.names(influence.length));
  }
}
