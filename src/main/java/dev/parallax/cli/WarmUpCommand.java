package dev.parallax.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Does in silence what the other commands do, so that the launcher can archive the classes they
 * need and later runs start quickly.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  private static final List<String> DEMO =
      List.of("demo", "--no-serial", "--seed", "1", "--master", "local[2]");
  private static final List<String> SWEEP =
      List.of(
          "sweep",
          "--parameter=frequency=linspace:0:2:4",
          "--parameter=damping=0.1,1",
          "--model=driven-oscillator",
          "--master=local[2]",
          "--output");

  @Override
  public Integer call() {
    try {
      Path folder = Files.createTempDirectory("parallax-warm-up-");
      run(DEMO);
      run(Stream.concat(SWEEP.stream(), Stream.of(folder.toString())).toList());
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use a temporary folder", e);
    }
    return Main.DONE;
  }

  private static void run(List<String> arguments) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    int status = Main.run(arguments.toArray(String[]::new), nowhere, nowhere);
    if (status != Main.DONE) {
      throw new IllegalStateException(arguments + " ended with status " + status);
    }
  }
}
