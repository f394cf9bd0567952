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
 * @param again whether the slice was evaluated before, and its results did not hold: this time each
 *     point's are to be told apart from the others' for certain
 */
public record Opening(
    List<String> names, long seed, int slice, Sequence points, int size, boolean again) {

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
