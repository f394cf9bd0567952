package dev.parallax.model.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for a program's processes of one slice, with the files that they need. */
final class Scratch implements AutoCloseable {
  private final Path folder;
  private final Runnable end = this::delete;

  private Scratch(Path folder) {
    this.folder = folder;
    LivingProcesses.add(end);
  }

  /** Puts files into a new folder. */
  @FunctionalInterface
  interface Filling {
    void into(Path folder) throws IOException;
  }

  /** Makes the folder. */
  static Scratch with(List<CarriedFile> files) throws ScriptException {
    return filled(
        folder -> {
          for (CarriedFile file : files) {
            write(file, folder);
          }
        });
  }

  /** Makes a folder; there is none if it cannot be filled. */
  static Scratch filled(Filling filling) throws ScriptException {
    try {
      Scratch scratch = new Scratch(Files.createTempDirectory("parallax-script-"));
      try {
        filling.into(scratch.folder);
      } catch (IOException e) {
        scratch.close();
        throw e;
      }
      return scratch;
    } catch (IOException e) {
      throw new ScriptException("cannot make a working folder: " + e);
    }
  }

  private static void write(CarriedFile file, Path folder) throws IOException {
    Path path = folder.resolve(file.name());
    Files.createDirectories(path.getParent());
    Files.write(path, file.content());
    if (file.executable() && !path.toFile().setExecutable(true)) {
      throw new IOException(path + " cannot be made executable");
    }
  }

  Path folder() {
    return folder;
  }

  private void delete() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // A process that was killed may still be at work in it; the system clears such folders.
    }
  }

  @Override
  public void close() {
    delete();
    LivingProcesses.remove(end);
  }
}
