package dev.parallax.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A folder of this machine.
 *
 * @param disk the folder
 * @param lock keeps others out
 */
record OwnFolder(Path disk, FolderLock lock) implements WorkFolder {
  static Optional<WorkFolder> take(Path place, String lock) throws IOException {
    return FolderLock.take(place.resolve(lock)).map(held -> new OwnFolder(place, held));
  }

  @Override
  public Optional<String> flaw() {
    return lock.flaw();
  }

  @Override
  public void written(Path file) {
    // It is where it belongs.
  }

  @Override
  public void publish() {
    // All is.
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Files.move(disk.resolve(from), disk.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    lock.close();
  }
}
