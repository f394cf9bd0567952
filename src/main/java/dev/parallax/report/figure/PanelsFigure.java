package dev.parallax.report.figure;

import java.util.List;

/**
 * A value over each of several parameters, in a panel each: a point for each item, or the mean of
 * the items at each level of the parameter.
 *
 * @param name the name of its files, without an ending
 * @param y the value
 * @param panels the parameters
 * @param means whether the points are means of many items
 * @param overall the mean of all, a line through all panels; NaN for none
 * @param note what is to be known besides; may be empty
 */
public record PanelsFigure(
    String name, Axis y, List<Panel> panels, boolean means, double overall, String note)
    implements Figure {
  /** How many panels a picture has room for. */
  public static final int MOST_PANELS = 12;

  /** Copies the list. */
  public PanelsFigure {
    panels = List.copyOf(panels);
  }

  /**
   * A parameter.
   *
   * @param x the parameter
   * @param points its points
   */
  public record Panel(Axis x, CurveFigure.Curve points) {}

  @Override
  public String what() {
    String names = String.join(", ", panels.stream().map(panel -> panel.x().label()).toList());
    String what =
        means ? "Main effects: means of " + y.label() + " with standard errors" : y.label();
    return what + " over each of " + names;
  }
}
