package dev.parallax.run;

/** More items failed than a run is to put up with; what was finished is in its store. */
public final class TooManyFailures extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyFailures(long failures) {
    super(failures + (failures == 1 ? " item" : " items") + " failed");
  }
}
