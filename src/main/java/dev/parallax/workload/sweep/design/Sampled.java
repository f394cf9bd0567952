package dev.parallax.workload.sweep.design;

import dev.parallax.engine.block.Response;
import dev.parallax.workload.sweep.parameter.Distribution;
import dev.parallax.workload.sweep.parameter.Variable;
import java.util.List;
import java.util.Map;

/** Points drawn from the distributions of their parameters, at random or evenly. */
public final class Sampled implements Design {
  /** An index has as many bits as a coordinate. */
  private static final long MOST = 1L << DirectionNumbers.BITS;

  private final List<Variable> variables;
  private final List<Response> columns;
  private final Sampling sampling;
  private final long size;

  private Sampled(List<Variable> variables, Sampling sampling, long size) {
    this.variables = List.copyOf(variables);
    this.columns = columns(variables);
    this.sampling = sampling;
    this.size = counted(size);
    if (sampling.hasOrigin()) {
      checkOrigin(variables);
    }
  }

  /** Independent random points. */
  public static Sampled uniform(List<Variable> variables, long samples, long seed) {
    return new Sampled(variables, new Independent(seed), samples);
  }

  /** A Latin hypercube: in every parameter, each of as many equal shares as points has one. */
  public static Sampled latinHypercube(List<Variable> variables, long samples, long seed) {
    Sampling sampling = new LatinHypercube(seed, variables.size(), counted(samples));
    return new Sampled(variables, sampling, samples);
  }

  /**
   * The first points of the Sobol' sequence, the origin included.
   *
   * @throws IllegalArgumentException if there are more than 1000 parameters, or one has no value at
   *     the origin
   */
  public static Sampled sobol(List<Variable> variables, long samples) {
    return new Sampled(variables, SobolSequence.of(Shift.none(variables.size())), samples);
  }

  /** The first points of the Sobol' sequence, shifted at random modulo 1. */
  public static Sampled scrambledSobol(List<Variable> variables, long samples, long seed) {
    double[] shift = Shift.random(seed, variables.size());
    return new Sampled(variables, SobolSequence.of(shift), samples);
  }

  /**
   * The first points of the Halton sequence, the origin included.
   *
   * @throws IllegalArgumentException if there are more than 40 parameters, or one has no value at
   *     the origin
   */
  public static Sampled halton(List<Variable> variables, long samples) {
    return new Sampled(variables, HaltonSequence.of(Shift.none(variables.size())), samples);
  }

  /** The first points of the Halton sequence, shifted at random modulo 1. */
  public static Sampled scrambledHalton(List<Variable> variables, long samples, long seed) {
    double[] shift = Shift.random(seed, variables.size());
    return new Sampled(variables, HaltonSequence.of(shift), samples);
  }

  static List<Response> columns(List<Variable> variables) {
    return Design.distinct(variables.stream().map(Variable::column).toList());
  }

  static long counted(long samples) {
    if (samples < 1 || samples > MOST) {
      throw new IllegalArgumentException(
          "the number of samples must be within 1 .. 2^52, not " + samples);
    }
    return samples;
  }

  static void checkOrigin(List<Variable> variables) {
    for (Variable variable : variables) {
      if (!variable.distribution().hasLeast()) {
        throw new IllegalArgumentException(
            "parameter '"
                + variable.name()
                + "': normal has no value at the origin, the sequence's first point;"
                + " give --scramble");
      }
    }
  }

  @Override
  public Map<String, Boolean> logarithmic() {
    return Design.declared(variables, Variable::name, one -> one.distribution().isLogarithmic());
  }

  @Override
  public List<Response> columns() {
    return columns;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Decoder decoder() {
    Sampling cube = sampling;
    Distribution[] distributions = distributions(variables);
    return (points, data) -> {
      Pass pass = cube.open();
      return (item, point) -> {
        pass.decode(item, point);
        for (int p = 0; p < point.length; p++) {
          point[p] = distributions[p].at(point[p]);
        }
      };
    };
  }

  static Distribution[] distributions(List<Variable> variables) {
    return variables.stream().map(Variable::distribution).toArray(Distribution[]::new);
  }
}
