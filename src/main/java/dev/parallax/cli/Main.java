package dev.parallax.cli;

/** The command line's entry point. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    System.out.println("parallax");
  }
}
