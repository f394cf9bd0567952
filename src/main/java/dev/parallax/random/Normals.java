package dev.parallax.random;

/** Standard normals from a word source: one, an array, a sum. */
final class Normals {

  private Normals() {}

  static double next(WordSource source) {
    long word = source.next();
    return Ziggurat.accepts(word) ? Ziggurat.fast(word) : Ziggurat.resolve(word, source.spare());
  }

  static void fill(WordSource source, double[] out, int from, int to) {
    int at = from;
    while (at < to) {
      int count = source.block(to - at);
      int start = source.take(count);
      int[] rejected = source.rejected();
      long[] words = source.words();
      int found = source.lanes().normals(words, start, start + count, out, at, rejected);
      for (int j = 0; j < found; j++) {
        out[at + rejected[j]] = Ziggurat.resolve(words[start + rejected[j]], source.spare());
      }
      at += count;
    }
  }

  static double sum(WordSource source, long n) {
    double[] sums = new double[Lanes.WIDTH];
    double rest = 0;
    long left = n;
    while (left > 0) {
      int count = source.block(left);
      int start = source.take(count);
      int[] rejected = source.rejected();
      long[] words = source.words();
      int found = source.lanes().sum(words, start, start + count, source.scratch(), sums, rejected);
      for (int j = 0; j < found; j++) {
        rest += Ziggurat.resolve(words[start + rejected[j]], source.spare());
      }
      left -= count;
    }
    return tree(sums) + rest;
  }

  private static double tree(double[] s) {
    return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
  }
}
