package dev.parallax.report.page;

import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;

import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Failure;
import dev.parallax.findings.ItemValues;
import dev.parallax.run.FailureGroup;
import dev.parallax.run.Run;
import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.SectionTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What items failed of, with the inputs of the first of each kind. */
final class Failures {
  private static final int LONGEST = 600;
  private static final int MOST_ROWS = 20;

  private Failures() {}

  /** The table; none if no item failed. */
  static List<SectionTag> sections(Run run) {
    if (run.failed() == 0) {
      return List.of();
    }
    List<FailureGroup> groups = run.failures().stream().limit(MOST_ROWS).toList();
    List<List<String>> rows = groups.stream().map(group -> row(run.workload(), group)).toList();
    long more = run.failed() - groups.stream().mapToLong(FailureGroup::count).sum();
    String rest = Tables.count(more) + " failed of other things: see failures.csv.";
    return List.of(
        section(
                h2("Failures"),
                p(
                    Tables.count(run.failed())
                        + " of "
                        + Tables.count(run.workload().items())
                        + " items failed; the results are without them."),
                table(run.workload(), rows),
                more == 0 ? text("") : p(rest))
            .withClass("failures"));
  }

  private static DivTag table(Workload<?> workload, List<List<String>> rows) {
    List<String> names = new ArrayList<>(List.of("failed", "first item"));
    workload.inputs().forEach(input -> names.add(input.name()));
    names.add("reason");
    Set<Integer> words = IntStream.range(2, names.size()).boxed().collect(Collectors.toSet());
    return Tables.of("Failures", names, words, rows);
  }

  private static List<String> row(Workload<?> workload, FailureGroup group) {
    Failure first = group.first();
    List<String> cells = new ArrayList<>(List.of(Tables.count(group.count())));
    cells.add(Long.toString(first.item()));
    cells.addAll(ItemValues.texts(workload, first.item()));
    cells.add(first.text());
    List<String> shown = cells.stream().map(cell -> Tables.bounded(cell, LONGEST)).toList();
    return first.trace().isEmpty() ? shown : withTrace(shown, first.trace());
  }

  private static List<String> withTrace(List<String> cells, String trace) {
    List<String> all = new ArrayList<>(cells);
    all.set(all.size() - 1, all.get(all.size() - 1) + "\n" + trace);
    return all;
  }
}
