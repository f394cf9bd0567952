package dev.parallax.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The file ReadMe beside the tables of a catalogue of the CDS: it describes their columns. */
final class CdsReadMe {
  private CdsReadMe() {}

  /** Whether a file has the name of one. */
  static boolean isOne(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.equals("readme") || name.equals("readme.txt");
  }

  /**
   * The columns of a file, if a ReadMe beside it describes them.
   *
   * @throws IOException if it does, but not as it should
   */
  static Optional<ByteLayout> layoutOf(Path file) throws IOException {
    String plain = String.valueOf(file.getFileName()).replaceFirst("\\.(gz|bz2|xz|Z)$", "");
    for (Path readMe : beside(file)) {
      try (InputStream in = Files.newInputStream(readMe)) {
        LineReader lines = new LineReader(in);
        while (lines.next()) {
          if (describes(ByteLayout.filesOf(ByteLayout.text(lines)), plain)) {
            return Optional.of(layout(readMe, lines));
          }
        }
      } catch (LineReader.NotText e) {
        // Another file of that name.
      }
    }
    return Optional.empty();
  }

  private static ByteLayout layout(Path readMe, LineReader lines) throws IOException {
    try {
      return ByteLayout.read(lines);
    } catch (IOException e) {
      throw new IOException(readMe + ": " + e.getMessage(), e);
    }
  }

  /** The files that a ReadMe describes. */
  static List<String> describedBy(InputStream in) throws IOException {
    List<String> files = new ArrayList<>();
    LineReader lines = new LineReader(in);
    while (lines.next()) {
      files.addAll(words(ByteLayout.filesOf(ByteLayout.text(lines))));
    }
    return files;
  }

  private static List<Path> beside(Path file) throws IOException {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(path -> isOne(path) && Files.isRegularFile(path) && Files.isReadable(path))
          .sorted()
          .toList();
    } catch (AccessDeniedException e) { // a folder that may be entered but not listed
      return List.of();
    }
  }

  /** Names may have the shell's wildcards. */
  private static boolean describes(String names, String file) {
    for (String name : words(names)) {
      try {
        boolean wild =
            name.matches(".*[*?\\[].*")
                && FileSystems.getDefault().getPathMatcher("glob:" + name).matches(Path.of(file));
        if (wild || name.equalsIgnoreCase(file)) {
          return true;
        }
      } catch (PatternSyntaxException e) {
        // No pattern, and not the name.
      }
    }
    return false;
  }

  private static List<String> words(String names) {
    return Arrays.stream(names.split("[\\s,]+")).filter(name -> !name.isEmpty()).toList();
  }
}
