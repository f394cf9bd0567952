package dev.parallax.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder elsewhere, with its copy on this machine's disk. One thread copies files, in the order
 * in which they were written. If that fails for good, the copy stays: nothing is lost.
 */
final class MirroredFolder implements WorkFolder {
  private static final Duration BEAT = Duration.ofSeconds(5);

  /** A store that does not answer for a moment is asked again after these pauses. */
  private static final int[] PAUSE_SECONDS = {1, 5, 20};

  /** Where a file is made by one process, if several try at once. */
  private static final Set<String> LOCKED = Set.of("hdfs", "webhdfs", "swebhdfs", "viewfs");

  private static final long LONGEST_END_SECONDS = 300;

  private final Path place;
  private final String lockName;
  private final BeatingLock lock;
  private final Path disk;
  private final Map<Path, Stamp> copied = new HashMap<>(); // of the one thread
  private volatile Optional<IOException> failure = Optional.empty();
  private final ExecutorService copier =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "parallax-copies");
            thread.setDaemon(true);
            return thread;
          });

  /** By which a file is known to be as it was. */
  private record Stamp(long bytes, FileTime modified) {
    static Stamp of(Path file) throws IOException {
      return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
    }
  }

  private MirroredFolder(Path place, String lockName, BeatingLock lock, Path disk) {
    this.place = place;
    this.lockName = lockName;
    this.lock = lock;
    this.disk = disk;
  }

  static Optional<MirroredFolder> take(Path place, String lockName) throws IOException {
    return take(place, lockName, BEAT);
  }

  /** The same with a lock that is written so often. */
  static Optional<MirroredFolder> take(Path place, String lockName, Duration beat)
      throws IOException {
    Optional<BeatingLock> lock = BeatingLock.take(place.resolve(lockName), beat);
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    Path disk = Files.createTempDirectory("parallax-output-");
    MirroredFolder folder = new MirroredFolder(place, lockName, lock.get(), disk);
    boolean done = false;
    try {
      folder.fetch();
      done = true;
    } finally {
      if (!done) {
        folder.close();
      }
    }
    return Optional.of(folder);
  }

  private void fetch() throws IOException {
    for (Path file : files(place)) {
      if (file.toString().endsWith(WholeFile.PART)) { // of a run that was killed
        continue;
      }
      Path here = disk.resolve(file.toString());
      Files.createDirectories(here.getParent());
      Files.copy(place.resolve(file.toString()), here);
      copied.put(file, Stamp.of(here));
    }
  }

  /** All files in a folder and those below it, by their paths from there; the lock is none. */
  private List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(folder::relativize)
          .filter(file -> !file.toString().equals(lockName))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public Path disk() {
    return disk;
  }

  @Override
  public Optional<String> flaw() {
    return LOCKED.contains(place.toUri().getScheme())
        ? Optional.empty()
        : Optional.of("its store has no locks");
  }

  private void check() throws IOException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (lock.isLost()) {
      throw new IOException(complaint("another run has taken it"));
    }
  }

  private String complaint(String why) {
    return "cannot write to " + place + ": " + why + "; what is done is kept in " + disk;
  }

  @Override
  public void written(Path file) {
    try {
      check();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    copier.execute(() -> copyOrFail(disk.relativize(file)));
  }

  private void copyOrFail(Path file) {
    if (failure.isEmpty() && !lock.isLost()) {
      try {
        copy(file);
      } catch (IOException e) {
        failure = Optional.of(e);
      }
    }
  }

  private void copy(Path file) throws IOException {
    Path here = disk.resolve(file);
    for (int tries = 0; Files.exists(here); tries++) { // else it was deleted since
      try {
        Stamp stamp = Stamp.of(here);
        if (!stamp.equals(copied.get(file))) {
          Path there = place.resolve(file.toString());
          Files.createDirectories(there.getParent());
          WholeFile.write(there, out -> Files.copy(here, out));
          copied.put(file, stamp);
        }
        return;
      } catch (IOException | UncheckedIOException e) {
        if (Files.exists(here)) {
          pauseAfter(tries, e);
        }
      }
    }
  }

  private void pauseAfter(int tries, Exception e) throws IOException {
    if (tries == PAUSE_SECONDS.length) {
      IOException cause = e instanceof UncheckedIOException u ? u.getCause() : (IOException) e;
      throw new IOException(complaint(WholeFile.reason(cause, "the folder is gone")), e);
    }
    try {
      TimeUnit.SECONDS.sleep(PAUSE_SECONDS[tries]);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(complaint("interrupted"), interrupted);
    }
  }

  /** Has the one thread do something, after all that it was asked before. */
  private void await(Step step) throws IOException {
    try {
      copier
          .submit(
              () -> {
                check();
                step.take();
                return true;
              })
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      IOException said =
          e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
      failure = Optional.of(said);
      throw said;
    }
  }

  private interface Step {
    void take() throws IOException;
  }

  @Override
  public void publish() throws IOException {
    await(this::makeAlike);
  }

  /** What others have put there since stays: only what was here once is deleted there. */
  private void makeAlike() throws IOException {
    Set<Path> here = new TreeSet<>(files(disk));
    for (Path file : here) { // before anything is deleted that they are made of
      copy(file);
    }
    for (Path file : files(place)) {
      boolean ours = copied.containsKey(file) || file.toString().endsWith(WholeFile.PART);
      if (ours && !here.contains(file)) {
        Files.deleteIfExists(place.resolve(file.toString()));
        copied.remove(file);
        deleteEmpty(file.getParent());
      }
    }
  }

  /** Deletes folders that are not here any more, from one upwards, as long as they are empty. */
  private void deleteEmpty(Path folder) throws IOException {
    for (Path gone = folder;
        gone != null && !Files.isDirectory(disk.resolve(gone));
        gone = gone.getParent()) {
      Path there = place.resolve(gone.toString());
      try (Stream<Path> left = Files.list(there)) {
        if (left.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(there);
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    publish();
    await(
        () -> {
          Files.createDirectories(place.resolve(from)); // which is not there if it is empty
          Files.move(place.resolve(from), place.resolve(to), StandardCopyOption.ATOMIC_MOVE);
          Files.move(disk.resolve(from), disk.resolve(to), StandardCopyOption.ATOMIC_MOVE);
          copied.clear();
          for (Path file : files(disk)) { // they are there already
            copied.put(file, Stamp.of(disk.resolve(file)));
          }
        });
  }

  @Override
  public void close() {
    copier.shutdown();
    try {
      if (!copier.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
        failure = Optional.of(new IOException("not all was copied"));
      }
      if (failure.isEmpty() && !lock.isLost()) {
        deleteDisk();
      }
      lock.close();
    } catch (NoSuchFileException e) {
      // Somebody has deleted it.
    } catch (IOException e) {
      throw new UncheckedIOException("cannot leave " + place + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deleteDisk() throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(disk)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
