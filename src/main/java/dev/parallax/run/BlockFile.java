package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockResult;
import dev.parallax.engine.Column;
import dev.parallax.engine.ColumnType;
import dev.parallax.engine.Failure;
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

/** A finished block as a file: its range, how it went, its columns' bits, its failures. */
final class BlockFile {
  private static final int VERSION = 1;
  private static final int CHUNK = 8192;

  private BlockFile() {}

  static void write(Path file, Outcome outcome) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 8 * CHUNK))) {
      Block block = outcome.block();
      out.writeInt(VERSION);
      out.writeInt(block.index());
      out.writeLong(block.first());
      out.writeInt(block.size());
      out.writeDouble(outcome.seconds());
      out.writeUTF(outcome.where());
      List<Column> columns = outcome.result().columns();
      out.writeInt(columns.size());
      for (Column column : columns) {
        out.writeUTF(column.type().name());
        writeBits(out, column);
      }
      writeFailures(out, outcome.result().failures());
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

  private static void writeFailures(DataOutputStream out, List<Failure> failures)
      throws IOException {
    out.writeInt(failures.size());
    for (Failure failure : failures) {
      out.writeLong(failure.item());
      out.writeUTF(failure.message());
    }
  }

  static Outcome read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 8 * CHUNK))) {
      if (in.readInt() != VERSION) {
        throw new IOException("written by another version");
      }
      Block block = new Block(in.readInt(), in.readLong(), in.readInt());
      double seconds = in.readDouble();
      String where = in.readUTF();
      int count = in.readInt();
      List<Column> columns = new ArrayList<>(count);
      for (int c = 0; c < count; c++) {
        columns.add(readColumn(in, block.size()));
      }
      return new Outcome(block, new BlockResult(columns, readFailures(in)), seconds, where);
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

  private static List<Failure> readFailures(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Failure> failures = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      failures.add(new Failure(in.readLong(), in.readUTF()));
    }
    return failures;
  }
}
