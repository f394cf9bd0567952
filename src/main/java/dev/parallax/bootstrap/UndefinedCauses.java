package dev.parallax.bootstrap;

import dev.parallax.model.Resample;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at the resamples on which a statistic is undefined, to say why it is. */
public final class UndefinedCauses {
  /** So many are looked at; of more, the shares are known well enough. */
  private static final int MOST = 10_000;

  private UndefinedCauses() {}

  /**
   * How many of the replicates are undefined for which cause. Of more than 10,000, those beyond are
   * counted as not looked at.
   *
   * @param replicates a value of the statistic on all resamples
   * @param failed the items that failed, which are left out
   */
  public static Map<String, Integer> of(Bootstrap bootstrap, double[] replicates, BitSet failed) {
    Map<String, Integer> causes = new LinkedHashMap<>();
    int seen = 0;
    for (int b = 0; b < replicates.length; b++) {
      if (!Double.isFinite(replicates[b]) && !failed.get(b)) {
        boolean look = seen++ < MOST;
        causes.merge(look ? cause(bootstrap, b, replicates[b]) : "not looked at", 1, Integer::sum);
      }
    }
    return causes;
  }

  private static String cause(Bootstrap bootstrap, long replicate, double value) {
    Resample resample = bootstrap.resample(replicate);
    int[] rows = resample.rows();
    List<String> names = bootstrap.sample().names();
    double[][] columns = bootstrap.sample().columns();
    if (rows.length == 0) {
      return "no row is drawn";
    }
    if (Arrays.stream(rows).allMatch(row -> row == rows[0])) {
      return "all rows drawn are the same one";
    }
    for (int c = 0; c < bootstrap.sample().roles().values().size(); c++) {
      double[] column = columns[c];
      if (Arrays.stream(rows).allMatch(row -> column[row] == column[rows[0]])
          && Arrays.stream(column).anyMatch(number -> number != column[0])) {
        return "all rows drawn have the same " + names.get(c);
      }
    }
    return Double.isNaN(value) ? "the statistic is not a number" : "the statistic is infinite";
  }
}
