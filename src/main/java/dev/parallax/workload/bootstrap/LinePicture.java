package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.interval.BootstrapDistribution;
import dev.parallax.bootstrap.interval.ReplicateDistribution;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.bootstrap.sample.StandardErrors;
import dev.parallax.engine.ItemLimits;
import dev.parallax.model.Statistic;
import dev.parallax.report.figure.LineFigure;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Statistics;
import dev.parallax.table.Table;
import dev.parallax.text.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The data of a statistic of two columns, with the least-squares line, or the statistic's own, and
 * a band of the lines through some of the resamples.
 *
 * @param bootstrap the bootstrap
 * @param level how much of the lines the band holds, at each x
 */
record LinePicture(Bootstrap bootstrap, double level) {
  private static final int PLACES = 61;
  private static final int MOST_POINTS = 20_000;
  private static final long MOST_LINES = 1000;
  private static final long MOST_DRAWS = 200_000_000;

  /**
   * Whether a line makes sense: pairs of values from one row each, none of them a limit, and a
   * statistic that is about a line; of a formula, if it is about their association, and where the
   * statistic takes errors, if it has a line of its own.
   */
  static boolean suits(Bootstrap bootstrap) {
    Roles roles = bootstrap.sample().roles();
    boolean other =
        FormulaOptions.of(bootstrap).filter(formula -> formula.exchange().isEmpty()).isPresent();
    boolean drawn = !roles.measured() || !bootstrap.statistic().line().isEmpty();
    boolean pairs = roles.values().size() == 2 && !roles.twoSamples();
    boolean about = bootstrap.statistic().isAboutLine();
    return about && !other && pairs && drawn && roles.limits().isEmpty();
  }

  /**
   * The picture.
   *
   * @param run the replicates, beside which the lines are kept
   * @param runner computes the lines
   */
  LineFigure figure(Run run, Runner runner) {
    Statistic own = StandardErrors.without(bootstrap.statistic());
    boolean throughOrigin = own.throughOrigin();
    Bootstrap lines = lines(own.line().isEmpty() ? Statistics.line(throughOrigin) : own);
    double[] fitted = lines.estimates();
    double[][] drawn = drawn(lines, fitted.length, run, runner);
    String usual = throughOrigin ? "line through the origin" : "least-squares line";
    String kind = own.line().isEmpty() ? usual : own.line();
    LineFigure.Line line = new LineFigure.Line(kind, throughOrigin ? 0 : fitted[1], fitted[0]);
    return new LineFigure("line", points(), line, band(drawn, lines.items()));
  }

  private Bootstrap lines(Statistic line) {
    long most = Math.max(100, Math.min(MOST_LINES, MOST_DRAWS / bootstrap.sample().rows()));
    boolean exact = bootstrap.kind() == ResamplingKind.EXACT;
    Bootstrap drawn = exact ? bootstrap.withResampling(ResamplingKind.ROWS) : bootstrap;
    return drawn
        .withStatistic(line)
        .withResamples(exact ? most : Math.min(bootstrap.items(), most));
  }

  /** Slope and intercept of each line; the intercept is 0 where there is none. */
  private static double[][] drawn(Bootstrap lines, int parts, Run of, Runner runner) {
    Run run = runner.withLimits(ItemLimits.NONE).stage(of, "lines", lines);
    List<String> names = lines.statistic().responses();
    double[] slopes = run.doubles(names.get(0));
    double[] intercepts = parts == 1 ? new double[slopes.length] : run.doubles(names.get(1));
    return new double[][] {slopes, intercepts};
  }

  private LineFigure.Band band(double[][] lines, long count) {
    double[] x = bootstrap.sample().columns()[0];
    double from = Arrays.stream(x).min().orElseThrow();
    double to = Arrays.stream(x).max().orElseThrow();
    double[] places = new double[PLACES];
    double[] low = new double[PLACES];
    double[] high = new double[PLACES];
    for (int i = 0; i < PLACES; i++) {
      double place = from + (to - from) * i / (PLACES - 1);
      places[i] = place;
      double[] heights =
          IntStream.range(0, lines[0].length)
              .mapToDouble(k -> lines[1][k] + lines[0][k] * place)
              .toArray();
      BootstrapDistribution distribution = ReplicateDistribution.of(heights);
      low[i] = distribution.quantile((1 - level) / 2);
      high[i] = distribution.quantile((1 + level) / 2);
    }
    String label = Numbers.shown(100 * level) + " % of the lines of " + count + " resamples";
    return new LineFigure.Band(label, places, low, high);
  }

  private LineFigure.Points points() {
    List<String> names = bootstrap.sample().roles().values();
    Table table = bootstrap.sample().table();
    double[] x = bootstrap.sample().columns()[0];
    int stride = 1 + (x.length - 1) / MOST_POINTS;
    int[] shown = IntStream.range(0, x.length).filter(i -> i % stride == 0).toArray();
    String label = Numbers.count(x.length, "row");
    return new LineFigure.Points(
        table.column(names.get(0)).label(),
        table.column(names.get(1)).label(),
        stride == 1 ? label : label + ", one in " + stride + " shown",
        some(x, shown),
        some(bootstrap.sample().columns()[1], shown),
        errors(0, shown),
        errors(1, shown));
  }

  private double[][] errors(int column, int[] shown) {
    int[] places = bootstrap.sample().places();
    Table table = bootstrap.sample().table();
    int[] rows = Arrays.stream(shown).map(i -> places[i]).toArray();
    return bootstrap.sample().roles().errors().stream()
        .filter(errors -> errors.column() == column)
        .findFirst()
        .map(
            errors ->
                new double[][] {
                  some(table.doubles(errors.low()), rows), some(table.doubles(errors.high()), rows)
                })
        .orElse(new double[2][0]);
  }

  private static double[] some(double[] all, int[] shown) {
    return Arrays.stream(shown).mapToDouble(i -> all[i]).toArray();
  }
}
