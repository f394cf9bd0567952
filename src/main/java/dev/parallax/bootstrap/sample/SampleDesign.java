package dev.parallax.bootstrap.sample;

import java.util.Arrays;
import java.util.Optional;

/**
 * How the rows of a sample may be drawn and how well they were measured.
 *
 * @param strata each row's stratum; two samples are strata
 * @param stated the strata that a column names; all alike if none does
 * @param units what is drawn
 * @param weights of the units; empty if all are equally likely
 * @param errors of the values, if they are given
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read only
public record SampleDesign(
    Labels strata,
    Labels stated,
    Units units,
    double[] weights,
    Optional<MeasurementErrors> errors) {

  static SampleDesign of(Selection selected, Roles roles, Labels samples) {
    String table = selected.table().name();
    Labels strata = samples;
    Labels stated = Labels.none(samples.numbers().length);
    if (roles.strata().isPresent()) {
      stated = selected.labels(roles.strata().get());
      strata = stated;
      checkStrata(table, roles.strata().get(), strata);
      strata = roles.twoSamples() ? strata.with(samples) : strata;
    }
    Units units = Units.ofRows(strata.numbers().length);
    if (roles.clusters().isPresent()) {
      Labels clusters = selected.labels(roles.clusters().get());
      checkClusters(table, roles.clusters().get(), clusters, strata);
      units = Units.of(strata.numbers(), clusters.numbers());
      checkUnits(table, units);
    } else if (strata.count() > 1) {
      units = Units.of(strata.numbers(), range(strata.numbers().length));
    }
    return of(selected, roles, strata, stated, units);
  }

  private static SampleDesign of(
      Selection selected, Roles roles, Labels strata, Labels stated, Units units) {
    double[] weights =
        roles.weights().map(column -> weights(selected, column, units)).orElse(new double[0]);
    Optional<MeasurementErrors> errors =
        roles.errors().isEmpty()
            ? Optional.empty()
            : Optional.of(ErrorReader.read(selected, roles));
    return new SampleDesign(strata, stated, units, weights, errors);
  }

  /**
   * How often each row is drawn on average, with weights: a cluster's rows as often as the cluster.
   * Empty without weights.
   */
  double[] expectedDraws() {
    double[] draws = new double[weights.length == 0 ? 0 : units.rows().length];
    for (int stratum = 0; stratum < units.strata() && draws.length > 0; stratum++) {
      int from = units.stratumStarts()[stratum];
      int to = units.stratumStarts()[stratum + 1];
      double total = Arrays.stream(weights, from, to).sum();
      for (int unit = from; unit < to; unit++) {
        for (int k = units.unitStarts()[unit]; k < units.unitStarts()[unit + 1]; k++) {
          draws[units.rows()[k]] = (to - from) * (weights[unit] / total);
        }
      }
    }
    return draws;
  }

  private static int[] range(int n) {
    int[] numbers = new int[n];
    Arrays.setAll(numbers, row -> row);
    return numbers;
  }

  private static void checkStrata(String table, String column, Labels strata) {
    int[] sizes = strata.sizes();
    for (int k = 0; k < sizes.length; k++) {
      if (sizes[k] == 1) {
        throw new IllegalArgumentException(
            table
                + ": stratum '"
                + strata.names().get(k)
                + "' of column '"
                + column
                + "' has only one row; it would be the same in every resample");
      }
    }
  }

  private static void checkClusters(String table, String column, Labels clusters, Labels strata) {
    if (clusters.count() == 1) {
      throw new IllegalArgumentException(
          table + ": column '" + column + "' has one cluster; a bootstrap needs two or more");
    }
    int[] stratumOf = new int[clusters.count()];
    Arrays.fill(stratumOf, -1);
    for (int row = 0; row < clusters.numbers().length; row++) {
      int cluster = clusters.numbers()[row];
      int stratum = strata.numbers()[row];
      if (stratumOf[cluster] >= 0 && stratumOf[cluster] != stratum) {
        throw new IllegalArgumentException(
            table
                + ": cluster '"
                + clusters.names().get(cluster)
                + "' of column '"
                + column
                + "' lies in more than one stratum or sample");
      }
      stratumOf[cluster] = stratum;
    }
  }

  private static void checkUnits(String table, Units units) {
    for (int stratum = 0; stratum < units.strata(); stratum++) {
      if (units.size(stratum) == 1) {
        throw new IllegalArgumentException(
            table + ": a stratum or sample has only one cluster; it would always be drawn");
      }
    }
  }

  /** A cluster weighs as much as its rows. */
  private static double[] weights(Selection selected, String column, Units units) {
    double[] ofRows = selected.amounts(column, "weight", new boolean[0]);
    double[] weights = new double[units.units()];
    for (int unit = 0; unit < weights.length; unit++) {
      for (int k = units.unitStarts()[unit]; k < units.unitStarts()[unit + 1]; k++) {
        weights[unit] += ofRows[units.rows()[k]];
      }
    }
    for (int stratum = 0; stratum < units.strata(); stratum++) {
      int from = units.stratumStarts()[stratum];
      int to = units.stratumStarts()[stratum + 1];
      if (!(Arrays.stream(weights, from, to).sum() > 0)) {
        throw new IllegalArgumentException(
            selected.table().name()
                + ": column '"
                + column
                + "': all weights"
                + (units.strata() > 1 ? " of a stratum" : "")
                + " are 0");
      }
    }
    return weights;
  }
}
