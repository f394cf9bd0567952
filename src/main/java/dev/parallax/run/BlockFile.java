package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockResult;
import dev.parallax.engine.Column;
import dev.parallax.engine.ColumnType;
import dev.parallax.engine.Effort;
import dev.parallax.engine.Failure;
import dev.parallax.engine.ItemTimes;
import dev.parallax.engine.Outcome;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A finished block as a file: its range, how it went, its columns' bits, the time of each item, its
 * failures; at the end the CRC-32C of all that, by which a file that was cut or changed is known.
 */
final class BlockFile {
  private static final int VERSION = 4;

  /** Before it was kept when a block began, and how long each item took. */
  private static final int UNTIMED = 3;

  private static final int CHUNK = 8192;

  private BlockFile() {}

  /** Which block it is, and what it took. */
  record Head(int version, Block block, Effort effort) {}

  static void write(Path file, Outcome outcome) throws IOException {
    try (CheckedOutputStream checked =
            new CheckedOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file), 8 * CHUNK), new CRC32C());
        DataOutputStream out = new DataOutputStream(checked)) {
      writeHead(out, outcome);
      List<Column> columns = outcome.result().columns();
      out.writeInt(columns.size());
      for (Column column : columns) {
        out.writeUTF(column.type().name());
        writeBits(out, column);
      }
      writeTimes(out, outcome.result().times(), outcome.block().size());
      writeFailures(out, outcome.result().failures());
      out.writeLong(checked.getChecksum().getValue());
    }
  }

  private static void writeHead(DataOutputStream out, Outcome outcome) throws IOException {
    Block block = outcome.block();
    out.writeInt(VERSION);
    out.writeInt(block.index());
    out.writeLong(block.first());
    out.writeInt(block.size());
    out.writeDouble(outcome.effort().seconds());
    out.writeUTF(outcome.effort().where());
    out.writeDouble(outcome.effort().began());
  }

  private static void writeBits(DataOutputStream out, Column column) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(8 * CHUNK);
    for (int i = 0; i < column.size(); i++) {
      buffer.putLong(column.bits(i));
      if (!buffer.hasRemaining() || i == column.size() - 1) {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
      }
    }
  }

  private static void writeTimes(DataOutputStream out, ItemTimes times, int size)
      throws IOException {
    out.writeBoolean(times.areKnown());
    for (int i = 0; times.areKnown() && i < size; i++) {
      out.writeFloat(times.seconds(i));
    }
  }

  private static void writeFailures(DataOutputStream out, List<Failure> failures)
      throws IOException {
    out.writeInt(failures.size());
    for (Failure failure : failures) {
      out.writeLong(failure.item());
      out.writeUTF(failure.exception());
      out.writeUTF(failure.message());
    }
  }

  static Outcome read(Path file) throws IOException {
    try (CheckedInputStream checked =
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file), 8 * CHUNK), new CRC32C());
        DataInputStream in = new DataInputStream(checked)) {
      Head head = readHead(in);
      Block block = head.block();
      int count = in.readInt();
      List<Column> columns = new ArrayList<>(count);
      for (int c = 0; c < count; c++) {
        columns.add(readColumn(in, block.size()));
      }
      ItemTimes times = head.version() == UNTIMED ? ItemTimes.NONE : readTimes(in, block.size());
      List<Failure> failures = readFailures(in);
      long sum = checked.getChecksum().getValue();
      if (in.readLong() != sum) {
        throw new IOException("it is damaged");
      }
      return new Outcome(block, new BlockResult(columns, failures, times), head.effort());
    }
  }

  private static Head readHead(DataInputStream in) throws IOException {
    int version = in.readInt();
    if (version != VERSION && version != UNTIMED) {
      throw new IOException("it was written by another version");
    }
    Block block = new Block(in.readInt(), in.readLong(), in.readInt());
    double seconds = in.readDouble();
    String where = in.readUTF();
    return new Head(
        version,
        block,
        new Effort(seconds, where, version == UNTIMED ? Double.NaN : in.readDouble()));
  }

  /** The head of a file; none if the file is not whole. */
  static Optional<Head> whole(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return isIntact(file) ? Optional.of(readHead(in)) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isIntact(Path file) throws IOException {
    CRC32C sum = new CRC32C();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      byte[] bytes = new byte[8 * CHUNK];
      long left = Files.size(file) - Long.BYTES;
      while (left > 0) {
        int length = (int) Math.min(left, bytes.length);
        in.readFully(bytes, 0, length);
        sum.update(bytes, 0, length);
        left -= length;
      }
      return left == 0 && in.readLong() == sum.getValue();
    }
  }

  private static Column readColumn(DataInputStream in, int size) throws IOException {
    ColumnType type = ColumnType.valueOf(in.readUTF());
    long[] bits = new long[size];
    byte[] bytes = new byte[8 * Math.min(size, CHUNK)];
    for (int from = 0; from < size; from += CHUNK) {
      int length = Math.min(CHUNK, size - from);
      in.readFully(bytes, 0, 8 * length);
      ByteBuffer.wrap(bytes).asLongBuffer().get(bits, from, length);
    }
    return Column.ofBits(type, bits);
  }

  private static ItemTimes readTimes(DataInputStream in, int size) throws IOException {
    if (!in.readBoolean()) {
      return ItemTimes.NONE;
    }
    float[] seconds = new float[size];
    for (int i = 0; i < size; i++) {
      seconds[i] = in.readFloat();
    }
    return ItemTimes.of(seconds);
  }

  private static List<Failure> readFailures(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Failure> failures = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      failures.add(new Failure(in.readLong(), in.readUTF(), in.readUTF()));
    }
    return failures;
  }
}
