package dev.parallax.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a folder for one process where no operating system holds locks: by a file in it that the
 * process writes anew again and again. A file that stays as it is was left by a process that has
 * died. It is as good as the store: where a file can be made only if there is none, two processes
 * cannot both have it; elsewhere they can if they begin within a second.
 */
final class BeatingLock implements AutoCloseable {
  /** So many beats without a change, and its process is taken to have died. */
  private static final int SILENT_BEATS = 4;

  private static final int LOOKS_PER_BEAT = 5;

  private final Path file;
  private final String id = UUID.randomUUID().toString();
  private long beats;
  private boolean closed;
  private volatile boolean lost;

  private BeatingLock(Path file) {
    this.file = file;
  }

  /**
   * The lock; none if another process has it. Where one had it and died, this waits for some beats.
   *
   * @param beat how often the file is written
   * @throws IOException if it cannot be written or read
   */
  static Optional<BeatingLock> take(Path file, Duration beat) throws IOException {
    Optional<String> before = content(file);
    if (before.isPresent()) {
      for (int look = 0; look < SILENT_BEATS * LOOKS_PER_BEAT; look++) {
        pause(beat.dividedBy(LOOKS_PER_BEAT));
        Optional<String> now = content(file);
        if (now.isEmpty()) {
          break;
        }
        if (!now.equals(before)) {
          return Optional.empty();
        }
      }
      Files.deleteIfExists(file);
    }
    BeatingLock lock = new BeatingLock(file);
    if (lock.isMade(before.isPresent(), beat)) {
      Thread heart = new Thread(() -> lock.beatUntilClosed(beat.toMillis()), "parallax-lock");
      heart.setDaemon(true);
      heart.start();
      return Optional.of(lock);
    }
    return Optional.empty();
  }

  /** Whether the file is ours, and still is a moment later, if another one may have replaced it. */
  private boolean isMade(boolean contended, Duration beat) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      out.write(text().getBytes(UTF_8));
    } catch (FileAlreadyExistsException e) {
      return false;
    }
    if (contended) {
      pause(beat.dividedBy(LOOKS_PER_BEAT));
    }
    return isOurs();
  }

  private String text() {
    return id + " " + beats + "\n";
  }

  /** A store may refuse to give a file that its process writes anew just now: then once more. */
  private static Optional<String> content(Path file) throws IOException {
    try {
      return read(file);
    } catch (IOException | UncheckedIOException e) {
      return read(file);
    }
  }

  private static Optional<String> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs() throws IOException {
    return content(file).filter(text -> text.startsWith(id)).isPresent();
  }

  private synchronized void beatUntilClosed(long millis) {
    try {
      while (!closed && !lost) {
        wait(millis);
        if (!closed) {
          beat();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // by nobody
    }
  }

  private void beat() {
    try {
      lost = !isOurs();
      if (!lost) {
        beats++;
        try (OutputStream out = Files.newOutputStream(file)) {
          out.write(text().getBytes(UTF_8));
        }
      }
    } catch (IOException e) {
      // Who writes results there comes upon the same, and says so.
    }
  }

  /** Whether another process has taken the folder, for instance while this one was halted. */
  boolean isLost() {
    return lost;
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  /** Leaves the folder to other processes. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    notifyAll();
    if (!lost && isOurs()) {
      Files.deleteIfExists(file);
    }
  }
}
