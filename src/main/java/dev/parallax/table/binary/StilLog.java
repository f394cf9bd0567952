package dev.parallax.table.binary;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps STIL's log off the console; what it has to say comes as exceptions. */
final class StilLog {
  // A strong reference: a logger that is collected forgets its level.
  private static final Logger STIL = Logger.getLogger("uk.ac.starlink");

  private StilLog() {}

  static void silence() {
    STIL.setLevel(Level.OFF);
  }
}
