package dev.parallax.run;

import dev.parallax.engine.block.Failure;
import java.util.Optional;

/** More items failed than a run is to put up with; what was finished is in its store. */
public final class TooManyFailures extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Failure first;
  private final boolean alike;

  private TooManyFailures(String message, Failure first, boolean alike) {
    super(message);
    this.first = first;
    this.alike = alike;
  }

  static TooManyFailures of(long failures, Failure first) {
    String text = failures + (failures == 1 ? " item" : " items") + " failed";
    return new TooManyFailures(text, first, false);
  }

  static TooManyFailures alike(int count, Failure first) {
    return new TooManyFailures("the first " + count + " items failed alike", first, true);
  }

  /** One of them, the first where all failed alike. */
  public Failure first() {
    return first;
  }

  /** What all have failed of, if the first items have failed alike. */
  public Optional<Failure> alike() {
    return alike ? Optional.of(first) : Optional.empty();
  }
}
