package dev.parallax.cli;

import dev.parallax.engine.ThreadEngine;
import dev.parallax.engine.spark.SparkSettings;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import dev.parallax.workload.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parallax shell}: the JDK's jshell with Parallax in it. */
@Command(
    name = "shell",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Use Parallax line by line, in Java's shell.",
    customSynopsis = {"parallax shell [options]", "       parallax shell [options] < SCRIPT"},
    description = {
      "",
      "All of Parallax is imported. The variable parallax runs jobs on this machine.",
      "Ctrl-D or /exit ends the shell; /help explains it.",
      ""
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  parallax.map(IntegerArray.range(0, 1000), new IsPrime())"
    })
final class ShellCommand implements Callable<Integer> {
  private static final String EVERYWHERE = "threads[*]";

  @Spec private CommandSpec spec;

  @Topic(Topic.Heading.ENGINE)
  @Affects(Effect.EXECUTION)
  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = EVERYWHERE,
      description =
          "Where to run: threads[N], or a Spark master on this machine, such as local[*] "
              + "(default: ${DEFAULT-VALUE}).")
  private String master;

  @Affects(Effect.NUMBERS)
  @Option(
      names = {"--jar", "--jars"},
      paramLabel = "JAR,...",
      hideParamSyntax = true,
      split = ",",
      description = "Jars with classes of your own.")
  private List<Path> jars = List.of();

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of all random numbers (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    try {
      check();
      UserJars.use(jars);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    try {
      return new ShellSession(master, seed, jars).run();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use a temporary folder", e);
    }
  }

  private void check() {
    if (ThreadEngine.named(master).isEmpty()
        && !SparkSettings.ofSpark().withMaster(master).isLocal()) {
      throw new IllegalArgumentException(
          "--master "
              + master
              + ": the shell has local masters only, as what is defined in it lives in its process");
    }
    if (!ShellSession.isPossible()) {
      throw new IllegalArgumentException(
          "the shell needs a JDK: the Java in "
              + System.getProperty("java.home")
              + " has no jdk.jshell");
    }
  }
}
