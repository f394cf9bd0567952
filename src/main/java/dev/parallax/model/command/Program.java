package dev.parallax.model.command;

import dev.parallax.storage.PathText;
import dev.parallax.text.Spelling;
import dev.parallax.text.SystemText;
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

  /** Kinds of file systems that no other machine sees. */
  private static final Set<String> OWN_DISKS =
      Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "overlay", "tmpfs", "apfs", "hfs");

  static Program of(List<String> words, List<CarriedFile> files) {
    return new Program(words, files.stream().map(CarriedFile::name).collect(Collectors.toSet()));
  }

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if there is no such program, it may not be run, the script
   *     that it is to run is missing, or a word cannot be handed to it as it is
   */
  void check() {
    for (String word : words) {
      SystemText.ofProcess()
          .obstacle(word)
          .ifPresent(
              why -> {
                throw wrong(word, why);
              });
    }
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

  /**
   * Checks that no word of the command is a file that this machine alone has: the workers of a
   * cluster would look for it in vain, once for each slice.
   *
   * @throws IllegalArgumentException if one is
   */
  void checkTravels() {
    for (String word : words.subList(isInstalled(words.get(0)) ? 1 : 0, words.size())) {
      if (!files(List.of(word)).isEmpty() && !isCarried(word) && isOnlyHere(word)) {
        String name = Path.of(word).getFileName().toString();
        throw wrong(
            word,
            "is a file of this machine, which a cluster's workers do not have; give --file "
                + word
                + (Path.of(word).isAbsolute() ? ", and call it " + name + " in the command" : ""));
      }
    }
  }

  /** The words that are the paths of files. */
  static List<Path> files(List<String> words) {
    return words.stream()
        .filter(word -> word.indexOf('\0') < 0)
        .map(Path::of)
        .filter(Files::isRegularFile)
        .toList();
  }

  private static boolean isInstalled(String program) {
    return program.indexOf('/') < 0 || Path.of(program).isAbsolute();
  }

  /**
   * Whether no other machine can have the file under this name: a relative one is of the current
   * folder; an absolute one may be installed everywhere, or lie on a disk that all machines share,
   * unless it is in a folder of one user on a disk of this machine.
   */
  static boolean isOnlyHere(String file) {
    Path path = Path.of(file);
    return !path.isAbsolute()
        || (Stream.of("user.dir", "user.home", "java.io.tmpdir")
                .map(System::getProperty)
                .anyMatch(path.normalize()::startsWith)
            && isOnOwnDisk(path));
  }

  private static boolean isOnOwnDisk(Path path) {
    try {
      return OWN_DISKS.contains(Files.getFileStore(path).type());
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isCarried(String path) {
    return carried.contains(Path.of(path).normalize().toString());
  }

  private void checkThere(Path path) {
    if (!Files.isRegularFile(path)) {
      throw wrong(path.toString(), "no such file" + PathText.hint(path));
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
