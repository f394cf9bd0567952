package dev.parallax.report.page;

import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;

import dev.parallax.findings.Findings;
import dev.parallax.run.Run;
import dev.parallax.text.Numbers;
import j2html.tags.DomContent;
import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.HeaderTag;
import j2html.tags.specialized.SectionTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was done and what came out, and how to have it again. */
final class Summary {
  private static final int LONGEST = 2000;

  private Summary() {}

  static HeaderTag top(String title, Run run) {
    String failed = run.failed() == 0 ? "none" : Tables.count(run.failed());
    return header(
        p("Parallax " + run.workload().name()).withClass("kind"),
        h1(Tables.bounded(title, LONGEST)),
        dl(
                fact("items", Tables.count(run.workload().items()), ""),
                fact("failed", failed, run.failed() == 0 ? "" : "bad"),
                fact("time", Numbers.seconds(run.timing().wall()).replace(' ', '\u00a0'), ""),
                fact("cores", Tables.count(run.timing().parallelism()), ""),
                fact("seed", Long.toString(run.workload().seed()), ""))
            .withClass("figures"));
  }

  private static DivTag fact(String name, String value, String kind) {
    return div(dt(name), dd(value).withCondClass(!kind.isEmpty(), kind));
  }

  /**
   * The lines of the console's summary; one without a label goes on with the one above.
   *
   * @param tabled the responses whose moments are in a table of their own, and not here again
   */
  static DomContent findings(Findings findings, Set<String> tabled) {
    List<List<String>> rows = new ArrayList<>();
    for (Findings.Line line : findings.lines()) {
      boolean again = tabled.contains(line.label()) && line.value().startsWith("mean ");
      String value = again ? "" : Tables.bounded(line.value(), LONGEST);
      if (line.label().isEmpty() && !rows.isEmpty()) {
        List<String> above = rows.remove(rows.size() - 1);
        rows.add(List.of(above.get(0), (above.get(1) + " " + value).strip()));
      } else {
        rows.add(List.of(line.label(), value));
      }
    }
    rows.removeIf(row -> row.get(1).isEmpty());
    return rows.isEmpty() ? text("") : section(h2("Findings"), Tables.facts("Findings", rows));
  }

  static SectionTag again(String command) {
    return section(
        h2("To run it again"),
        pre(code(command)).withTabindex(0),
        p(
            "A finished run is not overwritten: name a new folder with -o. The numbers depend neither"
                + " on the machine nor on how many cores it has."));
  }

  static SectionTag provenance(Run run, Map<String, String> environment) {
    List<List<String>> rows = new ArrayList<>();
    environment.forEach((name, value) -> rows.add(List.of(name, value)));
    return section(
        h2("Provenance"),
        dl(each(rows, row -> div(dt(row.get(0)), dd(row.get(1))))).withClass("facts"),
        p("The digest of the results, SHA-256. Two runs agree bit for bit when theirs are equal."),
        pre(code(run.digest())).withClass("digest").withTabindex(0));
  }
}
