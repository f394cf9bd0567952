package dev.parallax.report.figure.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * A picture, ready to be drawn.
 *
 * @param height its height where its width is {@link #WIDTH}
 * @param drawing draws it
 */
public record Picture(int height, Drawing drawing) {
  /** Pixels of the PNG for each unit of the SVG. */
  static final int SCALE = 2;

  /** The width of a picture, in units of the SVG. */
  public static final int WIDTH = 800;

  static final int HEIGHT = 600;

  /** Draws into an area. */
  @FunctionalInterface
  public interface Drawing {

    /** Draws, on any kind of graphics. */
    void draw(Graphics2D graphics, Rectangle2D area);
  }
}
