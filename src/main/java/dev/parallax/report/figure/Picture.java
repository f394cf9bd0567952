package dev.parallax.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * A picture, ready to be drawn.
 *
 * @param height its height where its width is {@link FigureFiles#WIDTH}
 * @param drawing draws it
 */
public record Picture(int height, Drawing drawing) {

  /** Draws into an area. */
  @FunctionalInterface
  public interface Drawing {

    /** Draws, on any kind of graphics. */
    void draw(Graphics2D graphics, Rectangle2D area);
  }
}
