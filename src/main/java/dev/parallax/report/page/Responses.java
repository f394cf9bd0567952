package dev.parallax.report.page;

import static j2html.TagCreator.h2;
import static j2html.TagCreator.section;

import dev.parallax.engine.block.Response;
import dev.parallax.run.ColumnSummary;
import dev.parallax.run.Run;
import dev.parallax.text.Numbers;
import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.SectionTag;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A line for each response. */
final class Responses {
  private static final List<String> NAMES =
      List.of(
          "response", "unit", "values", "undefined", "mean", "sd", "min", "max", "sum", "meaning");
  private static final Set<Integer> WORDS = Set.of(0, 1, 9);

  private Responses() {}

  /** Which responses have a line. */
  static Set<String> tabled(Run run) {
    return run.workload().responses().stream()
        .filter(Response::isSingle)
        .map(Response::name)
        .filter(run.responses()::containsKey)
        .collect(Collectors.toSet());
  }

  /** The table; none if there are no responses that are single numbers. */
  static List<SectionTag> sections(Run run) {
    List<List<String>> rows =
        run.workload().responses().stream()
            .filter(Response::isSingle)
            .filter(response -> run.responses().containsKey(response.name()))
            .map(response -> row(response, run.responses().get(response.name())))
            .toList();
    return rows.isEmpty() ? List.of() : List.of(section(h2("Responses"), table(rows)));
  }

  /** The columns that say something. */
  private static DivTag table(List<List<String>> rows) {
    List<Integer> said =
        IntStream.range(0, NAMES.size())
            .filter(c -> rows.stream().anyMatch(row -> !row.get(c).isEmpty()))
            .boxed()
            .toList();
    Set<Integer> words =
        IntStream.range(0, said.size())
            .filter(place -> WORDS.contains(said.get(place)))
            .boxed()
            .collect(Collectors.toSet());
    return Tables.of(
        "Responses",
        said.stream().map(NAMES::get).toList(),
        words,
        rows.stream().map(row -> said.stream().map(row::get).toList()).toList());
  }

  private static List<String> row(Response response, ColumnSummary summary) {
    return List.of(
        response.name(),
        response.unit(),
        Tables.count(summary.count()),
        summary.undefined() == 0 ? "" : Tables.count(summary.undefined()),
        Numbers.shown(summary.mean()),
        Numbers.shown(summary.sd()),
        Numbers.shown(summary.min()),
        Numbers.shown(summary.max()),
        Numbers.shown(summary.sum()),
        response.description());
  }
}
