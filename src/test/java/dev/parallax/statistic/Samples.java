package dev.parallax.statistic;

import dev.parallax.model.Statistic;

/** Published data sets, and shorthand for statistics of them. */
final class Samples {
  /** Law school: LSAT and GPA of 15 schools (Efron and Tibshirani 1993, table 3.1). */
  static final double[][] LAW = {
    {576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594},
    {3.39, 3.30, 2.81, 3.03, 3.44, 3.07, 3.00, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96}
  };

  /** Distance in Mpc and velocity in km/s of 24 nebulae (Hubble 1929, table 1). */
  static final double[][] HUBBLE = {
    {
      .032, .034, .214, .263, .275, .275, .45, .5, .5, .63, .8, .9, .9, .9, .9, 1, 1.1, 1.1, 1.4,
      1.7, 2, 2, 2, 2
    },
    {
      170, 290, -130, -70, -185, -220, 200, 290, 270, 200, 300, -30, 650, 150, 500, 920, 450, 500,
      500, 960, 500, 850, 800, 1090
    }
  };

  /** Survival in days of 7 treated mice (Efron and Tibshirani 1993, table 2.1). */
  static final double[] TREATED = {94, 197, 16, 38, 99, 141, 23};

  /** The 9 mice of the control group. */
  static final double[] CONTROL = {52, 104, 146, 10, 50, 31, 40, 27, 46};

  private Samples() {}

  /** The statistic of the data themselves. */
  static double observed(Statistic statistic, double[]... columns) {
    return on(statistic, Drawn.identity(columns[0].length), columns);
  }

  static double on(Statistic statistic, Drawn resample, double[]... columns) {
    return statistic.prepare(columns).evaluator().evaluate(resample);
  }
}
