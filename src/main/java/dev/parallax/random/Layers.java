package dev.parallax.random;

/**
 * The geometry of the ziggurat under f(x) = exp(-x&sup2;/2), x &ge; 0, whose area is A =
 * &radic;(&pi;/2): layers of area A / 1024 that lie wholly under the curve, from the bottom up, as
 * many as fit. Layer i spans [0, edge(i)] and ends at the height f(edge(i)). What they leave
 * uncovered are {@link #count} overhangs, number i between edge(i + 1) and edge(i) (the last is the
 * cap of the curve, above [0, edge(count - 1)]), and the tail beyond edge(0).
 *
 * <p>Built with {@link StrictMath} and plain arithmetic in a fixed order: the same bits everywhere.
 */
final class Layers {

  static final int SLOTS = 1024;

  /** Abscissas and weights of Gauss and Legendre's 5-point rule on [-1, 1], from the middle out. */
  private static final double[] NODES = {0, 0.5384693101056831, 0.906179845938664};

  private static final double[] WEIGHTS = {
    0.5688888888888889, 0.47862867049936647, 0.23692688505618908
  };

  final int count;

  private final double area = StrictMath.sqrt(StrictMath.PI / 2) / SLOTS;
  private final double[] edge = new double[SLOTS + 1];

  Layers() {
    edge[0] = lowest(area);
    int layers = 1;
    double next = above(edge[0]);
    while (next > 0) {
      edge[layers++] = next;
      next = above(next);
    }
    count = layers;
  }

  static double density(double x) {
    return StrictMath.exp(-0.5 * x * x);
  }

  /** The right end of layer i; 0 for i = {@link #count}, the top of the curve. */
  double edge(int i) {
    return edge[i];
  }

  /**
   * The areas of the overhangs, then the tail's, in units of a layer's; their sum is an integer.
   */
  double[] leftover() {
    double[] areas = new double[count + 1];
    double tail = SLOTS - count;
    for (int i = count - 1; i >= 0; i--) {
      areas[i] = overhang(i) / area;
      tail -= areas[i];
    }
    areas[count] = tail;
    return areas;
  }

  /**
   * A bound on the distance between an overhang's curve and its chord, as a fraction of its height:
   * width&sup2; |f''| / 8, with a tenth to spare for f'' between the ends.
   */
  double bend(int i) {
    double width = edge[i] - edge[i + 1];
    double height = density(edge[i + 1]) - density(edge[i]);
    double curvature = Math.max(curvature(edge[i]), curvature(edge[i + 1]));
    return 1.1 * width * width * curvature / (8 * height);
  }

  private static double curvature(double x) {
    return Math.abs(x * x - 1) * density(x);
  }

  private double overhang(int i) {
    double half = 0.5 * (edge[i] - edge[i + 1]);
    double middle = edge[i + 1] + half;
    double floor = density(edge[i]);
    double sum = WEIGHTS[0] * (density(middle) - floor);
    for (int j = 1; j < NODES.length; j++) {
      double step = half * NODES[j];
      double pair = density(middle - step) - floor + (density(middle + step) - floor);
      sum += WEIGHTS[j] * pair;
    }
    return half * sum;
  }

  /** The larger root of x f(x) = area, by Newton's method from the left. */
  private static double lowest(double area) {
    double x = 2;
    for (int k = 0; k < 50; k++) {
      double f = density(x);
      double step = (x * f - area) / (f * (1 - x * x));
      x -= step;
    }
    return x;
  }

  /**
   * The larger root x of x (f(x) - f(below)) = area, by Newton's method from the right; 0 if there
   * is none.
   */
  private double above(double below) {
    double floor = density(below);
    double x = below;
    for (int k = 0; k < 60; k++) {
      double f = density(x);
      double slope = f - floor - x * x * f;
      double step = (x * (f - floor) - area) / slope;
      x -= step;
      if (slope >= 0 || x <= 0) {
        return 0;
      }
      if (Math.abs(step) <= 0x1p-52 * x) {
        return x;
      }
    }
    return x;
  }
}
