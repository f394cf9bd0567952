package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.Enough;
import dev.parallax.bootstrap.JackknifeAfterBootstrap;
import dev.parallax.bootstrap.PermutationResult.Alternative;
import dev.parallax.bootstrap.PermutationTest;
import dev.parallax.bootstrap.PermutationTest.Exchange;
import dev.parallax.bootstrap.ResamplingKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options of a bootstrap that look at its own precision, at single resamples, or at chance. */
final class DiagnosticOptions {
  /** Statistics of two columns that are 0 where the columns have nothing to do with each other. */
  private static final List<String> ASSOCIATIONS =
      List.of("pearson", "spearman", "kendall", "slope");

  /** Kinds of which the first resamples stay the same when there are more. */
  private static final Set<ResamplingKind> ADDED_TO =
      EnumSet.complementOf(EnumSet.of(ResamplingKind.BALANCED, ResamplingKind.EXACT));

  @Option(
      names = "--until-error",
      paramLabel = "E",
      description =
          "Add resamples until the Monte Carlo errors of the standard error and of every end are E"
              + " or less.")
  private Double untilError;

  @Option(
      names = "--jackknife-after-bootstrap",
      description = "How well the data fix the standard error itself.")
  boolean jackknifeAfterBootstrap;

  @Option(
      names = "--permutation-test",
      description =
          "The p-value of no association, or no difference, by as many permutations, within strata"
              + " and by whole clusters.")
  private boolean permutationTest;

  @Option(
      names = "--alternative",
      paramLabel = "WHICH",
      defaultValue = "two",
      description = "Of the permutation test: two, greater or less (default: ${DEFAULT-VALUE}).")
  private String alternative;

  @Option(
      names = "--replicate",
      paramLabel = "K",
      description = "Draw resample K alone, from 0, and show its rows and its value.")
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
    if (untilError != null && !ADDED_TO.contains(bootstrap.kind())) {
      throw new IllegalArgumentException(
          "--until-error does not go with "
              + bootstrap.kind()
              + " resampling, whose resamples depend on how many there are");
    }
    if (jackknifeAfterBootstrap && !JackknifeAfterBootstrap.suits(bootstrap)) {
      throw new IllegalArgumentException(
          "--jackknife-after-bootstrap is for rows drawn one by one, all equally likely");
    }
    exchange(statistics, bootstrap.statistic().twoSamples())
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
    return Alternative.parse(alternative);
  }

  /**
   * What a permutation test exchanges, if one is wanted.
   *
   * @param statistics the names of the statistics
   * @param twoSamples whether they compare two samples
   * @throws IllegalArgumentException if one of them has no value that stands for chance
   */
  Optional<Exchange> exchange(List<String> statistics, boolean twoSamples) {
    if (!permutationTest) {
      return Optional.empty();
    }
    if (statistics.equals(List.of("mean-difference"))) {
      return Optional.of(Exchange.WITHIN_ROWS);
    }
    for (String name : statistics) {
      boolean difference = twoSamples && name.startsWith("difference");
      boolean users = name.contains(".") || Character.isUpperCase(name.charAt(0));
      if (!difference && !users && !ASSOCIATIONS.contains(name)) {
        throw new IllegalArgumentException(
            "a permutation test is for "
                + String.join(", ", ASSOCIATIONS)
                + ", difference:... and, alone, mean-difference; not for "
                + name);
      }
    }
    return Optional.of(Exchange.BETWEEN_ROWS);
  }
}
