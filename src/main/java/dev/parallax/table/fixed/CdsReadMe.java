package dev.parallax.table.fixed;

import dev.parallax.table.text.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The file ReadMe beside the tables of a catalogue of the CDS: it describes their columns. */
public final class CdsReadMe {
  private static final int ENOUGH = 20;
  private static final int SHORTEST = "Byte-by-byte".length();

  private CdsReadMe() {}

  /** Whether a file has the name of one. */
  public static boolean isOne(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.equals("readme") || name.equals("readme.txt");
  }

  /**
   * The columns of a file, if a ReadMe beside it describes them.
   *
   * @throws IOException if it does, but not as it should
   */
  public static Optional<ByteLayout> layoutOf(Path file) throws IOException {
    String plain = String.valueOf(file.getFileName()).replaceFirst("\\.(gz|bz2|xz|Z)$", "");
    for (Path readMe : beside(file)) {
      try (InputStream in = Files.newInputStream(readMe)) {
        LineReader lines = new LineReader(in);
        while (lines.next()) {
          if (describes(filesOf(lines), plain)) {
            return Optional.of(layout(readMe, lines));
          }
        }
      } catch (LineReader.NotText | LineReader.TooLong e) {
        // Another file of that name.
      }
    }
    return Optional.empty();
  }

  private static String filesOf(LineReader lines) {
    return lines.length() < SHORTEST ? "" : ByteLayout.filesOf(ByteLayout.text(lines));
  }

  private static ByteLayout layout(Path readMe, LineReader lines) throws IOException {
    try {
      return ByteLayout.read(lines);
    } catch (IOException e) {
      throw new IOException(readMe + ": " + e.getMessage(), e);
    }
  }

  /** The files that a ReadMe describes. */
  public static List<String> describedBy(InputStream in) throws IOException {
    List<String> files = new ArrayList<>();
    LineReader lines = new LineReader(in);
    while (files.size() < ENOUGH && lines.next()) {
      files.addAll(words(filesOf(lines)));
    }
    if (files.size() >= ENOUGH) {
      files.add("...");
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
      if (name.equalsIgnoreCase(file) || isMatch(name, file)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a pattern of the shell's fits, of which many stars cost no more than one. */
  private static boolean isMatch(String pattern, String file) {
    boolean[] fits = new boolean[file.length() + 1]; // so many letters, by the pattern so far
    fits[0] = true;
    int at = 0;
    while (at < pattern.length()) {
      int end = end(pattern, at);
      boolean[] next = new boolean[fits.length];
      boolean any = false;
      for (int i = 0; i < fits.length; i++) {
        any |= fits[i];
        next[i] =
            pattern.charAt(at) == '*'
                ? any
                : i > 0 && fits[i - 1] && isOf(pattern.substring(at, end), file.charAt(i - 1));
      }
      fits = next;
      at = end;
    }
    return fits[file.length()];
  }

  /** Where a letter of a pattern ends, which may be a list of them in brackets. */
  private static int end(String pattern, int at) {
    int close = pattern.charAt(at) == '[' ? pattern.indexOf(']', at + 2) : -1;
    return close < 0 ? at + 1 : close + 1;
  }

  private static boolean isOf(String part, char letter) {
    if (part.length() == 1) {
      return part.equals("?") || part.charAt(0) == letter;
    }
    boolean not = "!^".indexOf(part.charAt(1)) >= 0;
    boolean in = false;
    for (int i = not ? 2 : 1; i < part.length() - 1; i++) {
      boolean range = i + 2 < part.length() - 1 && part.charAt(i + 1) == '-';
      char last = part.charAt(range ? i + 2 : i);
      in |= part.charAt(i) <= letter && letter <= last;
      i += range ? 2 : 0;
    }
    return in != not;
  }

  private static List<String> words(String names) {
    return Arrays.stream(names.split("[\\s,]+")).filter(name -> !name.isEmpty()).toList();
  }
}
