package dev.parallax.run;

import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over a run's results: for each item in item order, each response's 64 bits, high byte
 * first ({@link Column#bits}), or of a text the number of its bytes in UTF-8, as 64 bits, and these
 * bytes; then the index of each failed item. Two runs agree exactly when their digests do.
 */
public final class Digest {
  private final MessageDigest sha;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
  private final List<Long> failed = new ArrayList<>();

  /** The digest of nothing yet. */
  public Digest() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Takes the next block's results. */
  public void update(BlockResult result) {
    List<Column> columns = result.columns();
    int size = columns.isEmpty() ? 0 : columns.get(0).size();
    for (int i = 0; i < size; i++) {
      for (Column column : columns) {
        if (column instanceof Column.Texts texts) {
          put(texts.values()[i]);
        } else {
          put(column.bits(i));
        }
      }
    }
    result.failures().stream().map(Failure::item).forEach(failed::add);
  }

  private void put(long bits) {
    if (buffer.remaining() < Long.BYTES) {
      flush();
    }
    buffer.putLong(bits);
  }

  private void put(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    put(bytes.length);
    flush();
    sha.update(bytes);
  }

  private void flush() {
    sha.update(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  /** The digest of all that was taken so far, as 64 hexadecimal digits. */
  public String hex() {
    try {
      MessageDigest whole = (MessageDigest) sha.clone();
      whole.update(buffer.array(), 0, buffer.position());
      ByteBuffer last = ByteBuffer.allocate(Long.BYTES);
      failed.forEach(item -> whole.update(last.putLong(0, item).array()));
      return HexFormat.of().formatHex(whole.digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("every Java has a SHA-256 that can be copied", e);
    }
  }
}
