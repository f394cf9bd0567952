package dev.parallax.model.command;

import dev.parallax.spelling.Spelling;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks, where a job is begun, that the program of a command is there, and its script.
 *
 * @param words the command
 * @param carried the paths of the files that make up its working folder; none if that is the
 *     current one
 */
record Program(List<String> words, Set<String> carried) {
  private static final Pattern SCRIPT =
      Pattern.compile("[^{}]*\\.(py|[rR]|sh|jl|pl|rb|awk|js|m|lua|php|tcl)");
  private static final Set<String> CODE_FOLLOWS = Set.of("-c", "-e", "-m", "-E");

  static Program of(List<String> words, List<CarriedFile> files) {
    return new Program(words, files.stream().map(CarriedFile::name).collect(Collectors.toSet()));
  }

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if there is no such program, it may not be run, or the script
   *     that it is to run is missing
   */
  void check() {
    String program = words.get(0);
    if (Template.hasPlace(program)) {
      return;
    }
    if (program.indexOf('/') < 0) {
      findOnPath(program);
    } else if (!isCarried(program)) {
      Path path = Path.of(program);
      checkThere(path);
      if (!Files.isExecutable(path)) {
        throw wrong(program, "may not be run; chmod +x makes it executable");
      }
    }
    script().filter(script -> !isCarried(script)).ifPresent(script -> checkThere(Path.of(script)));
  }

  private boolean isCarried(String path) {
    return carried.contains(Path.of(path).normalize().toString());
  }

  private void checkThere(Path path) {
    if (!Files.isRegularFile(path)) {
      throw wrong(path.toString(), "no such file" + CarriedFile.hint(path));
    }
    if (!carried.isEmpty() && !path.isAbsolute()) {
      throw wrong(
          path.toString(),
          "is not in the working folder, which holds what --file names; give --file " + path);
    }
  }

  private static void findOnPath(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    Set<String> names = new TreeSet<>();
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return;
      }
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files.map(file -> file.getFileName().toString()).forEach(names::add);
      } catch (IOException e) {
        // A folder of the PATH need not be there.
      }
    }
    throw wrong(
        program,
        "no such program on the PATH"
            + Spelling.nearest(program, names)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse(""));
  }

  /** The script that an interpreter is to run: the first argument, if its name says so. */
  private Optional<String> script() {
    for (int w = 1; w < words.size(); w++) {
      String word = words.get(w);
      if (!word.startsWith("-")) {
        boolean script = SCRIPT.matcher(word).matches() && !CODE_FOLLOWS.contains(words.get(w - 1));
        return script ? Optional.of(word) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static IllegalArgumentException wrong(String what, String reason) {
    return new IllegalArgumentException("--command: '" + what + "': " + reason);
  }
}
