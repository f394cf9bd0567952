package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.model.Statistic;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which columns of a table are what. */
final class SampleOptions {
  @Affects(Effect.NUMBERS)
  @Option(names = "--x", paramLabel = "NAME", description = "The first of two columns.")
  private String x;

  @Affects(Effect.NUMBERS)
  @Option(names = "--y", paramLabel = "NAME", description = "The second of two columns.")
  private String y;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "The column of a statistic of one; again for each further one.")
  private List<String> columns = List.of();

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "The column that tells two samples apart.")
  private String by;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--strata",
      paramLabel = "NAME",
      description = "Draw within the strata that this column names.")
  private String strata;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--cluster",
      paramLabel = "NAME",
      description = "Draw whole clusters, which this column names.")
  private String cluster;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--weights",
      paramLabel = "NAME",
      description =
          "Draw rows with probabilities in proportion to this column; the estimate is weighted.")
  private String weights;

  @Mixin private ErrorOptions errors = new ErrorOptions();

  /** The options of measurement errors. */
  ErrorOptions errors() {
    return errors;
  }

  /**
   * The columns' roles for a statistic.
   *
   * @param shown what the statistic is called
   * @param given the columns of a program, by {@code --columns}; none of any other statistic
   * @throws IllegalArgumentException if they are not those that it needs
   */
  Roles roles(String shown, Statistic statistic, List<String> given) {
    return errors.added(
        drawn(statistic.twoSamples() ? samples(shown) : Roles.of(names(shown, statistic, given))));
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
      return names(shown, statistic.columns());
    }
    if (x != null || y != null || by != null || !columns.isEmpty()) {
      throw new IllegalArgumentException(
          "--command is given its columns by --columns: leave out --x, --y, --column and --by");
    }
    return given.toArray(String[]::new);
  }

  private String[] names(String shown, int wanted) {
    if (by != null) {
      throw new IllegalArgumentException(
          shown + " does not compare two samples, as --by would have it; difference:mean does");
    }
    boolean pair = x != null || y != null;
    if (pair && !columns.isEmpty()) {
      throw new IllegalArgumentException("--column goes with neither --x nor --y");
    }
    if (wanted == 2 && columns.size() != 2) {
      return pair(shown);
    }
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
