package dev.parallax.workload.sweep.design;

import dev.parallax.engine.block.Response;
import dev.parallax.workload.sweep.parameter.Parameter;
import dev.parallax.workload.value.Values;
import java.util.List;
import java.util.Map;

/**
 * Every combination of the parameters' values; the last parameter changes fastest.
 *
 * @param parameters the parameters
 */
public record Factorial(List<Parameter> parameters) implements Design {

  /** Checks names and that the points can be counted. */
  public Factorial {
    parameters = List.copyOf(parameters);
    Design.columns(parameters);
    product(parameters);
  }

  private static long product(List<Parameter> parameters) {
    long product = 1;
    for (Parameter parameter : parameters) {
      try {
        product = Math.multiplyExact(product, parameter.values().size());
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException("the factorial design has more than 2^63-1 points", e);
      }
    }
    return product;
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
    return product(parameters);
  }

  @Override
  public Decoder decoder() {
    Values[] values = parameters.stream().map(Parameter::values).toArray(Values[]::new);
    return (points, data) -> (item, point) -> decode(values, item, point);
  }

  private static void decode(Values[] values, long item, double[] point) {
    long rest = item;
    for (int p = values.length - 1; p >= 0; p--) {
      long size = values[p].size();
      point[p] = values[p].at(rest % size);
      rest /= size;
    }
  }
}
