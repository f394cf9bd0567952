package dev.parallax.report.figure.selection;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.report.figure.Axis;
import dev.parallax.report.figure.Bins;
import dev.parallax.report.figure.CurveFigure;
import dev.parallax.report.figure.Figure;
import dev.parallax.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pictures of a map: how often its function has which values, and how they follow from the
 * element; of a function that says true or false, for what share of the elements it is true.
 */
public final class MapFigures {
  private static final int BINS = 40;

  private MapFigures() {}

  /** The pictures of a run. */
  public static List<Figure> of(Run run) {
    List<Figure> figures = new ArrayList<>();
    GatheredItems gathered = GatheredItems.of(run);
    List<Response> responses = run.workload().responses();
    FileNames names = new FileNames(responses.size() > 1);
    for (int place = 0; place < responses.size(); place++) {
      ItemColumn response = gathered.response(place);
      boolean drawn = Arrays.stream(response.values()).anyMatch(Double::isFinite);
      if (drawn && responses.get(place).isSingle()) {
        String note = Notes.of(gathered.unseen(response), gathered.thinned());
        ItemColumn element = gathered.input(0);
        boolean truth = responses.get(place).type() == ColumnType.BOOLEAN;
        if (truth) {
          figures.add(share(names.of("share", response), element, response, note));
        } else {
          figures.add(Histograms.of(names.of("histogram", response), response, note));
          if (element.column().levels().size() <= BINS) {
            figures.add(Curves.of(names.of("curve", response), element, response, note));
          }
        }
      }
    }
    figures.addAll(Vectors.of(run));
    return figures;
  }

  private static CurveFigure share(String name, ItemColumn element, ItemColumn truth, String note) {
    Axis axis = element.axis();
    double[] values = element.distinct();
    ItemColumn grouped = values.length <= BINS ? element : binned(element, axis, values);
    CurveFigure.Curve shares = Grouped.at("", grouped, truth);
    double[] percent = Arrays.stream(shares.y()).map(share -> 100 * share).toArray();
    double[] errors = Arrays.stream(shares.errors()).map(error -> 100 * error).toArray();
    String bins = values.length <= BINS ? "" : "in " + BINS + " stretches of one width";
    return new CurveFigure(
        name,
        axis,
        Axis.linear(truth.column().name() + " [% of elements]"),
        "",
        List.of(new CurveFigure.Curve("", shares.x(), percent, errors)),
        false,
        Notes.of("with standard errors", bins, note));
  }

  /** For each element the middle of the stretch it is in. */
  private static ItemColumn binned(ItemColumn element, Axis axis, double[] values) {
    double low = axis.place(values[0]);
    double high = axis.place(values[values.length - 1]);
    Bins bins = Bins.even(low, high, BINS);
    double[] middles = new double[element.values().length];
    Arrays.setAll(
        middles, i -> axis.value(bins.middle(bins.index(axis.place(element.values()[i])))));
    return ItemColumn.of(element.column(), middles);
  }
}
