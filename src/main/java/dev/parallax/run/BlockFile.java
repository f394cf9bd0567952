package dev.parallax.run;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.ItemTimes;
import dev.parallax.engine.block.Outcome;
import dev.parallax.storage.WholeFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A finished block as a file: its {@link BlockHead}, its columns' bits, the time of each item, its
 * failures; at the end the CRC-32C of all that, by which a file that was cut or changed is known.
 * What was changed on purpose may have a right sum: {@link #whole} checks every count before
 * anything is made for it.
 */
final class BlockFile {
  private static final int CHUNK = 8192;

  private BlockFile() {}

  static void write(OutputStream file, BlockHead head, BlockResult result) throws IOException {
    try (CheckedOutputStream checked =
            new CheckedOutputStream(new BufferedOutputStream(file, 8 * CHUNK), new CRC32C());
        DataOutputStream out = new DataOutputStream(checked)) {
      head.write(out);
      List<Column> columns = result.columns();
      out.writeInt(columns.size());
      for (Column column : columns) {
        out.writeUTF(column.type().name());
        if (column instanceof Column.Texts texts) {
          writeTexts(out, texts);
        } else {
          writeBits(out, column);
        }
      }
      writeTimes(out, result.times(), head.block().size());
      writeFailures(out, result.failures());
      out.writeLong(checked.getChecksum().getValue());
    }
  }

  private static void writeTexts(DataOutputStream out, Column.Texts texts) throws IOException {
    for (String text : texts.values()) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
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
      out.writeUTF(failure.trace());
    }
  }

  static Outcome read(Path file) throws IOException {
    try (CheckedInputStream checked = checked(file);
        DataInputStream in = new DataInputStream(checked)) {
      BlockHead head = head(in);
      Outcome outcome = readRest(in, head, 0, head.block().size(), Files.size(file));
      long sum = checked.getChecksum().getValue();
      if (in.readLong() != sum) {
        throw new IOException("it is damaged");
      }
      return outcome;
    }
  }

  /** The head; the same complaint of any that cannot be, for it may quote anything. */
  private static BlockHead head(DataInputStream in) throws IOException {
    try {
      return BlockHead.read(in);
    } catch (IllegalArgumentException e) {
      throw new IOException("it is damaged", e);
    }
  }

  private static CheckedInputStream checked(Path file) throws IOException {
    return new CheckedInputStream(
        new BufferedInputStream(WholeFile.open(file), 8 * CHUNK), new CRC32C());
  }

  /** Some items of a block, which is taken to be whole: from one up to another or to its end. */
  static Outcome part(Path file, long first, long end) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(WholeFile.open(file), CHUNK))) {
      BlockHead head = head(in);
      Block block = head.block();
      int to = block.before(end);
      return readRest(in, head, block.place(first), to, Files.size(file));
    }
  }

  private static Outcome readRest(DataInputStream in, BlockHead head, int from, int to, long bytes)
      throws IOException {
    Block block = head.block();
    int count = in.readInt();
    if (count < 0 || 4L * block.size() * count > bytes) { // before anything is made for it
      throw new IOException("it is damaged");
    }
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      columns.add(readColumn(in, block.size(), from, to));
    }
    boolean timed = in.readBoolean();
    ItemTimes times = timed ? readTimes(in, block.size(), from, to) : ItemTimes.NONE;
    Block some = block.part(from, to);
    List<Failure> failures = readFailures(in);
    failures.removeIf(f -> !some.spans(f.item()));
    return new Outcome(some, new BlockResult(columns, failures, times), head.effort());
  }

  /** The head of a file as it claims to be, nothing of which is checked; none if it has none. */
  static Optional<BlockHead> claimed(Path file) {
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(WholeFile.open(file)))) {
      return Optional.of(BlockHead.read(in));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The head of a file; none if the file is not whole.
   *
   * @param columns the columns that it must have, if that is known
   */
  static Optional<BlockHead> whole(Path file, Optional<List<ColumnType>> columns) {
    try (CheckedInputStream checked = checked(file);
        DataInputStream in = new DataInputStream(checked)) {
      BlockHead head = head(in);
      boolean sound = areSound(in, head, columns);
      long sum = checked.getChecksum().getValue();
      return sound && in.readLong() == sum && in.read() < 0 ? Optional.of(head) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Goes through what follows the head, and keeps nothing. */
  private static boolean areSound(
      DataInputStream in, BlockHead head, Optional<List<ColumnType>> columns) throws IOException {
    int size = head.block().size();
    if (!areColumnsSound(in, size, columns)) {
      return false;
    }
    if (in.readBoolean()) {
      pass(in, 4L * size);
    }
    return areFailuresSound(in, head.block());
  }

  private static boolean areColumnsSound(
      DataInputStream in, int size, Optional<List<ColumnType>> columns) throws IOException {
    int count = in.readInt();
    if (count < 0 || count != columns.map(List::size).orElse(count)) {
      return false;
    }
    for (int c = 0; c < count; c++) {
      ColumnType type = type(in);
      if (columns.isPresent() && type != columns.get().get(c)) {
        return false;
      }
      if (type == ColumnType.TEXT) {
        passTexts(in, size);
      } else {
        pass(in, 8L * size);
      }
    }
    return true;
  }

  /** Whether failures are of items of the block, in their order. */
  private static boolean areFailuresSound(DataInputStream in, Block block) throws IOException {
    int failures = in.readInt();
    long last = block.first() - 1;
    for (int f = 0; f < failures; f++) {
      long item = in.readLong();
      if (item <= last || !block.spans(item) || block.item(block.place(item)) != item) {
        return false;
      }
      last = item;
      in.readUTF();
      in.readUTF();
      in.readUTF();
    }
    return failures >= 0;
  }

  private static void pass(DataInputStream in, long count) throws IOException {
    byte[] bytes = new byte[(int) Math.min(count, 8 * CHUNK)];
    for (long left = count; left > 0; left -= bytes.length) {
      in.readFully(bytes, 0, (int) Math.min(left, bytes.length));
    }
  }

  private static void passTexts(DataInputStream in, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      int length = in.readInt();
      if (length < 0) {
        throw new IOException("it is damaged");
      }
      pass(in, length);
    }
  }

  private static ColumnType type(DataInputStream in) throws IOException {
    String name = in.readUTF();
    for (ColumnType type : ColumnType.values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw new IOException("it is damaged");
  }

  private static Column readColumn(DataInputStream in, int size, int from, int to)
      throws IOException {
    ColumnType type = type(in);
    if (type == ColumnType.TEXT) {
      return readTexts(in, size, from, to);
    }
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

  private static Column readTexts(DataInputStream in, int size, int from, int to)
      throws IOException {
    passTexts(in, from);
    String[] texts = new String[to - from];
    for (int i = 0; i < texts.length; i++) {
      int length = in.readInt();
      byte[] bytes = in.readNBytes(Math.max(0, length));
      if (bytes.length != length) {
        throw new IOException("it is damaged");
      }
      texts[i] = new String(bytes, StandardCharsets.UTF_8);
    }
    passTexts(in, size - to);
    return new Column.Texts(texts);
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
    List<Failure> failures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      failures.add(new Failure(in.readLong(), in.readUTF(), in.readUTF(), in.readUTF()));
    }
    return failures;
  }
}
