package dev.parallax.random;

import dev.parallax.text.Digits;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * The random numbers of one item: a stream keyed by (seed, purpose, item), the same on every
 * machine, JVM and core, and independent of every other item's.
 *
 * <p>The words come from eight xoshiro256++ generators, word k from step k / 8 of lane k % 8; a
 * ninth, the spare, serves the draws that reject their word. Every method is defined here, none
 * inherited, so that no JDK can change a number. See the package for the whole format.
 *
 * <p>Nothing is seeded before the first draw, and {@link #moveTo} lets one object serve many items.
 * Not safe for use by several threads at once.
 */
public final class RandomStream implements RandomGenerator {

  private final long seed;
  private final Purpose purpose;
  private final long[] keys;
  private final WordSource source;

  private RandomStream(Lanes lanes, long seed, Purpose purpose, long item) {
    this.seed = seed;
    this.purpose = purpose;
    this.keys = Keys.of(seed, purpose);
    this.source = new WordSource(lanes, keys, item);
  }

  /** Returns the stream of an item, any 64-bit number, for {@link Purpose#ITEM}. */
  public static RandomStream of(long seed, long item) {
    return of(seed, Purpose.ITEM, item);
  }

  /** Returns the stream of an item, any 64-bit number, for a purpose. */
  public static RandomStream of(long seed, Purpose purpose, long item) {
    return of(LanesChoice.BEST, seed, purpose, item);
  }

  static RandomStream of(Lanes lanes, long seed, Purpose purpose, long item) {
    return new RandomStream(lanes, seed, Objects.requireNonNull(purpose, "purpose"), item);
  }

  /** Restarts at the first word of another item's stream, or again of this one's. Cheap. */
  public RandomStream moveTo(long item) {
    source.moveTo(item);
    return this;
  }

  /** Returns the seed that this stream's keys come from. */
  public long seed() {
    return seed;
  }

  /** Returns the purpose of this stream. */
  public Purpose purpose() {
    return purpose;
  }

  /** Returns the item whose stream this is. */
  public long item() {
    return source.item();
  }

  WordSource source() {
    return source;
  }

  /**
   * Returns what {@code moveTo(item).nextLong(low, high)} would, for a fraction of the cost and
   * without moving this stream: the cheapest way to one value for each item.
   *
   * @throws IllegalArgumentException if low is not below high
   */
  public long firstBounded(long item, long low, long high) {
    Ranges.check(low, high);
    long bound = high - low;
    long word = Keys.firstWord(keys, item);
    if (Bounded.accepts(word, bound)) {
      return low + Bounded.scale(word, bound);
    }
    return low + Bounded.retry(bound, new Xoshiro256().seed(keys, item, Keys.SPARE));
  }

  // Whole numbers

  /** Returns the next word: 64 random bits. */
  @Override
  public long nextLong() {
    return source.next();
  }

  /**
   * Returns a long in [0, bound), unbiased, from one word.
   *
   * @throws IllegalArgumentException if the bound is not positive
   */
  @Override
  public long nextLong(long bound) {
    return below(Ranges.check(bound));
  }

  /**
   * Returns a long in [low, high), unbiased, from one word; the span may exceed 2<sup>63</sup>.
   *
   * @throws IllegalArgumentException if low is not below high
   */
  @Override
  public long nextLong(long low, long high) {
    Ranges.check(low, high);
    return low + below(high - low);
  }

  /** Returns the high half of the next word. */
  @Override
  public int nextInt() {
    return (int) (source.next() >>> 32);
  }

  /**
   * Returns an int in [0, bound), unbiased, from one word: {@code (int) nextLong(bound)}. For many
   * of them, {@link #bounded} takes half the words.
   *
   * @throws IllegalArgumentException if the bound is not positive
   */
  @Override
  public int nextInt(int bound) {
    return (int) below(Ranges.check((long) bound));
  }

  /**
   * Returns an int in [low, high), unbiased, from one word.
   *
   * @throws IllegalArgumentException if low is not below high
   */
  @Override
  public int nextInt(int low, int high) {
    Ranges.check((long) low, (long) high);
    return (int) (low + below((long) high - low));
  }

  /**
   * Fills part of an array with ints in [0, bound), unbiased, two from each word: its low half,
   * then its high half. An odd number of them drops the last high half.
   *
   * @throws IllegalArgumentException if the bound is not positive
   * @throws IndexOutOfBoundsException if [from, to) is not within the array
   */
  public void bounded(int bound, int[] out, int from, int to) {
    Objects.checkFromToIndex(from, to, out.length);
    Ranges.check((long) bound);
    Bounded.fill(source, bound, out, from, to);
  }

  /**
   * Fills part of an array with independent Poisson numbers of mean 1, four from each word, the
   * lowest bits first. What is left of the last word is dropped.
   *
   * @return the sum of the numbers
   * @throws IndexOutOfBoundsException if [from, to) is not within the array
   */
  public int poisson(int[] out, int from, int to) {
    Objects.checkFromToIndex(from, to, out.length);
    return source.poisson(PoissonCells.ONE, out, from, to, 0);
  }

  private long below(long bound) {
    long word = source.next();
    return Bounded.accepts(word, bound)
        ? Bounded.scale(word, bound)
        : Bounded.retry(bound, source.spare());
  }

  /** Returns the next word's sign. */
  @Override
  public boolean nextBoolean() {
    return source.next() < 0;
  }

  /** Fills an array from words, lowest byte first; the last word's unused bytes are dropped. */
  @Override
  public void nextBytes(byte[] bytes) {
    long word = 0;
    for (int k = 0; k < bytes.length; k++) {
      word = k % Long.BYTES == 0 ? source.next() : word >>> Byte.SIZE;
      bytes[k] = (byte) word;
    }
  }

  // Reals

  /** Returns a double in [0, 1), a multiple of 2<sup>-53</sup>. */
  @Override
  public double nextDouble() {
    return (source.next() >>> 11) * 0x1p-53;
  }

  /**
   * Returns a double in [0, bound).
   *
   * @throws IllegalArgumentException if the bound is not positive and finite
   */
  @Override
  public double nextDouble(double bound) {
    return nextDouble(0, Ranges.check(bound));
  }

  /**
   * Returns a double in [low, high).
   *
   * @throws IllegalArgumentException if low is not below high or either is not finite
   */
  @Override
  public double nextDouble(double low, double high) {
    Ranges.check(low, high);
    return Ranges.between(nextDouble(), low, high);
  }

  /** Returns a float in [0, 1), a multiple of 2<sup>-24</sup>. */
  @Override
  public float nextFloat() {
    return (source.next() >>> 40) * 0x1p-24f;
  }

  /**
   * Returns a float in [0, bound).
   *
   * @throws IllegalArgumentException if the bound is not positive and finite
   */
  @Override
  public float nextFloat(float bound) {
    Ranges.check((double) bound);
    return nextFloat(0, bound);
  }

  /**
   * Returns a float in [low, high).
   *
   * @throws IllegalArgumentException if low is not below high or either is not finite
   */
  @Override
  public float nextFloat(float low, float high) {
    Ranges.check((double) low, (double) high);
    return Ranges.between(nextFloat(), low, high);
  }

  /** Returns an exponential of mean 1, by inversion: -ln of a double in (0, 1]. */
  @Override
  public double nextExponential() {
    return 0 - StrictMath.log(1 - nextDouble());
  }

  /** Returns a standard normal, from one word and, in 3 of 1000 draws, the spare generator. */
  @Override
  public double nextGaussian() {
    return Normals.next(source);
  }

  /**
   * Returns {@code mean + sd * nextGaussian()}.
   *
   * @throws IllegalArgumentException if the standard deviation is negative
   */
  @Override
  public double nextGaussian(double mean, double sd) {
    if (sd < 0) {
      throw new IllegalArgumentException(
          "standard deviation must not be negative: " + Digits.shortest(sd));
    }
    return mean + sd * nextGaussian();
  }

  /**
   * Fills part of an array with standard normals: what as many calls of {@link #nextGaussian()}
   * return.
   *
   * @throws IndexOutOfBoundsException if [from, to) is not within the array
   */
  public void gaussians(double[] out, int from, int to) {
    Objects.checkFromToIndex(from, to, out.length);
    Normals.fill(source, out, from, to);
  }

  /**
   * Returns the sum of the next n standard normals, those of {@link #nextGaussian()}, added in this
   * order: each to the sum of its word's lane, in draw order, or to a ninth sum if its word was
   * rejected; then ((0 + 4) + (2 + 6)) + ((1 + 5) + (3 + 7)) of the lanes' sums, then the ninth.
   *
   * @throws IllegalArgumentException if n is negative
   */
  public double gaussianSum(long n) {
    if (n < 0) {
      throw new IllegalArgumentException("number of normals must not be negative: " + n);
    }
    return Normals.sum(source, n);
  }
}
