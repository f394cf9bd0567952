package dev.parallax.bootstrap.resampling;

/** How the resamples of a bootstrap are made. */
public enum ResamplingKind {
  /** Rows drawn with replacement (Efron 1979). */
  ROWS("rows"),
  /** The same, with every row drawn equally often over all resamples. */
  BALANCED("balanced"),
  /** Each row drawn a Poisson number of times. */
  POISSON("poisson"),
  /** New rows from a normal distribution fitted to the data. */
  PARAMETRIC_NORMAL("parametric:normal"),
  /** Every possible resample, with its probability. */
  EXACT("exact");

  private final String shown;

  ResamplingKind(String shown) {
    this.shown = shown;
  }

  @Override
  public String toString() {
    return shown;
  }
}
