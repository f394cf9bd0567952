package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.model.Statistic;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import dev.parallax.workload.Topic;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which columns of a table are what. */
@Topic(Topic.Heading.COLUMNS)
final class SampleOptions {
  @Affects(Effect.NUMBERS)
  @Option(names = "--x", paramLabel = "NAME", description = "First column of a statistic of two.")
  private String x;

  @Affects(Effect.NUMBERS)
  @Option(names = "--y", paramLabel = "NAME", description = "Second column of a statistic of two.")
  private String y;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--given",
      paramLabel = "NAME",
      description = "The column that partial-correlation holds fixed.")
  private String given;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "Column of a statistic of one. Repeat it for a statistic of several.")
  private List<String> columns = List.of();

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "The column that says which of two samples a row is in.")
  private String by;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--strata",
      paramLabel = "NAME",
      description = "Draw within strata: rows with the same value in this column.")
  private String strata;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--cluster",
      paramLabel = "NAME",
      description = "Draw whole clusters: rows with the same value in this column.")
  private String cluster;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--weights",
      paramLabel = "NAME",
      description =
          "Draw rows with probabilities in proportion to this column. The estimate is "
              + "weighted too.")
  private String weights;

  @Mixin private ErrorOptions errors = new ErrorOptions();

  /** The options of measurement errors. */
  ErrorOptions errors() {
    return errors;
  }

  /**
   * The statistic itself, or what it is of values with measurement errors, if these are given and
   * no more columns than that has.
   *
   * @param seed what is random of it comes from this
   */
  Statistic measured(Statistic statistic, long seed) {
    if (errors.simex()) {
      return errors.extrapolated(statistic, seed);
    }
    int count = columns.size() + (x == null ? 0 : 1) + (y == null ? 0 : 1);
    return errors.given()
        ? statistic.ofErrors().filter(other -> other.measured() == count).orElse(statistic)
        : statistic;
  }

  /**
   * The columns' roles for a statistic.
   *
   * @param shown what the statistic is called
   * @param given the columns of a program, by {@code --columns}; none of any other statistic
   * @throws IllegalArgumentException if they are not those that it needs
   */
  Roles roles(String shown, Statistic statistic, List<String> given) {
    checkGiven(shown, statistic);
    Roles values =
        statistic.twoSamples() ? samples(shown) : Roles.of(names(shown, statistic, given));
    Roles roles = drawn(values);
    errors.checkMeasured(shown, statistic, roles);
    return errors.added(roles);
  }

  /**
   * The columns' roles for a formula, which names those of its values itself.
   *
   * @param names what it names
   * @throws IllegalArgumentException if options name columns of values too, or two samples
   */
  Roles rolesByName(List<String> names) {
    String given = x != null ? "--x" : y != null ? "--y" : columns.isEmpty() ? "" : "--column";
    if (!given.isEmpty()) {
      throw new IllegalArgumentException(
          given + " does not go with --expression, which names its columns itself");
    }
    if (by != null) {
      throw new IllegalArgumentException(
          "--by does not go with --expression: a formula is of one sample");
    }
    if (this.given != null) {
      throw new IllegalArgumentException("--given does not go with --expression");
    }
    errors.checkNoSimex("--expression");
    return errors.addedByName(drawn(Roles.of(names.toArray(String[]::new))));
  }

  /** How rows are drawn. */
  private Roles drawn(Roles values) {
    Roles roles = values;
    roles = strata == null ? roles : roles.withStrata(strata);
    roles = cluster == null ? roles : roles.withClusters(cluster);
    roles = weights == null ? roles : roles.withWeights(weights);
    return roles;
  }

  private void checkGiven(String shown, Statistic statistic) {
    if (given != null && (statistic.columns() != 3 || statistic.twoSamples())) {
      throw new IllegalArgumentException(
          "--given is for a statistic of three columns, as partial-correlation is; "
              + shown
              + " is not");
    }
  }

  private Roles samples(String shown) {
    if (by == null && x != null && y != null && columns.isEmpty()) {
      return Roles.twoColumns(x, y);
    }
    if (by == null || columns.size() != 1 || x != null || y != null) {
      throw new IllegalArgumentException(
          shown + " compares two samples: give --column NAME --by NAME, or --x NAME --y NAME");
    }
    if (by.equals(columns.get(0))) {
      throw new IllegalArgumentException("--column and --by are the same column, '" + by + "'");
    }
    return Roles.twoSamples(columns.get(0), by);
  }

  private String[] names(String shown, Statistic statistic, List<String> given) {
    if (given.isEmpty()) {
      return names(shown, statistic);
    }
    if (x != null || y != null || by != null || !columns.isEmpty()) {
      throw new IllegalArgumentException(
          "--command is given its columns by --columns: leave out --x, --y, --column and --by");
    }
    return given.toArray(String[]::new);
  }

  private String[] names(String shown, Statistic statistic) {
    int wanted = statistic.measured() > 0 ? statistic.measured() : statistic.columns();
    if (by != null) {
      throw new IllegalArgumentException(
          shown + " does not compare two samples, as --by would have it; difference:mean does");
    }
    boolean pair = x != null || y != null;
    if (pair && !columns.isEmpty()) {
      throw new IllegalArgumentException("--column goes with neither --x nor --y");
    }
    checkWeights(shown, statistic, wanted);
    if (wanted == 2 && columns.size() != 2) {
      return pair(shown);
    }
    return wanted == 3 && (pair || given != null) ? triple(shown) : columns(shown, wanted);
  }

  private void checkWeights(String shown, Statistic statistic, int wanted) {
    if (wanted == 2 && columns.size() == 1 && statistic.ofErrors().isPresent()) {
      throw new IllegalArgumentException(
          shown
              + " needs weights: give --x VALUE --y WEIGHT, or --column VALUE --error VALUE=ERROR for"
              + " weights of 1 over the squared error");
    }
  }

  private String[] columns(String shown, int wanted) {
    if (columns.size() != wanted) {
      throw new IllegalArgumentException(
          wanted == 1
              ? shown + " is of one column: give --column NAME"
              : shown + " is of " + wanted + " columns: give --column NAME for each");
    }
    if (columns.stream().distinct().count() != columns.size()) {
      throw new IllegalArgumentException("the same --column is given twice");
    }
    return columns.toArray(String[]::new);
  }

  private String[] triple(String shown) {
    if (given == null || x == null || y == null || !columns.isEmpty()) {
      throw new IllegalArgumentException(
          shown
              + " is of 3 columns: give --x NAME, --y NAME and --given NAME, or --column for each");
    }
    if (given.equals(x) || given.equals(y)) {
      throw new IllegalArgumentException(
          "--given is the same column as --x or --y, '" + given + "'");
    }
    String[] two = pair(shown);
    return new String[] {two[0], two[1], given};
  }

  private String[] pair(String shown) {
    if (x == null || y == null) {
      throw new IllegalArgumentException(shown + " is of two columns: give --x NAME and --y NAME");
    }
    if (x.equals(y)) {
      throw new IllegalArgumentException("--x and --y are the same column, '" + x + "'");
    }
    return new String[] {x, y};
  }
}
