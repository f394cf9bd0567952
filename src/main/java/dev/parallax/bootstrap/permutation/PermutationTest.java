package dev.parallax.bootstrap.permutation;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.permutation.PermutationResult.Alternative;
import dev.parallax.bootstrap.resampling.Nothing;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.bootstrap.sample.DataRounding;
import dev.parallax.bootstrap.sample.Labels;
import dev.parallax.bootstrap.sample.Sample;
import dev.parallax.bootstrap.sample.SampleDesign;
import dev.parallax.bootstrap.sample.StandardErrors;
import dev.parallax.bootstrap.sample.Units;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemLoop;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.engine.block.Slice;
import dev.parallax.model.Contrast;
import dev.parallax.model.Exchange;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A statistic of two columns, or of two samples, on data whose second column is shuffled, or whose
 * pairs are swapped: as it would be if the columns had nothing to do with each other, the samples
 * were from one population, or the two values of a pair came in any order. Rows are shuffled within
 * strata, and clusters change places as a whole. The items are the permutations: some drawn at
 * random, or all different ones.
 */
public final class PermutationTest implements Workload<Nothing> {

  /** The most permutations that are all gone through: ten seconds' work, 9 pairs or 23 rows. */
  static final long MOST_ENUMERATED = 1_500_000;

  /** How many are drawn where the bootstrap goes through all resamples, of another number. */
  private static final long USUAL = 10_000;

  /** The rounding of a column's largest number is at most this share of the column's range. */
  private static final double COARSE = 1 / 4096.0;

  /** What sums in another order may differ by. */
  private static final double ROUNDING = 1e-12;

  private final Permuting permuting;
  private final List<String> names;
  private final long permutations;
  private final double[] observed;
  private final double[] rounding;

  private PermutationTest(Permuting permuting, long permutations, double[] rounding) {
    this.permuting = permuting;
    this.permutations = permutations;
    this.rounding = rounding;
    names = permuting.statistic.responses();
    observed = permuting.observed();
  }

  /**
   * The test of what a bootstrap resamples, with as many permutations as that has resamples and the
   * same seed; its random numbers are unrelated to the bootstrap's. Beside an exact bootstrap it
   * goes through all different permutations, if there are at most {@value #MOST_ENUMERATED}, and
   * draws 10,000 otherwise.
   *
   * @throws IllegalArgumentException if the statistic is not of two columns, if the bootstrap draws
   *     rows in a way that permutations do not follow, or if rounding hides which permutations tie
   */
  public static PermutationTest of(Bootstrap bootstrap, Exchange exchange) {
    Statistic statistic = StandardErrors.without(bootstrap.statistic());
    if (statistic.measured() > 0) {
      throw new IllegalArgumentException(
          "a permutation test does not go with a statistic that takes measurement errors");
    }
    if (statistic.columns() != 2) {
      throw new IllegalArgumentException(
          "a permutation test is for a statistic of two columns or two samples, not of "
              + statistic.columns());
    }
    Rearrangement arrangements = arrangements(bootstrap, exchange);
    boolean all = bootstrap.kind() == ResamplingKind.EXACT;
    OptionalLong count = all ? arrangements.count(MOST_ENUMERATED) : OptionalLong.empty();
    Permuting permuting =
        Permuting.of(statistic, arrangements, count.isPresent(), bootstrap.seed());
    checkFine(bootstrap.sample(), permuting);
    long permutations = count.orElse(all ? USUAL : bootstrap.items());
    return new PermutationTest(permuting, permutations, rounding(bootstrap.sample(), permuting));
  }

  private static Rearrangement arrangements(Bootstrap bootstrap, Exchange exchange) {
    SampleDesign design = bootstrap.sample().design();
    check(bootstrap, design);
    double[][] columns = bootstrap.sample().columns();
    Units units = units(design);
    if (exchange == Exchange.WITHIN_ROWS) {
      // What is swapped within a row stays within its stratum.
      return Rearrangement.withinRows(
          columns, units.single() ? Units.ofRows(columns[0].length) : units);
    }
    Rearrangement arrangements = Rearrangement.betweenRows(columns, units);
    if (arrangements.count(1).isPresent()) {
      throw new IllegalArgumentException(
          "a permutation test has nothing to exchange: in each stratum all "
              + (units.single() ? "rows" : "clusters")
              + " have the same "
              + bootstrap.sample().names().get(arrangements.moved()));
    }
    return arrangements;
  }

  private static void check(Bootstrap bootstrap, SampleDesign design) {
    if (!bootstrap.exchangeable()) {
      throw new IllegalArgumentException(
          "a permutation test does not go with blocks: the rows of a series cannot be exchanged");
    }
    if (design.weights().length > 0) {
      throw new IllegalArgumentException(
          "a permutation test does not go with weights: rows that are not equally likely cannot be"
              + " exchanged");
    }
  }

  /** What is exchanged as a whole; two samples are no strata here. */
  private static Units units(SampleDesign design) {
    Labels strata = design.stated();
    Units drawn = design.units();
    int[] clusters = IntStream.range(0, strata.numbers().length).toArray();
    if (drawn.single()) {
      return strata.count() == 1
          ? Units.ofRows(clusters.length)
          : Units.of(strata.numbers(), clusters);
    }
    for (int unit = 0; unit < drawn.units(); unit++) {
      for (int k = drawn.unitStarts()[unit]; k < drawn.unitStarts()[unit + 1]; k++) {
        clusters[drawn.rows()[k]] = unit;
      }
    }
    return Units.of(strata.numbers(), clusters);
  }

  /** Refuses numbers of which so little is left after rounding that it cannot tell ties. */
  private static void checkFine(Sample sample, Permuting permuting) {
    for (int c = 0; c < sample.numbers(); c++) {
      double[] column = sample.columns()[c];
      boolean coarse = DataRounding.unit(column) > COARSE * DataRounding.range(column);
      if (coarse && !(permuting.ordered() && DecimalColumn.of(column).sure())) {
        throw new IllegalArgumentException(
            "column '"
                + sample.roles().values().get(c)
                + "': its numbers differ by so little of their size that rounding hides which"
                + " permutations are equal; take a constant off them first");
      }
    }
  }

  private static double[] rounding(Sample sample, Permuting permuting) {
    double[] observed = permuting.observed();
    double[] rounding = DataRounding.of(permuting::statistics, sample.columns(), sample.numbers());
    for (int k = 0; k < rounding.length; k++) {
      boolean ranks = permuting.statistic.contrasts().get(k) == Contrast.OF_RANKS;
      boolean exact = !permuting.exact.get(k).isEmpty();
      boolean sure = exact && permuting.exact.get(k).get(0).sure();
      rounding[k] = ranks || sure ? 0 : rounding[k];
      rounding[k] += exact ? 0 : ROUNDING * Math.abs(observed[k]);
    }
    return rounding;
  }

  @Override
  public String name() {
    return "permutation-test";
  }

  @Override
  public long items() {
    return permutations;
  }

  @Override
  public long seed() {
    return permuting.seed;
  }

  @Override
  public List<Response> responses() {
    return names.stream().map(name -> new Response(name, ColumnType.DOUBLE)).toList();
  }

  @Override
  public BlockFunction<Nothing> function() {
    return permuting;
  }

  @Override
  public Nothing data(Block block) {
    return Nothing.NOTHING;
  }

  /** Whether its items are all different permutations. */
  public boolean exact() {
    return permuting.all;
  }

  /**
   * The p-value of one value of the statistic.
   *
   * @param name the value's name
   * @param permuted the value on each permutation; what is not finite is left out
   */
  public PermutationResult result(String name, double[] permuted, Alternative alternative) {
    int k = names.indexOf(name);
    double expected = permuting.statistic.nullValue(k);
    return PermutationResult.of(expected, observed[k], rounding[k], permuted, exact(), alternative);
  }

  /**
   * Evaluates the statistic on the permuted data of a block's items.
   *
   * @param statistic the statistic
   * @param arrangements what is permuted
   * @param exact for each value the exact contrast that is computed in its place, if there is one
   * @param all whether permutations are numbered, and not random
   * @param seed what random ones come from
   */
  private record Permuting(
      Statistic statistic,
      Rearrangement arrangements,
      ArrayList<ArrayList<ExactContrast>> exact,
      boolean all,
      long seed)
      implements BlockFunction<Nothing> {

    static Permuting of(Statistic statistic, Rearrangement arrangements, boolean all, long seed) {
      ArrayList<ArrayList<ExactContrast>> exact = new ArrayList<>();
      for (Contrast contrast : statistic.contrasts()) {
        boolean suits = ExactContrast.suits(contrast, arrangements);
        exact.add(
            suits
                ? new ArrayList<>(List.of(ExactContrast.of(contrast, arrangements)))
                : new ArrayList<>());
      }
      return new Permuting(statistic, arrangements, exact, all, seed);
    }

    /** Whether all values are compared by sums or ranks, which decimals beyond doubt fix. */
    boolean ordered() {
      return IntStream.range(0, exact.size())
          .allMatch(
              k -> !exact.get(k).isEmpty() || statistic.contrasts().get(k) == Contrast.OF_RANKS);
    }

    double[] observed() {
      int[] from = new int[arrangements.columns()[0].length];
      Arrays.setAll(from, row -> row);
      return values(from);
    }

    @Override
    public List<Column> apply(Slice<Nothing> slice, ItemLoop items) {
      Block block = slice.block();
      double[][] results = new double[exact.size()][block.size()];
      RandomStream random = RandomStream.of(seed, Purpose.PERMUTE, block.first());
      items.forEach(
          i -> {
            long item = block.first() + i;
            double[] values =
                values(
                    all ? arrangements.numbered(item) : arrangements.random(random.moveTo(item)));
            for (int k = 0; k < values.length; k++) {
              results[k][i] = values[k];
            }
          });
      return Arrays.stream(results).<Column>map(Column.Doubles::new).toList();
    }

    private double[] values(int[] from) {
      boolean needed = exact.stream().anyMatch(List::isEmpty);
      double[] values = needed ? statistics(arrangements.of(from)) : new double[exact.size()];
      for (int k = 0; k < values.length; k++) {
        if (!exact.get(k).isEmpty()) {
          values[k] = exact.get(k).get(0).value(from);
        }
      }
      return values;
    }

    double[] statistics(double[][] columns) {
      double[] values = new double[statistic.responses().size()];
      statistic.prepare(columns).evaluator().evaluate(Resample.everyRow(columns[0].length), values);
      return values;
    }
  }
}
