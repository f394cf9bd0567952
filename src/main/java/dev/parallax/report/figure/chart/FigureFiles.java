package dev.parallax.report.figure.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.drawing.PdfPage;
import dev.parallax.report.figure.drawing.Picture;
import dev.parallax.report.figure.drawing.Recording;
import dev.parallax.storage.WholeFile;
import dev.parallax.text.Choices;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.FactoryConfigurationError;
import org.jfree.chart.text.TextUtils;

/**
 * Writes pictures, as PNG for the screen, and as SVG and PDF for print; the same bytes for the same
 * data.
 */
public final class FigureFiles {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern DIGITS = Pattern.compile("(\\.\\d\\d)\\d+");

  /** A PDF's page is a column of a journal, 8 cm wide; its unit is the millimetre. */
  private static final double PRINTED = 80.0 / Picture.WIDTH;

  private FigureFiles() {}

  /** The forms of a picture, which are the endings of its files' names. */
  public enum Form {
    /** For the screen. */
    PNG,
    /** For pages and for print. */
    SVG,
    /** For print: letters are outlines. */
    PDF;

    @Override
    public String toString() {
      return Choices.text(this);
    }
  }

  /**
   * Writes NAME.png, NAME.svg and NAME.pdf.
   *
   * @return the files
   * @throws IOException if a file cannot be written
   * @throws UnsupportedOperationException if this Java has nothing to draw with, such as fonts
   */
  public static List<Path> write(Path folder, Figure figure) throws IOException {
    return drawn(
        figure,
        (picture, recording) -> {
          List<Path> files = new ArrayList<>();
          for (Form form : Form.values()) {
            byte[] bytes = bytes(form, picture, recording);
            files.add(folder.resolve(figure.name() + "." + form));
            WholeFile.write(files.get(files.size() - 1), out -> out.write(bytes));
          }
          return List.copyOf(files);
        });
  }

  /**
   * A figure as the bytes of one file.
   *
   * @throws UnsupportedOperationException if this Java has nothing to draw with, such as fonts
   */
  public static byte[] bytes(Figure figure, Form form) throws IOException {
    return drawn(figure, (picture, recording) -> bytes(form, picture, recording));
  }

  private static byte[] bytes(Form form, Picture picture, Recording recording) throws IOException {
    return switch (form) {
      case PNG -> png(picture, recording, UnaryOperator.identity());
      case SVG -> rounded(document(form, 1, picture, recording.withSystemFonts()));
      case PDF ->
          PdfPage.withoutFonts(document(form, PRINTED, picture, recording.outlined(PRINTED)));
    };
  }

  /**
   * The PNG of a figure for a dark page.
   *
   * @throws UnsupportedOperationException if this Java has nothing to draw with, such as fonts
   */
  public static byte[] dark(Figure figure) throws IOException {
    return drawn(figure, (picture, recording) -> png(picture, recording, DarkColours::instead));
  }

  /** What is made of a drawing. */
  private interface Maker<T> {
    T make(Picture picture, Recording recording) throws IOException;
  }

  private static <T> T drawn(Figure figure, Maker<T> maker) throws IOException {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    try {
      TextUtils.setUseDrawRotatedStringWorkaround(false); // text stays text in SVG
      Picture picture = Charts.picture(figure);
      return maker.make(picture, Recording.of(picture));
    } catch (LinkageError | InternalError | FactoryConfigurationError e) {
      // A Java without its desktop module or fonts; a jar that promises to write XML, and cannot.
      throw new UnsupportedOperationException("this Java cannot draw: " + e.getMessage(), e);
    }
  }

  /** A length in pixels of the PNG, in units of the SVG. */
  public static int units(int pixels) {
    return pixels / Picture.SCALE;
  }

  private static byte[] png(Picture picture, Recording recording, UnaryOperator<Color> colours)
      throws IOException {
    BufferedImage image =
        new BufferedImage(
            Picture.SCALE * Picture.WIDTH,
            Picture.SCALE * picture.height(),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.scale(Picture.SCALE, Picture.SCALE);
    recording.play(graphics, colours);
    graphics.dispose();
    ImageIO.setUseCache(false);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", png)) {
      throw new UnsupportedOperationException("this Java cannot write PNG");
    }
    return png.toByteArray();
  }

  private static byte[] document(Form form, double scale, Picture picture, Recording recording)
      throws IOException {
    double height = scale * picture.height();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Processors.get(form.toString())
        .getDocument(recording.commands(), new PageSize(0, 0, scale * Picture.WIDTH, height))
        .writeTo(out);
    return out.toByteArray();
  }

  /** Hundredths of a pixel are enough: the fifteen digits that are there make large files. */
  private static byte[] rounded(byte[] svg) {
    return TAG.matcher(new String(svg, UTF_8))
        .replaceAll(tag -> Matcher.quoteReplacement(DIGITS.matcher(tag.group()).replaceAll("$1")))
        .getBytes(UTF_8);
  }
}
