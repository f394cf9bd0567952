package dev.parallax.report.figure.chart;

import dev.parallax.report.figure.Axis;
import dev.parallax.spelling.Visible;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.TickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * How all pictures look: black on white, letters of one size, and the colours of Okabe and Ito,
 * which the colour-blind can tell apart, each with a line style of its own.
 */
final class Style {
  static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  static final Color INK = new Color(0x222222);
  static final Color PALE = new Color(0xDDDDDD);
  static final Color BLUE = new Color(0x0072B2);
  static final Color VERMILION = new Color(0xD55E00);
  static final Color SKY = new Color(0x56B4E9);

  private static final List<Color> COLOURS =
      List.of(
          BLUE,
          VERMILION,
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          SKY,
          Color.BLACK);
  private static final List<float[]> DASHES =
      List.of(
          new float[] {1, 0},
          new float[] {8, 3},
          new float[] {2, 3},
          new float[] {8, 3, 2, 3},
          new float[] {14, 3},
          new float[] {5, 5},
          new float[] {2, 6});
  private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  private static final Color FAINT = new Color(0x666666);
  static final int ACROSS = 72; // letters along an axis of a whole picture
  static final int UP = 60; // letters of a label upwards

  private static final int UNBOUNDED = 1000; // letters beside an axis

  private static final int LONGEST_NOTE = 300;
  private static final int LONGEST = 84;
  private static final int TAIL = 24;

  private Style() {}

  static Color colour(int i) {
    return COLOURS.get(i % COLOURS.size());
  }

  static Stroke stroke(int i, float width) {
    return new BasicStroke(
        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES.get(i % DASHES.size()), 0);
  }

  static Stroke solid(float width) {
    return new BasicStroke(width);
  }

  /** A text that fits into a picture; of a long one the middle is left out, for units come last. */
  static String fitting(String text) {
    return fitting(text, LONGEST);
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
    made.setLabel(fitting(axis.label(), UP));
    return made;
  }

  /**
   * An axis for values from low to high, or a place for each text that they stand for.
   *
   * @param width how many letters there is room for along it, about
   */
  static ValueAxis axis(Axis axis, double low, double high, int width) {
    if (axis.isText()) {
      int longest = Math.max(3, Math.min(24, width / Math.max(1, axis.levels().size())));
      String[] texts = axis.levels().stream().map(t -> begun(t, longest)).toArray(String[]::new);
      SymbolAxis symbols = dressed(new SymbolAxis(fitting(axis.label()), texts));
      symbols.setGridBandsVisible(false);
      symbols.setRange(low - 0.5, high + 0.5);
      return symbols;
    }
    if (!axis.log()) {
      return axis(axis.label(), low, high);
    }
    double margin = Math.pow(high / low, 0.05);
    DecadeAxis decades = dressed(new DecadeAxis(fitting(axis.label())));
    decades.setRange(low / margin, high * margin);
    return decades;
  }

  /** An axis of numbers, which are written with powers of ten if they are large or small. */
  static NumberAxis axis(String label, double low, double high) {
    NumberAxis axis = new NumbersAxis(fitting(label));
    double largest = Math.max(Math.abs(low), Math.abs(high));
    boolean plain = largest == 0 || (largest < 1e6 && largest >= 1e-3);
    axis.setStandardTickUnits(new NumberTickUnitSource(false, new TickFormat(plain)));
    axis.setAutoRangeIncludesZero(false);
    double margin = (high > low ? high - low : low == 0 ? 1 : Math.abs(low)) / 20;
    axis.setRange(low - margin, high + margin);
    return dressed(axis);
  }

  static <A extends ValueAxis> A dressed(A axis) {
    axis.setLabelFont(FONT);
    axis.setTickLabelFont(FONT);
    axis.setLabelPaint(INK);
    axis.setTickLabelPaint(INK);
    axis.setAxisLinePaint(INK);
    axis.setTickMarkPaint(INK);
    axis.setTickLabelInsets(new RectangleInsets(6, 8, 6, 8));
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
    chart.setPadding(new RectangleInsets(12, 8, 8, 16));
    if (legend) {
      chart.getLegend().setItemFont(FONT);
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
    TextTitle note = new TextTitle(fitting(text, LONGEST_NOTE), SMALL);
    note.setPaint(FAINT);
    note.setPosition(RectangleEdge.BOTTOM);
    note.setHorizontalAlignment(HorizontalAlignment.LEFT);
    note.setTextAlignment(HorizontalAlignment.LEFT);
    note.setMargin(4, 8, 0, 8);
    return note;
  }

  /**
   * An axis of numbers whose room for labels is judged by the numbers that will be written, the
   * round ones, and not by its ends, which may have many digits.
   */
  private static final class NumbersAxis extends NumberAxis {
    private static final long serialVersionUID = 1;

    NumbersAxis(String label) {
      super(label);
    }

    @Override
    protected double estimateMaximumTickLabelWidth(Graphics2D graphics, TickUnit unit) {
      double size = unit.getSize();
      double first = Math.ceil(getLowerBound() / size) * size;
      double last = Math.floor(getUpperBound() / size) * size;
      FontRenderContext context = graphics.getFontRenderContext();
      RectangleInsets insets = getTickLabelInsets();
      double widest =
          Math.max(
              width(unit.valueToString(first), context), width(unit.valueToString(last), context));
      return insets.getLeft() + widest + insets.getRight();
    }

    private double width(String text, FontRenderContext context) {
      return getTickLabelFont().getStringBounds(text, context).getWidth();
    }
  }

  /** Writes the numbers along an axis, zero always as 0. */
  private static final class TickFormat extends DecimalFormat {
    private static final long serialVersionUID = 1;

    /** A format without or with powers of ten. */
    TickFormat(boolean plain) {
      super(plain ? "0.######" : "0.######E0", symbols());
    }

    private static DecimalFormatSymbols symbols() {
      DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
      symbols.setExponentSeparator("e");
      return symbols;
    }

    @Override
    public StringBuffer format(double number, StringBuffer text, FieldPosition position) {
      return number == 0 ? text.append('0') : super.format(number, text, position);
    }
  }
}
