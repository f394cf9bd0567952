package dev.parallax.workload.sweep.design;

import dev.parallax.engine.block.Response;
import dev.parallax.text.Spelling;
import dev.parallax.workload.sweep.parameter.Parameter;
import dev.parallax.workload.value.Entry;
import dev.parallax.workload.value.Values;
import dev.parallax.workload.value.ValuesText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A baseline, then each parameter's other values with all the rest at the baseline: point 0 is the
 * baseline, then come those of the first parameter, in their order, then those of the second.
 */
public final class OneAtATime implements Design {
  private final List<Parameter> parameters = new ArrayList<>();
  private final double[] baseline;

  /** For each parameter the place of the baseline among its values, -1 if it is none of them. */
  private final long[] places;

  /**
   * The design.
   *
   * @param parameters the parameters
   * @param baseline the baseline's values by name, as text; the first value of a parameter if there
   *     is none. They need not be among the parameter's values
   * @throws IllegalArgumentException if a name is unknown or a value wrong
   */
  public OneAtATime(List<Parameter> parameters, Map<String, String> baseline) {
    List<String> names = Design.columns(parameters).stream().map(Response::name).toList();
    for (String name : baseline.keySet()) {
      if (!names.contains(name)) {
        throw Spelling.unknown("parameter", name, names);
      }
    }
    this.baseline = new double[names.size()];
    this.places = new long[names.size()];
    for (int p = 0; p < names.size(); p++) {
      Parameter parameter = parameters.get(p);
      String given = baseline.get(names.get(p));
      String text = given == null ? null : Entry.single(given).text();
      Parameter with = text == null ? parameter : with(parameter, text);
      this.baseline[p] = text == null ? with.values().at(0) : value(with, text);
      this.places[p] = text == null ? 0 : with.values().indexOf(this.baseline[p]);
      this.parameters.add(with);
    }
    size();
  }

  /** The parameter with a text among its values. */
  private static Parameter with(Parameter parameter, String text) {
    List<String> levels = parameter.values().levels();
    if (levels.isEmpty() || levels.contains(text)) {
      return parameter;
    }
    List<String> all = Stream.concat(levels.stream(), Stream.of(text)).toList();
    return new Parameter(parameter.name(), Values.of(all));
  }

  private static double value(Parameter parameter, String text) {
    List<String> levels = parameter.values().levels();
    try {
      return levels.isEmpty() ? ValuesText.number(text) : levels.indexOf(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "baseline of parameter '" + parameter.name() + "': " + e.getMessage(), e);
    }
  }

  @Override
  public Map<String, Boolean> logarithmic() {
    return Design.logarithmic(parameters);
  }

  @Override
  public List<Response> columns() {
    return Design.columns(parameters);
  }

  @Override
  public long size() {
    long size = 1;
    try {
      for (int p = 0; p < places.length; p++) {
        size = Math.addExact(size, others(p));
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("the design has more than 2^63-1 points", e);
    }
    return size;
  }

  /** How many values of a parameter are not the baseline. */
  private long others(int p) {
    return parameters.get(p).values().size() - (places[p] < 0 ? 0 : 1);
  }

  @Override
  public Decoder decoder() {
    Values[] values = parameters.stream().map(Parameter::values).toArray(Values[]::new);
    double[] rest = baseline;
    long[] without = places;
    return (points, data) -> (item, point) -> decode(values, rest, without, item, point);
  }

  private static void decode(
      Values[] values, double[] baseline, long[] without, long item, double[] point) {
    System.arraycopy(baseline, 0, point, 0, point.length);
    long left = item - 1;
    for (int p = 0; p < point.length && left >= 0; p++) {
      long others = values[p].size() - (without[p] < 0 ? 0 : 1);
      if (left < others) {
        point[p] = values[p].at(without[p] >= 0 && left >= without[p] ? left + 1 : left);
      }
      left -= others;
    }
  }
}
