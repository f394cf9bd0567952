package dev.parallax.storage;

import dev.parallax.storage.remote.RemoteFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder that one process works in. One of this machine is worked in as it is. Of one elsewhere
 * there is a copy on this machine's disk, whose files go there as they are written: so work is as
 * fast as the disk, and can go on from another machine.
 */
public interface WorkFolder extends AutoCloseable {

  /**
   * Takes a folder, which is there.
   *
   * @param lock the name of the file in it that keeps others out
   * @return none if another process works in it
   * @throws IOException if it cannot be written or read
   */
  static Optional<WorkFolder> take(Path place, String lock) throws IOException {
    return RemoteFiles.isOne(place)
        ? MirroredFolder.take(place, lock).map(WorkFolder.class::cast)
        : OwnFolder.take(place, lock);
  }

  /** Where its files are, on this machine's disk. */
  Path disk();

  /** Why nothing keeps others out, where nothing does. */
  Optional<String> flaw();

  /**
   * Has a file, written whole, go where the folder is; that may take a while.
   *
   * @throws java.io.UncheckedIOException if that failed for this file or one before
   */
  void written(Path file);

  /**
   * Makes the folder as its copy is: what was written is there on return, what was deleted is not.
   *
   * @throws IOException if it cannot be written
   */
  void publish() throws IOException;

  /**
   * Gives a file or folder in it another name, all at once where the file system can.
   *
   * @throws IOException if it cannot
   */
  void rename(String from, String to) throws IOException;

  /** Leaves it to other processes. */
  @Override
  void close();
}
