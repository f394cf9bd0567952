package dev.parallax.workload.map;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.fuzz.Fuzzing;
import dev.parallax.fuzz.Fuzzing.Seed;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files of integers; see {@link Fuzzing}. */
class ArrayFuzzTest {
  @TempDir private Path folder;

  @Test
  void noFileBreaksTheReader() throws Exception {
    List<Seed> seeds =
        List.of(
            new Seed("a", "1\n-2\n\n 9223372036854775807\r\n+5\n".getBytes(ISO_8859_1)),
            new Seed("b", "\u00EF\u00BB\u00BF0\n17\n".getBytes(ISO_8859_1)));
    List<String> words = List.of("\n", "\r", "-", "+", " ", "#", "1.5", "\u00EF\u00BB\u00BF", "\0");
    new Fuzzing("arrays", seeds, words, folder)
        .run(2_000, 0.05, (file, bytes, random) -> assertTrue(ArrayFile.integers(file).length > 0));
  }
}
