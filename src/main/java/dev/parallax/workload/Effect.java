package dev.parallax.workload;

/** What an option's value affects: of several effects, the one that comes first here. */
public enum Effect {
  /** The results of items: with another value it is another job. */
  NUMBERS,

  /** How many items there are; a job that is made longer may be the same one. */
  LENGTH,

  /** Which items fail: another value is for items that are tried again. */
  FAILING_ITEMS,

  /** How many failures end a run before its time: each attempt has a limit of its own. */
  STOPPING,

  /** What is made of the results when they are there. */
  FINDINGS,

  /** How a job is run and shown: no number depends on it. */
  EXECUTION;

  /** Whether it says what the job is, and not only how it is run: such options are kept with it. */
  public boolean isOfTheJob() {
    return this != EXECUTION;
  }

  /**
   * Whether results of one value go together with results of another.
   *
   * @param retrying whether items that failed are tried again
   */
  public boolean mayChange(boolean retrying) {
    return switch (this) {
      case NUMBERS, LENGTH -> false;
      case FAILING_ITEMS -> retrying;
      case STOPPING, FINDINGS, EXECUTION -> true;
    };
  }
}
