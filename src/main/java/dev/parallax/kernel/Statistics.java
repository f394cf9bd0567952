package dev.parallax.kernel;

import dev.parallax.model.Statistic;
import dev.parallax.spelling.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The built-in statistics by name: {@code mean}, or with an argument {@code quantile:0.9}, {@code
 * difference:median}; and several together, {@code pearson,spearman}. A user's class name does as
 * well.
 */
public final class Statistics {
  static final Map<String, Supplier<? extends Statistic>> PLAIN =
      Map.ofEntries(
          Map.entry("mean", Mean::new),
          Map.entry("median", Median::new),
          Map.entry("sd", StandardDeviation::new),
          Map.entry("variance", Variance::new),
          Map.entry("variance-n", PluginVariance::new),
          Map.entry("mad", MedianDeviation::new),
          Map.entry("cv", CoefficientOfVariation::new),
          Map.entry("skewness", Skewness::new),
          Map.entry("pearson", Pearson::new),
          Map.entry("spearman", Spearman::new),
          Map.entry("kendall", Kendall::new),
          Map.entry("slope", Slope::new),
          Map.entry("intercept", Intercept::new),
          Map.entry("slope-through-origin", SlopeThroughOrigin::new),
          Map.entry("ratio", Ratio::new),
          Map.entry("mean-difference", MeanDifference::new));

  /** With what follows the colon. */
  private static final Map<String, Function<String, Statistic>> WITH_ARGUMENT =
      Map.of(
          "quantile", text -> new Quantile(number(text, "quantile:p")),
          "trimmed-mean", text -> new TrimmedMean(number(text, "trimmed-mean:f")),
          "difference", text -> new TwoSamples(TwoSamples.Comparison.DIFFERENCE, one(text)),
          "ratio", text -> new TwoSamples(TwoSamples.Comparison.RATIO, one(text)));

  private static final List<String> NAMES =
      Stream.concat(
              PLAIN.keySet().stream(),
              Stream.of(
                  "quantile:p",
                  "trimmed-mean:f",
                  "difference:mean",
                  "difference:median",
                  "ratio:mean"))
          .sorted()
          .toList();

  private Statistics() {}

  /** The built-in names, with arguments as they are written. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The statistics of these names, computed from the same resamples if there are several.
   *
   * @throws IllegalArgumentException if one is neither built in nor the name of a usable class, if
   *     an argument is wrong, or if they are not of the same columns
   */
  public static Statistic find(List<String> names) {
    List<Statistic> found = names.stream().map(Statistics::one).toList();
    return found.size() == 1 ? found.get(0) : new Several(names, found);
  }

  private static Statistic one(String name) {
    int colon = name.indexOf(':');
    if (PLAIN.containsKey(name) || (colon < 0 && Catalogue.isClass(name, NAMES))) {
      return Catalogue.STATISTICS.find(name);
    }
    String kind = colon < 0 ? name : name.substring(0, colon);
    Function<String, Statistic> make = WITH_ARGUMENT.get(kind);
    if (make != null && colon >= 0) {
      return make.apply(name.substring(colon + 1));
    }
    if (make != null) {
      throw new IllegalArgumentException(
          "statistic '" + name + "' needs an argument: " + String.join(" or ", forms(kind)));
    }
    if (PLAIN.containsKey(kind)) {
      throw new IllegalArgumentException("statistic '" + kind + "' takes no argument");
    }
    Optional<String> near = Spelling.nearest(kind, WITH_ARGUMENT.keySet());
    if (colon >= 0 && near.isPresent()) {
      throw new IllegalArgumentException(
          "no statistic '" + name + "'; did you mean '" + forms(near.get()).get(0) + "'?");
    }
    throw Spelling.unknown("statistic", name, NAMES);
  }

  private static List<String> forms(String kind) {
    return NAMES.stream().filter(name -> name.startsWith(kind + ":")).toList();
  }

  private static double number(String text, String form) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "statistic " + form + " takes a number, not '" + text + "'", e);
    }
  }
}
