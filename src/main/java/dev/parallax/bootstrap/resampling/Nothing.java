package dev.parallax.bootstrap.resampling;

/** What a slice of a bootstrap needs of its own: the item index says everything. */
public enum Nothing {
  /** The only one. */
  NOTHING
}
