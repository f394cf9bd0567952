package dev.parallax.engine.spark;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;

/** Spark's log, which is silent for a while where it would repeat what we say ourselves. */
final class SparkLog {
  private SparkLog() {}

  /** While open, a logger says nothing. */
  interface Muted extends AutoCloseable {
    @Override
    void close();
  }

  /** Mutes the logger of this name, and those below it. */
  static Muted mute(String name) {
    Level level = LogManager.getLogger(name).getLevel();
    Configurator.setLevel(name, Level.OFF);
    return () -> Configurator.setLevel(name, level);
  }
}
