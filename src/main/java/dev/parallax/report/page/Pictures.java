package dev.parallax.report.page;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.img;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;

import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.TimelineFigure;
import dev.parallax.report.figure.chart.FigureFiles;
import dev.parallax.report.figure.chart.Picture;
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
    String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    return figure(
        div(img()
                .withSrc(data)
                .withAlt(figure.caption())
                .attr("width", Picture.WIDTH)
                .attr("height", height(png)))
            .withClass("plate"),
        figcaption(figure.caption()));
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
    return section(h2("Pictures"), each(shown, picture -> picture));
  }

  /** The time line, if it is there. */
  DomContent timeline() {
    return each(timelines, picture -> picture);
  }
}
