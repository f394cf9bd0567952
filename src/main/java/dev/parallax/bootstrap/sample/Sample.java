package dev.parallax.bootstrap.sample;

import dev.parallax.table.Table;
import dev.parallax.text.Digits;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rows that a bootstrap resamples: those of a table's columns that are complete. */
public final class Sample {
  private static final MathContext SHOWN = new MathContext(6);

  private final Table table;
  private final Roles roles;
  private final List<String> names;
  private final double[][] columns;
  private final int skipped;
  private final int[] places;
  private final Labels samples;
  private final SampleDesign design;

  private Sample(
      Table table,
      Roles roles,
      double[][] columns,
      Labels samples,
      Selection selected,
      boolean constants) {
    this.table = table;
    this.roles = roles;
    this.columns = columns;
    this.samples = samples;
    names = names(roles);
    skipped = roles.stacked() ? 0 : selected.skipped();
    places = selected.rows();
    checkRows();
    for (int c = 0; c < roles.values().size() && !roles.stacked() && !constants; c++) {
      checkVaries(roles.values().get(c), columns[c]);
    }
    if (roles.stacked()) {
      checkVaries(String.join("' with '", roles.values()), columns[0]);
    }
    checkSamples();
    design = SampleDesign.of(selected, roles, samples);
  }

  /**
   * The sample that the table has in the columns of these roles.
   *
   * @throws IllegalArgumentException if a column is not there or of the wrong kind, if fewer than
   *     two rows are left, if a column is constant, or if what says how rows are drawn makes no
   *     sense, as a stratum of one row
   */
  public static Sample of(Table table, Roles roles) {
    return of(table, roles, false);
  }

  /**
   * The same, whose columns may be constant.
   *
   * @param constants whether they may
   */
  public static Sample of(Table table, Roles roles, boolean constants) {
    Selection selected = Selection.of(table, roles);
    if (roles.stacked()) {
      return stacked(table, roles, selected);
    }
    List<double[]> columns = new ArrayList<>();
    roles.values().forEach(name -> columns.add(selected.numbers(name)));
    Labels samples = Labels.none(selected.rows().length);
    if (roles.by().isPresent()) {
      samples = selected.labels(roles.by().get());
      checkTwo(table, roles.by().get(), samples);
      columns.add(Arrays.stream(samples.numbers()).asDoubleStream().toArray());
    }
    for (String limits : roles.limits()) {
      columns.add(limits.isEmpty() ? new double[selected.rows().length] : selected.limits(limits));
    }
    if (roles.measured()) {
      columns.addAll(ErrorReader.columns(selected, roles));
    }
    return new Sample(table, roles, columns.toArray(double[][]::new), samples, selected, constants);
  }

  /**
   * The values of the first column and then those of the second, each with its own gaps left out.
   */
  private static Sample stacked(Table table, Roles roles, Selection selected) {
    double[] first = table.complete(roles.values().subList(0, 1)).columns()[0];
    double[] second = table.complete(roles.values().subList(1, 2)).columns()[0];
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    int[] numbers = new int[both.length];
    Arrays.fill(numbers, first.length, both.length, 1);
    double[][] columns = {both, Arrays.stream(numbers).asDoubleStream().toArray()};
    return new Sample(table, roles, columns, new Labels(roles.values(), numbers), selected, false);
  }

  private static List<String> names(Roles roles) {
    List<String> names = new ArrayList<>(roles.values());
    roles.by().ifPresent(names::add);
    return List.copyOf(names);
  }

  private static void checkTwo(Table table, String column, Labels samples) {
    if (samples.count() != 2) {
      throw new IllegalArgumentException(
          table.name()
              + ": two samples need a column of two values; '"
              + column
              + "' has "
              + samples.count());
    }
  }

  private void checkRows() {
    String values = roles.values().size() == 1 ? "a value" : "values";
    String shown = values + " in '" + String.join("' and '", names) + "'";
    if (rows() == 0) {
      throw new IllegalArgumentException(table.name() + ": no row has " + shown);
    }
    if (rows() == 1) {
      throw new IllegalArgumentException(
          table.name() + ": only one row has " + shown + "; a bootstrap needs two or more");
    }
  }

  private void checkSamples() {
    int[] sizes = samples.sizes();
    for (int k = 0; k < sizes.length; k++) {
      if (sizes[k] == 1) {
        throw new IllegalArgumentException(
            table.name()
                + ": sample '"
                + samples.names().get(k)
                + "' has only one row; a bootstrap needs two or more");
      }
    }
    if (roles.stacked() && (roles.structured() || !roles.errors().isEmpty())) {
      throw new IllegalArgumentException(
          "two samples in columns of their own have neither strata, clusters, weights nor errors:"
              + " put them into one column, and name the samples in another");
    }
  }

  private void checkVaries(String name, double[] column) {
    if (Arrays.stream(column).allMatch(value -> value == column[0])) {
      throw new IllegalArgumentException(
          table.name()
              + ": column '"
              + name
              + "' is constant: every value is "
              + Digits.shortest(column[0]));
    }
  }

  /**
   * Checks that each row has a measurement error in one of its columns at least, for a statistic
   * that weighs rows by these.
   *
   * @throws IllegalArgumentException if one has none; names the row
   */
  public void checkErrors() {
    int values = roles.values().size();
    for (int row = 0; row < rows(); row++) {
      boolean some = false;
      for (int c = values; c < 2 * values; c++) {
        some |= columns[c][row] > 0;
      }
      if (!some) {
        throw new IllegalArgumentException(
            table.name()
                + ": row "
                + number(row)
                + ": a value without any error would have an infinite weight");
      }
    }
  }

  /** The table that its rows are of, with their names and the columns' units. */
  public Table table() {
    return table;
  }

  /** What the table's columns are to this sample. */
  public Roles roles() {
    return roles;
  }

  /** The names of the columns of values, and of the one that tells two samples apart. */
  public List<String> names() {
    return names;
  }

  /**
   * The number of a row, from 1: in the table's file or, of two samples in two columns, here.
   *
   * @param row its place among the complete rows, from 0
   */
  public int number(int row) {
    return 1 + (roles.stacked() ? row : table.rowInFile(places[row]));
  }

  /**
   * A row in words, such as {@code row 3 (NGC598): distance 0.263, log10(velocity) 1.8451}, with
   * its name if the table has names, and numbers of six digits.
   *
   * @param row its place among the complete rows, from 0; shown by its {@link #number}
   */
  public String describe(int row) {
    StringBuilder text = new StringBuilder("row ").append(number(row)).append(": ");
    String sample = roles.twoSamples() ? samples.names().get((int) columns[1][row]) : "";
    if (roles.stacked()) {
      return text.append(sample).append(' ').append(shown(columns[0][row])).toString();
    }
    label(row).ifPresent(name -> text.insert(text.length() - 2, " (" + name + ")"));
    for (int c = 0; c < roles.values().size(); c++) {
      text.append(c == 0 ? "" : ", ")
          .append(table.term(names.get(c)))
          .append(' ')
          .append(shown(columns[c][row]));
    }
    roles.by().ifPresent(by -> text.append(", ").append(by).append(' ').append(sample));
    return text.toString();
  }

  /**
   * The first row of what a jackknife leaves out: the row itself, or that of a cluster.
   *
   * @param item the jackknife's item, from 0
   */
  public int leftOut(int item) {
    Units units = design.units();
    return units.single() ? item : units.rows()[units.unitStarts()[item]];
  }

  /** What the table calls a row, if not in a column that is shown anyhow. */
  private Optional<String> label(int row) {
    boolean shown = names.contains(table.names().get(0));
    return shown ? Optional.empty() : table.label(places[row]);
  }

  private static String shown(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    if (whole || !Double.isFinite(value)) {
      return whole ? Long.toString((long) value) : Digits.shortest(value);
    }
    return Digits.shortest(new BigDecimal(value).round(SHOWN).doubleValue());
  }

  /** How many rows there are. */
  public int rows() {
    return columns[0].length;
  }

  /** How many rows of the table were left out because a value is missing or infinite. */
  public int skipped() {
    return skipped;
  }

  /** The numbers, from 0, of its rows in the table; of no use for two samples in two columns. */
  public int[] places() {
    return places.clone();
  }

  /** What the statistic gets: a view, not to be changed. */
  public double[][] columns() {
    return columns;
  }

  /** What the two samples are called, the first one first; empty if there is only one. */
  public Optional<List<String>> samples() {
    return roles.twoSamples() ? Optional.of(samples.names()) : Optional.empty();
  }

  /**
   * The number of each row's stratum, from 0: rows are drawn within strata, and two samples are
   * strata. All 0 if there is one.
   */
  public int[] strata() {
    return design.strata().numbers().clone();
  }

  /** How many of the columns, from the first, are numbers and neither samples nor limits. */
  public int numbers() {
    return roles.stacked() ? 1 : roles.values().size();
  }

  public SampleDesign design() {
    return design;
  }
}
