package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.resampling.ErrorMode;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.bootstrap.sample.Roles.ErrorColumns;
import dev.parallax.bootstrap.sample.Simex;
import dev.parallax.model.Statistic;
import dev.parallax.statistic.Statistics;
import dev.parallax.text.Choices;
import dev.parallax.text.Spelling;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import dev.parallax.workload.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options of values with measurement errors and limits. */
@Topic(Topic.Heading.ERRORS)
final class ErrorOptions {
  private static final String SIMEX = "simex";

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--error",
      paramLabel = "x=NAME",
      description =
          "Column with the errors of x, y or another column; two columns, x=LOW:HIGH, if "
              + "they are asymmetric.")
  private Map<String, String> errors = new LinkedHashMap<>();

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--error-covariance",
      paramLabel = "NAME",
      description = "Column with the covariances of the errors of x and y.")
  private String covariance;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--error-mode",
      paramLabel = "MODE",
      description =
          "What errors do: resample (rows only), perturb (values only), both, or simex, "
              + "which extrapolates to errors of zero (default: both).")
  private String mode;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--limit",
      paramLabel = "[x=]NAME",
      description =
          "Column that marks limits of y (of x with x=): 1 or < is an upper limit, -1 or "
              + "> a lower one.")
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

  /** Whether errors are given. */
  boolean given() {
    return !errors.isEmpty();
  }

  /**
   * Checks that a statistic which takes errors has those of each of its columns.
   *
   * @throws IllegalArgumentException if not
   */
  void checkMeasured(String shown, Statistic statistic, Roles roles) {
    List<String> values = roles.values();
    List<String> places = List.of("x", "y");
    long known =
        errors.keySet().stream()
            .map(name -> place(values, places, name, "--error"))
            .distinct()
            .count();
    if (statistic.measured() > 0 && known < values.size() && !simex()) {
      List<String> names = values.size() == 2 ? List.of("x", "y") : values;
      throw new IllegalArgumentException(
          shown
              + " takes the measurement errors of its columns: give "
              + names.stream()
                  .map(name -> "--error " + name + "=NAME")
                  .collect(Collectors.joining(" and ")));
    }
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
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("--error-mode needs errors: give --error x=NAME");
    }
    return simex() ? bootstrap : bootstrap.withErrorMode(chosen());
  }

  private ErrorMode chosen() {
    List<String> names = new ArrayList<>(Choices.names(ErrorMode.class));
    names.add(SIMEX);
    if (!names.contains(mode)) {
      throw Spelling.unknown("error mode", mode, names);
    }
    return Choices.find("error mode", ErrorMode.class, mode);
  }

  /** Whether the statistic is extrapolated to values without errors. */
  boolean simex() {
    return SIMEX.equals(mode) && given();
  }

  /**
   * Checks that nothing is extrapolated.
   *
   * @param option gives a statistic of which that is not possible
   */
  void checkNoSimex(String option) {
    if (SIMEX.equals(mode)) {
      throw new IllegalArgumentException(
          "--error-mode simex does not go with " + option + ": it is for a statistic by its name");
    }
  }

  /**
   * The statistic, extrapolated to values without errors.
   *
   * @throws IllegalArgumentException if it cannot be, or if there are limits
   */
  Statistic extrapolated(Statistic statistic, long seed) {
    if (!limits.isEmpty()) {
      throw new IllegalArgumentException("--error-mode simex does not go with --limit");
    }
    return Simex.of(statistic, seed);
  }
}
