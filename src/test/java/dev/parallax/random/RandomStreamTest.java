package dev.parallax.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract: ranges, errors, and that the order of calls decides every number. */
class RandomStreamTest {

  private final RandomStream stream = RandomStream.of(5, 17);
  private final RandomStream twin = RandomStream.of(5, 17);

  @Test
  void moveToRestartsAtAnItem() {
    double[] first = new double[1000];
    stream.gaussians(first, 0, 1000);
    stream.moveTo(3).nextInt();
    double[] again = new double[1000];
    stream.moveTo(17).gaussians(again, 0, 1000);
    assertArrayEquals(first, again);
    assertEquals(17, stream.item());
    assertEquals(5, stream.seed());
    assertEquals(Purpose.ITEM, stream.purpose());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 8, 9, 63, 64, 65, 511, 512, 513, 5000})
  void bulkMethodsContinueWhereSinglesStopped(int length) {
    for (int before = 0; before < 20; before++) {
      skip(before);
      double[] out = new double[length + 2];
      stream.gaussians(out, 1, length + 1);
      for (int k = 1; k <= length; k++) {
        assertEquals(twin.nextGaussian(), out[k]);
      }
      assertEquals(0, out[0]);
      assertEquals(0, out[length + 1]);
      assertEquals(twin.nextLong(), stream.nextLong());
    }
  }

  private void skip(int words) {
    for (int k = 0; k < words; k++) {
      assertEquals(twin.nextLong(), stream.nextLong());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 8, 9, 64, 511, 512, 513, 30_000})
  void sumAddsTheSameNormalsInTheDocumentedOrder(int n) {
    for (int before = 0; before < 12; before++) {
      stream.moveTo(before);
      twin.moveTo(before);
      skip(before);
      double[] s = new double[9];
      RandomStream words = RandomStream.of(5, before);
      words.nextBytes(new byte[8 * before]);
      for (int k = 0; k < n; k++) {
        boolean fast = Ziggurat.accepts(words.nextLong());
        s[fast ? (before + k) % 8 : 8] += twin.nextGaussian();
      }
      double even = (s[0] + s[4]) + (s[2] + s[6]);
      double odd = (s[1] + s[5]) + (s[3] + s[7]);
      assertEquals(even + odd + s[8], stream.gaussianSum(n));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 300, 1 << 30, 0x60000000, Integer.MAX_VALUE})
  void boundedTakesHalvesOfWordsAndItsRejectionsFromTheSpare(int bound) {
    int length = 2001;
    int[] out = new int[length];
    stream.bounded(bound, out, 0, length);
    Xoshiro256 spare = new Xoshiro256().seed(Keys.of(5, Purpose.ITEM), 17, Keys.SPARE);
    long word = 0;
    for (int k = 0; k < length; k++) {
      word = k % 2 == 0 ? twin.nextLong() : word >>> 32;
      long product = (word & 0xffffffffL) * bound;
      boolean accepted = (product & 0xffffffffL) >= (1L << 32) % bound;
      long expected = accepted ? product >>> 32 : Bounded.retry(bound, spare);
      assertEquals(expected, out[k]);
    }
    assertEquals(twin.nextLong(), stream.nextLong());
  }

  @Test
  void mixedCallsAreOneSequence() {
    int[] ints = new int[3];
    stream.bounded(10, ints, 0, 3);
    skipWords(twin, 2);
    assertEquals(twin.nextInt(), stream.nextInt());
    stream.nextBytes(new byte[9]);
    skipWords(twin, 2);
    assertEquals(twin.nextGaussian(), stream.nextGaussian());
    assertEquals(twin.nextExponential(), stream.nextExponential());
    assertEquals(twin.nextBoolean(), stream.nextBoolean());
    assertEquals(twin.gaussianSum(1000), stream.gaussianSum(1000));
    assertEquals(twin.nextLong(), stream.nextLong());
  }

  private static void skipWords(RandomStream stream, int words) {
    for (int k = 0; k < words; k++) {
      stream.nextLong();
    }
  }

  @Test
  void bytesAreTheWordsLowestFirst() {
    byte[] bytes = new byte[19];
    stream.nextBytes(bytes);
    long word = 0;
    for (int k = 0; k < bytes.length; k++) {
      word = k % 8 == 0 ? twin.nextLong() : word;
      assertEquals((byte) (word >>> (8 * (k % 8))), bytes[k]);
    }
  }

  @Test
  void firstBoundedIsTheFirstBoundedDraw() {
    long[][] spans = {
      {0, 1},
      {0, 1000},
      {-5, 5},
      {Long.MIN_VALUE, Long.MAX_VALUE},
      {Long.MIN_VALUE / 2 - 9, Long.MAX_VALUE / 2 + 9},
      {0, Long.MAX_VALUE},
      {Long.MIN_VALUE, 1}
    };
    for (long[] span : spans) {
      for (long item = -300; item < 300; item++) {
        long value = stream.firstBounded(item, span[0], span[1]);
        assertEquals(twin.moveTo(item).nextLong(span[0], span[1]), value);
        assertTrue(value >= span[0] && value < span[1]);
      }
    }
    assertEquals(17, stream.item());
  }

  @Test
  void rangesHold() {
    for (int k = 0; k < 20_000; k++) {
      assertTrue(in(stream.nextInt(3), 0, 2) && in(stream.nextInt(-2, 2), -2, 1));
      assertTrue(in(stream.nextInt(Integer.MIN_VALUE, Integer.MAX_VALUE), -0x1p31, 0x1p31 - 2));
      assertTrue(in(stream.nextLong(3), 0, 2) && in(stream.nextLong(5, 6), 5, 5));
      assertTrue(in(stream.nextDouble(), 0, 1 - 0x1p-53) && in(stream.nextDouble(7), 0, 7));
      double wide = stream.nextDouble(-Double.MAX_VALUE, Double.MAX_VALUE);
      assertTrue(wide < Double.MAX_VALUE && wide >= -Double.MAX_VALUE);
      assertEquals(1, stream.nextDouble(1, 1 + 0x1p-52));
      assertTrue(in(stream.nextFloat(), 0, 1 - 0x1p-24) && stream.nextFloat(2f) < 2);
      assertEquals(1, stream.nextFloat(1, 1 + 0x1p-23f));
      assertTrue(stream.nextExponential() >= 0);
      assertEquals(3, stream.nextGaussian(3, 0));
    }
  }

  private static boolean in(double x, double low, double high) {
    return x >= low && x <= high;
  }

  @Test
  void badArgumentsAreNamed() {
    for (int bound : new int[] {0, -1, Integer.MIN_VALUE}) {
      rejects(() -> stream.nextInt(bound));
      rejects(() -> stream.nextLong(bound));
      rejects(() -> stream.nextDouble(bound));
      rejects(() -> stream.nextFloat(bound));
      rejects(() -> stream.bounded(bound, new int[1], 0, 1));
      rejects(() -> stream.nextInt(0, bound));
      rejects(() -> stream.nextLong(0, bound));
      rejects(() -> stream.nextDouble(0, bound));
      rejects(() -> stream.nextFloat(0, bound));
      rejects(() -> stream.firstBounded(0, 0, bound));
    }
    rejects(() -> stream.nextDouble(Double.NaN));
    rejects(() -> stream.nextDouble(Double.POSITIVE_INFINITY));
    rejects(() -> stream.nextDouble(Double.NaN, 1));
    rejects(() -> stream.nextDouble(Double.NEGATIVE_INFINITY, 1));
    rejects(() -> stream.nextGaussian(0, -1));
    rejects(() -> stream.gaussianSum(-1));
    assertThrows(NullPointerException.class, () -> RandomStream.of(0, null, 0));
    Class<IndexOutOfBoundsException> outside = IndexOutOfBoundsException.class;
    assertThrows(outside, () -> stream.gaussians(new double[3], 1, 4));
    assertThrows(outside, () -> stream.bounded(3, new int[3], -1, 2));
    assertEquals(twin.nextLong(), stream.nextLong());
  }

  private static void rejects(org.junit.jupiter.api.function.Executable call) {
    assertThrows(IllegalArgumentException.class, call);
  }

  @Test
  void noNumberComesFromTheJdk() {
    Set<String> own =
        Arrays.stream(RandomStream.class.getDeclaredMethods())
            .map(RandomStreamTest::signature)
            .collect(Collectors.toSet());
    for (Method method : RandomGenerator.class.getMethods()) {
      if (method.getName().startsWith("next")) {
        assertTrue(own.contains(signature(method)), () -> signature(method) + " is inherited");
      }
    }
  }

  private static String signature(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }

  @Test
  void standardStreamsUseTheSameNumbers() {
    assertArrayEquals(stream.longs(10).toArray(), twin.longs(10).toArray());
    assertEquals(twin.nextInt(5, 9), stream.ints(5, 9).findFirst().orElseThrow());
    assertEquals(twin.nextDouble(), stream.doubles().findFirst().orElseThrow());
  }
}
