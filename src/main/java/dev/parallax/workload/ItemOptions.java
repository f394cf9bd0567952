package dev.parallax.workload;

import dev.parallax.engine.block.Scatter;
import dev.parallax.run.CyclicOrder;
import dev.parallax.text.Choices;
import java.util.Map;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of sweeps and maps that say how items are treated. */
@Topic(Topic.Heading.ITEMS)
@Command
public final class ItemOptions {
  @Topic(Topic.Heading.FAILURES)
  @Affects(Effect.NUMBERS)
  @Option(
      names = "--nan-fails",
      description = "Count an item as failed if one of its responses is not a number.")
  public boolean nanFails;

  @Topic(Topic.Heading.ENGINE)
  @Affects(Effect.EXECUTION)
  @Option(
      names = "--scatter",
      paramLabel = "HOW",
      description =
          "How items go to slices. block (default): contiguous; cyclic: item i goes to "
              + "slice i mod p.")
  String scatter;

  @Affects(Effect.FINDINGS)
  @Option(
      names = "--unit",
      paramLabel = "NAME=UNIT",
      description = "Unit of a parameter or a response, for tables and axes, such as mass=Msun.")
  private Map<String, String> units = Map.of();

  @Affects(Effect.FINDINGS)
  @Option(
      names = "--describe",
      paramLabel = "NAME=TEXT",
      description = "Description of a parameter or a response, for tables.")
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
