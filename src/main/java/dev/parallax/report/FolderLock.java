package dev.parallax.report;

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
 */
record FolderLock(FileChannel channel) implements AutoCloseable {

  /** The lock; none if another process, or another run of this one, has it. */
  static Optional<FolderLock> take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    if (isLocked(channel)) {
      return Optional.of(new FolderLock(channel));
    }
    channel.close();
    return Optional.empty();
  }

  private static boolean isLocked(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) { // a file system without locks keeps no second run out
      return true;
    }
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
