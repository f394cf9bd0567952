package dev.parallax.run;

import dev.parallax.engine.block.Failure;
import java.util.Optional;

/** More items failed than a run is to put up with; what was finished is in its store. */
public final class TooManyFailures extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Optional<Failure> cause;

  private TooManyFailures(String message, Optional<Failure> cause) {
    super(message);
    this.cause = cause;
  }

  static TooManyFailures of(long failures) {
    String text = failures + (failures == 1 ? " item" : " items") + " failed";
    return new TooManyFailures(text, Optional.empty());
  }

  static TooManyFailures alike(int count, Failure first) {
    return new TooManyFailures("the first " + count + " items failed alike", Optional.of(first));
  }

  /** What all have failed of, if the first items have failed alike. */
  public Optional<Failure> alike() {
    return cause;
  }
}
