package dev.parallax.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps a folder for one process, by a lock on a file in it. The operating system holds the lock,
 * so that it ends with the process however that ends. The file stays: were it deleted, one process
 * could lock the old file while another makes a new one. It is opened nowhere else, as closing it
 * there would end the lock here.
 *
 * @param channel the file, open
 * @param flaw why it is not locked after all, where the file system cannot
 */
record FolderLock(FileChannel channel, Optional<String> flaw) implements AutoCloseable {

  /** The lock; none if another process, or another run of this one, has it. */
  static Optional<FolderLock> take(Path file) throws IOException {
    return take(
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
  }

  /**
   * The lock on an open file. Where the operating system refuses one for another reason than that
   * it is taken (a file system without locks, a lock server that is down), a run is still possible.
   */
  static Optional<FolderLock> take(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new FolderLock(channel, Optional.empty()));
      }
    } catch (OverlappingFileLockException e) {
      // Another run of this process has it.
    } catch (IOException e) {
      return Optional.of(new FolderLock(channel, Optional.of(String.valueOf(e.getMessage()))));
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot leave an output folder", e);
    }
  }
}
