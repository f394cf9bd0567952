package dev.parallax.workload.sweep;

import dev.parallax.engine.block.Response;
import dev.parallax.findings.Findings.Line;
import dev.parallax.findings.PointRows;
import dev.parallax.run.Run;
import dev.parallax.text.AlignedNumbers;
import dev.parallax.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sensitivity indices of each response of a sweep over a Saltelli design. */
final class SensitivityFindings {
  private SensitivityFindings() {}

  static void add(Sweep sweep, Run run, List<Line> lines, Map<String, Object> fields) {
    List<String> parameters = sweep.design().names();
    Map<String, Object> responses = new LinkedHashMap<>();
    for (Response response : new PointRows(run, sweep.replications()).responses()) {
      double[] values = means(sweep, run, response.name(), responses.size());
      Sensitivity sensitivity = Sensitivity.of(values, parameters.size());
      lines.addAll(lines(response.name(), parameters, sensitivity));
      responses.put(response.name(), fields(parameters, sensitivity));
    }
    fields.put("sensitivity", responses);
    List<String> texts =
        sweep.responses().stream().filter(Response::isText).map(Response::name).toList();
    if (!texts.isEmpty()) {
      lines.add(new Line("no indices", "of texts: " + String.join(", ", texts)));
      fields.put("sensitivity_texts_left_out", texts);
    }
  }

  private static List<Line> lines(String response, List<String> parameters, Sensitivity all) {
    List<Line> lines = new ArrayList<>();
    List<String> first = texts(all.first());
    List<String> total = texts(all.total());
    for (int p = 0; p < parameters.size(); p++) {
      String indices = "first-order index " + first.get(p) + ", total index " + total.get(p);
      lines.add(new Line(response + " by " + parameters.get(p), indices.stripTrailing()));
    }
    if (all.left() > 0) {
      String left = Numbers.count(all.left(), "row") + " left out";
      lines.add(new Line("", left + " in which a point has no finite value"));
    }
    return lines;
  }

  /** Below each other. */
  private static List<String> texts(List<Sensitivity.Index> indices) {
    return AlignedNumbers.of(
        indices.stream()
            .map(index -> Numbers.withError(index.value(), index.standardError()))
            .toList());
  }

  private static Map<String, Object> fields(List<String> parameters, Sensitivity all) {
    Map<String, Object> indices = new LinkedHashMap<>();
    for (int p = 0; p < parameters.size(); p++) {
      Map<String, Object> of = new LinkedHashMap<>();
      of.put("first_order", all.first().get(p).value());
      of.put("first_order_se", all.first().get(p).standardError());
      of.put("total", all.total().get(p).value());
      of.put("total_se", all.total().get(p).standardError());
      indices.put(parameters.get(p), of);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rows", all.rows());
    fields.put("rows_left_out", all.left());
    fields.put("indices", indices);
    return fields;
  }

  /** A response at each point, or its mean where there are replications. */
  private static double[] means(Sweep sweep, Run run, String name, int place) {
    if (sweep.replications() == 1) {
      return run.doubles(name);
    }
    double[] means = new double[Math.toIntExact(sweep.design().size())];
    PointRows.Points points = new PointRows(run, sweep.replications()).open();
    for (int i = 0; points.next(); i++) {
      means[i] = points.summary(place).mean();
    }
    return means;
  }
}
