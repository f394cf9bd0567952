package dev.parallax.bootstrap.interval;

import dev.parallax.text.Digits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which intervals are wanted.
 *
 * @param methods how they are made; none for every method that the evidence allows
 * @param levels the confidence levels, between 0 and 1
 * @param side which ends they have
 * @param transform the scale of normal, basic and studentized ones
 */
public record Intervals(
    List<IntervalMethod> methods, List<Double> levels, Side side, Transform transform) {

  /** Checks the levels. */
  public Intervals {
    methods = methods.stream().distinct().toList();
    levels = levels.stream().distinct().toList();
    for (double level : levels) {
      if (!(level > 0 && level < 1)) {
        throw new IllegalArgumentException(
            "a confidence level lies between 0 and 1, not " + Digits.shortest(level));
      }
    }
  }

  /**
   * Every method that the evidence allows, two-sided, not transformed.
   *
   * @throws IllegalArgumentException if a level is not between 0 and 1
   */
  public static Intervals at(double... levels) {
    return new Intervals(
        List.of(), Arrays.stream(levels).boxed().toList(), Side.TWO, Transform.NONE);
  }

  /** These by some methods only. */
  public Intervals by(IntervalMethod... some) {
    return new Intervals(List.of(some), levels, side, transform);
  }

  /** These with other ends. */
  public Intervals with(Side other) {
    return new Intervals(methods, levels, other, transform);
  }

  /** These on another scale. */
  public Intervals with(Transform other) {
    return new Intervals(methods, levels, side, other);
  }

  /** Whether a method was asked for by name. */
  public boolean names(IntervalMethod method) {
    return methods.contains(method);
  }

  /**
   * The intervals, level by level; a method that the evidence does not allow is left out, unless it
   * was asked for by name.
   *
   * @throws IllegalArgumentException if the estimate is outside the transform's domain, or the
   *     evidence does not allow a method of those asked for
   */
  List<Interval> of(Evidence evidence) {
    transform.check(evidence.estimate());
    RuleChoice choice = new RuleChoice(evidence, transform);
    List<Interval> intervals = new ArrayList<>();
    List<IntervalMethod> wanted = methods.isEmpty() ? List.of(IntervalMethod.values()) : methods;
    for (double level : levels) {
      for (IntervalMethod method : wanted) {
        Optional<Interval> made = interval(choice, method, level, evidence.replicates().draws());
        if (made.isEmpty() && names(method)) {
          throw new IllegalArgumentException(
              "there is nothing that a " + method + " interval could be made of");
        }
        made.ifPresent(intervals::add);
      }
    }
    return intervals;
  }

  private Optional<Interval> interval(
      RuleChoice choice, IntervalMethod method, double level, double draws) {
    double beyond = side == Side.TWO ? (1 - level) / 2 : 1 - level;
    List<Double> ends = new ArrayList<>();
    if (side != Side.UPPER) {
      ends.add(beyond);
    }
    if (side != Side.LOWER) {
      ends.add(1 - beyond);
    }
    return choice
        .of(method, ends)
        .map(
            chosen -> {
              End open = End.fixed(Double.NEGATIVE_INFINITY);
              End low = side == Side.UPPER ? open : chosen.rule().at(beyond);
              open = End.fixed(Double.POSITIVE_INFINITY);
              End high = side == Side.LOWER ? open : chosen.rule().at(1 - beyond);
              return Interval.of(method, level, side, low, high, chosen, draws);
            });
  }
}
