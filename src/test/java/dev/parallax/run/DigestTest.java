package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Failure;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
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

  /** Of texts the number of bytes in UTF-8, and these, between the bits of numbers. */
  @Test
  void textsByTheirBytes() throws Exception {
    Digest digest = new Digest();
    String[] texts = {"", "a\u00e9", "x".repeat(70_000)};
    digest.update(
        new BlockResult(
            List.of(new Column.Texts(texts), new Column.Longs(new long[] {5, 6, 7})), List.of()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (int i = 0; i < texts.length; i++) {
      byte[] utf8 = texts[i].getBytes(StandardCharsets.UTF_8);
      out.writeLong(utf8.length);
      out.write(utf8);
      out.writeLong(5 + i);
    }
    byte[] sha = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    assertEquals(HexFormat.of().formatHex(sha), digest.hex());
  }
}
