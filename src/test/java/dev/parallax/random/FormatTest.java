package dev.parallax.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Format 1: stored values that no later version, JDK or machine may change. */
class FormatTest {

  private static final String STREAMS = "/dev/parallax/random/format-1.csv";

  @ParameterizedTest
  @CsvFileSource(resources = STREAMS, useHeadersInDisplayName = true)
  void words(long seed, Purpose purpose, long item, String words) {
    RandomStream stream = RandomStream.of(seed, purpose, item);
    String first = hex(stream.nextLong());
    for (int k = 1; k < 8; k++) {
      stream.nextLong();
    }
    String eighth = hex(stream.nextLong());
    stream.moveTo(item);
    long hash = 0;
    for (int k = 0; k < 1000; k++) {
      hash = 31 * hash + stream.nextLong();
    }
    assertEquals(words, first + " " + eighth + " " + hex(hash));
  }

  @ParameterizedTest
  @CsvFileSource(resources = STREAMS, useHeadersInDisplayName = true)
  void normals(long seed, Purpose purpose, long item, String words, String normals) {
    RandomStream stream = RandomStream.of(seed, purpose, item);
    double first = stream.nextGaussian();
    long hash = 0;
    for (int k = 0; k < 100_000; k++) {
      hash = 31 * hash + Double.doubleToRawLongBits(stream.nextGaussian());
    }
    double sum = stream.gaussianSum(100_000);
    String actual = Double.toHexString(first) + " " + hex(hash) + " " + Double.toHexString(sum);
    assertEquals(normals, actual);
  }

  @ParameterizedTest
  @CsvFileSource(resources = STREAMS, useHeadersInDisplayName = true)
  void boundedInts(
      long seed, Purpose purpose, long item, String words, String normals, String bounded) {
    RandomStream stream = RandomStream.of(seed, purpose, item);
    int[] out = new int[1001];
    String narrow = hex(hash(stream, 300, out));
    String start = out[0] + " " + out[1] + " ";
    assertEquals(bounded, start + narrow + " " + hex(hash(stream, 0x60000000, out)));
  }

  @ParameterizedTest
  @CsvFileSource(resources = STREAMS, useHeadersInDisplayName = true)
  void singles(
      long seed, Purpose purpose, long item, String w, String n, String b, String singles) {
    RandomStream stream = RandomStream.of(seed, purpose, item);
    long narrow = stream.firstBounded(item, 0, 1000);
    long wide = stream.firstBounded(item, Long.MIN_VALUE, Long.MAX_VALUE);
    String reals = stream.nextDouble(-1, 1) + " " + stream.nextExponential();
    assertEquals(singles, narrow + " " + wide + " " + reals);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 32",
    "24, -1225926813",
    "513, -1085282768",
    "3000, -46576523",
    "100000, 248745237"
  })
  void rowCounts(int n, int hash) {
    int[] counts = new int[n];
    new Multinomial(n).draw(RandomStream.of(1, Purpose.RESAMPLE, 7), counts);
    assertEquals(hash, Arrays.hashCode(counts));
  }

  @Test
  void poissonNumbers() {
    int[] counts = new int[10_000];
    assertEquals(9848, RandomStream.of(1, Purpose.RESAMPLE, 7).poisson(counts, 1, 9998));
    assertEquals(-843242019, Arrays.hashCode(counts));
  }

  @Test
  void tables() {
    long hash = 0;
    for (double entry : Ziggurat.tables()) {
      hash = 31 * hash + Double.doubleToRawLongBits(entry);
    }
    assertEquals("19494259b6b57753", hex(hash));
  }

  private static long hash(RandomStream stream, int bound, int[] out) {
    stream.bounded(bound, out, 0, out.length);
    long hash = 0;
    for (int value : out) {
      hash = 31 * hash + value;
    }
    return hash;
  }

  private static String hex(long word) {
    return String.format("%016x", word);
  }
}
