package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.Replicate;
import dev.parallax.text.Numbers;
import dev.parallax.workload.Job;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One resample, drawn again: its rows and its values. */
final class ReplicatePage {
  private final Bootstrap bootstrap;
  private final long replicate;
  private final int[] counts;
  private final double[] values;

  /**
   * The page of one resample.
   *
   * @param replicate its number, from 0
   * @throws IllegalArgumentException if the bootstrap has none of that number
   */
  ReplicatePage(Bootstrap bootstrap, long replicate) {
    this.bootstrap = bootstrap;
    this.replicate = replicate;
    Replicate again = Replicate.of(bootstrap, replicate);
    counts = again.counts();
    values = again.values();
  }

  /**
   * The page, for people and for scripts.
   *
   * @param title what the job is called
   */
  Job.Answer answer(String title) {
    return new Job.Answer(lines(title), fields());
  }

  private List<String> lines(String title) {
    List<String> lines = new ArrayList<>();
    lines.add("resample " + replicate + " of the " + title);
    lines.add("");
    List<String> names = bootstrap.statistic().responses();
    for (int k = 0; k < values.length; k++) {
      lines.add("  " + names.get(k) + "   " + Numbers.shown(values[k]));
    }
    lines.add("");
    lines.add("  times");
    for (int row = 0; row < counts.length; row++) {
      if (counts[row] > 0) {
        lines.add(
            String.format(
                Locale.ROOT, "  %5d   %s", counts[row], bootstrap.sample().describe(row)));
      }
    }
    return lines;
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("replicate", replicate);
    fields.put("seed", bootstrap.seed());
    Map<String, Object> all = new LinkedHashMap<>();
    for (int k = 0; k < values.length; k++) {
      all.put(bootstrap.statistic().responses().get(k), values[k]);
    }
    fields.put("values", all);
    fields.put("counts", Arrays.stream(counts).boxed().toList());
    return fields;
  }
}
