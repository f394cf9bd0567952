package dev.parallax.report;

import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.FigureFiles;
import dev.parallax.report.picture.TimelinePicture;
import dev.parallax.run.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;

/**
 * The pictures of a run, in files. What goes wrong in drawing them is said, and nothing else goes
 * wrong; a disk that does not take them is another matter.
 *
 * @param figures those that are there
 * @param complaint why others are not, if there should be more
 */
record Drawn(List<Figure> figures, Optional<String> complaint) {

  /** Draws those of the findings, and the time line. */
  static Drawn in(Path folder, Run run, Findings findings) throws IOException {
    List<Figure> drawn = new ArrayList<>();
    String name = "";
    try {
      List<Figure> figures = new ArrayList<>(findings.figures().get());
      TimelinePicture.of(run).ifPresent(figures::add);
      for (Figure figure : figures) {
        name = figure.name();
        FigureFiles.write(folder, figure);
        drawn.add(figure);
      }
      return new Drawn(drawn, Optional.empty());
    } catch (UnsupportedOperationException | ServiceConfigurationError e) {
      return new Drawn(drawn, Optional.of("no pictures: " + e.getMessage()));
    } catch (OutOfMemoryError e) {
      String more = "out of memory; give Java more with -Xmx, and the command --resume";
      return new Drawn(drawn, Optional.of("no pictures: " + more));
    } catch (RuntimeException e) { // the results are worth more than their pictures
      String which = name.isEmpty() ? "no pictures" : "no picture '" + name + "'";
      return new Drawn(drawn, Optional.of(which + ": " + e));
    }
  }
}
