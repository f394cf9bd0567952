package dev.parallax.bootstrap.resampling;

import dev.parallax.bootstrap.sample.Units;

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
    int[] counts = new int[units.units()];
    int[] starts = units.unitStarts();
    return random -> {
      drawn.clear();
      PoissonCounts.of(random, random.item(), 0, counts, counts.length);
      for (int unit = 0; unit < counts.length; unit++) {
        for (int left = counts[unit]; left > 0; left--) {
          drawn.add(units.rows(), starts[unit], starts[unit + 1]);
        }
      }
      return drawn.done();
    };
  }
}
