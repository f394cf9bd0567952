package dev.parallax.model.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * All that the processes of a slice have started, be it in another session or an orphan: a variable
 * of their environment, which each hands on to those that it starts, tells them. Where the system
 * shows no environments, which Linux does, or to a process that was started with another one, this
 * does nothing.
 */
final class Offspring implements AutoCloseable {
  /** The variable; that of a Parallax in a script of Parallax has the marks of both. */
  static final String VARIABLE = "PARALLAX_OFFSPRING";

  /** One that is born while others are killed is found in the next round. */
  private static final int ROUNDS = 200;

  private static final long PAUSE_NANOS = 1_000_000;

  private final String mark = UUID.randomUUID().toString();
  private final Runnable end = this::kill;
  private volatile boolean begun;

  /** Marks the environment of a process that will be started. */
  void mark(Map<String, String> environment) {
    environment.merge(VARIABLE, mark, (theirs, mine) -> theirs + " " + mine);
    if (!begun) {
      begun = true;
      LivingProcesses.add(end);
    }
  }

  /** Kills all that live, until there are no more. */
  void kill() {
    List<ProcessHandle> living = living();
    for (int round = 0; round < ROUNDS && !living.isEmpty(); round++) {
      living.forEach(ProcessHandle::destroyForcibly);
      LockSupport.parkNanos(PAUSE_NANOS);
      living = living();
    }
  }

  private List<ProcessHandle> living() {
    return begun ? ProcessHandle.allProcesses().filter(this::isMarked).toList() : List.of();
  }

  private boolean isMarked(ProcessHandle process) {
    try {
      byte[] environment = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/environ"));
      return new String(environment, StandardCharsets.ISO_8859_1).contains(mark);
    } catch (IOException e) {
      return false; // it has ended, or is another user's
    }
  }

  @Override
  public void close() {
    if (begun) {
      kill();
      LivingProcesses.remove(end);
    }
  }
}
