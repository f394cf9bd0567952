package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.Axis;
import dev.parallax.report.figure.scale.Typeset;
import dev.parallax.text.Visible;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * How all pictures look: black on white, letters of one size, and the colours of Okabe and Ito,
 * which the colour-blind can tell apart, each with a line style of its own.
 */
final class Style {
  static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  static final Font MEDIUM = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  private static final Font BOLD = FONT.deriveFont(Font.BOLD);
  static final Color INK = new Color(0x222222);
  static final Color PALE = new Color(0xDDDDDD);
  static final Color BLUE = new Color(0x0072B2);
  static final Color VERMILION = new Color(0xD55E00);
  static final Color GREEN = new Color(0x009E73);
  static final Color PURPLE = new Color(0xCC79A7);
  static final Color ORANGE = new Color(0xE69F00);
  static final Color SKY = new Color(0x56B4E9);
  static final Color FAINT = new Color(0x666666);
  static final Color EDGE = new Color(0x999999);

  /** Of bands, a light blue. */
  static final Color TINT = new Color(0xCCE3F0);

  private static final List<Color> COLOURS =
      List.of(BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, Color.BLACK);
  private static final List<float[]> DASHES =
      List.of(
          new float[] {1, 0},
          new float[] {8, 3},
          new float[] {2, 3},
          new float[] {8, 3, 2, 3},
          new float[] {14, 3},
          new float[] {5, 5},
          new float[] {2, 6});
  private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 10);
  static final int ACROSS = 50; // letters along an axis of a whole picture
  static final int UP = 40; // letters of a label upwards

  private static final int UNBOUNDED = 1000; // letters beside an axis

  private static final int LONGEST_NOTE = 300;
  private static final int LONGEST = 56;
  private static final int LEVEL = 20; // letters of a text along an axis
  private static final int TAIL = 20;

  private Style() {}

  static Color colour(int i) {
    return COLOURS.get(i % COLOURS.size());
  }

  static Stroke stroke(int i, float width) {
    return new BasicStroke(
        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES.get(i % DASHES.size()), 0);
  }

  /** The mark of a series' points: a shape of its own for each, as wide. */
  static Shape mark(int i, double size) {
    double half = size / 2;
    return switch (i % COLOURS.size()) {
      case 0 -> new Ellipse2D.Double(-half, -half, size, size);
      case 1 -> ShapeUtils.createUpTriangle((float) half);
      case 2 -> new Rectangle2D.Double(-0.9 * half, -0.9 * half, 0.9 * size, 0.9 * size);
      case 3 -> ShapeUtils.createDiamond((float) (1.2 * half));
      case 4 -> ShapeUtils.createDownTriangle((float) half);
      case 5 -> ShapeUtils.createDiagonalCross((float) half, 0.5f);
      default -> ShapeUtils.createRegularCross((float) half, 0.5f);
    };
  }

  /** The title of a legend, at its beginning. */
  static LegendItem legendTitle(String text) {
    LegendItem title =
        new LegendItem(label(text, 28), "", "", "", new Rectangle2D.Double(), Color.WHITE);
    title.setShapeVisible(false);
    title.setLabelFont(BOLD);
    return title;
  }

  static Stroke solid(float width) {
    return new BasicStroke(width);
  }

  /** A text that fits into a picture; of a long one the middle is left out, for units come last. */
  static String fitting(String text) {
    return fitting(text, LONGEST);
  }

  /** A label that fits, with its minus signs and its unit as they are printed. */
  static String label(String text) {
    return label(text, LONGEST);
  }

  static String label(String text, int longest) {
    return Typeset.label(fitting(text, longest));
  }

  static String fitting(String words, int longest) {
    String text = Visible.line(words);
    int tail = Math.min(TAIL, longest / 3);
    return text.length() <= longest
        ? text
        : text.substring(0, longest - tail - 3) + "..." + text.substring(text.length() - tail);
  }

  /** The beginning of a text. */
  private static String begun(String words, int longest) {
    String text = Visible.line(words);
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "\u2026";
  }

  /** An axis for values upwards, along which there is less room for its label. */
  static ValueAxis upwards(Axis axis, double low, double high) {
    ValueAxis made = axis(axis, low, high, UNBOUNDED);
    made.setLabel(label(axis.label(), UP));
    return made;
  }

  /**
   * An axis for values from low to high, or a place for each text that they stand for.
   *
   * @param width how many letters there is room for along it, about
   */
  static ValueAxis axis(Axis axis, double low, double high, int width) {
    if (axis.isText()) {
      return texts(axis, low, high, width);
    }
    if (!axis.log()) {
      return axis(axis.label(), low, high, axis.marks());
    }
    double margin = high > low ? Math.pow(high / low, 0.05) : 2;
    DecadeAxis decades = dressed(new DecadeAxis(label(axis.label()), axis.marks()));
    decades.setRange(low / margin, high * margin);
    return decades;
  }

  /** A place for each text; they are written upwards where they do not fit beside each other. */
  private static SymbolAxis texts(Axis axis, double low, double high, int width) {
    int each = width / Math.max(1, axis.levels().size());
    int longest = axis.levels().stream().mapToInt(String::length).max().orElse(0);
    boolean upright = longest + 1 > each;
    String[] texts = axis.levels().stream().map(t -> begun(t, LEVEL)).toArray(String[]::new);
    SymbolAxis symbols = dressed(new SymbolAxis(label(axis.label()), texts));
    symbols.setVerticalTickLabels(upright);
    symbols.setTickLabelFont(upright ? MEDIUM : FONT);
    symbols.setTickLabelInsets(new RectangleInsets(3, upright ? 0 : 2, 3, upright ? 0 : 2));
    symbols.setGridBandsVisible(false);
    symbols.setRange(low - 0.5, high + 0.5);
    return symbols;
  }

  /** An axis of numbers. */
  static NumberAxis axis(String label, double low, double high) {
    return axis(label, low, high, List.of());
  }

  private static NumberAxis axis(String label, double low, double high, List<Double> marks) {
    NumberAxis axis = new RoundAxis(label(label), marks);
    double margin = (high > low ? high - low : low == 0 ? 1 : Math.abs(low)) / 20;
    axis.setRange(low - margin, high + margin);
    return dressed(axis);
  }

  /** A band's edges, as data. */
  static YIntervalSeriesCollection band(double[] x, double[] low, double[] high) {
    YIntervalSeries series = new YIntervalSeries("band");
    for (int i = 0; i < x.length; i++) {
      series.add(x[i], low[i], low[i], high[i]);
    }
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    data.addSeries(series);
    return data;
  }

  /** What draws a band. */
  static DeviationRenderer bandRenderer() {
    DeviationRenderer renderer = new DeviationRenderer(false, false);
    renderer.setAlpha(1);
    renderer.setSeriesFillPaint(0, TINT);
    return renderer;
  }

  static <A extends ValueAxis> A dressed(A axis) {
    axis.setLabelFont(FONT);
    axis.setTickLabelFont(FONT);
    axis.setLabelPaint(INK);
    axis.setTickLabelPaint(INK);
    axis.setAxisLinePaint(INK);
    axis.setTickMarkPaint(INK);
    axis.setTickLabelInsets(new RectangleInsets(3, 4, 3, 4));
    return axis;
  }

  static <P extends XYPlot> P dressed(P plot) {
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    plot.setAxisOffset(new RectangleInsets(4, 4, 4, 4));
    return plot;
  }

  /** A chart without title, with a note below, which may be empty. */
  static JFreeChart chart(Plot plot, boolean legend, String note) {
    JFreeChart chart = new JFreeChart(null, FONT, plot, legend);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(8, 4, 6, 12));
    if (legend) {
      chart.getLegend().setItemFont(FONT);
      chart.getLegend().setItemLabelPadding(new RectangleInsets(1, 3, 1, 9));
      chart.getLegend().setItemPaint(INK);
      chart.getLegend().setFrame(BlockBorder.NONE);
      chart.getLegend().setBackgroundPaint(Color.WHITE);
    }
    if (!note.isEmpty()) {
      chart.addSubtitle(0, note(note));
    }
    return chart;
  }

  private static TextTitle note(String text) {
    TextTitle note = new TextTitle(Typeset.minus(fitting(text, LONGEST_NOTE)), SMALL);
    note.setPaint(FAINT);
    note.setPosition(RectangleEdge.BOTTOM);
    note.setHorizontalAlignment(HorizontalAlignment.LEFT);
    note.setTextAlignment(HorizontalAlignment.LEFT);
    note.setMargin(3, 6, 0, 6);
    return note;
  }
}
