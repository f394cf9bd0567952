package dev.parallax.statistic.fit;

import dev.parallax.model.Resample;
import dev.parallax.statistic.sums.CentredColumn;
import dev.parallax.statistic.sums.Columns;

/**
 * York's line of values with known errors in both columns: slope b and intercept a make Σ (y - a -
 * bx)² / (σ_y² + b² σ_x² - 2 b cov) least. The errors belong to their rows and are drawn with them.
 *
 * <p>The slope is found by York's iteration from the least-squares line, to 14 digits. Both values
 * are NaN where that does not end within {@value #MOST} steps, and where the drawn x are all equal.
 * Columns: x, y, the standard deviations of their errors, the covariance of these.
 *
 * @see <a href="https://doi.org/10.1119/1.1632486">York, Evensen, López Martínez and De Basabe
 *     Delgado, Unified equations for the slope, intercept, and standard errors of the best straight
 *     line (2004)</a>
 */
public final class York implements FittedLine {
  private static final long serialVersionUID = 1L;

  private static final int MOST = 500;

  /** A step this small, of the slope and in all, is the last. */
  private static final double NEAR = 0x1p-47;

  private static final double ZERO = 0x1p-50;

  /** Takes no settings. */
  public York() {}

  @Override
  public int columns() {
    return 5;
  }

  @Override
  public int measured() {
    return 2;
  }

  @Override
  public String line() {
    return "York line";
  }

  @Override
  public Prepared prepare(double[][] columns) {
    double[][] checked = Columns.checked(columns, columns());
    CentredColumn x = CentredColumn.of(checked[0]);
    CentredColumn y = CentredColumn.of(checked[1]);
    double[] errorX = PowerOfTwo.scaled(checked[2], x.exponent());
    double[] errorY = PowerOfTwo.scaled(checked[3], y.exponent());
    double[] covariance = PowerOfTwo.scaled(checked[4], x.exponent() + y.exponent());
    for (int row = 0; row < errorX.length; row++) {
      if (!(errorX[row] > 0) && !(errorY[row] > 0)) {
        throw new IllegalArgumentException("errors of 0 in both columns have an infinite weight");
      }
      errorX[row] *= errorX[row];
      errorY[row] *= errorY[row];
    }
    return () -> new OfRows(x, y, errorX, errorY, covariance);
  }

  /** One thread's own; the errors are variances. */
  private static final class OfRows implements Weighted {
    private final CentredColumn columnX;
    private final CentredColumn columnY;
    private final double[] x;
    private final double[] y;
    private final double[] errorX;
    private final double[] errorY;
    private final double[] covariance;

    /** The rows' weights: how often each was drawn. */
    private final double[] drawn;

    /** These over the variance of a row's distance from the line of some slope. */
    private final double[] weights;

    private double meanX;
    private double meanY;

    OfRows(
        CentredColumn columnX,
        CentredColumn columnY,
        double[] errorX,
        double[] errorY,
        double[] covariance) {
      this.columnX = columnX;
      this.columnY = columnY;
      x = columnX.values();
      y = columnY.values();
      this.errorX = errorX;
      this.errorY = errorY;
      this.covariance = covariance;
      drawn = new double[x.length];
      weights = new double[x.length];
    }

    @Override
    public double evaluate(Resample resample) {
      throw new UnsupportedOperationException("the statistic has several values");
    }

    @Override
    public void evaluate(Resample resample, double[] values) {
      int[] counts = resample.counts();
      for (int row = 0; row < drawn.length; row++) {
        drawn[row] = counts[row];
      }
      fit(values);
    }

    @Override
    public void weigh(double[] shares, double[] values) {
      System.arraycopy(shares, 0, drawn, 0, drawn.length);
      fit(values);
    }

    private void fit(double[] values) {
      double slope = leastSquares();
      double last = 0;
      boolean found = false;
      for (int k = 0; k < MOST && !found && Double.isFinite(slope); k++) {
        double step = next(slope) - slope;
        found = Math.abs(step) <= NEAR * Math.abs(slope) + ZERO;
        // Steps that swing to and fro, and hardly become less, go half the way.
        boolean swings = step * last < 0 && Math.abs(step) > Math.abs(last) / 2;
        last = swings ? step / 2 : step;
        slope += last;
      }
      weighByDistance(found ? slope : Double.NaN);
      values[0] = Math.scalb(found ? slope : Double.NaN, columnY.exponent() - columnX.exponent());
      values[1] = columnY.restored(meanY) - values[0] * columnX.restored(meanX);
    }

    private double leastSquares() {
      System.arraycopy(drawn, 0, weights, 0, drawn.length);
      means();
      double top = 0;
      double bottom = 0;
      for (int row = 0; row < x.length; row++) {
        double u = x[row] - meanX;
        top += weights[row] * u * (y[row] - meanY);
        bottom += weights[row] * u * u;
      }
      return bottom > 0 ? top / bottom : Double.NaN;
    }

    private void weighByDistance(double slope) {
      for (int row = 0; row < x.length; row++) {
        double variance = errorY[row] + slope * (slope * errorX[row] - 2 * covariance[row]);
        weights[row] = drawn[row] == 0 ? 0 : drawn[row] / variance;
      }
      means();
    }

    private void means() {
      double total = 0;
      meanX = 0;
      meanY = 0;
      for (int row = 0; row < x.length; row++) {
        total += weights[row];
        meanX += weights[row] * x[row];
        meanY += weights[row] * y[row];
      }
      meanX /= total;
      meanY /= total;
    }

    /** The slope by the rows' places on the line of another slope. */
    private double next(double slope) {
      weighByDistance(slope);
      double top = 0;
      double bottom = 0;
      for (int row = 0; row < x.length; row++) {
        if (weights[row] != 0) {
          double u = x[row] - meanX;
          double v = y[row] - meanY;
          double own = weights[row] / drawn[row];
          double place =
              own * (u * errorY[row] + slope * v * errorX[row] - (slope * u + v) * covariance[row]);
          top += weights[row] * place * v;
          bottom += weights[row] * place * u;
        }
      }
      return top / bottom;
    }
  }
}
