package dev.parallax.workload;

import dev.parallax.engine.block.Scatter;
import dev.parallax.run.CyclicOrder;
import dev.parallax.spelling.Choices;
import java.util.Map;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of sweeps and maps that say how items are treated. */
@Command
public final class ItemOptions {
  @Affects(Effect.NUMBERS)
  @Option(names = "--nan-fails", description = "An item fails if a response of it is not a number.")
  public boolean nanFails;

  @Affects(Effect.EXECUTION)
  @Option(
      names = "--scatter",
      paramLabel = "HOW",
      description = "block: slices are contiguous (default); cyclic: item i goes to slice i mod p.")
  String scatter;

  @Affects(Effect.FINDINGS)
  @Option(
      names = "--unit",
      paramLabel = "NAME=UNIT",
      description = "The unit of a parameter or a response, for tables and axes: mass=Msun.")
  private Map<String, String> units = Map.of();

  @Affects(Effect.FINDINGS)
  @Option(
      names = "--describe",
      paramLabel = "NAME=TEXT",
      description = "What a parameter or a response is, in words, for tables.")
  private Map<String, String> descriptions = Map.of();

  /** What is said of parameters and responses. */
  public ColumnMetadata metadata() {
    return new ColumnMetadata(units, descriptions);
  }

  /**
   * How items are distributed over slices.
   *
   * @param slices over how many, if that is said
   * @throws IllegalArgumentException if there is no such way, or it does not go to so many
   */
  public Scatter scatter(OptionalInt slices) {
    if (scatter == null) {
      return Scatter.BLOCK;
    }
    Scatter one = Choices.find("scatter", Scatter.class, scatter);
    check(one, slices);
    return one;
  }

  private static void check(Scatter one, OptionalInt slices) {
    if (one == Scatter.CYCLIC && slices.isPresent() && slices.getAsInt() > CyclicOrder.MOST_PARTS) {
      throw new IllegalArgumentException(
          "--slices must be at most "
              + CyclicOrder.MOST_PARTS
              + " with --scatter cyclic, not "
              + slices.getAsInt());
    }
  }
}
