package dev.parallax.storage.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;

/** A file that is read, from any place on. */
final class RemoteChannel implements SeekableByteChannel {
  private final FSDataInputStream in;
  private final long size;
  private boolean closed;

  RemoteChannel(FSDataInputStream in, long size) {
    this.in = in;
    this.size = size;
  }

  private void checkOpen() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    checkOpen();
    byte[] bytes = new byte[Math.min(to.remaining(), 1 << 16)];
    int count = in.read(bytes);
    if (count > 0) {
      to.put(bytes, 0, count);
    }
    return count;
  }

  @Override
  public long position() throws IOException {
    checkOpen();
    return in.getPos();
  }

  @Override
  public SeekableByteChannel position(long place) throws IOException {
    checkOpen();
    in.seek(place);
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long to) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    in.close();
  }
}
