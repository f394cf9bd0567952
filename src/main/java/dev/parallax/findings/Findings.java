package dev.parallax.findings;

import dev.parallax.report.figure.Figure;
import dev.parallax.run.Runner;
import dev.parallax.table.column.RowSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a workload says of its results.
 *
 * @param lines for people: label and value
 * @param fields for scripts: the workload's own keys of summary.json, with numbers, texts, lists
 *     and maps as values
 * @param figures for the eye, made when there is a folder to put them into; what has to be computed
 *     for them is a stage of the job
 * @param tables more tables than that of the items, each written under its name
 */
public record Findings(
    List<Line> lines,
    Map<String, Object> fields,
    Function<Runner, List<Figure>> figures,
    List<RowSource> tables) {

  /** Findings without pictures and tables. */
  public Findings(List<Line> lines, Map<String, Object> fields) {
    this(lines, fields, runner -> List.of(), List.of());
  }

  /** These with pictures. */
  public Findings with(Supplier<List<Figure>> pictures) {
    return with(runner -> pictures.get());
  }

  /** These with pictures for which something has to be computed. */
  public Findings with(Function<Runner, List<Figure>> pictures) {
    return new Findings(lines, fields, pictures, tables);
  }

  /** These with tables. */
  public Findings with(List<RowSource> others) {
    return new Findings(lines, fields, figures, List.copyOf(others));
  }

  /** These with other words. */
  public Findings with(List<Line> otherLines, Map<String, Object> otherFields) {
    return new Findings(otherLines, otherFields, figures, tables);
  }

  /** These, and what is missing of what should be there; a line each. */
  public Findings withComplaints(List<String> complaints) {
    if (complaints.isEmpty()) {
      return this;
    }
    List<Line> allLines = new ArrayList<>(lines);
    complaints.forEach(complaint -> allLines.add(new Line("missing", complaint)));
    Map<String, Object> allFields = new LinkedHashMap<>(fields);
    allFields.put("complaints", List.copyOf(complaints));
    return with(allLines, allFields);
  }

  /** These with more keys before their own. */
  public Findings withFields(Map<String, Object> first) {
    Map<String, Object> all = new LinkedHashMap<>(first);
    all.putAll(fields);
    return with(lines, all);
  }

  /**
   * A line of the summary.
   *
   * @param label what it is about
   * @param value what there is to say
   */
  public record Line(String label, String value) {}
}
