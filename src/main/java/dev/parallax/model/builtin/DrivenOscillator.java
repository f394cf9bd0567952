package dev.parallax.model.builtin;

import dev.parallax.model.Model;
import dev.parallax.random.RandomStream;
import java.util.List;

/**
 * The steady state of a driven, damped harmonic oscillator: its amplitude relative to a static
 * force and the phase by which it lags, in radians.
 *
 * <p>With r the drive's frequency over the natural one and z the damping ratio, the amplitude is 1
 * / sqrt((1 - r^2)^2 + (2 z r)^2) and the phase atan2(2 z r, 1 - r^2).
 */
public record DrivenOscillator() implements Model {

  @Override
  public List<String> parameters() {
    return List.of("frequency", "damping");
  }

  @Override
  public List<String> responses() {
    return List.of("amplitude", "phase");
  }

  @Override
  public double[] evaluate(double[] parameters, RandomStream random) {
    double ratio = parameters[0];
    double damping = parameters[1];
    if (ratio < 0 || damping < 0) {
      throw new IllegalArgumentException("frequency and damping must not be negative");
    }
    double elastic = 1 - ratio * ratio;
    double viscous = 2 * damping * ratio;
    if (elastic == 0 && viscous == 0) {
      throw new ArithmeticException("at resonance without damping there is no steady state");
    }
    double amplitude = 1 / Math.sqrt(elastic * elastic + viscous * viscous);
    return new double[] {amplitude, StrictMath.atan2(viscous, elastic)};
  }
}
