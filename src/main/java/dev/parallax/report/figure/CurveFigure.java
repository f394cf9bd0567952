package dev.parallax.report.figure;

import java.util.List;
import java.util.Optional;

/**
 * Values over a parameter.
 *
 * @param name the name of its files, without an ending
 * @param x the parameter
 * @param y the values
 * @param key what tells the curves apart; empty where there is one
 * @param curves from one to {@link #MOST_CURVES}
 * @param joined whether a line joins the points
 * @param note what is to be known besides; may be empty
 * @param band a band behind the curves, if there is one
 */
public record CurveFigure(
    String name,
    Axis x,
    Axis y,
    String key,
    List<Curve> curves,
    boolean joined,
    String note,
    Optional<Band> band)
    implements Figure {
  /** How many curves can be told apart. */
  public static final int MOST_CURVES = 7;

  /** Copies the list. */
  public CurveFigure {
    curves = List.copyOf(curves);
  }

  /**
   * Points in the order of x. Where y is NaN, a line has a gap.
   *
   * @param label what it is; may be empty
   * @param x the parameter's values
   * @param y the values, as many
   * @param errors their standard errors, NaN where not known; empty for none
   */
  @SuppressWarnings("ArrayRecordComponent") // drawn and forgotten
  public record Curve(String label, double[] x, double[] y, double[] errors) {}

  /** Curves without a band. */
  public CurveFigure(
      String name, Axis x, Axis y, String key, List<Curve> curves, boolean joined, String note) {
    this(name, x, y, key, curves, joined, note, Optional.empty());
  }

  /**
   * A band.
   *
   * @param x places, rising
   * @param low its lower edge there
   * @param high its upper edge
   */
  @SuppressWarnings("ArrayRecordComponent") // drawn and forgotten
  public record Band(double[] x, double[] low, double[] high) {}

  /** Whether a point has an error bar. */
  public boolean hasErrors() {
    return curves.stream().anyMatch(curve -> curve.errors().length > 0);
  }

  @Override
  public String what() {
    return y.label()
        + " over "
        + x.label()
        + (key.isEmpty() ? "" : ", a curve for each " + key)
        + (hasErrors() ? ", with standard errors" : "");
  }
}
