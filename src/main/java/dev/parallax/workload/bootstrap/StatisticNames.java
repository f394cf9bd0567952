package dev.parallax.workload.bootstrap;

import dev.parallax.model.Statistic;
import dev.parallax.statistic.Statistics;
import java.util.function.Predicate;

/** The names of the built-in statistics, as the help lists them. */
final class StatisticNames {
  /** In a description, the line that they take the place of. */
  static final String LINE = "{statistics}";

  private static final int WIDTH = 80;

  private StatisticNames() {}

  /** The names by what the statistics are of, in lines of their own. */
  static String lines() {
    return String.join(
        System.lineSeparator(),
        names(
            "  of one column (--column)                ",
            statistic -> statistic.columns() == 1 && !statistic.twoSamples()),
        names(
            "  of two columns (--x, --y)               ",
            statistic -> statistic.columns() == 2 && !statistic.twoSamples()),
        names("  of three columns (--x, --y, --given)    ", statistic -> statistic.columns() == 3),
        names("  with errors (--x, --y, --error of both) ", statistic -> statistic.measured() > 0),
        names("  of two samples (--by, or --x and --y)   ", Statistic::twoSamples));
  }

  /** The names behind a heading, in as many lines as they need. */
  private static String names(String heading, Predicate<Statistic> which) {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder(heading);
    for (String name : Statistics.names(which)) {
      if (line.length() + name.length() + 1 > WIDTH) {
        text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        line = new StringBuilder(" ".repeat(heading.length()));
      }
      line.append(name).append(", ");
    }
    return text.append(line.substring(0, line.length() - 2)).toString();
  }
}
