package dev.parallax.model.builtin;

import dev.parallax.model.Model;
import dev.parallax.random.RandomStream;
import dev.parallax.text.Digits;
import java.util.List;
import java.util.Map;

/**
 * The sum of a number of draws from the normal distribution with mean {@code mu} and standard
 * deviation {@code sigma}. The sum is itself normal, with mean {@code draws mu} and standard
 * deviation {@code sqrt(draws) sigma}, which makes it a test of everything that draws.
 *
 * @param draws how many are summed
 */
public record NormalSum(long draws) implements Model {

  /** Checks the number of draws. */
  public NormalSum {
    if (draws < 1) {
      throw new IllegalArgumentException("draws must be 1 or more, not " + draws);
    }
  }

  /** The sum of 100,000 draws. */
  public NormalSum() {
    this(100_000);
  }

  @Override
  public List<String> parameters() {
    return List.of("mu", "sigma");
  }

  @Override
  public List<String> responses() {
    return List.of("sum");
  }

  @Override
  public double[] evaluate(double[] parameters, RandomStream random) {
    double mu = parameters[0];
    double sigma = parameters[1];
    if (sigma < 0) {
      throw new IllegalArgumentException("sigma must not be negative: " + Digits.shortest(sigma));
    }
    return new double[] {draws * mu + sigma * random.gaussianSum(draws)};
  }

  @Override
  public Model withSettings(Map<String, String> settings) {
    Settings given = Settings.of(settings, List.of("draws"));
    return new NormalSum(given.whole("draws", draws));
  }
}
