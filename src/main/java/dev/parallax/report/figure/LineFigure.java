package dev.parallax.report.figure;

/**
 * Two columns with a fitted line and a band around it.
 *
 * @param name the name of its files, without an ending
 * @param points the data
 * @param line the fitted line
 * @param band the band
 */
public record LineFigure(String name, Points points, Line line, Band band) implements Figure {

  /**
   * Data with error bars.
   *
   * @param xAxis what x is, with its unit
   * @param yAxis what y is, with its unit
   * @param label what they are
   * @param x the values of x
   * @param y the values of y, as many
   * @param xErrors the lengths of the error bars of x, below and above; two empty arrays for none
   * @param yErrors those of y
   */
  @SuppressWarnings("ArrayRecordComponent") // drawn and forgotten
  public record Points(
      String xAxis,
      String yAxis,
      String label,
      double[] x,
      double[] y,
      double[][] xErrors,
      double[][] yErrors) {

    /** Whether a point has error bars. */
    boolean hasErrors() {
      return xErrors[0].length > 0 || yErrors[0].length > 0;
    }
  }

  /**
   * A straight line.
   *
   * @param label what it is
   * @param intercept where it meets x = 0
   * @param slope how much y grows with x
   */
  public record Line(String label, double intercept, double slope) {}

  /**
   * A band around the line.
   *
   * @param label what it is
   * @param x places, in order
   * @param low its lower edge there
   * @param high its upper edge
   */
  @SuppressWarnings("ArrayRecordComponent") // drawn and forgotten
  public record Band(String label, double[] x, double[] low, double[] high) {}

  @Override
  public String what() {
    return points.yAxis()
        + " over "
        + points.xAxis()
        + " with the "
        + line.label()
        + " and "
        + band.label();
  }
}
