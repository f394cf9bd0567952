package dev.parallax.report;

import java.util.List;
import java.util.Map;

/**
 * What a workload says of its results.
 *
 * @param lines for people: label and value
 * @param fields for scripts: the workload's own keys of summary.json, with numbers, texts, lists
 *     and maps as values
 */
public record Findings(List<Line> lines, Map<String, Object> fields) {

  /**
   * A line of the summary.
   *
   * @param label what it is about
   * @param value what there is to say
   */
  public record Line(String label, String value) {}
}
