package dev.parallax.statistic.fit;

import dev.parallax.model.Exchange;
import dev.parallax.model.Expansion;
import dev.parallax.model.Range;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.statistic.path.Once;
import dev.parallax.statistic.path.Path;
import dev.parallax.statistic.path.Paths;
import dev.parallax.statistic.path.SmoothValue;
import dev.parallax.statistic.sums.CentredColumn;
import dev.parallax.statistic.sums.Columns;
import dev.parallax.statistic.sums.PairMoments;
import dev.parallax.statistic.sums.PairTable;
import dev.parallax.statistic.sums.PairWeights;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The partial correlation of x and y given z, the three columns: Pearson's correlation of what the
 * least-squares lines on z leave of x and of y, (r_xy - r_xz r_yz) / √((1 - r_xz²)(1 - r_yz²)).
 *
 * <p>The lines of the whole data are taken off once; that changes no value, and nothing cancels in
 * resamples then. It is NaN where the drawn x, or y, follow from z but for rounding.
 *
 * @see <a href="https://doi.org/10.1098/rspa.1907.0028">Yule, On the theory of correlation for any
 *     number of variables (1907)</a>
 */
public final class PartialCorrelation implements Statistic {
  private static final long serialVersionUID = 1L;

  /** What rounding alone may leave of 1 - r², once the lines are taken off. */
  private static final double NOTHING = 0x1p-40;

  private static final double PLACES = 16;

  /** Takes no settings. */
  public PartialCorrelation() {}

  @Override
  public int columns() {
    return 3;
  }

  /** To shuffle y would take away what z does to it. */
  @Override
  public Optional<Exchange> exchange() {
    return Optional.empty();
  }

  @Override
  public Range range(int value) {
    return Range.CORRELATION;
  }

  @Override
  public boolean translates(int column) {
    return true;
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Columns.checked(columns, columns());
    double[] z = checked[2];
    double[] x = left(checked[0], z);
    double[] y = left(checked[1], z);
    Pair xy = new Pair(x, y);
    Pair xz = new Pair(x, z);
    Pair yz = new Pair(y, z);
    Once<Path> path = new Once<>(() -> new OfWeights(xy.path(), xz.path(), yz.path()));
    return () -> {
      PairMoments ofXy = new PairMoments(xy.table);
      PairMoments ofXz = new PairMoments(xz.table);
      PairMoments ofYz = new PairMoments(yz.table);
      return new SmoothValue(
          rows ->
              partial(correlation(ofXy, rows), correlation(ofXz, rows), correlation(ofYz, rows)),
          w ->
              partial(
                  xy.weights.correlation(w), xz.weights.correlation(w), yz.weights.correlation(w)),
          path);
    };
  }

  private static double correlation(PairMoments moments, Resample resample) {
    moments.over(resample);
    double square = moments.varianceX() * moments.varianceY();
    return square > 0 ? moments.covariance() / Math.sqrt(square) : Double.NaN;
  }

  private static double partial(double xy, double xz, double yz) {
    double leftX = (1 - xz) * (1 + xz);
    double leftY = (1 - yz) * (1 + yz);
    if (!(leftX > NOTHING && leftY > NOTHING)) {
      return Double.NaN;
    }
    return Math.max(-1, Math.min(1, (xy - xz * yz) / Math.sqrt(leftX * leftY)));
  }

  /** What the least-squares line on z leaves of a column; zeros if that is rounding. */
  private static double[] left(double[] column, double[] z) {
    CentredColumn a = CentredColumn.of(column);
    CentredColumn c = CentredColumn.of(z);
    PairMoments moments = new PairMoments(new PairTable(c.values(), a.values()));
    moments.over(Resample.everyRow(z.length));
    if (!(moments.varianceX() > 0)) {
      return column;
    }
    double slope =
        Math.scalb(
            moments.covariance() / moments.varianceX(), moments.exponentY() - moments.exponentX());
    double[] left = new double[z.length];
    Arrays.setAll(left, row -> Math.fma(-slope, c.values()[row], a.values()[row]));
    double rounding = place(column, a) + Math.abs(slope) * place(z, c);
    double low = Arrays.stream(left).min().orElse(0);
    double high = Arrays.stream(left).max().orElse(0);
    return high - low > PLACES * rounding ? left : new double[z.length];
  }

  /** The last place of a column's largest number, in the centred column's units. */
  private static double place(double[] raw, CentredColumn column) {
    double largest = Arrays.stream(raw).map(Math::abs).max().orElse(0);
    return Math.scalb(Math.ulp(largest), -column.exponent());
  }

  /** Two columns. */
  private static final class Pair {
    private final double[][] columns;
    private final PairTable table;
    private final PairWeights weights;

    Pair(double[] a, double[] b) {
      columns = new double[][] {a, b};
      table = new PairTable(a, b);
      weights = new PairWeights(a, b);
    }

    Path path() {
      return Paths.ofPair(columns, Paths.PairMoments::correlation);
    }
  }

  /** The three correlations as weights change, and so what they come to. */
  private record OfWeights(Path xy, Path xz, Path yz) implements Path {

    private Expansion partial(Function<Path, Expansion> along) {
      Expansion a = along.apply(xz);
      Expansion b = along.apply(yz);
      Expansion one = Expansion.constant(1);
      Expansion left = one.minus(a.times(a)).times(one.minus(b.times(b)));
      return along.apply(xy).minus(a.times(b)).over(left.root());
    }

    @Override
    public Expansion towards(int row) {
      return partial(path -> path.towards(row));
    }

    @Override
    public Expansion along(double[] direction) {
      return partial(path -> path.along(direction));
    }

    @Override
    public Expansion without(int row) {
      return partial(path -> path.without(row));
    }
  }
}
