package dev.parallax.report;

import dev.parallax.findings.Findings;
import dev.parallax.report.figure.Figure;
import dev.parallax.run.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A page on a run, for people, that is put into its folder beside the results. */
@FunctionalInterface
public interface Page {
  /** The name of its file. */
  String FILE = "report.html";

  /** No page. */
  Page NONE = (folder, run, findings, figures) -> Optional.empty();

  /**
   * The text of the file, if there is to be one.
   *
   * @param folder the run's folder
   * @param run the results
   * @param findings what they say
   * @param figures the pictures whose files are in the folder
   * @throws IOException if a picture cannot be read
   */
  Optional<String> text(Path folder, Run run, Findings findings, List<Figure> figures)
      throws IOException;
}
