package dev.parallax.bootstrap.resampling;

import dev.parallax.bootstrap.sample.Labels;
import dev.parallax.bootstrap.sample.NormalModel;
import dev.parallax.bootstrap.sample.Perturbation;
import dev.parallax.bootstrap.sample.Roles;
import dev.parallax.bootstrap.sample.Sample;
import dev.parallax.bootstrap.sample.SampleDesign;
import dev.parallax.bootstrap.sample.Units;
import dev.parallax.model.Statistic;
import java.util.Optional;

/**
 * How the replicates of a bootstrap are made of its sample.
 *
 * @param kind how resamples are made
 * @param blocks the runs that are drawn from a series, if it is one
 * @param errors what is random where measurement errors are known
 */
public record Scheme(ResamplingKind kind, Optional<BlockResampling> blocks, ErrorMode errors) {
  /** The most resamples there can be: replicates are sorted in one array. */
  public static final long MOST_RESAMPLES = Integer.MAX_VALUE - 8;

  /** So many resamples are evaluated in a second. */
  private static final long SOON_ENUMERATED = 1_500_000;

  /**
   * The ordinary bootstrap; measured values are drawn within their errors where there are some, and
   * the statistic does not take these itself.
   */
  public static Scheme of(Roles roles) {
    boolean exact = roles.errors().isEmpty() || roles.measured();
    ErrorMode errors = exact ? ErrorMode.RESAMPLE : ErrorMode.BOTH;
    return new Scheme(ResamplingKind.ROWS, Optional.empty(), errors);
  }

  /**
   * Checks that this can be done with a sample.
   *
   * @param ofSums whether an exact distribution is known from sums
   * @throws IllegalArgumentException if not
   */
  public void check(Sample sample, boolean ofSums) {
    Roles roles = sample.roles();
    boolean strata = roles.strata().isPresent();
    boolean clusters = roles.clusters().isPresent();
    boolean weights = roles.weights().isPresent();
    refuse(kind == ResamplingKind.POISSON && (strata || weights), "strata or weights");
    refuse(kind == ResamplingKind.BALANCED && weights, "weights");
    refuse(
        kind == ResamplingKind.PARAMETRIC_NORMAL && (clusters || weights), "clusters or weights");
    boolean known = !roles.errors().isEmpty();
    refuse(kind == ResamplingKind.PARAMETRIC_NORMAL && known, "measurement errors");
    refuse(
        kind == ResamplingKind.EXACT && known && errors != ErrorMode.RESAMPLE,
        "measurement errors");
    blocks.ifPresent(block -> checkBlocks(block, sample));
    if (kind == ResamplingKind.EXACT && !ofSums) {
      exact(sample).checkedCount();
    }
  }

  private void checkBlocks(BlockResampling block, Sample sample) {
    refuse(kind != ResamplingKind.ROWS, "blocks");
    if (sample.roles().structured() || sample.roles().twoSamples()) {
      throw new IllegalArgumentException(
          "blocks are of one series: they go with neither strata, clusters, weights nor two"
              + " samples");
    }
    checkLength(block, sample.rows());
  }

  /**
   * Checks a number of resamples.
   *
   * @throws IllegalArgumentException if it is not positive, or above what an array can hold
   */
  public static void checkCount(long resamples) {
    if (resamples < 1) {
      throw new IllegalArgumentException("resamples must be 1 or more, not " + resamples);
    }
    if (resamples > MOST_RESAMPLES) {
      throw new IllegalArgumentException(
          "resamples must be at most " + MOST_RESAMPLES + ", not " + resamples);
    }
  }

  private void refuse(boolean wrong, String with) {
    if (wrong) {
      throw new IllegalArgumentException(kind + " resampling does not go with " + with);
    }
  }

  private static void checkLength(BlockResampling block, int rows) {
    if (block.length() < 1) {
      throw new IllegalArgumentException(
          "the block length must be 1 or more, not " + block.length());
    }
    if (block.length() > rows) {
      throw new IllegalArgumentException(
          "a block of " + block.length() + " rows is longer than the series, which has " + rows);
    }
    if (block.kind() == BlockKind.MOVING && block.length() == rows) {
      throw new IllegalArgumentException(
          "a moving block of all " + rows + " rows is always the same");
    }
  }

  public static ExactResampling exact(Sample sample) {
    return new ExactResampling(sample.design().units(), sample.design().weights());
  }

  /** The exact distribution of a mean whose resamples are too many to go through them soon. */
  public Optional<ExactSums> sums(Statistic statistic, Sample sample) {
    if (kind != ResamplingKind.EXACT || !enumerable() || exact(sample).within(SOON_ENUMERATED)) {
      return Optional.empty();
    }
    return statistic
        .meanOf(sample.columns())
        .flatMap(numbers -> ExactSums.of(numbers, sample, statistic.twoSamples()));
  }

  /** How rows are drawn for so many resamples. */
  public Resampling resampling(Sample sample, long resamples) {
    if (blocks.isPresent()) {
      return blocks.get();
    }
    SampleDesign design = sample.design();
    Units units = design.units();
    return switch (kind) {
      case ROWS -> {
        if (design.errors().isPresent() && errors == ErrorMode.PERTURB) {
          yield new NoResampling();
        }
        boolean plain = units.strata() == 1 && units.single() && design.weights().length == 0;
        yield plain ? new CaseResampling() : new UnitResampling(units, design.weights());
      }
      case BALANCED -> new BalancedResampling(units, resamples);
      case POISSON -> new PoissonResampling(units.single() ? Units.ofRows(sample.rows()) : units);
      case PARAMETRIC_NORMAL -> new NoResampling();
      case EXACT -> exact(sample);
    };
  }

  /** How the values of a replicate differ from those of the rows drawn, if they do. */
  public Optional<Perturbation> perturbation(Sample sample) {
    if (kind == ResamplingKind.PARAMETRIC_NORMAL) {
      Labels strata = sample.design().strata();
      int modelled = sample.roles().values().size() - (sample.roles().stacked() ? 1 : 0);
      return Optional.of(
          NormalModel.of(sample.columns(), modelled, strata.numbers(), strata.count()));
    }
    return errors == ErrorMode.RESAMPLE
        ? Optional.empty()
        : sample.design().errors().map(Perturbation.class::cast);
  }

  /** Whether replicates can be computed row by row, each row by itself. */
  public boolean spreads(Sample sample) {
    return kind == ResamplingKind.POISSON
        && sample.design().units().single()
        && sample.columns().length <= 2
        && (sample.design().errors().isEmpty() || errors == ErrorMode.RESAMPLE);
  }

  /** Whether its replicates are those of an exact bootstrap, but for chance. */
  public boolean enumerable() {
    boolean rows = kind == ResamplingKind.ROWS || kind == ResamplingKind.BALANCED;
    return (rows || kind == ResamplingKind.EXACT)
        && blocks.isEmpty()
        && errors == ErrorMode.RESAMPLE;
  }

  /** Such as {@code balanced}, {@code stationary block}; empty for the ordinary one. */
  public String manner() {
    if (blocks.isPresent()) {
      return blocks.get().kind() + " block";
    }
    return switch (kind) {
      case ROWS -> errors == ErrorMode.RESAMPLE ? "" : "perturbed";
      case PARAMETRIC_NORMAL -> "parametric normal";
      default -> kind.toString();
    };
  }
}
