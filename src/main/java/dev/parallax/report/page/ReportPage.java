package dev.parallax.report.page;

import static j2html.TagCreator.body;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.style;

import dev.parallax.findings.Findings;
import dev.parallax.report.Page;
import dev.parallax.report.figure.Figure;
import dev.parallax.run.Run;
import dev.parallax.text.Visible;
import j2html.TagCreator;
import j2html.tags.specialized.HeadTag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run on one page: what came out, with pictures, what failed, what it cost, and how to have it
 * again. The file has no scripts and loads nothing, and its policy forbids browsers both.
 *
 * @param title what was done, in one line
 * @param command the command that does it again
 * @param environment what it ran on, by name
 */
public record ReportPage(String title, String command, Map<String, String> environment)
    implements Page {
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

  @Override
  public Optional<String> text(Path folder, Run run, Findings findings, List<Figure> figures)
      throws IOException {
    Pictures pictures = new Pictures(folder, figures);
    String page =
        html(
                header(),
                body(
                    main(
                        Summary.top(title, run),
                        Summary.findings(findings, Responses.tabled(run)),
                        pictures.results(),
                        each(Responses.sections(run), table -> table),
                        each(Failures.sections(run), table -> table),
                        Cost.of(run, pictures),
                        Summary.again(command),
                        Summary.provenance(run, environment)),
                    footer("Written by Parallax.")))
            .withLang("en")
            .render();
    return Optional.of("<!DOCTYPE html>\n" + Visible.lines(page) + "\n");
  }

  private HeadTag header() throws IOException {
    return head(
        meta().withCharset("utf-8"),
        meta().attr("http-equiv", "Content-Security-Policy").withContent(POLICY),
        meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
        meta().withName("color-scheme").withContent("light dark"),
        TagCreator.title(title),
        style(rawHtml(styles())));
  }

  private static String styles() throws IOException {
    try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
