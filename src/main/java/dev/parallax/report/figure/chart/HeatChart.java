package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.Axis;
import dev.parallax.report.figure.Bins;
import dev.parallax.report.figure.HeatCells;
import dev.parallax.report.figure.HeatFigure;
import dev.parallax.report.figure.drawing.Picture;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYSeriesCollection;

/** HeatCells of colour, and the bar that says what they mean. */
final class HeatChart {
  private HeatChart() {}

  static JFreeChart of(HeatFigure figure) {
    HeatCells cells = figure.cells();
    boolean log = figure.log();
    Viridis colours =
        Viridis.of(
            Arrays.stream(cells.values())
                .flatMapToDouble(Arrays::stream)
                .map(value -> Viridis.place(value, log))
                .toArray());
    XYPlot plot =
        Style.dressed(
            new XYPlot(
                new XYSeriesCollection(),
                axis(figure.x(), cells.across(), false),
                axis(figure.y(), cells.upwards(), true),
                new XYLineAndShapeRenderer()));
    plot.addAnnotation(new Raster(figure, colours));
    figure.contours().ifPresent(contours -> ContourLines.addTo(plot, contours));
    ColourBar.addTo(plot, figure.value(), colours, log);
    return Style.chart(plot, figure.contours().isPresent(), figure.note());
  }

  private static ValueAxis axis(Axis axis, Bins bins, boolean up) {
    double low = axis.value(bins.low());
    double high = axis.value(bins.high());
    ValueAxis made =
        up ? Style.upwards(axis, low, high) : Style.axis(axis, low, high, Style.ACROSS);
    made.setRange(low, high);
    return made;
  }

  /**
   * The cells as an image that is as fine as the pixels of the PNG: rectangles beside each other
   * would let the ground shine through, and make a large file.
   */
  private static final class Raster extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1;

    private final transient HeatFigure figure;
    private final transient Viridis colours;

    Raster(HeatFigure figure, Viridis colours) {
      this.figure = figure;
      this.colours = colours;
    }

    @Override
    public void draw(
        Graphics2D graphics,
        XYPlot plot,
        Rectangle2D area,
        ValueAxis across,
        ValueAxis up,
        int index,
        PlotRenderingInfo info) {
      int width = (int) Math.round(area.getWidth());
      int height = (int) Math.round(area.getHeight());
      boolean log = figure.log();
      int[] columns = columns(Picture.SCALE * width, area, across);
      int[] rows = rows(Picture.SCALE * height, area, up);
      graphics.drawImage(
          image(columns, rows, log), (int) area.getX(), (int) area.getY(), width, height, null);
    }

    /** For each pixel across, the column of cells in which it lies. */
    private int[] columns(int pixels, Rectangle2D area, ValueAxis across) {
      int[] columns = new int[pixels];
      for (int i = 0; i < pixels; i++) {
        double x = area.getX() + (i + 0.5) * area.getWidth() / pixels;
        double value = across.java2DToValue(x, area, RectangleEdge.BOTTOM);
        columns[i] = figure.cells().across().index(figure.x().place(value));
      }
      return columns;
    }

    /** For each pixel downwards, the row of cells in which it lies. */
    private int[] rows(int pixels, Rectangle2D area, ValueAxis up) {
      int[] rows = new int[pixels];
      for (int i = 0; i < pixels; i++) {
        double y = area.getY() + (i + 0.5) * area.getHeight() / pixels;
        double value = up.java2DToValue(y, area, RectangleEdge.LEFT);
        rows[i] = figure.cells().upwards().index(figure.y().place(value));
      }
      return rows;
    }

    private BufferedImage image(int[] columns, int[] rows, boolean log) {
      BufferedImage image =
          new BufferedImage(columns.length, rows.length, BufferedImage.TYPE_INT_RGB);
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < columns.length; column++) {
          boolean outside = rows[row] < 0 || columns[column] < 0;
          double value = outside ? Double.NaN : figure.cells().values()[rows[row]][columns[column]];
          image.setRGB(column, row, colours.rgb(Viridis.place(value, log)));
        }
      }
      return image;
    }
  }
}
