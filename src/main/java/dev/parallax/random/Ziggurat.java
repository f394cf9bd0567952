package dev.parallax.random;

import java.util.Arrays;

/**
 * Standard normals from one word each, 997 of 1000 by one table look-up and one product.
 *
 * <p>Bits 0 to 9 of the word choose one of 1024 equally likely slots. A slot below the number of
 * layers is a layer: the normal is its edge times the word's high 52 bits, read as a number in [-1,
 * 1). Any other slot stands for what the layers leave uncovered: the word is rejected, and {@link
 * #resolve} uses its other bits to choose the sign and, by an alias table, an overhang or the tail,
 * and the spare generator to draw a point there, exactly.
 *
 * @see <a href="https://doi.org/10.1080/00949655.2015.1060234">McFarland, A modified ziggurat
 *     algorithm for generating exponentially and normally distributed pseudorandom numbers
 *     (2016)</a>
 * @see <a href="https://doi.org/10.1080/00401706.1964.10490150">Marsaglia, Generating a variable
 *     from the tail of the normal distribution (1964)</a>
 */
final class Ziggurat {

  /** Picks the slot from a word. */
  static final int SLOT_MASK = Layers.SLOTS - 1;

  /** The bits of 1.0, into whose fraction a word's high 52 bits go; less {@link #CENTRE}. */
  static final long ONE = 0x3ff0000000000000L;

  static final double CENTRE = 1.5;

  /** The slots below are layers. */
  static final int ACCEPTED;

  /** Twice the edge of each layer; 0 for the other slots, whose words then add nothing to a sum. */
  private static final double[] SCALE;

  private static final int CHANCE_BITS = 43;

  private static final double[] EDGE;
  private static final double[] HEIGHT;
  private static final double[] BEND;
  private static final short[] ALIAS;
  private static final long[] CHANCE;

  static {
    Layers layers = new Layers();
    ACCEPTED = layers.count;
    SCALE = new double[Layers.SLOTS];
    EDGE = new double[ACCEPTED + 1];
    HEIGHT = new double[ACCEPTED + 1];
    BEND = new double[ACCEPTED];
    for (int i = 0; i <= ACCEPTED; i++) {
      EDGE[i] = layers.edge(i);
      SCALE[i] = 2 * EDGE[i];
      HEIGHT[i] = Layers.density(EDGE[i]);
    }
    for (int i = 0; i < ACCEPTED; i++) {
      BEND[i] = layers.bend(i);
    }
    AliasTable table = new AliasTable(layers.leftover(), Layers.SLOTS, CHANCE_BITS);
    ALIAS = table.alias();
    CHANCE = table.chance();
  }

  private Ziggurat() {}

  static boolean accepts(long word) {
    return (word & SLOT_MASK) < ACCEPTED;
  }

  /** The normal of an accepted word; zero, of either sign, for a rejected one. */
  static double fast(long word) {
    return scale(word) * (Double.longBitsToDouble(word >>> 12 | ONE) - CENTRE);
  }

  /** Twice the edge of the word's layer; 0 for a rejected word. */
  static double scale(long word) {
    return SCALE[(int) word & SLOT_MASK];
  }

  /** The normal of a rejected word. */
  static double resolve(long word, Xoshiro256 spare) {
    int slot = (int) (word >>> 10) & SLOT_MASK;
    long chance = (word << 1) >>> (64 - CHANCE_BITS);
    int region = chance < CHANCE[slot] ? slot : ALIAS[slot];
    double x = region == ACCEPTED ? tail(spare) : overhang(region, spare);
    return word < 0 ? -x : x;
  }

  private static double overhang(int i, Xoshiro256 spare) {
    double width = EDGE[i] - EDGE[i + 1];
    double height = HEIGHT[i + 1] - HEIGHT[i];
    while (true) {
      double u = spare.unit();
      double v = spare.unit();
      double x = EDGE[i + 1] + u * width;
      double aboveChord = u + v - 1;
      if (aboveChord < -BEND[i]) {
        return x;
      }
      if (aboveChord <= BEND[i] && isUnderCurve(x, HEIGHT[i] + v * height)) {
        return x;
      }
    }
  }

  /** Between 1 - t and 1 - t + t&sup2;/2, t = x&sup2;/2, lies exp(-t): it is rarely needed. */
  private static boolean isUnderCurve(double x, double y) {
    double t = 0.5 * x * x;
    double low = 1 - t;
    return y < low || (y < low + 0.5 * t * t && y < Layers.density(x));
  }

  private static double tail(Xoshiro256 spare) {
    double start = EDGE[0];
    double beyond;
    double e;
    do {
      beyond = -StrictMath.log(1 - spare.unit()) / start;
      e = -StrictMath.log(1 - spare.unit());
    } while (2 * e < beyond * beyond);
    return start + beyond;
  }

  /** The tables as one array, for a test that freezes their bits. */
  static double[] tables() {
    double[] all = Arrays.copyOf(SCALE, 2 * Layers.SLOTS);
    for (int j = 0; j < Layers.SLOTS; j++) {
      all[Layers.SLOTS + j] = ALIAS[j] + CHANCE[j] * 0x1p-44;
    }
    return all;
  }
}
