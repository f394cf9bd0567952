package dev.parallax.report.figure.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.report.figure.Axis;
import dev.parallax.report.figure.DistributionFigure;
import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.HeatCells;
import dev.parallax.report.figure.HeatFigure;
import dev.parallax.report.figure.Histogram;
import dev.parallax.report.figure.InfluenceFigure;
import dev.parallax.report.figure.IntervalMark;
import dev.parallax.report.figure.LineFigure;
import dev.parallax.report.figure.drawing.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pictures: there, of the right size, not blank, with their labels, and the same every time. */
class FigureFilesTest {
  @TempDir Path folder;

  static Stream<Figure> figures() {
    double[] replicates = new SplittableRandom(1).doubles(5000).map(u -> u * u - 0.5).toArray();
    List<IntervalMark> intervals =
        Stream.of("normal", "basic", "percentile", "bca", "studentized")
            .flatMap(
                method ->
                    IntStream.of(68, 95, 99)
                        .mapToObj(
                            l -> new IntervalMark(method, l + " % " + method, -0.4, 0.01 * l)))
            .toList();
    double[] tiny = Arrays.stream(replicates).map(v -> -1e-17 * (v + 2)).toArray();
    List<IntervalMark> open =
        List.of(new IntervalMark("bca", "95 % bca", Double.NEGATIVE_INFINITY, -1.5e-17));
    return Stream.of(
        new DistributionFigure(
            "many", "slope(x, y) [km/s]", Histogram.of(replicates), -0.1, intervals),
        new DistributionFigure("tiny", "mean(flux) [W]", Histogram.of(tiny), -1.8e-17, open),
        new DistributionFigure(
            "spike", "median(x)", Histogram.of(new double[] {295, 295}), 295, List.of()),
        line("few", 24, true),
        line("thousands", 10_000, false),
        influence("influences", 24),
        influence("thousands-of-influences", 10_000));
  }

  private static LineFigure line(String name, int rows, boolean errors) {
    SplittableRandom random = new SplittableRandom(2);
    double[] x = random.doubles(rows).toArray();
    double[] y = Arrays.stream(x).map(v -> 3 * v - 1 + random.nextDouble()).toArray();
    double[] error = errors ? random.doubles(rows).map(v -> 0.2 * v).toArray() : new double[0];
    return new LineFigure(
        name,
        new LineFigure.Points(
            "distance [Mpc]",
            "log10(flux / Jy)",
            rows + " rows",
            x,
            y,
            new double[][] {error, error},
            new double[][] {error, error}),
        new LineFigure.Line("least-squares line", -0.5, 3),
        new LineFigure.Band(
            "95 % of the lines of 1000 resamples",
            new double[] {0, 0.5, 1},
            new double[] {-0.7, 0.9, 2.3},
            new double[] {-0.3, 1.1, 2.7}));
  }

  private static InfluenceFigure influence(String name, int rows) {
    SplittableRandom random = new SplittableRandom(3);
    double[] values = random.doubles(rows).map(v -> v * v * v - 0.3).toArray();
    List<String> names = IntStream.range(0, rows).mapToObj(i -> "NGC " + i).toList();
    return new InfluenceFigure(
        name,
        "influence on pearson(x, y)",
        "row",
        IntStream.rangeClosed(1, rows).toArray(),
        values,
        names);
  }

  @ParameterizedTest
  @MethodSource("figures")
  void drawsAPicture(Figure figure) throws Exception {
    Locale locale = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      FigureFiles.write(folder, figure);
    } finally {
      Locale.setDefault(locale);
    }
    BufferedImage image = ImageIO.read(folder.resolve(figure.name() + ".png").toFile());
    assertEquals(Picture.SCALE * Picture.WIDTH, image.getWidth());
    assertEquals(Picture.SCALE * Charts.picture(figure).height(), image.getHeight());
    assertEquals(0xFFFFFF, image.getRGB(0, 0) & 0xFFFFFF, "the ground is white");
    long inked = inked(image);
    assertTrue(inked > 2000, "pixels drawn on: " + inked);
    String texts = texts(folder.resolve(figure.name() + ".svg"));
    for (String label : labels(figure)) {
      assertTrue(texts.contains(label + "\n"), () -> label + " is not in\n" + texts);
    }
    long bytes = Files.size(folder.resolve(figure.name() + ".svg"));
    assertTrue(bytes < 4_000_000, "bytes of the SVG: " + bytes);
    assertTrue(texts.lines().noneMatch(text -> text.matches("-?\\d+,\\d+")), texts);
  }

  private static List<String> labels(Figure figure) {
    if (figure instanceof DistributionFigure distribution) {
      Stream<String> intervals = distribution.intervals().stream().map(IntervalMark::label);
      return Stream.concat(intervals, Stream.of(distribution.axis(), "estimate", "resamples [%]"))
          .toList();
    }
    if (figure instanceof LineFigure line) {
      return List.of(
          "distance [Mpc]",
          "log10(flux / Jy)",
          line.points().label(),
          "least-squares line",
          "95 % of the lines of 1000 resamples");
    }
    InfluenceFigure influence = (InfluenceFigure) figure;
    double[] values = influence.influences();
    double most = Arrays.stream(values).map(Math::abs).max().orElseThrow();
    int row =
        IntStream.range(0, values.length).filter(i -> values[i] == most).findFirst().orElse(0);
    return List.of("row", influence.axis(), influence.rows().get(row));
  }

  static long inked(BufferedImage image) {
    return IntStream.range(0, image.getHeight())
        .mapToLong(
            y ->
                IntStream.range(0, image.getWidth())
                    .filter(x -> (image.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF)
                    .count())
        .sum();
  }

  /** The texts of an SVG file, a line each. */
  static String texts(Path svg) throws Exception {
    DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    parser.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
    Document document = parser.parse(svg.toFile());
    NodeList nodes = document.getElementsByTagName("text");
    StringBuilder texts = new StringBuilder();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.append(nodes.item(i).getTextContent().strip()).append('\n');
    }
    return texts.toString();
  }

  static Stream<Figure> smallFigures() {
    return figures().filter(figure -> !figure.name().startsWith("thousands"));
  }

  @ParameterizedTest
  @MethodSource("smallFigures")
  void theSameBytesEveryTime(Figure figure) throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    List<Path> once = FigureFiles.write(folder, figure);
    List<Path> again = FigureFiles.write(other, figure);
    for (int i = 0; i < once.size(); i++) {
      assertArrayEquals(Files.readAllBytes(once.get(i)), Files.readAllBytes(again.get(i)));
    }
  }

  /** A journal takes it: a column wide, no font missing; the letters are there as outlines. */
  @Test
  void aPdfIsForPrint() throws IOException {
    Path pdf = FigureFiles.write(folder, influence("influences", 24)).get(2);
    assertEquals("influences.pdf", pdf.getFileName().toString());
    String text = Files.readString(pdf, StandardCharsets.ISO_8859_1);
    assertTrue(text.startsWith("%PDF-1.4\n"), text.substring(0, 20));
    assertFalse(text.contains("/Font"), "no font is named");
    Matcher box = Pattern.compile("/MediaBox \\[0 0 (\\S+) (\\S+)]").matcher(text);
    assertTrue(box.find());
    assertEquals(80 / 25.4 * 72, Double.parseDouble(box.group(1)), 1e-6);
    int xref = Integer.parseInt(text.substring(text.indexOf("startxref\n") + 10).split("\n")[0]);
    assertEquals("xref", text.substring(xref, xref + 4));
    List<String> lines = text.substring(xref).lines().toList();
    for (int object = 1; lines.get(object + 2).endsWith(" 00000 n "); object++) {
      int place = Integer.parseInt(lines.get(object + 2).substring(0, 10));
      assertTrue(text.startsWith(object + " 0 obj\n", place), "object " + object);
    }
    Matcher length =
        Pattern.compile("/Length (\\d+)\n/Filter /FlateDecode\n>>\nstream\n").matcher(text);
    assertTrue(length.find());
    int end = length.end() + Integer.parseInt(length.group(1));
    assertTrue(text.startsWith("\nendstream", end), "the length is right");
  }

  /** On dark ground all is light, and the colours of numbers are the same. */
  @Test
  void aDarkPicture() throws IOException {
    BufferedImage dark =
        ImageIO.read(new ByteArrayInputStream(FigureFiles.dark(influence("influences", 24))));
    assertEquals(0x1A2027, dark.getRGB(0, 0) & 0xFFFFFF);
    Axis axis = Axis.linear("x");
    double[] square = {0, 1, 0, 1};
    HeatCells cells =
        HeatCells.means(axis, axis, square, new double[] {0, 0, 1, 1}, new double[] {0, 10, 5, 5});
    BufferedImage map =
        ImageIO.read(
            new ByteArrayInputStream(
                FigureFiles.dark(new HeatFigure("h", axis, axis, "v", cells, ""))));
    assertEquals(0x440154, map.getRGB(300, 700) & 0xFFFFFF, "the least, as on white");
    assertEquals(0x1A2027, map.getRGB(0, 0) & 0xFFFFFF);
  }

  @Test
  void binsHoldAllFiniteValuesByWeight() {
    double[] values = {1, 2, 2, 3, Double.NaN, 10, Double.POSITIVE_INFINITY};
    double[] weights = {1, 1, 1, 2, 100, 5, 100};
    Histogram histogram = Histogram.of(values, weights);
    double end = histogram.low() + histogram.width() * histogram.shares().length;
    assertEquals(1, histogram.low());
    assertEquals(10, end, 1e-12);
    assertEquals(1, Arrays.stream(histogram.shares()).sum(), 1e-12);
    assertEquals(0.1, histogram.shares()[0]);
    assertEquals(0.5, histogram.shares()[histogram.shares().length - 1]);
    assertThrows(
        IllegalArgumentException.class, () -> Histogram.of(new double[] {Double.NaN}), "nothing");
  }

  @Test
  void namesDoNotOverlap() throws Exception {
    double[] values = new double[100];
    String[] names = new String[values.length];
    Arrays.setAll(names, i -> "a rather long name of row " + (i + 1));
    for (int i = 0; i < 3; i++) {
      values[i] = 1 - 0.001 * i;
    }
    FigureFiles.write(
        folder,
        new InfluenceFigure(
            "close",
            "influence",
            "row",
            IntStream.rangeClosed(1, 100).toArray(),
            values,
            List.of(names)));
    String svg = Files.readString(folder.resolve("close.svg"));
    double[] heights = IntStream.rangeClosed(1, 3).mapToDouble(row -> height(svg, row)).toArray();
    Arrays.sort(heights); // at the left edge there is room only above and below
    assertTrue(heights[1] - heights[0] > 12, () -> Arrays.toString(heights));
    assertTrue(heights[2] - heights[1] > 12, () -> Arrays.toString(heights));
  }

  private static double height(String svg, int row) {
    Matcher name =
        Pattern.compile(
                "<text[^>]* y=\"([0-9.]+)\"[^>]*> *a rather long name of row " + row + " *<")
            .matcher(svg);
    assertTrue(name.find(), "row " + row + " is named");
    return Double.parseDouble(name.group(1));
  }
}
