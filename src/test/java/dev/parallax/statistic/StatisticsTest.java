package dev.parallax.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.model.Exchange;
import dev.parallax.model.Statistic;
import dev.parallax.model.Unit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the built-in statistics say of themselves. */
class StatisticsTest {

  private static Statistic find(String... names) {
    return Statistics.find(List.of(names));
  }

  private static String unit(String name, String... columns) {
    return find(name).units().get(0).of(List.of(columns));
  }

  @ParameterizedTest
  @CsvSource({
    "mean, km/s",
    "median, km/s",
    "quantile:0.9, km/s",
    "trimmed-mean:0.1, km/s",
    "sd, km/s",
    "mad, km/s",
    "variance, (km/s)^2",
    "variance-n, (km/s)^2",
    "cv, ''",
    "skewness, ''",
    "difference:mean, km/s",
    "difference:quantile:0.9, km/s",
    "difference:variance, (km/s)^2",
    "difference:skewness, ''",
    "ratio:mean, ''",
    "ratio:variance, ''",
    "log-ratio, ''",
    "auc, ''",
  })
  void unitsByThatOfTheColumn(String name, String expected) {
    assertEquals(expected, unit(name, "km/s"));
    assertEquals("", unit(name, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "pearson, ''",
    "spearman, ''",
    "kendall, ''",
    "slope, (km/s)/Mpc",
    "slope-through-origin, (km/s)/Mpc",
    "theil-sen, (km/s)/Mpc",
    "orthogonal, (km/s)/Mpc",
    "york, (km/s)/Mpc",
    "weighted-mean, Mpc",
    "partial-correlation, ''",
    "ratio, (km/s)/Mpc",
    "intercept, km/s",
    "mean-difference, ''",
  })
  void unitsByThoseOfTwoColumns(String name, String expected) {
    assertEquals(expected, unit(name, "Mpc", "km/s"));
  }

  @Test
  void aDifferenceIsInTheUnitOfBothColumns() {
    assertEquals("Mpc", unit("mean-difference", "Mpc", "Mpc"));
  }

  @Test
  void severalHaveTheirOwn() {
    List<Unit> units = find("slope", "pearson", "intercept").units();
    List<String> columns = List.of("Mpc", "km/s");
    assertEquals(
        List.of("(km/s)/Mpc", "", "km/s"), units.stream().map(unit -> unit.of(columns)).toList());
  }

  /** A ratio is no difference, whatever it is the ratio of. */
  @Test
  void whatAPermutationExchanges() {
    Optional<Exchange> rows = Optional.of(Exchange.BETWEEN_ROWS);
    assertEquals(
        List.of(
            "pearson",
            "spearman",
            "kendall",
            "slope",
            "difference:mean",
            "difference:median",
            "log-ratio",
            "log-ratio:median",
            "auc"),
        Statistics.names(statistic -> statistic.exchange().equals(rows)));
    assertEquals(Optional.empty(), find("ratio:trimmed-mean:0.1").exchange());
    assertEquals(rows, find("difference:trimmed-mean:0.1").exchange());
    assertEquals(rows, find("pearson", "slope").exchange());
    assertEquals(Optional.empty(), find("pearson", "intercept").exchange());
    assertEquals(Optional.of(Exchange.WITHIN_ROWS), find("mean-difference").exchange());
    assertEquals(Optional.empty(), find("mean-difference", "pearson").exchange());
  }

  @Test
  void limitsAndLines() {
    assertEquals(
        List.of("kendall"), Statistics.names(statistic -> statistic.censored().isPresent()));
    assertEquals(4, find("kendall").censored().orElseThrow().columns());
    assertEquals(
        List.of("slope-through-origin"), Statistics.names(statistic -> statistic.throughOrigin()));
    assertEquals(
        List.of("spearman", "kendall", "ratio", "weighted-mean", "mean-difference"),
        Statistics.names(statistic -> !statistic.isAboutLine()));
  }

  /** Differences of means, and no others, are put in order by sums. */
  @Test
  void sumsOfTwoSamples() {
    double[][] columns = {{1, 2, 4}, {0, 1, 1}};
    assertTrue(find("difference:mean").meanOf(columns).isPresent());
    assertTrue(find("ratio:mean").meanOf(columns).isEmpty());
    assertTrue(find("difference:median").meanOf(columns).isEmpty());
    assertTrue(find("difference:mean").fromMoments().isPresent());
    assertTrue(find("ratio:mean").fromMoments().isPresent());
    assertTrue(find("ratio:sd").fromMoments().isEmpty());
  }

  @Test
  void everyNameIsListedOnce() {
    assertEquals(Statistics.names(), Statistics.names(every -> true).stream().sorted().toList());
    assertEquals(Statistics.names().stream().distinct().toList(), Statistics.names());
  }
}
