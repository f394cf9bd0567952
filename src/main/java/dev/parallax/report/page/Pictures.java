package dev.parallax.report.page;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.img;
import static j2html.TagCreator.picture;
import static j2html.TagCreator.section;
import static j2html.TagCreator.source;
import static j2html.TagCreator.text;

import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.TimelineFigure;
import dev.parallax.report.figure.chart.FigureFiles;
import dev.parallax.report.figure.drawing.Picture;
import j2html.tags.DomContent;
import j2html.tags.specialized.FigureTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The pictures of a run, inside the page. */
final class Pictures {
  private static final String DARK = "screen and (prefers-color-scheme: dark)";

  private final List<FigureTag> shown = new ArrayList<>();
  private final List<FigureTag> timelines = new ArrayList<>();

  /**
   * Reads them.
   *
   * @throws IOException if one cannot be read
   */
  Pictures(Path folder, List<Figure> figures) throws IOException {
    for (Figure figure : figures) {
      (figure instanceof TimelineFigure ? timelines : shown).add(tag(folder, figure));
    }
  }

  /** As PNG: an SVG's letters depend on the fonts of the machine that shows it. */
  private static FigureTag tag(Path folder, Figure figure) throws IOException {
    byte[] png = Files.readAllBytes(folder.resolve(figure.name() + ".png"));
    return figure(
        picture(
                source().attr("media", DARK).attr("srcset", data(FigureFiles.dark(figure))),
                img()
                    .withSrc(data(png))
                    .withAlt(figure.caption())
                    .attr("width", Picture.WIDTH)
                    .attr("height", height(png)))
            .withClass("plate"),
        figcaption(figure.what())); // its note is in the picture
  }

  private static String data(byte[] png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  /** The height is the second number of a PNG file's header, in pixels of the screen's half. */
  private static int height(byte[] png) {
    int pixels = 0;
    for (int i = 20; i < 24; i++) {
      pixels = (pixels << 8) | (png[i] & 0xFF);
    }
    return FigureFiles.units(pixels);
  }

  /** Those of the results; nothing if there are none. */
  DomContent results() {
    if (shown.isEmpty()) {
      return text("");
    }
    return section(h2("Pictures"), div(each(shown, one -> one)).withClass("pictures"));
  }

  /** The time line, if it is there. */
  DomContent timeline() {
    return each(timelines, one -> one);
  }
}
