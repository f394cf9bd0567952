package dev.parallax.bootstrap.interval;

import java.util.List;

/** An interval method with all it knows of the data: says where an end lies. */
@FunctionalInterface
public interface EndRule {

  /**
   * An end.
   *
   * @param p which share of the error lies below it, such as 0.025 for the lower end at 95 %
   */
  End at(double p);

  /**
   * Why ends are withheld; empty if they are not.
   *
   * @param ends for which p they are wanted
   */
  default String withheld(List<Double> ends) {
    return "";
  }
}
