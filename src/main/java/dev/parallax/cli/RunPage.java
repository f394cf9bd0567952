package dev.parallax.cli;

import dev.parallax.Parallax;
import dev.parallax.cli.process.Shell;
import dev.parallax.report.Page;
import dev.parallax.report.page.ReportPage;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page on a run, with what the command line knows of it. */
final class RunPage {
  private static final List<String> ONCE = List.of("--resume", "--retry-failed");

  private RunPage() {}

  /**
   * The page of a job.
   *
   * @param given the words of its command line
   */
  static Page of(String title, List<String> given) {
    List<String> arguments = given.stream().filter(argument -> !ONCE.contains(argument)).toList();
    return (folder, run, findings, figures) ->
        new ReportPage(title, Shell.command(arguments), environment(run.master()))
            .text(folder, run, findings, figures);
  }

  private static Map<String, String> environment(String master) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("Parallax", Parallax.VERSION);
    environment.put("master", master);
    environment.put("Java", System.getProperty("java.vendor") + " " + Runtime.version());
    environment.put("system", System.getProperty("os.name") + ", " + System.getProperty("os.arch"));
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
    environment.put("written", now.toLocalDate() + " " + now.toLocalTime() + " UTC");
    return environment;
  }
}
