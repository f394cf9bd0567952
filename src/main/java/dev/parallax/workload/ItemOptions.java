package dev.parallax.workload;

import dev.parallax.engine.block.Scatter;
import dev.parallax.run.CyclicOrder;
import dev.parallax.spelling.Choices;
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
