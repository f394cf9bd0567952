package dev.parallax.report.page;

import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;

import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Failure;
import dev.parallax.findings.ItemValues;
import dev.parallax.run.Run;
import j2html.tags.specialized.SectionTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The first items that failed, with their inputs and reasons. */
final class Failures {
  private static final int LONGEST = 600;

  private Failures() {}

  /** The table; none if no item failed. */
  static List<SectionTag> sections(Run run) {
    if (run.failed() == 0) {
      return List.of();
    }
    List<String> names = new ArrayList<>(List.of("item"));
    run.workload().inputs().forEach(input -> names.add(input.name()));
    names.add("reason");
    Set<Integer> words = IntStream.range(1, names.size()).boxed().collect(Collectors.toSet());
    List<List<String>> rows =
        run.firstFailures().stream().map(failure -> row(run.workload(), failure)).toList();
    long more = run.failed() - rows.size();
    String rest = more == 0 ? "" : Tables.count(more) + " more are in failures.csv.";
    return List.of(
        section(
                h2("Failures"),
                p(
                    Tables.count(run.failed())
                        + " of "
                        + Tables.count(run.workload().items())
                        + " items failed; the results are without them."),
                Tables.of("Failures", names, words, rows),
                rest.isEmpty() ? text("") : p(rest))
            .withClass("failures"));
  }

  private static List<String> row(Workload<?> workload, Failure failure) {
    List<String> cells = new ArrayList<>(List.of(Long.toString(failure.item())));
    cells.addAll(ItemValues.texts(workload, failure.item()));
    cells.add(failure.text());
    return cells.stream().map(cell -> Tables.bounded(cell, LONGEST)).toList();
  }
}
