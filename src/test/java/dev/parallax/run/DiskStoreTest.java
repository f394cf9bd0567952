package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Effort;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.ItemTimes;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Scatter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class DiskStoreTest {
  @TempDir private Path folder;
  private Path many;

  @BeforeEach
  void aRunThatWasKilled() {
    DiskStore store = new DiskStore(folder);
    for (Block block : Block.split(20, 4)) {
      store.add(outcome(block));
    }
  }

  private static Outcome outcome(Block block) {
    double[] values = new double[block.size()];
    long[] wholes = new long[block.size()];
    Arrays.setAll(values, i -> 1.0 / (block.first() + i));
    Arrays.setAll(wholes, i -> block.first() + i);
    List<Column> columns = List.of(new Column.Doubles(values), new Column.Longs(wholes));
    List<Failure> failures = List.of(new Failure(block.first(), "lab.Odd", "why"));
    float[] seconds = new float[block.size()];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = 0.5f + block.item(i);
    }
    ItemTimes times = block.first() == 15 ? ItemTimes.NONE : ItemTimes.of(seconds);
    return new Outcome(
        block, new BlockResult(columns, failures, times), new Effort(0.5, "here", 100));
  }

  private List<Long> starts(DiskStore store) {
    return store.blocks().stream().map(Block::first).toList();
  }

  @Test
  void whatWasKeptComesBack() {
    DiskStore store = new DiskStore(folder);
    assertEquals(List.of(), store.dropped());
    assertEquals(List.of(0L, 5L, 10L, 15L), starts(store));
    for (Outcome outcome : store) {
      Outcome expected = outcome(outcome.block());
      assertEquals(expected.effort(), outcome.effort());
      assertEquals(expected.result().failures(), outcome.result().failures());
      for (int i = 0; i < 5; i++) {
        float right = outcome.block().first() == 15 ? Float.NaN : 0.5f + outcome.block().item(i);
        assertEquals(right, outcome.result().times().seconds(i));
      }
      for (int c = 0; c < 2; c++) {
        for (int i = 0; i < 5; i++) {
          assertEquals(
              expected.result().columns().get(c).bits(i),
              outcome.result().columns().get(c).bits(i));
        }
      }
    }
    store.close();
    assertFalse(Files.exists(folder));
  }

  /** Whichever byte is changed and wherever the file is cut, it is noticed. */
  @Test
  void aDamagedBlockIsDropped() throws IOException {
    Path file = folder.resolve("5-5.block");
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 4;
      assertDropped(file, changed);
      assertDropped(file, Arrays.copyOf(bytes, i));
    }
  }

  private void assertDropped(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    DiskStore store = new DiskStore(folder);
    assertEquals(List.of(file), store.dropped());
    assertEquals(List.of(0L, 10L, 15L), starts(store));
    assertFalse(Files.exists(file));
  }

  @Test
  void aBlockUnderAnothersNameIsDroppedAndAHalfWrittenOneDeleted() throws IOException {
    Files.move(folder.resolve("15-5.block"), folder.resolve("15-6.block"));
    Path part = Files.write(folder.resolve("20-5.block.part"), new byte[3]);
    DiskStore store = new DiskStore(folder);
    assertEquals(List.of(folder.resolve("15-6.block")), store.dropped());
    assertEquals(List.of(0L, 5L, 10L), starts(store));
    assertFalse(Files.exists(part));
  }

  /** As two processes at a time leave them. */
  @Test
  void aBlockThatOverlapsAnotherIsDropped() {
    new DiskStore(folder).add(outcome(new Block(0, 18, 4)));
    DiskStore store = new DiskStore(folder);
    assertEquals(List.of(folder.resolve("18-4.block")), store.dropped());
    assertEquals(List.of(0L, 5L, 10L, 15L), starts(store));
  }

  @Test
  void singleItemsGetOtherResultsInTheirBlocks() {
    DiskStore store = new DiskStore(folder);
    long[] items = {3, 5, 12};
    double[] values = {33, 55, 122};
    long[] wholes = {-3, -5, -12};
    store.amend(
        items,
        new BlockResult(
            List.of(new Column.Doubles(values), new Column.Longs(wholes)),
            List.of(new Failure(12, "lab.Odd", "still")),
            ItemTimes.of(new float[] {33, 55, 122})));
    List<Outcome> kept = new ArrayList<>();
    new DiskStore(folder).forEach(kept::add);
    assertEquals(List.of(0L, 5L, 10L, 15L), starts(store));
    assertEquals(33, kept.get(0).result().columns().get(0).number(3));
    assertEquals(33, kept.get(0).result().times().seconds(3));
    assertEquals(4.5f, kept.get(0).result().times().seconds(4));
    assertEquals(0.25, kept.get(0).result().columns().get(0).number(4));
    assertEquals(-5, kept.get(1).result().columns().get(1).bits(0));
    assertEquals(List.of(0L), failed(kept.get(0)));
    assertEquals(List.of(), failed(kept.get(1)), "it has not failed again");
    assertEquals(List.of(10L, 12L), failed(kept.get(2)));
  }

  private static List<Long> failed(Outcome outcome) {
    return outcome.result().failures().stream().map(Failure::item).toList();
  }

  @Test
  void manyFilesBecomeFewWithTheSameResults() throws IOException {
    DiskStore store = new DiskStore(Files.createDirectory(folder.resolve("many")));
    for (Block block : Block.split(1000, 100)) {
      store.add(outcome(block));
    }
    String before = digest(store);
    store.compact();
    assertEquals(List.of(new Block(0, 0, 1000)), store.blocks());
    DiskStore again = new DiskStore(folder.resolve("many"));
    assertEquals(before, digest(again));
    assertEquals(List.of(), again.dropped());
  }

  /** As a process leaves it that is killed while it makes few files of many. */
  @Test
  void aBlockAndThoseItWasMadeOfAreTheBlock() {
    DiskStore store = new DiskStore(folder);
    String before = digest(store);
    List<Outcome> parts = new ArrayList<>();
    store.forEach(parts::add);
    store.add(Merged.joined(parts.subList(0, 3)));
    DiskStore again = new DiskStore(folder);
    assertEquals(List.of(), again.dropped());
    assertEquals(List.of(0L, 15L), starts(again));
    assertEquals(before, digest(again));
  }

  private static String digest(DiskStore store) {
    Digest digest = new Digest();
    store.forEach(outcome -> digest.update(outcome.result()));
    return digest.hex();
  }

  private DiskStore many(List<Block> blocks) throws IOException {
    many = Files.createTempDirectory(folder, "many");
    DiskStore store = new DiskStore(many);
    blocks.forEach(block -> store.add(outcome(block)));
    return store;
  }

  @Test
  void sixtyFourFilesAreFew() throws IOException {
    DiskStore store = many(Block.split(640, 64));
    store.compact();
    assertEquals(Block.split(640, 64), store.blocks());
  }

  @Test
  void blocksThatAreNotAdjacentStayApart() throws IOException {
    List<Block> blocks = new ArrayList<>(Block.split(700, 70));
    blocks.removeAll(List.of(blocks.get(1), blocks.get(30), blocks.get(67)));
    DiskStore store = many(blocks);
    store.compact();
    List<Long> ends = store.blocks().stream().map(Block::end).toList();
    assertEquals(List.of(0L, 20L, 310L, 680L), starts(store));
    assertEquals(List.of(10L, 300L, 670L, 700L), ends);
    assertEquals(4, many.toFile().list().length, "what they were made of is gone");
    assertEquals(
        List.of(0.5, 14.0, 18.0, 1.0), store.efforts().stream().map(Effort::seconds).toList());
  }

  @Test
  void aFileHasHalfAMillionItemsAtMost() throws IOException {
    DiskStore store = many(Block.split(67 << 13, 67));
    store.compact();
    List<Block> blocks = store.blocks();
    assertEquals(List.of(0L, 1L << 19), starts(store));
    assertEquals(List.of(1 << 19, 3 << 13), blocks.stream().map(Block::size).toList());
  }

  @Test
  void partsOfACyclicOrderAreNotPutTogether() throws IOException {
    DiskStore store = new DiskStore(Files.createDirectory(folder.resolve("cyclic")));
    store.keepCyclic(new CyclicOrder(70, 700));
    Scatter.CYCLIC.blocks(700, 70).forEach(block -> store.add(outcome(block)));
    store.compact();
    assertEquals(70, store.blocks().size());
    assertEquals(new CyclicOrder(70, 700), store.cyclic().orElseThrow());
  }

  @Test
  void anOrderIsKeptBeforeTheFirstBlock() {
    DiskStore store = new DiskStore(folder);
    CyclicOrder order = new CyclicOrder(2, 20);
    assertThrows(IllegalStateException.class, () -> store.keepCyclic(order));
    assertEquals(Optional.empty(), store.cyclic());
  }

  @Test
  void aPartOfABlockIsReadFromItsFile() {
    Outcome part = new DiskStore(folder).part(6, 9);
    assertEquals(new Block(1, 6, 3), part.block());
    assertEquals(List.of(6L, 7L, 8L), wholes(part));
    assertEquals(List.of(9L), wholes(new DiskStore(folder).part(9, 12)), "up to the block's end");
  }

  private static List<Long> wholes(Outcome outcome) {
    Column column = outcome.result().columns().get(1);
    return LongStream.range(0, column.size()).mapToObj(i -> column.bits((int) i)).toList();
  }

  private static String said(Executable action) {
    return assertThrows(UncheckedIOException.class, action).getMessage();
  }

  @Test
  void aFileThatCannotBeReadOrWrittenIsNamed() throws IOException {
    DiskStore store = new DiskStore(folder);
    Path file = folder.resolve("5-5.block");
    Files.delete(file);
    assertTrue(said(() -> store.part(5, 7)).startsWith("cannot read " + file + ": "));
    assertTrue(said(() -> store.forEach(outcome -> {})).startsWith("cannot read " + file + ": "));
    store.close();
    Path next = folder.resolve("20-5.block");
    assertEquals(
        "cannot write " + next + ": the folder is gone",
        said(() -> store.add(outcome(new Block(4, 20, 5)))));
    assertTrue(said(store::close).startsWith("cannot delete " + folder));
    Path taken = Files.createFile(folder.resolveSibling("taken-" + folder.getFileName()));
    assertTrue(said(() -> new DiskStore(taken)).startsWith("cannot keep results in " + taken));
    Files.delete(taken);
    Files.createDirectory(folder);
  }

  @Test
  void aClosedStoreHasNothing() throws IOException {
    DiskStore store = new DiskStore(folder);
    store.close();
    assertEquals(List.of(), store.blocks());
    assertEquals(List.of(), store.efforts());
    Files.createDirectory(folder);
  }

  @Test
  void whereTheItemsOfAFolderEndIsInItsFilesNames() throws IOException {
    assertEquals(20, DiskStore.end(folder));
    Files.writeString(folder.resolve("30-7.block"), "");
    Files.writeString(folder.resolve("90-7.other"), "");
    assertEquals(37, DiskStore.end(folder));
    assertEquals(0, DiskStore.end(Files.createDirectory(folder.resolve("empty"))));
  }

  /** A later start with a larger block: what overlaps neither is kept. */
  @Test
  void ofBlocksThatOverlapTheLargerIsKept() {
    new DiskStore(folder).add(outcome(new Block(0, 3, 6)));
    DiskStore store = new DiskStore(folder);
    assertEquals(List.of(3L, 10L, 15L), starts(store));
    assertEquals(
        List.of(folder.resolve("0-5.block"), folder.resolve("5-5.block")), store.dropped());
    assertFalse(Files.exists(folder.resolve("0-5.block")));
  }

  @Test
  void blocksOfAnotherOrderAreDropped() throws IOException {
    Path other = Files.createDirectory(folder.resolve("cyclic"));
    DiskStore cyclic = new DiskStore(other);
    cyclic.keepCyclic(new CyclicOrder(2, 20));
    cyclic.add(outcome(new Block(0, 0, 4, 2)));
    Path file = folder.resolve("0-4-of-20.block");
    Files.copy(other.resolve(file.getFileName()), file);
    DiskStore store = new DiskStore(folder);
    assertEquals(List.of(file), store.dropped());
    assertFalse(Files.exists(file));
    assertEquals(List.of(0L, 5L, 10L, 15L), starts(store));
  }
}
