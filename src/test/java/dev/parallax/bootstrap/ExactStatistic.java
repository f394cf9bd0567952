package dev.parallax.bootstrap;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Statistics by their textbook formulas of raw moments, in decimals of 160 digits, of whole
 * numbers: nothing that cancels reaches a double's digits.
 */
enum ExactStatistic {
  MEAN("mean", 1, 1) {
    @Override
    BigDecimal of(BigDecimal[] m, int n) {
      return m[X];
    }
  },
  VARIANCE("variance", 1, 2) {
    @Override
    BigDecimal of(BigDecimal[] m, int n) {
      return factor(variance(m, X, XX), n);
    }
  },
  VARIANCE_N("variance-n", 1, 2) {
    @Override
    BigDecimal of(BigDecimal[] m, int n) {
      return variance(m, X, XX);
    }
  },
  SD("sd", 1, 1) {
    @Override
    BigDecimal of(BigDecimal[] m, int n) {
      return factor(variance(m, X, XX), n).sqrt(DIGITS);
    }
  },
  CV("cv", 1, 0) {
    @Override
    BigDecimal of(BigDecimal[] m, int n) {
      return SD.of(m, n).divide(m[X], DIGITS);
    }
  },
  SKEWNESS("skewness", 1, 0) {
    @Override
    BigDecimal of(BigDecimal[] m, int n) {
      BigDecimal v = variance(m, X, XX);
      BigDecimal three = BigDecimal.valueOf(3);
      BigDecimal third =
          m[X_CUBED].subtract(
              m[X].multiply(three.multiply(m[XX]).subtract(m[X].pow(2).add(m[X].pow(2)))));
      return third.divide(v.multiply(v.sqrt(DIGITS)), DIGITS);
    }
  },
  MEAN_DIFFERENCE("mean-difference", 2, 1) {
    @Override
    BigDecimal of(BigDecimal[] m, int n) {
      return m[X].subtract(m[Y]);
    }
  },
  RATIO("ratio", 2, 0) {
    @Override
    BigDecimal of(BigDecimal[] m, int n) {
      return m[Y].divide(m[X], DIGITS);
    }
  },
  SLOPE_THROUGH_ORIGIN("slope-through-origin", 2, 0) {
    @Override
    BigDecimal of(BigDecimal[] m, int n) {
      return m[XY].divide(m[XX], DIGITS);
    }
  },
  SLOPE("slope", 2, 0) {
    @Override
    BigDecimal of(BigDecimal[] m, int n) {
      return covariance(m).divide(variance(m, X, XX), DIGITS);
    }
  },
  INTERCEPT("intercept", 2, 1) {
    @Override
    BigDecimal of(BigDecimal[] m, int n) {
      return m[Y].subtract(SLOPE.of(m, n).multiply(m[X]), DIGITS);
    }
  },
  PEARSON("pearson", 2, 0) {
    @Override
    BigDecimal of(BigDecimal[] m, int n) {
      return covariance(m)
          .divide(variance(m, X, XX).multiply(variance(m, Y, YY)).sqrt(DIGITS), DIGITS);
    }
  };

  static final MathContext DIGITS = new MathContext(160);
  static final int X = 0;
  static final int XX = 1;
  static final int X_CUBED = 2;
  static final int Y = 3;
  static final int YY = 4;
  static final int XY = 5;
  private static final int MOMENTS = 6;

  final String label;
  final int columns;

  /** By which power of the columns' unit its value changes. */
  final int degree;

  ExactStatistic(String label, int columns, int degree) {
    this.label = label;
    this.columns = columns;
    this.degree = degree;
  }

  /** Of the means of x, x², x³, y, y² and xy. */
  abstract BigDecimal of(BigDecimal[] moments, int n);

  private static BigDecimal variance(BigDecimal[] m, int first, int second) {
    return m[second].subtract(m[first].multiply(m[first]));
  }

  private static BigDecimal covariance(BigDecimal[] m) {
    return m[XY].subtract(m[X].multiply(m[Y]));
  }

  private static BigDecimal factor(BigDecimal variance, int n) {
    return variance.multiply(BigDecimal.valueOf(n)).divide(BigDecimal.valueOf(n - 1), DIGITS);
  }

  /** A row's terms. */
  static BigDecimal[] terms(long x, long y) {
    BigDecimal a = BigDecimal.valueOf(x);
    BigDecimal b = BigDecimal.valueOf(y);
    BigDecimal aa = a.multiply(a);
    return new BigDecimal[] {a, aa, aa.multiply(a), b, b.multiply(b), a.multiply(b)};
  }

  /** Their sums over rows, exactly. */
  static BigDecimal[] sums(long[] x, long[] y) {
    BigDecimal[] sums = new BigDecimal[MOMENTS];
    java.util.Arrays.fill(sums, BigDecimal.ZERO);
    for (int row = 0; row < x.length; row++) {
      BigDecimal[] own = terms(x[row], y[row]);
      for (int k = 0; k < MOMENTS; k++) {
        sums[k] = sums[k].add(own[k]);
      }
    }
    return sums;
  }

  static BigDecimal[] divided(BigDecimal[] sums, int n) {
    BigDecimal[] means = new BigDecimal[MOMENTS];
    java.util.Arrays.setAll(means, k -> sums[k].divide(BigDecimal.valueOf(n), DIGITS));
    return means;
  }

  /** For (1 - ε) / n on every row, and ε more on one. */
  static BigDecimal[] towards(BigDecimal[] means, BigDecimal[] row, BigDecimal by) {
    BigDecimal[] moved = new BigDecimal[MOMENTS];
    java.util.Arrays.setAll(
        moved, k -> means[k].add(row[k].subtract(means[k]).multiply(by), DIGITS));
    return moved;
  }
}
