package dev.parallax.workload.map;

import dev.parallax.engine.block.Slice;
import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.workload.point.PointSource;
import java.util.List;

/**
 * The elements of an array as points of one parameter.
 *
 * @param elements finds the elements of a block
 */
record ElementPoints(IntegerArray.Elements elements) implements PointSource<long[]> {
  private static final List<String> NAMES = List.of(ArrayMap.ELEMENT);

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  public Opening.Places places(Slice<long[]> slice) {
    long[] values = elements.of(slice.block(), slice.data());
    return place -> new Element(slice.block().item(place), values[place]);
  }

  /** One element. */
  private record Element(long item, long value) implements Point {

    @Override
    public List<String> names() {
      return NAMES;
    }

    @Override
    public boolean isText(int place) {
      return false;
    }

    @Override
    public double number(int place) {
      if (value < -ArrayMap.LARGEST || value > ArrayMap.LARGEST) {
        throw new ArithmeticException(
            "element " + value + " is beyond 2^53, where not every whole number is a double");
      }
      return value;
    }

    @Override
    public String text(int place) {
      return Long.toString(value);
    }
  }
}
