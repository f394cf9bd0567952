package dev.parallax.workload.integral;

import dev.parallax.engine.block.Slice;
import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import dev.parallax.workload.point.PointSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Random points of a box, each from a stream of its own.
 *
 * @param names the variables
 * @param low where each begins
 * @param high where each ends
 * @param seed what the points come from
 */
record Box(List<String> names, List<Double> low, List<Double> high, long seed)
    implements PointSource<String> {
  /**
   * A box of ranges such as {@code x=0:1}.
   *
   * @throws IllegalArgumentException if one is written in another way, or empty
   */
  static Box of(List<String> ranges, long seed) {
    Box box = new Box(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), seed);
    for (String range : ranges) {
      String[] parts = range.split("[=:]", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException("--range is written NAME=LOW:HIGH, not '" + range + "'");
      }
      box.names.add(parts[0].strip());
      box.low.add(number(parts[1], range));
      box.high.add(number(parts[2], range));
      if (!(box.low.get(box.low.size() - 1) < box.high.get(box.high.size() - 1))) {
        throw new IllegalArgumentException("--range " + range + ": is empty");
      }
    }
    return box;
  }

  private static double number(String text, String range) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--range " + range + ": no number, '" + text + "'", e);
    }
  }

  double volume() {
    double volume = 1;
    for (int d = 0; d < names.size(); d++) {
      volume *= high.get(d) - low.get(d);
    }
    return volume;
  }

  /** The coordinates of a point. */
  double[] at(long item) {
    RandomStream random = RandomStream.of(seed, Purpose.DESIGN, item);
    double[] point = new double[names.size()];
    Arrays.setAll(point, d -> random.nextDouble(low.get(d), high.get(d)));
    return point;
  }

  @Override
  public Opening.Places places(Slice<String> slice) {
    return place -> new At(this, slice.block().item(place), at(slice.block().item(place)));
  }

  /** A point. */
  @SuppressWarnings("ArrayRecordComponent") // read at once
  private record At(Box box, long item, double[] values) implements Point {
    @Override
    public List<String> names() {
      return box.names;
    }

    @Override
    public boolean isText(int place) {
      return false;
    }

    @Override
    public double number(int place) {
      return values[place];
    }

    @Override
    public String text(int place) {
      return Double.toString(values[place]);
    }
  }
}
