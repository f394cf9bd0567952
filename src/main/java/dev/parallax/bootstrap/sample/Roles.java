package dev.parallax.bootstrap.sample;

import dev.parallax.model.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the columns of a table are to a bootstrap: the statistic's values, and what says how rows
 * are drawn and how well they were measured.
 *
 * @param values the columns of the statistic
 * @param by the column that tells two samples apart, if one does
 * @param stacked whether the two columns of values are two samples of their own
 * @param strata the column of strata
 * @param clusters the column of clusters
 * @param weights the column of weights
 * @param errors the columns of measurement errors
 * @param covariance the column with the covariance of the errors of the first two columns
 * @param limits for each column of values the column of its limits, empty for none; no entries if
 *     there are no limits at all
 * @param measured whether the errors are columns of the statistic, after the values
 */
public record Roles(
    List<String> values,
    Optional<String> by,
    boolean stacked,
    Optional<String> strata,
    Optional<String> clusters,
    Optional<String> weights,
    List<ErrorColumns> errors,
    Optional<String> covariance,
    List<String> limits,
    boolean measured) {

  /** Copies the lists. */
  public Roles {
    values = List.copyOf(values);
    errors = List.copyOf(errors);
    limits = List.copyOf(limits);
  }

  private static final Optional<String> NONE = Optional.empty();

  /**
   * Where the standard deviations of a column's errors stand.
   *
   * @param column which column of the statistic, from 0
   * @param low the column of the deviations below
   * @param high that of the deviations above, the same if the errors are symmetric
   */
  public record ErrorColumns(int column, String low, String high) {
    boolean symmetric() {
      return low.equals(high);
    }
  }

  /** The columns of a statistic, and nothing else. */
  public static Roles of(String... values) {
    return new Roles(
        List.of(values), NONE, false, NONE, NONE, NONE, List.of(), NONE, List.of(), false);
  }

  /** Two samples in one column; the first is that of the table's first row. */
  public static Roles twoSamples(String value, String by) {
    return new Roles(
        List.of(value),
        Optional.of(by),
        false,
        NONE,
        NONE,
        NONE,
        List.of(),
        NONE,
        List.of(),
        false);
  }

  /** Two samples in two columns, which may have different numbers of values. */
  public static Roles twoColumns(String first, String second) {
    return new Roles(
        List.of(first, second), NONE, true, NONE, NONE, NONE, List.of(), NONE, List.of(), false);
  }

  /** With rows drawn within the strata that a column names. */
  public Roles withStrata(String column) {
    return new Roles(
        values,
        by,
        stacked,
        Optional.of(column),
        clusters,
        weights,
        errors,
        covariance,
        limits,
        measured);
  }

  /** With rows drawn by whole clusters, which a column names. */
  public Roles withClusters(String column) {
    return new Roles(
        values,
        by,
        stacked,
        strata,
        Optional.of(column),
        weights,
        errors,
        covariance,
        limits,
        measured);
  }

  /** With rows drawn with probabilities in proportion to a column. */
  public Roles withWeights(String column) {
    return new Roles(
        values,
        by,
        stacked,
        strata,
        clusters,
        Optional.of(column),
        errors,
        covariance,
        limits,
        measured);
  }

  /** With measurement errors of one column more. */
  public Roles withErrors(ErrorColumns added) {
    List<ErrorColumns> all = new ArrayList<>(errors);
    all.add(added);
    return new Roles(
        values, by, stacked, strata, clusters, weights, all, covariance, limits, measured);
  }

  /** With the covariance of the errors of the first two columns. */
  public Roles withErrorCovariance(String column) {
    return new Roles(
        values,
        by,
        stacked,
        strata,
        clusters,
        weights,
        errors,
        Optional.of(column),
        limits,
        measured);
  }

  /**
   * With limits in place of values.
   *
   * @param columns for each column of values the column of its limits, empty for none
   */
  public Roles withLimits(List<String> columns) {
    return new Roles(
        values, by, stacked, strata, clusters, weights, errors, covariance, columns, measured);
  }

  /** With the errors as columns of the statistic, if it is one that takes them. */
  public Roles of(Statistic statistic) {
    boolean taken = statistic.measured() > 0;
    return new Roles(
        values, by, stacked, strata, clusters, weights, errors, covariance, limits, taken);
  }

  /** The columns that are read as numbers. */
  public List<String> numbers() {
    List<String> all = new ArrayList<>(values);
    all.addAll(beside());
    return all;
  }

  /** Those of them that are not the statistic's. */
  public List<String> beside() {
    List<String> all = new ArrayList<>();
    weights.ifPresent(all::add);
    errors.forEach(error -> all.addAll(List.of(error.low(), error.high())));
    covariance.ifPresent(all::add);
    return all;
  }

  /** The columns that are read as texts. */
  public List<String> texts() {
    List<String> all = new ArrayList<>();
    by.ifPresent(all::add);
    strata.ifPresent(all::add);
    clusters.ifPresent(all::add);
    limits.stream().filter(limit -> !limit.isEmpty()).forEach(all::add);
    return all;
  }

  /** Whether there are two samples. */
  public boolean twoSamples() {
    return stacked || by.isPresent();
  }

  /** Whether there is anything that says how rows are drawn, beyond two samples. */
  public boolean structured() {
    return strata.isPresent() || clusters.isPresent() || weights.isPresent();
  }

  public void check(Statistic statistic) {
    if (statistic.twoSamples() != twoSamples()) {
      throw new IllegalArgumentException(
          statistic.twoSamples()
              ? "the statistic compares two samples, of which nothing is said"
              : "the statistic does not compare two samples");
    }
    int known = measured ? values.size() + (values.size() == 2 ? 1 : 0) : 0;
    int columns = twoSamples() ? 2 : values.size() + limits.size() + known;
    if (columns != statistic.columns()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the statistic is of %d column%s, not of %d",
              statistic.columns(),
              statistic.columns() == 1 ? "" : "s",
              columns));
    }
  }
}
