package dev.parallax.report.figure.drawing;

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
  public static final int SCALE = 3;

  /**
   * The width of a picture, in units of the SVG: printed 8 cm wide, as a column of a journal is,
   * its letters are 6 points high.
   */
  public static final int WIDTH = 480;

  /** The height of most. */
  public static final int HEIGHT = 360;

  /** Draws into an area. */
  @FunctionalInterface
  public interface Drawing {

    /** Draws, on any kind of graphics. */
    void draw(Graphics2D graphics, Rectangle2D area);
  }
}
