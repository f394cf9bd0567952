package dev.parallax.bootstrap;

/**
 * The Poisson bootstrap: each unit is drawn as often as a Poisson number of mean 1 says,
 * independently of all others; so the number of rows varies about that of the data set.
 *
 * @see <a href="https://doi.org/10.1016/j.cmpb.2006.04.006">Hanley and MacGibbon, Creating
 *     non-parametric bootstrap samples using Poisson frequencies (2006)</a>
 */
record PoissonResampling(Units units) implements Resampling {
  private static final long serialVersionUID = 1L;

  @Override
  public Sampler sampler(int rows) {
    DrawnRows drawn = new DrawnRows(units.rows().length);
    PoissonCounts counts = new PoissonCounts();
    int[] starts = units.unitStarts();
    return random -> {
      drawn.clear();
      counts.begin(random);
      for (int unit = 0; unit < units.units(); unit++) {
        for (int left = counts.next(); left > 0; left--) {
          drawn.add(units.rows(), starts[unit], starts[unit + 1]);
        }
      }
      return drawn.done();
    };
  }
}
