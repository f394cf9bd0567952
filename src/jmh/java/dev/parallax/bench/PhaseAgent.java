package dev.parallax.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What the main thread of a command is at, looked at every millisecond: an agent of Java's, whose
 * argument is when the command was begun, in nanoseconds since 1970, a comma, and the file that the
 * seconds of each phase go to. {@code src/jmh/phases.py} uses it.
 */
public final class PhaseAgent {
  /** A stack is of the first phase that one of its classes begins with. */
  private static final String[][] PHASES = {
    {"dev.parallax.run.Pilot", "pilot"},
    {"dev.parallax.run.Digest", "digest"},
    {"dev.parallax.report.", "page, pictures and files"},
    {"dev.parallax.engine.", "slices"},
    {"dev.parallax.bootstrap.", "findings"},
    {"dev.parallax.findings.", "findings"},
    {"dev.parallax.run.", "slices"},
    {"dev.parallax.table.", "tables"},
    {"dev.parallax.cli.process.", "end"},
    {"", "command line"}
  };

  private final Map<String, Long> nanos = new LinkedHashMap<>();
  private final long began = System.nanoTime();
  private final double before;
  private long last = began;

  private PhaseAgent(long start) {
    before = System.currentTimeMillis() * 1e-3 - start * 1e-9;
  }

  /** Called by Java before the command. */
  public static void premain(String told, Instrumentation instrumentation) {
    Thread main = Thread.currentThread();
    int comma = told.indexOf(',');
    PhaseAgent agent = new PhaseAgent(Long.parseLong(told.substring(0, comma)));
    Path file = Path.of(told.substring(comma + 1));
    Thread looker = new Thread(() -> agent.look(main), "phases");
    looker.setDaemon(true);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> agent.write(file)));
    looker.start();
  }

  private static String phase(StackTraceElement[] frames) {
    for (String[] phase : PHASES) {
      for (StackTraceElement frame : frames) {
        if (frame.getClassName().startsWith(phase[0])) {
          return phase[1];
        }
      }
    }
    return "end";
  }

  private void look(Thread main) {
    while (true) {
      String phase = phase(main.getStackTrace());
      synchronized (this) {
        long now = System.nanoTime();
        nanos.merge(phase, now - last, Long::sum);
        last = now;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(1);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private synchronized void write(Path file) {
    nanos.merge("end", System.nanoTime() - last, Long::sum);
    String lines =
        nanos.entrySet().stream()
            .map(phase -> phase.getKey() + "\t" + phase.getValue() * 1e-9 + "\n")
            .collect(Collectors.joining("", "launcher and Java\t" + before + "\n", ""));
    try {
      Files.writeString(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
