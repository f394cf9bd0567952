package dev.parallax.prime;

/**
 * Selfridge's choice (method A of Baillie and Wagstaff) of the Lucas sequence to test an odd n
 * with: P = 1 and Q = (1 - D) / 4, where D is the first of 5, -7, 9, -11, ... with Jacobi symbol
 * (D/n) = -1.
 *
 * @see <a href="https://doi.org/10.1090/S0025-5718-1980-0583518-6">Baillie and Wagstaff 1980</a>
 */
final class Selfridge {
  /** What stands for a D that does not exist. */
  static final int NONE = 0;

  /** Few integers need a further D than this, and every square does or shares a factor. */
  private static final int USUAL = 13;

  /** The symbols (a/m) for small odd m. */
  private static final byte[][] SYMBOLS = new byte[64][];

  static {
    for (int m = 1; m < SYMBOLS.length; m += 2) {
      SYMBOLS[m] = new byte[m];
      for (int a = 0; a < m; a++) {
        SYMBOLS[m][a] = (byte) jacobi(a, m);
      }
    }
  }

  private Selfridge() {}

  /**
   * The first D.
   *
   * @param n odd and greater than any |D| that may come up; 2^10 is enough
   * @return {@link #NONE} if n is a square or has a factor in common with a D on the way, and so is
   *     no prime
   */
  static int discriminant(long n) {
    for (int size = 5; ; size += 2) {
      int residue = (int) (n % size);
      int symbol = size < SYMBOLS.length ? SYMBOLS[size][residue] : jacobi(residue, size);
      if (symbol < 0) {
        return (size & 2) == 0 ? size : -size;
      }
      if (symbol == 0 || (size == USUAL && isSquare(n))) {
        return NONE;
      }
    }
  }

  static boolean isSquare(long n) {
    long root = (long) Math.sqrt((double) n);
    return root * root == n;
  }

  /**
   * The Jacobi symbol (a/m), by reciprocity. As D leaves 1 when divided by 4, (D/n) = (n/|D|).
   *
   * @param a from 0 to m - 1
   * @param m odd and positive
   */
  static int jacobi(int a, int m) {
    int top = a;
    int bottom = m;
    boolean negative = false;
    while (top != 0) {
      int twos = Integer.numberOfTrailingZeros(top);
      top >>= twos;
      boolean oddPower = (twos & 1) != 0;
      negative ^= oddPower && ((bottom & 7) == 3 || (bottom & 7) == 5);
      negative ^= (top & bottom & 3) == 3;
      int rest = bottom % top;
      bottom = top;
      top = rest;
    }
    if (bottom != 1) {
      return 0;
    }
    return negative ? -1 : 1;
  }
}
