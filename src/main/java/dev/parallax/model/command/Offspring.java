package dev.parallax.model.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * All that the processes of a slice have started, be it in another session or an orphan: a variable
 * of their environment, which each hands on to those that it starts, tells them. Where the system
 * shows no environments, which Linux does, or to a process that was started with another one, this
 * does nothing.
 */
public final class Offspring implements AutoCloseable {
  /** The variable; that of a Parallax in a script of Parallax has the marks of both. */
  static final String VARIABLE = "PARALLAX_OFFSPRING";

  /** One that is born while others are killed is found in the next round. */
  private static final int ROUNDS = 100;

  private static final long PAUSE_NANOS = 1_000_000;

  private final String mark = UUID.randomUUID().toString();
  private final Runnable end = this::kill;
  private final Instant since = Instant.now().minusSeconds(2); // its clock is coarse
  private volatile boolean begun;

  /** Marks the environment of a process that will be started. */
  public void mark(Map<String, String> environment) {
    environment.merge(VARIABLE, mark, (theirs, mine) -> theirs + " " + mine);
    if (!begun) {
      begun = true;
      LivingProcesses.add(end);
    }
  }

  /** Kills all that live, until there are no more, nor one that may have started another. */
  void kill() {
    boolean goesOn = begun && Files.exists(Path.of("/proc/self/environ"));
    Set<Long> ended = new HashSet<>();
    for (int round = 0; round < ROUNDS && goesOn; round++) {
      goesOn = false;
      for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
        goesOn |= mayHaveStarted(process, ended);
      }
      if (goesOn) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /**
   * Kills a process if it is one of these. Whether it may have started one that was not listed with
   * it: it is one of these, or may have been and has ended since, or is amid the start of another
   * program, when it has no environment for a moment.
   *
   * @param ended those that had ended before they were listed, but that nobody has waited for
   */
  private boolean mayHaveStarted(ProcessHandle process, Set<Long> ended) {
    String environment;
    try {
      environment = text(process, "environ");
    } catch (AccessDeniedException e) {
      return false; // another user's
    } catch (IOException e) {
      environment = ""; // it has ended
    }
    if (environment.contains(mark)) {
      process.destroyForcibly();
      return true;
    }
    try {
      return environment.isEmpty()
          && isYoung(process)
          && (!text(process, "statm").startsWith("0 ") || ended.add(process.pid()));
    } catch (IOException e) {
      return true; // nor is it listed any more
    }
  }

  private boolean isYoung(ProcessHandle process) throws IOException {
    return process
        .info()
        .startInstant()
        .map(start -> !start.isBefore(since))
        .orElseThrow(() -> new IOException("ended"));
  }

  private static String text(ProcessHandle process, String file) throws IOException {
    Path path = Path.of("/proc/" + process.pid() + "/" + file);
    return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    if (begun) {
      kill();
      LivingProcesses.remove(end);
    }
  }
}
