package dev.parallax.statistic;

import dev.parallax.model.Catalogue;
import dev.parallax.model.Statistic;
import dev.parallax.statistic.TwoSamples.Comparison;
import dev.parallax.statistic.fit.Orthogonal;
import dev.parallax.statistic.fit.PartialCorrelation;
import dev.parallax.statistic.fit.TheilSen;
import dev.parallax.statistic.fit.WeightedMean;
import dev.parallax.statistic.fit.York;
import dev.parallax.text.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The built-in statistics by name: {@code mean}, or with an argument {@code quantile:0.9}, {@code
 * difference:median}; and several together, {@code pearson,spearman}. A user's class name does as
 * well.
 */
public final class Statistics {
  /** A line for each, in the order in which they are listed. */
  private static final List<Entry> ALL =
      List.of(
          plain("mean", Mean::new),
          plain("median", Median::new),
          ofNumber("quantile:p", "0.5", Quantile::new),
          ofNumber("trimmed-mean:f", "0.25", TrimmedMean::new),
          plain("sd", StandardDeviation::new),
          plain("variance", Variance::new),
          plain("variance-n", Variance::plugin),
          plain("mad", MedianDeviation::new),
          plain("cv", CoefficientOfVariation::new),
          plain("skewness", Skewness::new),
          plain("pearson", Pearson::new),
          plain("spearman", Spearman::new),
          plain("kendall", Kendall::new),
          plain("slope", Slope::new),
          plain("intercept", Intercept::new),
          plain("slope-through-origin", SlopeThroughOrigin::new),
          plain("theil-sen", TheilSen::new),
          plain("orthogonal", Orthogonal::new),
          plain("ratio", Ratio::new),
          plain("weighted-mean", WeightedMean::new),
          plain("mean-difference", MeanDifference::new),
          plain("partial-correlation", PartialCorrelation::new),
          plain("york", York::new),
          comparing("difference", "mean", Comparison.DIFFERENCE),
          comparing("difference", "median", Comparison.DIFFERENCE),
          comparing("ratio", "mean", Comparison.RATIO),
          plain("log-ratio", () -> new TwoSamples(Comparison.LOG_RATIO, new Mean())),
          comparing("log-ratio", "median", Comparison.LOG_RATIO),
          plain("auc", Auc::new));

  private static final Map<String, Supplier<? extends Statistic>> PLAIN =
      ALL.stream()
          .filter(entry -> !entry.takesArgument())
          .collect(Collectors.toMap(Entry::form, entry -> () -> entry.of.apply("")));

  private static final Map<String, Function<String, Statistic>> WITH_ARGUMENT =
      ALL.stream()
          .filter(Entry::takesArgument)
          .collect(Collectors.toMap(entry -> kind(entry.form), Entry::of, (first, same) -> first));

  private static final Catalogue<Statistic> CATALOGUE =
      new Catalogue<>("statistic", Statistic.class, PLAIN);

  private static final List<String> NAMES = ALL.stream().map(Entry::form).sorted().toList();

  private Statistics() {}

  /**
   * A built-in statistic, or those of one kind with their arguments.
   *
   * @param form its name, with an argument as it is written
   * @param example an argument that will do; empty if there is none
   * @param of makes it of an argument
   */
  private record Entry(String form, String example, Function<String, Statistic> of) {
    boolean takesArgument() {
      return form.contains(":");
    }
  }

  private static Entry plain(String name, Supplier<Statistic> make) {
    return new Entry(name, "", argument -> make.get());
  }

  private static Entry ofNumber(String form, String example, DoubleFunction<Statistic> make) {
    return new Entry(form, example, text -> make.apply(number(text, form)));
  }

  private static Entry comparing(String kind, String example, Comparison comparison) {
    return new Entry(kind + ":" + example, example, text -> new TwoSamples(comparison, one(text)));
  }

  /** The built-in names, with arguments as they are written. */
  public static List<String> names() {
    return NAMES;
  }

  /** The built-in names of the statistics that are so, likewise, by subject. */
  public static List<String> names(Predicate<Statistic> which) {
    return ALL.stream()
        .filter(entry -> which.test(entry.of.apply(entry.example)))
        .map(Entry::form)
        .toList();
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

  /**
   * The least-squares line of the second column on the first: its slope, and the intercept unless
   * it goes through the origin.
   */
  public static Statistic line(boolean throughOrigin) {
    return throughOrigin
        ? new SlopeThroughOrigin()
        : new Several(List.of("slope", "intercept"), List.of(new Slope(), new Intercept()));
  }

  private static Statistic one(String name) {
    int colon = name.indexOf(':');
    if (PLAIN.containsKey(name) || (colon < 0 && Catalogue.isClass(name, NAMES))) {
      return CATALOGUE.find(name);
    }
    String kind = kind(name);
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

  /** What stands before the argument. */
  private static String kind(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
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
