package dev.parallax.report.figure;

/**
 * A value at points of two parameters that are on no grid, as the colour of each point.
 *
 * @param name the name of its files, without an ending
 * @param x the parameter across
 * @param y the parameter upwards
 * @param value what the colours stand for, with its unit
 * @param points the x, the y and the value of each point; a value that is no number is NaN
 * @param note what is to be known besides; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // drawn and forgotten
public record ScatterFigure(
    String name, Axis x, Axis y, String value, double[][] points, String note) implements Figure {

  /** Whether the colours follow the logarithm of the values. */
  public boolean log() {
    return Axis.suitsLog(points[2]);
  }

  @Override
  public String what() {
    return value
        + " as the colour"
        + (log() ? ", on a logarithmic scale," : "")
        + " of points at their "
        + x.label()
        + " and "
        + y.label();
  }
}
