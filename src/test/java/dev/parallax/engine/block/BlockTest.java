package dev.parallax.engine.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockTest {

  @Test
  void theBlocksAreTheItemsInOrderForAnyNumbers() {
    for (int items = 0; items <= 40; items++) {
      for (int parts = 1; parts <= 45; parts++) {
        long next = 0;
        for (Block block : Block.split(items, parts)) {
          assertEquals(next, block.first());
          next = block.end();
        }
        assertEquals(items, next);
        assertEquals(Math.min(items, parts), Block.count(items, parts));
      }
    }
  }

  /** As ipyparallel's scatter: the first n mod p parts get one item more. */
  @Test
  void tenThousandItemsOverTwentyFourEngines() {
    List<Integer> sizes = Block.split(10_000, 24).stream().map(Block::size).toList();
    assertEquals(Collections.nCopies(16, 417), sizes.subList(0, 16));
    assertEquals(Collections.nCopies(8, 416), sizes.subList(16, 24));
    assertTrue(Block.split(10_000, 8).stream().allMatch(block -> block.size() == 1250));
  }

  @Test
  void aBlockIsNeverTooLargeForItsArrays() {
    assertEquals(3, Block.split(2L * Block.MAX_SIZE + 1, 1).size());
    assertEquals(1L << 39, Block.count(Long.MAX_VALUE, 2));
  }

  @Test
  void aPartHasTheItemsBeforeAnIndex() {
    for (Block block : List.of(new Block(2, 7, 5), new Block(2, 7, 5, 3))) {
      for (int end = 0; end < 25; end++) {
        int before = 0;
        boolean one = false;
        for (int i = 0; i < block.size(); i++) {
          before += block.item(i) < end ? 1 : 0;
          one |= block.item(i) <= end;
        }
        assertEquals(before, block.before(end));
        assertEquals(one && end <= block.last(), block.spans(end));
      }
      assertEquals(5, block.before(Long.MAX_VALUE));
      assertEquals(block, block.part(0, 5));
      assertEquals(new Block(2, block.item(1), 2, block.step()), block.part(1, 3));
    }
  }

  @Test
  void wrongNumbersAreNamed() {
    assertThrows(IllegalArgumentException.class, () -> Block.split(-1, 2));
    assertThrows(IllegalArgumentException.class, () -> Block.split(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Block(0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Block(0, Long.MAX_VALUE, 1));
    assertThrows(IllegalArgumentException.class, () -> new Block(0, 0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Block(0, Long.MAX_VALUE - 6, 3, 3));
    assertThrows(IllegalStateException.class, () -> new Block(0, 1, 3, 2).end());
  }

  @Test
  void aWrongBlockIsNamedWithItsStepIfItHasOne() {
    IllegalArgumentException one =
        assertThrows(IllegalArgumentException.class, () -> new Block(2, 7, 0));
    assertEquals("no such block: index 2, first 7, size 0", one.getMessage());
    IllegalArgumentException three =
        assertThrows(IllegalArgumentException.class, () -> new Block(-1, 7, 5, 3));
    assertEquals("no such block: index -1, first 7, size 5, step 3", three.getMessage());
  }

  @Test
  void largeBlocksAreNotMoreThanNeeded() {
    assertEquals(2, Block.count(2L * Block.MAX_SIZE, 1));
    assertEquals(3, Block.count(2L * Block.MAX_SIZE + 1, 1));
    assertEquals(1, Block.count(1, 1));
    assertEquals(2, Block.count(5, 2));
  }
}
