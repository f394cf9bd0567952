package dev.parallax.workload.sweep.design;

import dev.parallax.engine.block.Response;
import dev.parallax.workload.sweep.parameter.Distribution;
import dev.parallax.workload.sweep.parameter.Variable;
import java.util.List;
import java.util.Map;

/**
 * Points from which sensitivity indices follow. A row of a Sobol' sequence of twice as many
 * dimensions as there are parameters gives two points, A and B; with them go, for each parameter,
 * the point A with that parameter's value of B. The points of a row follow each other: A, B, then
 * one for each parameter.
 *
 * @see <a href="https://doi.org/10.1016/j.cpc.2009.09.018">Saltelli et al. (2010)</a>
 */
public final class Saltelli implements Design {
  private final List<Variable> variables;
  private final List<Response> columns;
  private final SobolSequence sequence;
  private final long rows;

  private Saltelli(List<Variable> variables, SobolSequence sequence, long rows) {
    this.variables = List.copyOf(variables);
    this.columns = Sampled.columns(variables);
    this.sequence = sequence;
    this.rows = Sampled.counted(rows);
    if (sequence.hasOrigin()) {
      Sampled.checkOrigin(variables);
    }
    if (rows > Long.MAX_VALUE / pointsOfRow()) {
      throw new IllegalArgumentException("the saltelli design has more than 2^63-1 points");
    }
  }

  /**
   * The design.
   *
   * @param variables the parameters, 500 at most
   * @param rows how many rows of the sequence
   * @throws IllegalArgumentException if there are too many parameters, or one has no value at the
   *     origin
   */
  public static Saltelli of(List<Variable> variables, long rows) {
    return new Saltelli(variables, SobolSequence.of(Shift.none(dimensions(variables))), rows);
  }

  /** The design on a sequence that is shifted at random modulo 1. */
  public static Saltelli scrambled(List<Variable> variables, long rows, long seed) {
    double[] shift = Shift.random(seed, dimensions(variables));
    return new Saltelli(variables, SobolSequence.of(shift), rows);
  }

  private static int dimensions(List<Variable> variables) {
    if (2 * variables.size() > DirectionNumbers.MOST) {
      throw new IllegalArgumentException(
          "saltelli takes "
              + DirectionNumbers.MOST / 2
              + " parameters at most, as a sobol sequence has "
              + DirectionNumbers.MOST
              + " dimensions; not "
              + variables.size());
    }
    return 2 * variables.size();
  }

  /** How many points a row has: two and one for each parameter. */
  public int pointsOfRow() {
    return variables.size() + 2;
  }

  /** How many rows there are. */
  public long rows() {
    return rows;
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
    return rows * pointsOfRow();
  }

  @Override
  public Decoder decoder() {
    SobolSequence cube = sequence;
    Distribution[] distributions = Sampled.distributions(variables);
    return (points, data) -> {
      Pass pass = cube.open();
      double[] both = new double[2 * distributions.length];
      return (item, point) -> {
        pass.decode(item / (point.length + 2), both);
        place((int) (item % (point.length + 2)), both, point);
        for (int p = 0; p < point.length; p++) {
          point[p] = distributions[p].at(point[p]);
        }
      };
    };
  }

  /** Of A, then B, the point of a row: A, B, or A with a coordinate of B. */
  private static void place(int of, double[] both, double[] point) {
    int d = point.length;
    System.arraycopy(both, of == 1 ? d : 0, point, 0, d);
    if (of > 1) {
      point[of - 2] = both[d + of - 2];
    }
  }
}
