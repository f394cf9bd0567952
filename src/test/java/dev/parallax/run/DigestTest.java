package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {
  private static BlockResult block(long first, int size) {
    long[] values = new long[size];
    values[0] = first;
    return new BlockResult(
        List.of(new Column.Longs(values)), List.of(new Failure(first, "java.io.IOException", "")));
  }

  /** More than the buffer holds, with failures, which come last. */
  @Test
  void askingForItChangesNothing() {
    Digest asked = new Digest();
    Digest quiet = new Digest();
    String before = "";
    for (int k = 0; k < 5; k++) {
      asked.update(block(k, 5000));
      quiet.update(block(k, 5000));
      String now = asked.hex();
      assertEquals(now, asked.hex());
      assertNotEquals(before, now);
      before = now;
    }
    assertEquals(quiet.hex(), asked.hex());
  }
}
