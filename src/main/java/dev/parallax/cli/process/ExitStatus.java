package dev.parallax.cli.process;

/** What a command ends with. */
public final class ExitStatus {
  /** Everything is done. */
  public static final int DONE = 0;

  /** An error of ours, or of the engine. */
  public static final int BROKEN = 1;

  /** The user's input is wrong; one line says what, where and what was meant. */
  public static final int WRONG_INPUT = 2;

  /** Done, with failed items. */
  public static final int FAILED_ITEMS = 3;

  /** Interrupted; the same command with the same output folder goes on. */
  public static final int INTERRUPTED = 130;

  private ExitStatus() {}
}
