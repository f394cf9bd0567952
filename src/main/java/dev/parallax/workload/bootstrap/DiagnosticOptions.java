package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.Enough;
import dev.parallax.bootstrap.JackknifeAfterBootstrap;
import dev.parallax.bootstrap.permutation.PermutationResult.Alternative;
import dev.parallax.bootstrap.permutation.PermutationTest;
import dev.parallax.bootstrap.sample.StandardErrors;
import dev.parallax.model.Exchange;
import dev.parallax.model.Statistic;
import dev.parallax.statistic.Statistics;
import dev.parallax.statistic.formula.FormulaStatistic;
import dev.parallax.text.Choices;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import dev.parallax.workload.Topic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options of a bootstrap that look at its own precision, at single resamples, or at chance. */
@Topic(Topic.Heading.TESTS)
final class DiagnosticOptions {
  @Topic(Topic.Heading.RESAMPLING)
  @Affects(Effect.FINDINGS)
  @Option(
      names = "--until-error",
      paramLabel = "E",
      description =
          "Add resamples until the Monte Carlo errors of the standard error and of every "
              + "interval end are at most E.")
  private Double untilError;

  @Affects(Effect.FINDINGS)
  @Option(
      names = "--jackknife-after-bootstrap",
      description = "Report how well the data determine the standard error itself.")
  boolean jackknifeAfterBootstrap;

  @Affects(Effect.FINDINGS)
  @Option(
      names = "--permutation-test",
      description =
          "Report the p-value of no association, or of no difference, by as many "
              + "permutations as resamples. Strata and clusters are kept.")
  private boolean permutationTest;

  @Affects(Effect.FINDINGS)
  @Option(
      names = "--alternative",
      paramLabel = "WHICH",
      defaultValue = "two",
      description =
          "Alternative of the permutation test: two, greater or less (default: "
              + "${DEFAULT-VALUE}).")
  private String alternative;

  @Topic(Topic.Heading.RESAMPLING)
  @Affects(Effect.NUMBERS)
  @Option(
      names = "--replicate",
      paramLabel = "K",
      description = "Only draw resample K, from 0, and print its rows and its value.")
  private Long replicate;

  /**
   * Checks what can be checked before anything is computed.
   *
   * @throws IllegalArgumentException if a value is wrong
   */
  void check() {
    enough();
    alternative();
  }

  /**
   * Checks that what is wanted can be had of a bootstrap.
   *
   * @param statistics the names of its statistics
   * @throws IllegalArgumentException if not
   */
  void check(Bootstrap bootstrap, List<String> statistics) {
    if (untilError != null && !ResamplingOptions.isExtensible(bootstrap)) {
      throw new IllegalArgumentException(
          "--until-error does not go with "
              + bootstrap.kind()
              + " resampling, whose resamples depend on how many there are");
    }
    if (jackknifeAfterBootstrap && !JackknifeAfterBootstrap.suits(bootstrap)) {
      throw new IllegalArgumentException(
          "--jackknife-after-bootstrap is for rows drawn one by one, all equally likely");
    }
    exchange(statistics, bootstrap.statistic())
        .ifPresent(what -> PermutationTest.of(bootstrap, what));
  }

  /** Which errors are small enough, if resamples are to be added until they are. */
  Optional<Enough> enough() {
    return Optional.ofNullable(untilError).map(Enough::new);
  }

  /**
   * The page of the one resample that is wanted.
   *
   * @throws IllegalArgumentException if the bootstrap has none of that number
   */
  Optional<ReplicatePage> replicate(Bootstrap bootstrap) {
    return Optional.ofNullable(replicate).map(number -> new ReplicatePage(bootstrap, number));
  }

  Alternative alternative() {
    return Choices.find("alternative", Alternative.class, alternative);
  }

  /**
   * What a permutation test exchanges, if one is wanted.
   *
   * @param statistics the names of the statistics
   * @param together the statistics themselves
   * @throws IllegalArgumentException if one of them has no value that stands for chance
   */
  Optional<Exchange> exchange(List<String> statistics, Statistic together) {
    if (!permutationTest) {
      return Optional.empty();
    }
    Optional<Exchange> exchange = together.exchange();
    if (exchange.isEmpty() && StandardErrors.without(together) instanceof FormulaStatistic) {
      throw new IllegalArgumentException(
          "a permutation test of formulas is for corr(x, y) and cov(x, y) of two columns, alone; not"
              + " for "
              + String.join(", ", statistics));
    }
    if (exchange.isEmpty()) {
      throw new IllegalArgumentException(
          "a permutation test is for "
              + exchanging(Exchange.BETWEEN_ROWS)
              + " and, alone, "
              + exchanging(Exchange.WITHIN_ROWS)
              + "; not for "
              + statistics.stream()
                  .filter(name -> !exchanges(Statistics.find(List.of(name)), Exchange.BETWEEN_ROWS))
                  .findFirst()
                  .orElseGet(() -> String.join(", ", statistics)));
    }
    return exchange;
  }

  private static String exchanging(Exchange what) {
    return Statistics.names(statistic -> exchanges(statistic, what)).stream()
        .map(form -> form.replaceFirst(":.*", ":..."))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static boolean exchanges(Statistic statistic, Exchange what) {
    return statistic.exchange().equals(Optional.of(what));
  }
}
