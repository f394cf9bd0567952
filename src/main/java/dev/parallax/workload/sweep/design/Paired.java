package dev.parallax.workload.sweep.design;

import dev.parallax.engine.block.Response;
import dev.parallax.workload.sweep.parameter.Parameter;
import dev.parallax.workload.value.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Point i takes value i of every parameter, as Python's zip.
 *
 * @param parameters the parameters, all with the same number of values
 */
public record Paired(List<Parameter> parameters) implements Design {

  /** Checks names and lengths. */
  public Paired {
    parameters = List.copyOf(parameters);
    Design.columns(parameters);
    for (Parameter parameter : parameters) {
      Parameter first = parameters.get(0);
      if (parameter.values().size() != first.values().size()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "paired parameters have different numbers of values: %s has %d, %s has %d",
                first.name(),
                first.values().size(),
                parameter.name(),
                parameter.values().size()));
      }
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
    return parameters.isEmpty() ? 1 : parameters.get(0).values().size();
  }

  @Override
  public Decoder decoder() {
    Values[] values = parameters.stream().map(Parameter::values).toArray(Values[]::new);
    return (points, data) -> (item, point) -> Arrays.setAll(point, p -> values[p].at(item));
  }
}
