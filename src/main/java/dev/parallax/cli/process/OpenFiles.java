package dev.parallax.cli.process;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;

/** The limit to how many files this process may have open. */
public final class OpenFiles {
  /** What is said where it is reached: as if by itself, Java misses classes and files then. */
  public static final String COMPLAINT =
      "this process may open no more files; ulimit -n says how many, and allows it more";

  private OpenFiles() {}

  /** Whether the limit is reached. */
  public static boolean areExhausted() {
    try {
      new FileInputStream("/dev/null").close();
      return false;
    } catch (FileNotFoundException e) {
      return String.valueOf(e.getMessage()).contains("Too many open files");
    } catch (IOException e) {
      return false;
    }
  }
}
