package dev.parallax.sweep;

import dev.parallax.engine.Slice;
import dev.parallax.model.NumberText;
import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.point.PointSource;
import java.util.List;

/**
 * The points of a design, for a model.
 *
 * @param names the parameters' names
 * @param levels for each parameter the texts that its values stand for; none if it has numbers
 * @param decoder finds a point's values
 */
record DesignPoints(List<String> names, List<List<String>> levels, Design.Decoder decoder)
    implements PointSource<double[]> {

  @Override
  public Opening.Places places(Slice<double[]> slice) {
    Decoded point = new Decoded(this, new double[names.size()]);
    return place -> point.moveTo(slice.block().first() + place, place, slice.data());
  }

  /** A point, decoded anew for each item. */
  private static final class Decoded implements Point {
    private final DesignPoints design;
    private final double[] values;
    private long item;

    Decoded(DesignPoints design, double[] values) {
      this.design = design;
      this.values = values;
    }

    Decoded moveTo(long item, int place, double[] data) {
      this.item = item;
      design.decoder.decode(item, place, data, values);
      return this;
    }

    @Override
    public long item() {
      return item;
    }

    @Override
    public List<String> names() {
      return design.names;
    }

    @Override
    public boolean isText(int place) {
      return !design.levels.get(place).isEmpty();
    }

    @Override
    public double number(int place) {
      if (isText(place)) {
        throw new IllegalArgumentException(
            "parameter '" + names().get(place) + "' is a text, '" + text(place) + "'");
      }
      return values[place];
    }

    @Override
    public String text(int place) {
      return isText(place)
          ? design.levels.get(place).get((int) values[place])
          : NumberText.of(values[place]);
    }
  }
}
