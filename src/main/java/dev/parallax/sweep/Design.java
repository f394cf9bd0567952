package dev.parallax.sweep;

import dev.parallax.engine.Block;
import dev.parallax.engine.ColumnType;
import dev.parallax.engine.Response;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which points a sweep evaluates: point {@code i} has a value for each parameter, decoded from
 * {@code i} where it is needed.
 */
public sealed interface Design permits Paired, Factorial, PointTable {

  /** The parameters' names, in the order of a point's values. */
  List<String> names();

  /** The parameters as columns of a table, with the texts that their values stand for. */
  default List<Response> columns() {
    return names().stream().map(name -> new Response(name, ColumnType.DOUBLE)).toList();
  }

  /** How many points there are. */
  long size();

  /** What a slice needs besides the item index: its rows of a table, in one array; or nothing. */
  double[] data(Block block);

  /** What finds a point's values in a worker. */
  Decoder decoder();

  /** Finds the values of a point. */
  @FunctionalInterface
  interface Decoder extends Serializable {

    /**
     * Writes the values of a point.
     *
     * @param item the point's index
     * @param place its place in its block, from 0
     * @param data what {@link Design#data} gave for the block
     * @param point where the values go, in the order of {@link Design#names}
     */
    void decode(long item, int place, double[] data, double[] point);
  }

  /** Value i of every parameter belongs to point i: all have the same number of values. */
  static Design paired(Parameter... parameters) {
    return new Paired(List.of(parameters));
  }

  /** Every combination (full factorial); the last parameter changes fastest. */
  static Design factorial(Parameter... parameters) {
    return new Factorial(List.of(parameters));
  }

  /** The parameters' names, checked. */
  static List<String> names(List<Parameter> parameters) {
    Set<String> seen = new HashSet<>();
    for (Parameter parameter : parameters) {
      if (!seen.add(parameter.name())) {
        throw new IllegalArgumentException(
            "parameter '" + parameter.name() + "' is given more than once");
      }
    }
    return parameters.stream().map(Parameter::name).toList();
  }
}
