package dev.parallax.workload.sweep.best;

import dev.parallax.findings.Findings.Line;
import dev.parallax.findings.ItemValues;
import dev.parallax.report.figure.Landscape;
import dev.parallax.run.Run;
import dev.parallax.workload.sweep.design.Design;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The best point of a sweep, for people, for scripts and for the eye. */
public final class BestFindings {
  private final Run run;
  private final Optimum optimum;

  private BestFindings(Run run, Optimum optimum) {
    this.run = run;
    this.optimum = optimum;
  }

  /** Looks for the best point of a run over a design, each point of which is one item. */
  public static BestFindings of(Run run, Design design, Best best) {
    return new BestFindings(run, Optimum.of(run, design, best));
  }

  /** Adds what it says. */
  public void add(List<Line> lines, Map<String, Object> fields) {
    lines.addAll(new BestLines(run, optimum).all());
    fields.put("best", fields());
  }

  /** The response over two parameters that have a grid, for a map; none where there is no such. */
  public Optional<Landscape> landscape() {
    return BestLandscape.of(run, optimum);
  }

  private Map<String, Object> fields() {
    Best best = optimum.best();
    Scan scan = optimum.scan();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("response", best.response());
    fields.put("direction", best.direction().toString());
    fields.put("quantity", best.quantity().toString());
    fields.put("quantity_by_name", best.byName());
    fields.put("value", optimum.value());
    if (scan.isAny()) {
      fields.put("at", ItemValues.fields(run.workload(), scan.item()));
    }
    fields.put("items_as_good", scan.ties());
    fields.put("items_left_out", scan.left());
    fields.put("one_sigma_rise", optimum.rise());
    fields.put("full_grid", optimum.isGrid());
    Map<String, Object> axes = new LinkedHashMap<>();
    optimum.along().forEach(along -> axes.put(along.axis().name(), fields(along)));
    fields.put("axes", axes);
    fields.put("cautions", optimum.cautions());
    return fields;
  }

  private Map<String, Object> fields(Along along) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("value", along.axis().value(along.rank()));
    along.before().ifPresent(neighbour -> fields.put("before", fields(neighbour)));
    along.after().ifPresent(neighbour -> fields.put("after", fields(neighbour)));
    fields.put("at_edge", along.isEdge());
    along.parabola().ifPresent(parabola -> fields.put("parabola", fields(parabola)));
    along.interval().ifPresent(interval -> fields.put("profile", fields(interval)));
    return fields;
  }

  private Map<String, Object> fields(Along.Neighbour neighbour) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("at", neighbour.at());
    fields.put("item", neighbour.item());
    fields.put("value", neighbour.value());
    fields.put("difference", neighbour.value() - optimum.value());
    return fields;
  }

  private Map<String, Object> fields(Parabola parabola) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("at", parabola.at());
    fields.put("value", optimum.best().value(parabola.cost()));
    if (optimum.rise() > 0) {
      fields.put("sigma", parabola.halfWidth(optimum.rise()));
    }
    return fields;
  }

  private static Map<String, Object> fields(ProfileInterval interval) {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "low", interval.low());
    put(fields, "high", interval.high());
    fields.put("elsewhere_too", interval.elsewhere());
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, ProfileInterval.End end) {
    fields.put(name, end.at());
    if (!end.isKnown()) {
      fields.put(name + "_unknown", end.why());
    }
  }
}
