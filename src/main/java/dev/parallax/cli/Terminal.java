package dev.parallax.cli;

/** Whether a person watches standard error. */
final class Terminal {
  private Terminal() {}

  /** The launcher knows, and says so in a system property; Java 17 itself cannot tell. */
  static boolean isTerminal() {
    return Boolean.getBoolean("parallax.terminal");
  }
}
