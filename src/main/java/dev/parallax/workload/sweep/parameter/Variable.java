package dev.parallax.workload.sweep.parameter;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;

/**
 * A parameter of a sampled design and how its values are distributed.
 *
 * @param name its name, as the model knows it
 * @param distribution how its values are distributed
 */
public record Variable(String name, Distribution distribution) {

  /** Checks that there is a name. */
  public Variable {
    Parameter.named(name);
  }

  /**
   * A variable in text form, {@code name=distribution}.
   *
   * @throws IllegalArgumentException if it is not of that form, or the distribution is wrong
   */
  public static Variable parse(String text) {
    return Parameter.parse(
        text,
        "DISTRIBUTION, such as x=uniform:0:1",
        (name, right) -> new Variable(name, DistributionText.parse(name, right)));
  }

  /** It as a column of a table. */
  public Response column() {
    return new Response(name, ColumnType.DOUBLE, "", "", distribution.levels());
  }
}
