package dev.parallax.model.expression;

import dev.parallax.lexer.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What makes one value of the values of all rows, in the formula of a statistic. */
public enum Aggregate {
  /** Σx. */
  SUM(1, 1),
  /** Σx / n. */
  MEAN(1, 1),
  /** The sample variance, with divisor n - 1. */
  VAR(1, 1),
  /** The sample standard deviation. */
  SD(1, 1),
  /** The least value. */
  MIN(1, 1),
  /** The greatest value. */
  MAX(1, 1),
  /** How many rows there are, or in how many a condition holds. */
  COUNT(0, 1),
  /** The median. */
  MEDIAN(1, 1),
  /** The quantile of type 7, of a probability. */
  QUANTILE(2, 2),
  /** The sample covariance, with divisor n - 1. */
  COV(2, 2),
  /** Pearson's correlation. */
  CORR(2, 2);

  /** What others call them. */
  private static final Map<String, Aggregate> ELSEWHERE =
      Map.ofEntries(
          Map.entry("average", MEAN),
          Map.entry("avg", MEAN),
          Map.entry("covariance", COV),
          Map.entry("cor", CORR),
          Map.entry("correlation", CORR),
          Map.entry("len", COUNT),
          Map.entry("length", COUNT),
          Map.entry("n", COUNT),
          Map.entry("pearson", CORR),
          Map.entry("percentile", QUANTILE),
          Map.entry("std", SD),
          Map.entry("stddev", SD),
          Map.entry("stdev", SD),
          Map.entry("variance", VAR));

  private final int least;
  private final int most;

  Aggregate(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /** How they are written. */
  static List<String> names() {
    return Arrays.stream(values()).map(Aggregate::toString).toList();
  }

  /**
   * The aggregate that a call is of. {@code min} and {@code max} of several numbers are functions.
   *
   * @param given how many arguments it has
   * @return none if it has no such name
   * @throws IllegalArgumentException if it takes another number of arguments, or has another name
   */
  static Optional<Aggregate> find(Token name, int given) {
    if (Function.exists(name.text()) && given > 1) {
      return Optional.empty();
    }
    Optional<Aggregate> found =
        Arrays.stream(values()).filter(one -> one.toString().equals(name.text())).findFirst();
    if (found.isPresent() && (given < found.get().least || given > found.get().most)) {
      throw new IllegalArgumentException(
          Notation.shown(name) + " takes " + found.get().takes() + ", not " + given);
    }
    Aggregate meant = ELSEWHERE.get(name.text());
    if (meant != null) {
      throw new IllegalArgumentException(
          "no function '"
              + name.text()
              + "' at column "
              + name.position()
              + "; did you mean '"
              + meant
              + "'?");
    }
    return found;
  }

  private String takes() {
    return least < most
        ? "no or 1 argument"
        : least + (least == 1 ? " argument" : " arguments") + (this == QUANTILE ? ", x and p" : "");
  }

  /** As it is written. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
