package dev.parallax.report.page;

import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import dev.parallax.engine.Incidents;
import dev.parallax.run.Run;
import dev.parallax.run.SliceReport;
import dev.parallax.run.Timing;
import dev.parallax.text.Numbers;
import j2html.tags.specialized.SectionTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a run cost, in all and slice by slice. */
final class Cost {
  private static final int SHOWN = 64;

  private Cost() {}

  static SectionTag of(Run run, Pictures pictures) {
    int more = run.slices().size() - SHOWN;
    List<String> names = List.of("slice", "first item", "items", "began", "seconds", "where");
    List<List<String>> rows = run.slices().stream().limit(SHOWN).map(Cost::row).toList();
    return section(
        h2("Cost"),
        Tables.facts("Cost", facts(run)),
        pictures.timeline(),
        iff(!rows.isEmpty(), Tables.of("Slices", names, Set.of(5), rows)),
        iff(more > 0, p(Tables.count(more) + " more slices are in summary.json.")));
  }

  private static List<List<String>> facts(Run run) {
    Timing timing = run.timing();
    List<List<String>> facts = new ArrayList<>();
    add(facts, "time in items", Numbers.seconds(timing.items()) + ", summed over slices");
    String cores = Numbers.count(timing.parallelism(), "core");
    add(facts, "at a time", cores + " on " + run.master());
    run.choice().ifPresent(choice -> add(facts, "chosen", choice.text()));
    if (!run.slices().isEmpty() && timing.wall() > 0) {
      add(facts, "pace", Numbers.rate(timing.pace()));
      add(facts, "overhead", percent(timing.overhead()) + " of the cores' time in no item");
    }
    String all = timing.isWhole() ? "" : " for all items, with those of earlier runs";
    timing.serial().ifPresent(s -> add(facts, "serial", Numbers.seconds(s) + all));
    timing.speedup().ifPresent(s -> add(facts, "speed-up", String.format(Locale.ROOT, "%.2f", s)));
    timing.efficiency().ifPresent(e -> add(facts, "efficiency", percent(e)));
    Incidents incidents = run.incidents();
    if (!incidents.equals(Incidents.NONE)) {
      add(facts, "executors lost", Integer.toString(incidents.lostExecutors()));
      add(facts, "slices tried again", Integer.toString(incidents.retriedSlices()));
    }
    return facts;
  }

  private static void add(List<List<String>> facts, String name, String value) {
    facts.add(List.of(name, value));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static List<String> row(SliceReport slice) {
    String began =
        Double.isFinite(slice.began()) ? String.format(Locale.ROOT, "%.4f", slice.began()) : "";
    return List.of(
        Integer.toString(slice.index()),
        Tables.count(slice.block().first()),
        Tables.count(slice.items()),
        began,
        String.format(Locale.ROOT, "%.4f", slice.seconds()),
        slice.where());
  }
}
