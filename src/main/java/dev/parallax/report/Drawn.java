package dev.parallax.report;

import dev.parallax.findings.Findings;
import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.chart.FigureFiles;
import dev.parallax.report.figure.selection.RunTimeline;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * The pictures of a run, in files. What goes wrong in drawing one is said, and nothing else goes
 * wrong; a disk that does not take them is another matter.
 *
 * @param figures those that are there
 * @param complaints why others are not, a line each
 */
record Drawn(List<Figure> figures, List<String> complaints) {

  /** Draws those of the findings, and the time line. */
  static Drawn in(Path folder, Run run, Findings findings, Runner runner) throws IOException {
    Drawn drawn = new Drawn(new ArrayList<>(), new ArrayList<>());
    List<Figure> figures = new ArrayList<>(drawn.made(() -> findings.figures().apply(runner)));
    figures.addAll(drawn.made(() -> RunTimeline.of(run).stream().toList()));
    boolean goesOn = true;
    for (int i = 0; i < figures.size() && goesOn; i++) {
      goesOn = drawn.draw(folder, figures.get(i));
    }
    return drawn;
  }

  private List<? extends Figure> made(Supplier<? extends List<? extends Figure>> figures) {
    try {
      return figures.get();
    } catch (OutOfMemoryError e) {
      complaints.add("no pictures: " + memory());
    } catch (UnsupportedOperationException | ServiceConfigurationError e) {
      complaints.add("no pictures: " + e.getMessage());
    } catch (CancellationException e) { // of what is computed for a picture
      throw e;
    } catch (RuntimeException e) { // the results are worth more than their pictures
      complaints.add("no pictures: " + e);
    }
    return List.of();
  }

  /** Whether others may be drawn: what is wrong with Java and memory is so with the next, too. */
  private boolean draw(Path folder, Figure figure) throws IOException {
    try {
      FigureFiles.write(folder, figure);
      figures.add(figure);
      return true;
    } catch (UnsupportedOperationException | ServiceConfigurationError e) {
      complaints.add("no pictures: " + e.getMessage());
      return false;
    } catch (OutOfMemoryError e) {
      complaints.add("no pictures: " + memory());
      return false;
    } catch (RuntimeException e) {
      complaints.add("no picture '" + figure.name() + "': " + e);
      return true;
    }
  }

  private static String memory() {
    return "out of memory; give Java more with -Xmx, and the command --resume";
  }
}
