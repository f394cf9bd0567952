package dev.parallax.report.figure;

import java.util.List;

/**
 * A response over a full grid of two parameters, with its best point and the levels of contours.
 *
 * @param response its name
 * @param across the parameter across
 * @param up the parameter upwards
 * @param values by row, from below, then by column; what is not finite is no value
 * @param mark the best point
 * @param levels where contours are drawn; may be none
 */
@SuppressWarnings("ArrayRecordComponent") // drawn and forgotten
public record Landscape(
    String response, Side across, Side up, double[][] values, Mark mark, List<Level> levels) {

  /** Copies the levels. */
  public Landscape {
    levels = List.copyOf(levels);
  }

  /**
   * A parameter.
   *
   * @param name its name
   * @param values its values, rising
   */
  @SuppressWarnings("ArrayRecordComponent") // drawn and forgotten
  public record Side(String name, double[] values) {}

  /**
   * A point.
   *
   * @param x its place across
   * @param y its place upwards
   * @param label what it is
   */
  public record Mark(double x, double y, String label) {}

  /**
   * A level.
   *
   * @param label what the contour there is
   * @param value the level
   */
  public record Level(String label, double value) {}
}
