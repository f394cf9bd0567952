package dev.parallax.workload.sweep.design;

import dev.parallax.engine.block.Response;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which points a sweep evaluates: point {@code i} has a value for each parameter, decoded from
 * {@code i} where it is needed.
 */
public sealed interface Design
    permits Paired, Factorial, OneAtATime, Sampled, Saltelli, PointTable {

  /** The parameters as columns of a table, with the texts that their values stand for. */
  List<Response> columns();

  /** The parameters' names, in the order of a point's values. */
  default List<String> names() {
    return columns().stream().map(Response::name).toList();
  }

  /**
   * Which parameters are declared even on a logarithmic axis (true) or on a linear one (false);
   * those that are neither are not among them.
   */
  Map<String, Boolean> logarithmic();

  /** How many points there are. */
  long size();

  /**
   * What a slice needs besides the points' indices: its rows of a table, in one array; or nothing.
   */
  default double[] data(PointBlock points) {
    return new double[0];
  }

  /** What finds points in a worker. */
  Decoder decoder();

  /** Finds points. It is sent to each worker once, and opened there for every pass. */
  @FunctionalInterface
  interface Decoder extends Serializable {

    /**
     * Begins a pass over points, for one thread.
     *
     * @param points which points
     * @param data what {@link Design#data} gave for them
     */
    Pass open(PointBlock points, double[] data);
  }

  /** One pass over points, in any order. */
  @FunctionalInterface
  interface Pass {

    /**
     * Writes the values of a point.
     *
     * @param item the point's index
     * @param point where the values go, in the order of {@link Design#names}
     */
    void decode(long item, double[] point);

    /** Where a point was read, such as {@code row 3 of t.csv}; empty if it was not. */
    default String source(long item) {
      return "";
    }
  }

  /** Value i of every parameter belongs to point i: all have the same number of values. */
  static Design paired(Parameter... parameters) {
    return new Paired(List.of(parameters));
  }

  /** Every combination (full factorial); the last parameter changes fastest. */
  static Design factorial(Parameter... parameters) {
    return new Factorial(List.of(parameters));
  }

  /**
   * The parameters as columns.
   *
   * @throws IllegalArgumentException if two have one name
   */
  static List<Response> columns(List<Parameter> parameters) {
    return distinct(parameters.stream().map(Parameter::column).toList());
  }

  /** What parameters are declared as, by name. */
  static Map<String, Boolean> logarithmic(List<Parameter> parameters) {
    return declared(parameters, Parameter::name, parameter -> parameter.values().isLogarithmic());
  }

  /** What of some is declared. */
  static <T> Map<String, Boolean> declared(
      List<T> all, Function<T, String> name, Function<T, Optional<Boolean>> log) {
    Map<String, Boolean> declared = new HashMap<>();
    for (T one : all) {
      log.apply(one).ifPresent(known -> declared.put(name.apply(one), known));
    }
    return declared;
  }

  /** The columns, if none has the name of another. */
  static List<Response> distinct(List<Response> columns) {
    Set<String> seen = new HashSet<>();
    for (Response column : columns) {
      if (!seen.add(column.name())) {
        throw new IllegalArgumentException(
            "parameter '" + column.name() + "' is given more than once");
      }
    }
    return columns;
  }
}
