package dev.parallax.workload.map;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.engine.block.Slice;
import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.text.Numbers;
import dev.parallax.workload.point.PointSource;
import java.io.Serializable;
import java.util.List;

/** Where the integers of an array map come from. */
public sealed interface IntegerArray extends MapArray
    permits RandomIntegers, IntegerRange, LoadedIntegers {

  @Override
  default String counted() {
    return Numbers.count(size(), "item");
  }

  /** Whether some, as far as is known without drawing them, are larger than this, signs aside. */
  boolean exceeds(long bound);

  @Override
  default Response element() {
    return new Response(ELEMENT, ColumnType.LONG);
  }

  @Override
  default Column entries(Block block, long seed) {
    return new Column.Longs(elements(seed).of(block, loaded(block)));
  }

  @Override
  default Share data(Block block) {
    return Share.of(loaded(block));
  }

  @Override
  default PointSource<Share> points(long seed) {
    return new Points(elements(seed));
  }

  /** The integers of a block if they were loaded; or none. */
  long[] loaded(Block block);

  /**
   * What finds the integers of a block in a worker.
   *
   * @param seed the job's seed
   */
  Elements elements(long seed);

  /** Finds the integers of a block. */
  @FunctionalInterface
  interface Elements extends Serializable {

    /** The block's integers, given what {@link IntegerArray#loaded} gave for it. */
    long[] of(Block block, long[] data);
  }

  /** Random integers, uniform from {@code low} up to but without {@code high}. */
  static IntegerArray random(long low, long high, long size) {
    return new RandomIntegers(low, high, size);
  }

  /** The integers from {@code from} up to but without {@code to}. */
  static IntegerArray range(long from, long to) {
    return new IntegerRange(from, to, 1);
  }

  /** The given integers. */
  static IntegerArray of(long... values) {
    return new LoadedIntegers(values.clone(), "");
  }

  /**
   * The integers of an array as points of one parameter.
   *
   * @param elements finds the elements of a block
   */
  record Points(Elements elements) implements PointSource<Share> {
    /** Up to here every whole number is a double. */
    static final long LARGEST = 1L << 53;

    private static final List<String> NAMES = List.of(MapArray.ELEMENT);

    @Override
    public List<String> names() {
      return NAMES;
    }

    @Override
    public Opening.Places places(Slice<Share> slice) {
      long[] values = elements.of(slice.block(), slice.data().integers());
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
        if (value < -LARGEST || value > LARGEST) {
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
}
