package dev.parallax.workload.sweep;

import dev.parallax.engine.block.Slice;
import dev.parallax.model.NumberText;
import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.workload.point.PointSource;
import dev.parallax.workload.sweep.design.Design;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The points of a design, for a model.
 *
 * @param names the parameters' names
 * @param levels for each parameter the texts that its values stand for; none if it has numbers
 * @param decoder finds a point's values
 * @param fixed the values of the last parameters, which are the same at every point
 * @param replications how often each point is evaluated
 */
record DesignPoints(
    List<String> names,
    List<List<String>> levels,
    Design.Decoder decoder,
    List<Double> fixed,
    Replications replications)
    implements PointSource<double[]> {

  @Override
  public Opening.Places places(Slice<double[]> slice) {
    Design.Pass pass = decoder.open(replications.points(slice.block()), slice.data());
    Decoded point = new Decoded(this, pass);
    return place -> point.moveTo(slice.block().item(place));
  }

  /** A point, decoded anew for each item. */
  private static final class Decoded implements Point {
    private final DesignPoints design;
    private final Design.Pass pass;
    private final double[] varied;
    private final double[] values;
    private long item;

    Decoded(DesignPoints design, Design.Pass pass) {
      this.design = design;
      this.pass = pass;
      this.varied = new double[design.names.size() - design.fixed.size()];
      this.values = new double[design.names.size()];
      Arrays.setAll(values, p -> p < varied.length ? 0 : design.fixed.get(p - varied.length));
    }

    Decoded moveTo(long item) {
      this.item = item;
      pass.decode(design.replications.point(item), varied);
      System.arraycopy(varied, 0, values, 0, varied.length);
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
    public Optional<String> flaw() {
      for (int p = 0; p < values.length; p++) {
        if (Double.isNaN(values[p])) {
          String source = pass.source(design.replications.point(item));
          String where = source.isEmpty() ? "" : " in " + source;
          return Optional.of("parameter '" + names().get(p) + "' is missing" + where);
        }
      }
      return Optional.empty();
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
      if (isText(place)) {
        boolean missing = Double.isNaN(values[place]);
        return missing ? "" : design.levels.get(place).get((int) values[place]);
      }
      return NumberText.of(values[place]);
    }
  }
}
