package dev.parallax.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real browser without a window, started for each page.
 *
 * @param program where it is
 */
record Browser(Path program) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /** Shows a page in frames of some widths, and writes what a script finds there as a text. */
  private static final String OUTER =
      """
      <!DOCTYPE html><meta charset="utf-8"><meta name="color-scheme" content="light dark">
      <body><pre id="found"></pre><script>
      const bytes = Uint8Array.from(atob("%s"), c => c.charCodeAt(0));
      const frame = document.createElement("iframe");
      frame.style.cssText = "border:0;height:2000px;width:%dpx";
      frame.onload = () => {
        const page = frame.contentDocument;
        const found = (() => { %s })();
        document.getElementById("found").textContent = found.join("\\n");
        frame.remove();
      };
      frame.srcdoc = new TextDecoder().decode(bytes);
      document.body.append(frame);
      </script>
      """;

  /** The browser of this machine, if there is one. */
  static Optional<Browser> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Browser::new);
  }

  /**
   * What a script finds in a page: lines of text.
   *
   * @param html the page
   * @param width how wide the window is, in pixels
   * @param dark whether the user has asked for dark pages
   * @param script returns an array of texts, of the document {@code page}
   * @param folder where files may be put
   */
  List<String> find(String html, int width, boolean dark, String script, Path folder) {
    try {
      Path outer = Files.createTempFile(folder, "outer", ".html");
      String page = Base64.getEncoder().encodeToString(html.getBytes(UTF_8));
      Files.writeString(outer, OUTER.formatted(page, width, script));
      String dom = dom(outer, dark, folder);
      int from = dom.indexOf("<pre id=\"found\">");
      return dom.substring(from + 16, dom.indexOf("</pre>", from)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String dom(Path page, boolean dark, Path folder) throws IOException {
    Path profile = Files.createTempDirectory(folder, "profile");
    Path out = Files.createTempFile(folder, "dom", ".html");
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--virtual-time-budget=10000",
                "--user-data-dir=" + profile,
                "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                "--dump-dom",
                page.toUri().toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("the browser does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return Files.readString(out);
  }
}
