package dev.parallax.bootstrap.resampling;

import dev.parallax.spelling.Spelling;
import java.util.Arrays;
import java.util.List;

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

  /**
   * The kind of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ResamplingKind parse(String name) {
    List<String> names = Arrays.stream(values()).map(ResamplingKind::toString).toList();
    return Arrays.stream(values())
        .filter(kind -> kind.shown.equals(name))
        .findFirst()
        .orElseThrow(() -> Spelling.unknown("resampling", name, names));
  }

  @Override
  public String toString() {
    return shown;
  }
}
