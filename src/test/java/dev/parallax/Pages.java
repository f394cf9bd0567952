package dev.parallax;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The README, CONTRIBUTING and the pages of {@code docs/}: their text, fenced blocks, headings and
 * links.
 */
record Pages(List<Page> all) {
  private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?://)([^)\\s]+)\\)");

  /** What stands between fences, and the language it is said to be in. */
  record Block(String language, String text) {}

  /** A page and where it is. */
  record Page(Path path, String text) {
    Stream<Block> blocks() {
      return FENCE.matcher(text).results().map(block -> new Block(block.group(1), block.group(2)));
    }

    /** The anchors of its headings, as GitHub makes them. */
    List<String> anchors() {
      return Pattern.compile("(?m)^#+ (.*)$")
          .matcher(FENCE.matcher(text).replaceAll(""))
          .results()
          .map(h -> h.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", ""))
          .map(h -> h.replace(' ', '-'))
          .toList();
    }

    /** The targets of its links within the project. */
    List<String> links() {
      return LINK.matcher(text).results().map((MatchResult link) -> link.group(1)).toList();
    }
  }

  static Pages read() throws IOException {
    List<Path> paths = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(paths::add);
    }
    return new Pages(paths.stream().map(path -> new Page(path, text(path))).toList());
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of all of them. */
  String text() {
    return all.stream().map(Page::text).collect(Collectors.joining("\n"));
  }

  List<Block> blocks() {
    return all.stream().flatMap(Page::blocks).toList();
  }

  List<String> blocks(String language) {
    return blocks().stream()
        .filter(block -> block.language.equals(language))
        .map(Block::text)
        .toList();
  }

  /** Fails where a file or a heading that a page links to is not there. */
  void checkLinks(Page page) {
    for (String target : page.links()) {
      String[] parts = target.split("#", 2);
      Path path = Path.of("").resolve(page.path.resolveSibling(parts[0])).normalize();
      path = parts[0].isEmpty() ? page.path : path;
      assertTrue(Files.exists(path), target);
      assertTrue(parts.length == 1 || anchorsOf(path).contains(parts[1]), target);
    }
  }

  private List<String> anchorsOf(Path path) {
    return all.stream()
        .filter(page -> page.path.equals(path))
        .flatMap(page -> page.anchors().stream())
        .toList();
  }
}
