package dev.parallax.model;

import java.util.List;

/**
 * What a model is told when it is opened for a slice.
 *
 * @param names the parameters' names, in the order of a point's values
 * @param seed the job's seed
 * @param slice the number of the slice
 * @param points the slice's points; a model that works ahead may ask for points before they are its
 *     turn, on the thread on which it is asked or, if it is the only one to ask, on another
 * @param size how many points there are
 * @param singly whether every point is to be evaluated without regard to the others, as their
 *     results did not hold when they were evaluated together
 */
public record Opening(
    List<String> names, long seed, int slice, Sequence points, int size, boolean singly) {

  /** Finds the points of a slice. Not for several threads: each has its own. */
  @FunctionalInterface
  public interface Sequence {

    /**
     * The points of the slice from its first on, a new pass for whoever asks.
     *
     * @return finds the point at a place of the slice, from 0
     */
    Places pass();
  }

  /** One pass over the points of a slice. */
  @FunctionalInterface
  public interface Places {

    /** The point at a place of the slice, from 0; it is good until the next is asked for. */
    Point at(int place);
  }
}
