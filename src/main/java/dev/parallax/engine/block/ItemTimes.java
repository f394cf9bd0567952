package dev.parallax.engine.block;

import java.io.Serializable;
import java.util.Arrays;

/** How long each item of a block took; or nothing, where items were not timed. */
public final class ItemTimes implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of items that were not timed. */
  public static final ItemTimes NONE = new ItemTimes(new float[0]);

  private final float[] seconds;

  private ItemTimes(float[] seconds) {
    this.seconds = seconds;
  }

  /**
   * Times of a block's items.
   *
   * @param seconds for each item, NaN where its time is not known; not copied
   */
  public static ItemTimes of(float[] seconds) {
    return seconds.length == 0 ? NONE : new ItemTimes(seconds);
  }

  /** Whether the items were timed. */
  public boolean areKnown() {
    return seconds.length > 0;
  }

  /** Seconds that an item took, NaN if that is not known. */
  public float seconds(int entry) {
    return areKnown() ? seconds[entry] : Float.NaN;
  }

  /** Those of the items from one up to but without another. */
  public ItemTimes part(int from, int to) {
    return areKnown() ? of(Arrays.copyOfRange(seconds, from, to)) : NONE;
  }
}
