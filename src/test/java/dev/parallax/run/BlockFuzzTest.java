package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Effort;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.ItemTimes;
import dev.parallax.engine.block.Outcome;
import dev.parallax.fuzz.Fuzzing;
import dev.parallax.fuzz.Fuzzing.Seed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files of finished blocks, half of them with a right checksum; see {@link Fuzzing}. */
class BlockFuzzTest {
  private static final List<ColumnType> TYPES =
      List.of(ColumnType.LONG, ColumnType.DOUBLE, ColumnType.BOOLEAN, ColumnType.TEXT);
  private static final Origin JOB = new Origin("this job", TYPES);

  @TempDir private Path folder;

  private static Outcome outcome(Block block, boolean timed) {
    List<Column> columns =
        List.of(
            new Column.Longs(new long[block.size()]),
            new Column.Doubles(new double[block.size()]),
            new Column.Booleans(new boolean[block.size()]),
            new Column.Texts(
                Collections.nCopies(block.size(), "some text").toArray(String[]::new)));
    List<Failure> failures = List.of(new Failure(block.first(), "lab.Odd", "why"));
    ItemTimes times = timed ? ItemTimes.of(new float[block.size()]) : ItemTimes.NONE;
    return new Outcome(
        block, new BlockResult(columns, failures, times), new Effort(0.5, "here", 100));
  }

  private List<Seed> seeds() throws IOException {
    List<Seed> seeds = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Path blocks = folder.resolve("written" + i);
      DiskStore store = new DiskStore(blocks, i % 2 == 0 ? Optional.of(JOB) : Optional.empty());
      if (i == 4) {
        store.keepCyclic(new CyclicOrder(2, 12));
      }
      store.add(outcome(new Block(i, 3, i == 5 ? 500 : 3, i == 4 ? 2 : 1), i > 1));
      Path file = blocks.toFile().listFiles()[0].toPath();
      seeds.add(new Seed(file.getFileName().toString(), Files.readAllBytes(file)));
    }
    return seeds;
  }

  @Test
  void noBlockBreaksTheStore() throws Exception {
    List<String> words =
        List.of(
            "LONG",
            "DOUBLE",
            "BOOLEAN",
            "TEXT",
            "\0\0\0\0",
            "\u00FF\u00FF\u00FF\u00FF",
            "\u007F\u00FF",
            "\0\0\0\7",
            "\0\u0008this job",
            "\u0001",
            "\u0080");
    List<Seed> seeds = seeds();
    Path blocks = Files.createDirectory(folder.resolve("blocks"));
    new Fuzzing("blocks", seeds, words, blocks).run(2_500, 0.1, this::read);
  }

  private void read(Path file, byte[] bytes, SplittableRandom random) throws IOException {
    boolean sealed = random.nextBoolean() && bytes.length > Long.BYTES;
    if (sealed) {
      CRC32C sum = new CRC32C();
      sum.update(bytes, 0, bytes.length - Long.BYTES);
      ByteBuffer.wrap(bytes).putLong(bytes.length - Long.BYTES, sum.getValue());
      Files.write(file, bytes);
    }
    direct(file);
    Path blocks = file.getParent();
    Optional<Origin> origin = random.nextBoolean() ? Optional.of(JOB) : Optional.empty();
    try {
      DiskStore store = new DiskStore(blocks, origin);
      assertEquals(1, store.dropped().size() + store.blocks().size());
      for (Block block : store.blocks()) {
        Outcome outcome = store.read(block);
        assertTrue(outcome.block().size() <= bytes.length, "more items than bytes");
        outcome.result().columns().forEach(c -> assertEquals(outcome.block().size(), c.size()));
        assertTrue(store.part(block.first(), block.last() + 1) != null);
      }
    } catch (IllegalArgumentException e) { // of another job
      assertEquals(blocks + " has results of another job", e.getMessage());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** As if the file had been changed after the store was opened. */
  private static void direct(Path file) {
    try {
      BlockFile.read(file);
    } catch (IOException e) {
      assertTrue(String.valueOf(e.getMessage()).lines().count() <= 1, e::toString);
    }
  }
}
