package dev.parallax.report.figure.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parallax.report.figure.Axis;
import dev.parallax.report.figure.Bins;
import dev.parallax.report.figure.CurveFigure;
import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.HeatCells;
import dev.parallax.report.figure.HeatFigure;
import dev.parallax.report.figure.Histogram;
import dev.parallax.report.figure.HistogramFigure;
import dev.parallax.report.figure.PanelsFigure;
import dev.parallax.report.figure.ScatterFigure;
import dev.parallax.report.figure.TimelineFigure;
import dev.parallax.report.figure.drawing.Picture;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures of sweeps, maps and runs: their labels are there, and their bytes are the same. */
class MoreFiguresTest {
  private static final Axis COLOUR =
      new Axis("colour", false, List.of("red", "green", "ultramarine blue of the sea"));

  @TempDir Path folder;

  private static double[] values(int n, IntToDoubleFunction value) {
    return IntStream.range(0, n).mapToDouble(value).toArray();
  }

  private static CurveFigure.Curve curve(String label, double[] x, double[] y, double... errors) {
    return new CurveFigure.Curve(label, x, y, errors);
  }

  static Stream<Arguments> figures() {
    double[] x = values(50, i -> i / 10.0);
    double[] y = values(50, i -> i == 7 ? Double.NaN : 1e-12 * Math.sin(i));
    double[] decades = values(9, i -> Math.pow(10, i - 4));
    double[] uniform = new SplittableRandom(1).doubles(600).toArray();
    Axis time = Axis.linear("time [s]");
    Axis rate = Axis.of("rate [1/s]", decades, List.of());
    return Stream.of(
        arguments(
            new CurveFigure(
                "curve",
                time,
                Axis.linear("height [m]"),
                "",
                List.of(curve("", x, y)),
                true,
                "a note"),
            List.of("time [s]", "height [m]", "a note", "0.5\u00d710\u207b\u00b9\u00b2")),
        arguments(
            new CurveFigure(
                "family",
                rate,
                Axis.linear("yield"),
                "damping",
                List.of(curve("0.25", decades, decades), curve("8", decades, decades)),
                true,
                ""),
            List.of("rate [1/s]", "0.0001", "0.01", "1", "100", "damping", "0.25", "8")),
        arguments(
            new CurveFigure(
                "texts",
                COLOUR,
                Axis.linear("n"),
                "",
                List.of(curve("", values(3, i -> i), values(3, i -> 5), 1, Double.NaN, 2)),
                false,
                ""),
            List.of("colour", "red", "green", "ultramarine blue of\u2026", "n")),
        arguments(
            new CurveFigure(
                "one",
                time,
                time,
                "",
                List.of(curve("", values(1, i -> 3), values(1, i -> 0))),
                true,
                ""),
            List.of("time [s]", "0.00", "3.00")),
        arguments(
            new HeatFigure("heat", time, rate, "energy [J]", cells(time, rate), "grey: failed"),
            List.of("time [s]", "rate [1/s]", "energy [J]", "grey: failed")),
        arguments(
            new ScatterFigure(
                "scatter",
                time,
                COLOUR,
                "energy [J]",
                new double[][] {uniform, values(600, i -> i % 3), values(600, i -> i % 5 / 0.0)},
                ""),
            List.of("time [s]", "colour", "energy [J]")),
        arguments(
            new HistogramFigure("counts", "digits", "items", Histogram.counted(decades), "a note"),
            List.of("digits", "items [%]", "a note")),
        arguments(panels(uniform, 7, false), List.of("energy [J]", "p0", "p6", "red", "green")),
        arguments(panels(uniform, 12, true), List.of("energy [J]", "p0", "p11", "red")),
        arguments(
            timeline(200),
            List.of("time since the start [s]", "executor 0 on node", "executor 1 on node")));
  }

  private static HeatCells cells(Axis across, Axis up) {
    double[] x = values(40_000, i -> i / 200);
    double[] y = values(40_000, i -> Math.pow(10, i % 200 / 50.0));
    return HeatCells.means(across, up, x, y, values(40_000, i -> i % 9 == 0 ? Double.NaN : i));
  }

  private static PanelsFigure panels(double[] y, int count, boolean means) {
    int points = means ? 3 : y.length;
    double[] shown = Arrays.copyOf(y, points);
    double[] errors = means ? new double[] {0.1, 0.1, 0.2} : new double[0];
    List<PanelsFigure.Panel> panels =
        IntStream.range(0, count)
            .mapToObj(
                p ->
                    new PanelsFigure.Panel(
                        p == 1 ? COLOUR : Axis.linear("p" + p),
                        curve("", values(points, i -> (i + p) % 3), shown, errors)))
            .toList();
    String name = means ? "effects" : "panels";
    return new PanelsFigure(name, Axis.linear("energy [J]"), panels, means, 0.5, "a note");
  }

  private static TimelineFigure timeline(int slices) {
    List<TimelineFigure.Bar> bars =
        IntStream.range(0, slices)
            .mapToObj(
                i ->
                    new TimelineFigure.Bar(
                        "" + i, "executor " + i % 2 + " on node", i / 4 + i % 3 / 4.0, i / 4 + 1.0))
            .toList();
    return new TimelineFigure("timeline", bars, slices / 4.0, "");
  }

  @ParameterizedTest
  @MethodSource("figures")
  void drawsAPicture(Figure figure, List<String> labels) throws Exception {
    Locale locale = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    List<Path> files;
    try {
      files = FigureFiles.write(folder, figure);
    } finally {
      Locale.setDefault(locale);
    }
    BufferedImage image = ImageIO.read(files.get(0).toFile());
    assertEquals(Picture.SCALE * Picture.WIDTH, image.getWidth());
    assertTrue(FigureFilesTest.inked(image) > 2000, "drawn on");
    String texts = FigureFilesTest.texts(files.get(1));
    for (String label : labels) {
      assertTrue(texts.contains(label + "\n"), () -> label + " is not in\n" + texts);
    }
    assertTrue(texts.lines().noneMatch(text -> text.matches("-?\\d+,\\d+|-?0e0")), texts);
    assertTrue(Files.size(files.get(1)) < 1_500_000, "bytes of the SVG");
    List<Path> again = FigureFiles.write(Files.createDirectory(folder.resolve("again")), figure);
    for (int i = 0; i < files.size(); i++) {
      assertArrayEquals(Files.readAllBytes(files.get(i)), Files.readAllBytes(again.get(i)));
    }
  }

  /** The colours of a heat map are those of its values, place by place. */
  @Test
  void cellsHaveTheirColours() throws Exception {
    Axis x = Axis.linear("x");
    Axis y = Axis.linear("y");
    HeatCells cells =
        HeatCells.means(
            x,
            y,
            new double[] {0, 1, 0, 1},
            new double[] {0, 0, 1, 1},
            new double[] {0, 10, Double.NaN, 5});
    Path png = FigureFiles.write(folder, new HeatFigure("h", x, y, "v", cells, "")).get(0);
    BufferedImage image = ImageIO.read(png.toFile());
    Viridis colours = new Viridis(0, 10);
    assertEquals(0x440154, image.getRGB(300, 700) & 0xFFFFFF, "below left: the least");
    assertEquals(0xFDE725, image.getRGB(900, 700) & 0xFFFFFF, "below right: the greatest");
    assertEquals(Viridis.NEUTRAL.getRGB(), image.getRGB(300, 250), "above left: none");
    assertEquals(colours.rgb(5), image.getRGB(900, 250) & 0xFFFFFF, "above right: the middle");
  }

  @Test
  void lightnessRisesEvenly() {
    Viridis colours = Viridis.of(new double[] {-3, 7, Double.NaN, Double.NEGATIVE_INFINITY});
    assertEquals(new Viridis(-3, 7), colours);
    double before = -1;
    for (int i = 0; i <= 100; i++) {
      int rgb = colours.rgb(-3 + i / 10.0);
      double light = 0.2126 * (rgb >> 16) + 0.7152 * (rgb >> 8 & 0xFF) + 0.0722 * (rgb & 0xFF);
      assertTrue(light > before, "at " + i);
      before = light;
    }
  }

  @Test
  void logarithmicWhereThatIsEven() {
    assertTrue(Axis.of("x", values(20, i -> Math.pow(10, i / 10.0)), List.of()).log());
    assertTrue(Axis.of("x", new double[] {0.05, 0.1, 0.2, 0.5, 1}, List.of()).log());
    assertTrue(Axis.of("x", new double[] {1, 10, 100}, List.of()).log());
    double[] drawn = new SplittableRandom(2).doubles(500).map(u -> Math.exp(9 * u)).toArray();
    assertTrue(Axis.of("x", drawn, List.of()).log());
    assertFalse(Axis.of("x", values(500, i -> 1 + i), List.of()).log());
    assertFalse(Axis.of("x", new double[] {0, 1, 10, 100}, List.of()).log());
    assertFalse(Axis.of("x", new double[] {1, 2, 4}, List.of()).log());
    assertFalse(Axis.of("x", new double[] {-1, -10, -100}, List.of()).log());
  }

  /** Every point is in one bin, an uneven grid's values each in the middle of their neighbours. */
  @Test
  void binsAroundValues() {
    Bins bins = Bins.of(new double[] {10, 1, 2, 2});
    assertArrayEquals(new double[] {0.5, 1.5, 6, 14}, bins.edges());
    assertEquals(0, bins.index(0.5));
    assertEquals(1, bins.index(1.5));
    assertEquals(2, bins.index(14));
    assertEquals(-1, bins.index(14.1));
    Bins many = Bins.of(values(1000, i -> i));
    assertEquals(256, many.size());
    assertEquals(255, many.index(999));
  }

  @Test
  void lanesHoldSlicesThatDoNotOverlap() {
    List<TimelineFigure.Bar> bars = timeline(400).bars();
    List<TimelineLanes.Lane> lanes = TimelineLanes.of(bars, 0);
    assertEquals(bars.size(), lanes.stream().mapToInt(lane -> lane.bars().size()).sum());
    for (TimelineLanes.Lane lane : lanes) {
      for (int i = 1; i < lane.bars().size(); i++) {
        assertTrue(lane.bars().get(i - 1).to() <= lane.bars().get(i).from());
      }
    }
    assertEquals(4, lanes.size());
    List<TimelineLanes.Lane> coarse = TimelineLanes.of(bars, 10);
    assertTrue(coarse.stream().allMatch(lane -> lane.bars().size() < 10), "what is short is one");
  }

  @Test
  void wholeNumbersHaveBinsOfTheirOwn() {
    Histogram dice = Histogram.counted(new double[] {1, 6, 6, 3});
    assertArrayEquals(new double[] {0.25, 0, 0.25, 0, 0, 0.5}, dice.shares());
    assertEquals(0.5, dice.low());
    assertEquals(1, dice.width());
    assertEquals(1, Histogram.counted(new double[0]).shares().length);
    assertEquals(12, Histogram.counted(new double[] {0.5, 1, 7}).shares().length);
  }
}
