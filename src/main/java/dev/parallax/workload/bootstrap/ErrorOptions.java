package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.resampling.ErrorMode;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.bootstrap.sample.Roles.ErrorColumns;
import dev.parallax.model.Statistic;
import dev.parallax.spelling.Choices;
import dev.parallax.statistic.Statistics;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of values with measurement errors and limits. */
final class ErrorOptions {
  @Affects(Effect.NUMBERS)
  @Option(
      names = "--error",
      paramLabel = "x=NAME",
      description = "The errors of x, y or a column; asymmetric ones as x=LOW:HIGH.")
  private Map<String, String> errors = new LinkedHashMap<>();

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--error-covariance",
      paramLabel = "NAME",
      description = "The covariance of the errors of x and y.")
  private String covariance;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--error-mode",
      paramLabel = "MODE",
      description = "With errors: resample rows, perturb values, or both (default: both).")
  private String mode;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--limit",
      paramLabel = "[x=]NAME",
      description = "Which values of x, or else of y, are limits: 1 or < upper, -1 or > lower.")
  private List<String> limits = List.of();

  /**
   * The roles with those of errors and limits.
   *
   * @throws IllegalArgumentException if an error is of no column there is
   */
  Roles added(Roles roles) {
    return added(roles, List.of("x", "y"));
  }

  /**
   * The same of a formula, whose columns are called by their names alone.
   *
   * @throws IllegalArgumentException if an error is of no column there is
   */
  Roles addedByName(Roles roles) {
    if (covariance != null) {
      throw new IllegalArgumentException(
          "--error-covariance is of --x and --y, and does not go with --expression");
    }
    if (!limits.isEmpty()) {
      throw new IllegalArgumentException(
          "--limit does not go with --expression: formulas know no limits");
    }
    return added(roles, List.of());
  }

  private Roles added(Roles roles, List<String> places) {
    Roles all = roles;
    for (Map.Entry<String, String> error : errors.entrySet()) {
      int column = place(roles.values(), places, error.getKey(), "--error");
      String[] ends = error.getValue().split(":", -1);
      if (ends.length > 2 || ends[0].isBlank() || ends[ends.length - 1].isBlank()) {
        throw new IllegalArgumentException(
            "--error is written x=NAME or x=LOW:HIGH, not '" + error.getValue() + "'");
      }
      all = all.withErrors(new ErrorColumns(column, ends[0], ends[ends.length - 1]));
    }
    if (covariance != null) {
      if (errors.isEmpty()) {
        throw new IllegalArgumentException("--error-covariance needs --error of x and of y");
      }
      all = all.withErrorCovariance(covariance);
    }
    return limits.isEmpty() ? all : all.withLimits(limits(roles.values(), places));
  }

  /** For each column of values that of its limits, or an empty name. */
  private List<String> limits(List<String> values, List<String> places) {
    List<String> columns = new ArrayList<>(Collections.nCopies(values.size(), ""));
    for (String limit : limits) {
      int sign = limit.indexOf('=');
      String name = sign < 0 ? values.get(values.size() - 1) : limit.substring(0, sign);
      columns.set(place(values, places, name, "--limit"), limit.substring(sign + 1));
    }
    return columns;
  }

  private static int place(List<String> names, List<String> places, String given, String option) {
    int place = places.indexOf(given);
    place = place >= 0 && place < names.size() && names.size() <= 2 ? place : names.indexOf(given);
    if (place < 0) {
      throw new IllegalArgumentException(
          option
              + " is of a column of the statistic, "
              + String.join(" or ", names)
              + ", not of '"
              + given
              + "'");
    }
    return place;
  }

  /**
   * The statistic that takes the limits into account, if there are any.
   *
   * @throws IllegalArgumentException if it cannot
   */
  Statistic censored(String shown, Statistic statistic) {
    if (limits.isEmpty()) {
      return statistic;
    }
    return statistic
        .censored()
        .orElseThrow(
            () -> {
              List<String> able = Statistics.names(one -> one.censored().isPresent());
              return new IllegalArgumentException(
                  shown
                      + " knows no limits; of the built-in statistics "
                      + String.join(" and ", able)
                      + (able.size() == 1 ? " does" : " do"));
            });
  }

  /**
   * The bootstrap in the mode asked for.
   *
   * @throws IllegalArgumentException if there are no errors to do it with
   */
  Bootstrap in(Bootstrap bootstrap) {
    if (mode == null) {
      return bootstrap;
    }
    ErrorMode chosen = Choices.find("error mode", ErrorMode.class, mode);
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("--error-mode needs errors: give --error x=NAME");
    }
    return bootstrap.withErrorMode(chosen);
  }
}
