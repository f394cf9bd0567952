package dev.parallax.cli;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
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
  private static final List<String> BOOTSTRAP = List.of("--x=x", "--y=y", "--statistic=pearson");
  private static final List<String> THREADS =
      List.of("map", "--array=range:0:1000", "--expression=element+uniform()");
  private static final List<String> TABLE = List.of("x,y", "1,2", "2,1", "3,5", "4,3", "5,4");

  private final ToIntFunction<List<String>> commands;

  /**
   * Warms up.
   *
   * @param commands runs a command; its exit status
   */
  WarmUpCommand(ToIntFunction<List<String>> commands) {
    this.commands = commands;
  }

  @Override
  public Integer call() {
    try {
      Path folder = Files.createTempDirectory("parallax-warm-up-");
      run(DEMO);
      run(THREADS);
      run(Stream.concat(SWEEP.stream(), Stream.of(folder.toString())).toList());
      Path table = Files.write(folder.resolve("table.csv"), TABLE);
      for (String master : List.of("local[2]", "threads[2]")) {
        run(
            Stream.of(List.of("bootstrap", table.toString(), "--master", master), BOOTSTRAP)
                .flatMap(List::stream)
                .toList());
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use a temporary folder", e);
    }
    return ExitStatus.DONE;
  }

  private void run(List<String> arguments) {
    int status = commands.applyAsInt(arguments);
    if (status != ExitStatus.DONE) {
      throw new IllegalStateException(arguments + " ended with status " + status);
    }
  }
}
