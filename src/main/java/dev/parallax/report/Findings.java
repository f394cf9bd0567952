package dev.parallax.report;

import dev.parallax.report.figure.Figure;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a workload says of its results.
 *
 * @param lines for people: label and value
 * @param fields for scripts: the workload's own keys of summary.json, with numbers, texts, lists
 *     and maps as values
 * @param figures for the eye, made when there is a folder to put them into
 */
public record Findings(
    List<Line> lines, Map<String, Object> fields, Supplier<List<Figure>> figures) {

  /** Findings without pictures. */
  public Findings(List<Line> lines, Map<String, Object> fields) {
    this(lines, fields, List::of);
  }

  /** These with pictures. */
  public Findings with(Supplier<List<Figure>> pictures) {
    return new Findings(lines, fields, pictures);
  }

  /**
   * A line of the summary.
   *
   * @param label what it is about
   * @param value what there is to say
   */
  public record Line(String label, String value) {}
}
