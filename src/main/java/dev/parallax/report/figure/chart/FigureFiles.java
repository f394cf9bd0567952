package dev.parallax.report.figure.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import dev.parallax.report.figure.Figure;
import dev.parallax.spelling.Visible;
import dev.parallax.storage.WholeFile;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.FactoryConfigurationError;
import org.jfree.chart.text.TextUtils;

/**
 * Writes pictures, as PNG for the screen and as SVG for print; the same bytes for the same data.
 */
public final class FigureFiles {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern DIGITS = Pattern.compile("(\\.\\d\\d)\\d+");

  private FigureFiles() {}

  /**
   * Writes NAME.png and NAME.svg.
   *
   * @return the files
   * @throws IOException if a file cannot be written
   * @throws UnsupportedOperationException if this Java has nothing to draw with, such as fonts
   */
  public static List<Path> write(Path folder, Figure figure) throws IOException {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    Path png = folder.resolve(figure.name() + ".png");
    Path svg = folder.resolve(figure.name() + ".svg");
    try {
      TextUtils.setUseDrawRotatedStringWorkaround(false); // text stays text in SVG
      Picture picture = Charts.picture(figure);
      writePng(picture, png);
      writeSvg(picture, svg);
    } catch (LinkageError | InternalError | FactoryConfigurationError e) {
      // A Java without its desktop module or fonts; a jar that promises to write XML, and cannot.
      throw new UnsupportedOperationException("this Java cannot draw: " + e.getMessage(), e);
    }
    return List.of(png, svg);
  }

  /** A length in pixels of the PNG, in units of the SVG. */
  public static int units(int pixels) {
    return pixels / Picture.SCALE;
  }

  private static void writePng(Picture picture, Path file) throws IOException {
    BufferedImage image =
        new BufferedImage(
            Picture.SCALE * Picture.WIDTH,
            Picture.SCALE * picture.height(),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.scale(Picture.SCALE, Picture.SCALE);
    picture.drawing().draw(graphics, new Rectangle2D.Double(0, 0, Picture.WIDTH, picture.height()));
    graphics.dispose();
    ImageIO.setUseCache(false);
    WholeFile.write(
        file,
        out -> {
          if (!ImageIO.write(image, "png", out)) {
            throw new UnsupportedOperationException("this Java cannot write PNG");
          }
        });
  }

  private static void writeSvg(Picture picture, Path file) throws IOException {
    VectorGraphics2D graphics = wellFormed();
    picture.drawing().draw(graphics, new Rectangle2D.Double(0, 0, Picture.WIDTH, picture.height()));
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    Processors.get("svg")
        .getDocument(graphics.getCommands(), new PageSize(0, 0, Picture.WIDTH, picture.height()))
        .writeTo(svg);
    WholeFile.write(file, rounded(svg.toString(UTF_8)));
  }

  /** Writes nothing that XML has no place for. */
  private static VectorGraphics2D wellFormed() {
    return new VectorGraphics2D() {
      @Override
      public void drawString(String text, float x, float y) {
        super.drawString(Visible.line(text), x, y);
      }
    };
  }

  /** Hundredths of a pixel are enough: the fifteen digits that are there make large files. */
  private static String rounded(String svg) {
    return TAG.matcher(svg)
        .replaceAll(tag -> Matcher.quoteReplacement(DIGITS.matcher(tag.group()).replaceAll("$1")));
  }
}
