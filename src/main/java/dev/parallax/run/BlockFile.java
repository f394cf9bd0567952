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
 * A finished block as a file: its range, how it went, how its items were dealt, its columns' bits,
 * the time of each item, its failures; at the end the CRC-32C of all that, by which a file that was
 * cut or changed is known.
 */
final class BlockFile {
  private static final int VERSION = 5;

  /** Before it was kept when a block began, and how long each item took. */
  private static final int UNTIMED = 3;

  private static final int CHUNK = 8192;

  private BlockFile() {}

  /** Which block it is, what it took, and how its items were dealt, if they were. */
  record Head(int version, Block block, Effort effort, Optional<Deal> deal) {}

  static void write(Path file, Outcome outcome, Optional<Deal> deal) throws IOException {
    try (CheckedOutputStream checked =
            new CheckedOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file), 8 * CHUNK), new CRC32C());
        DataOutputStream out = new DataOutputStream(checked)) {
      writeHead(out, outcome, deal);
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

  private static void writeHead(DataOutputStream out, Outcome outcome, Optional<Deal> deal)
      throws IOException {
    Block block = outcome.block();
    out.writeInt(VERSION);
    out.writeInt(block.index());
    out.writeLong(block.first());
    out.writeInt(block.size());
    out.writeDouble(outcome.effort().seconds());
    out.writeUTF(outcome.effort().where());
    out.writeDouble(outcome.effort().began());
    out.writeInt(deal.map(Deal::hands).orElse(0));
    out.writeLong(deal.map(Deal::items).orElse(0L));
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
      Outcome outcome = readRest(in, head, 0, head.block().size());
      long sum = checked.getChecksum().getValue();
      if (in.readLong() != sum) {
        throw new IOException("it is damaged");
      }
      return outcome;
    }
  }

  /** Some items of a block, which is taken to be whole: from one up to another or to its end. */
  static Outcome part(Path file, long first, long end) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), CHUNK))) {
      Head head = readHead(in);
      Block block = head.block();
      return readRest(in, head, block.place(first), block.place(Math.min(end, block.end())));
    }
  }

  private static Outcome readRest(DataInputStream in, Head head, int from, int to)
      throws IOException {
    Block block = head.block();
    int count = in.readInt();
    List<Column> columns = new ArrayList<>(count);
    for (int c = 0; c < count; c++) {
      columns.add(readColumn(in, block.size(), from, to));
    }
    boolean timed = head.version() != UNTIMED && in.readBoolean();
    ItemTimes times = timed ? readTimes(in, block.size(), from, to) : ItemTimes.NONE;
    Block some = new Block(block.index(), block.item(from), to - from);
    List<Failure> failures = readFailures(in);
    failures.removeIf(f -> f.item() < some.first() || f.item() >= some.end());
    return new Outcome(some, new BlockResult(columns, failures, times), head.effort());
  }

  private static Head readHead(DataInputStream in) throws IOException {
    int version = in.readInt();
    if (version != VERSION && version != UNTIMED) {
      throw new IOException("it was written by another version");
    }
    Block block = new Block(in.readInt(), in.readLong(), in.readInt());
    double seconds = in.readDouble();
    String where = in.readUTF();
    if (version == UNTIMED) {
      return new Head(version, block, new Effort(seconds, where, Double.NaN), Optional.empty());
    }
    Effort effort = new Effort(seconds, where, in.readDouble());
    int hands = in.readInt();
    long items = in.readLong();
    Optional<Deal> deal = hands == 0 ? Optional.empty() : Optional.of(new Deal(hands, items));
    return new Head(version, block, effort, deal);
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

  private static Column readColumn(DataInputStream in, int size, int from, int to)
      throws IOException {
    ColumnType type = ColumnType.valueOf(in.readUTF());
    long[] bits = new long[to - from];
    byte[] bytes = new byte[8 * Math.min(bits.length, CHUNK)];
    in.skipNBytes(8L * from);
    for (int next = 0; next < bits.length; next += CHUNK) {
      int length = Math.min(CHUNK, bits.length - next);
      in.readFully(bytes, 0, 8 * length);
      ByteBuffer.wrap(bytes).asLongBuffer().get(bits, next, length);
    }
    in.skipNBytes(8L * (size - to));
    return Column.ofBits(type, bits);
  }

  private static ItemTimes readTimes(DataInputStream in, int size, int from, int to)
      throws IOException {
    float[] seconds = new float[to - from];
    in.skipNBytes(4L * from);
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = in.readFloat();
    }
    in.skipNBytes(4L * (size - to));
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
