package dev.parallax.engine;

/**
 * What went wrong on an engine's machines and was made good by trying again; an item's own failure
 * is none of it.
 *
 * @param retriedSlices how many attempts at a slice failed
 * @param lostExecutors how many worker processes were lost
 */
public record Incidents(int retriedSlices, int lostExecutors) {

  /** Nothing went wrong. */
  public static final Incidents NONE = new Incidents(0, 0);

  /** What has happened since there were these. */
  public Incidents since(Incidents earlier) {
    return new Incidents(
        retriedSlices - earlier.retriedSlices, lostExecutors - earlier.lostExecutors);
  }
}
