package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Effort;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Blocks that somebody made to do harm: each with a right checksum. */
class BlockFileTest {
  private static final Origin JOB = new Origin("this job", List.of(ColumnType.LONG));
  private static final int MOST = Integer.MAX_VALUE;

  @TempDir private Path folder;

  /** What a file says, all of which is right at first. */
  private static final class Forged {
    private String name = "5-2.block";
    private int version = 8;
    private String job = "this job";
    private int index = 1;
    private long first = 5;
    private int size = 2;
    private double seconds = 0.25;
    private double began = 100;
    private int parts;
    private long all;
    private int columns = 1;
    private String type = "LONG";
    private int entries = 2;
    private int timed;
    private int failures = 1;
    private long[] failed = {6};
    private byte[] behind = {};

    private byte[] bytes() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(version);
      out.writeUTF(job);
      out.writeInt(index);
      out.writeLong(first);
      out.writeInt(size);
      out.writeDouble(seconds);
      out.writeUTF("there");
      out.writeDouble(began);
      out.writeInt(parts);
      out.writeLong(all);
      out.writeInt(columns);
      out.writeUTF(type);
      for (int i = 0; i < entries; i++) {
        out.writeLong(i);
      }
      out.writeByte(timed);
      out.writeInt(failures);
      for (long item : failed) {
        out.writeLong(item);
        out.writeUTF("lab.Odd");
        out.writeUTF("why");
        out.writeUTF("as written");
      }
      CRC32C sum = new CRC32C();
      sum.update(bytes.toByteArray());
      out.writeLong(sum.getValue());
      out.write(behind);
      return bytes.toByteArray();
    }
  }

  private interface Change {
    void of(Forged forged);
  }

  private static Object[] lie(String what, Change change) {
    return new Object[] {what, change};
  }

  static Stream<Object[]> lies() {
    return Stream.of(
        lie("huge size", f -> f.size = MOST),
        lie("size of a slice's most, and no entries", f -> f.size = Block.MAX_SIZE),
        lie("negative size", f -> f.size = -2),
        lie("no items", f -> f.size = 0),
        lie("negative first", f -> f.first = -5),
        lie("first and size overflow", f -> f.first = Long.MAX_VALUE - 1),
        lie("negative index", f -> f.index = -1),
        lie("huge number of columns", f -> f.columns = MOST),
        lie("negative number of columns", f -> f.columns = -1),
        lie("no columns", f -> f.columns = 0),
        lie("two columns, one there", f -> f.columns = 2),
        lie("unknown type", f -> f.type = "TEXT"),
        lie("another type", f -> f.type = "DOUBLE"),
        lie("huge number of failures", f -> f.failures = MOST),
        lie("negative number of failures", f -> f.failures = -1),
        lie("a failure before the block", f -> f.failed = new long[] {4}),
        lie("a failure behind the block", f -> f.failed = new long[] {7}),
        lie("a negative failure", f -> f.failed = new long[] {Long.MIN_VALUE}),
        lie(
            "an item that failed twice",
            f -> {
              f.failures = 2;
              f.failed = new long[] {6, 6};
            }),
        lie("times that are not there", f -> f.timed = 1),
        lie("seconds that are no number", f -> f.seconds = Double.NaN),
        lie("endless seconds", f -> f.seconds = Double.POSITIVE_INFINITY),
        lie("negative seconds", f -> f.seconds = -1),
        lie("begun at no time", f -> f.began = Double.NEGATIVE_INFINITY),
        lie("negative parts", f -> f.parts = -1),
        lie("too many parts", f -> f.parts = MOST),
        lie("fewer items than parts", f -> f.parts = 2),
        lie("more than is said", f -> f.behind = new byte[1]),
        lie("a later version", f -> f.version = 9),
        lie("an earlier version", f -> f.version = 7),
        lie("another version", f -> f.version = -1),
        lie(
            "a block that ends beyond its part",
            f -> {
              f.name = "5-2-of-6.block";
              f.parts = 2;
              f.all = 6;
            }),
        lie(
            "a failure of another part",
            f -> {
              f.name = "5-2-of-12.block";
              f.parts = 2;
              f.all = 12;
            }));
  }

  private Path forged(Change change) throws IOException {
    Forged forged = new Forged();
    change.of(forged);
    return Files.write(folder.resolve(forged.name), forged.bytes());
  }

  @Test
  void whatIsSaidRightlyIsRead() throws IOException {
    forged(f -> {});
    DiskStore store = new DiskStore(folder, Optional.of(JOB));
    assertEquals(List.of(), store.dropped());
    Outcome outcome = store.iterator().next();
    assertEquals(new Block(1, 5, 2), outcome.block());
    assertEquals(1, outcome.result().columns().get(0).bits(1));
    assertEquals(
        new Failure(6, "lab.Odd", "why", "as written"), outcome.result().failures().get(0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void whatCannotBeIsDropped(String what, Change change) throws IOException {
    Path file = forged(change);
    DiskStore store = new DiskStore(folder, Optional.of(JOB));
    assertEquals(List.of(file), store.dropped(), what);
    assertEquals(List.of(), store.blocks());
    assertFalse(Files.exists(file));
  }

  /** A store that knows nothing of a job believes no counts either. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void withoutAJobCountsAreChecked(String what, Change change) throws IOException {
    Path file = forged(change);
    DiskStore store = new DiskStore(folder);
    boolean possible = what.equals("another type");
    assertEquals(possible ? List.of() : List.of(file), store.dropped(), what);
  }

  @Test
  void linksPipesAndFoldersAreNoBlocks() throws Exception {
    Path victim = folder.resolve("victim");
    Files.write(victim, new Forged().bytes());
    Path blocks = Files.createDirectory(folder.resolve("blocks"));
    Files.createSymbolicLink(blocks.resolve("5-2.block"), victim);
    Files.createSymbolicLink(blocks.resolve("7-1.block"), Path.of("/dev/zero"));
    Files.createSymbolicLink(blocks.resolve("8-1.block.part"), victim);
    Files.createDirectory(blocks.resolve("9-1.block"));
    Path pipe = blocks.resolve("10-1.block");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    DiskStore store = new DiskStore(blocks, Optional.of(JOB));
    assertEquals(4, store.dropped().size());
    assertEquals(0, blocks.toFile().list().length);
    assertTrue(Files.exists(victim));
    // And a link that is planted later is not written through.
    Files.createSymbolicLink(blocks.resolve("0-1.block"), victim);
    Files.createSymbolicLink(blocks.resolve("0-1.block.part"), victim);
    store.add(outcome(new Block(0, 0, 1)));
    assertFalse(Files.isSymbolicLink(blocks.resolve("0-1.block")));
    assertTrue(Arrays.equals(new Forged().bytes(), Files.readAllBytes(victim)));
  }

  private static Outcome outcome(Block block) {
    Column column = new Column.Longs(new long[block.size()]);
    return new Outcome(
        block, new BlockResult(List.of(column), List.of()), new Effort(0.5, "here", 100));
  }

  @Test
  void anotherJobsBlocksAreRefusedAndLeft() throws IOException {
    new DiskStore(folder, Optional.of(JOB)).add(outcome(new Block(0, 0, 4)));
    Origin other = new Origin("another job", JOB.columns());
    Path file = folder.resolve("0-4.block");
    assertEquals(Optional.of(file), DiskStore.foreign(folder, other));
    assertEquals(Optional.empty(), DiskStore.foreign(folder, JOB));
    assertThrows(IllegalArgumentException.class, () -> new DiskStore(folder, Optional.of(other)));
    assertTrue(Files.exists(file));
    assertEquals(1, new DiskStore(folder, Optional.of(JOB)).blocks().size());
  }

  /** One that nobody's job is named in is not taken for this job's. */
  @Test
  void aBlockWithoutAJobIsForeign() throws IOException {
    new DiskStore(folder).add(outcome(new Block(0, 0, 4)));
    assertTrue(DiskStore.foreign(folder, JOB).isPresent());
  }

  @Test
  void theEndIsToldByAnyName() throws IOException {
    for (String name : List.of("9223372036854775000-16777216.block", "x-1.block", "3-4.block")) {
      Files.createFile(folder.resolve(name));
    }
    assertEquals(Long.MAX_VALUE, DiskStore.end(folder));
    Files.delete(folder.resolve("9223372036854775000-16777216.block"));
    assertEquals(7, DiskStore.end(folder));
    Files.createFile(folder.resolve("0-2-of-9999999999999999999.block"));
    assertEquals(Long.MAX_VALUE, DiskStore.end(folder));
  }
}
