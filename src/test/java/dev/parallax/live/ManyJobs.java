package dev.parallax.live;

import dev.parallax.engine.Engine;
import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import dev.parallax.identity.JobFile;
import dev.parallax.report.SummaryJson;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.workload.Execution;
import dev.parallax.workload.JobKinds;
import dev.parallax.workload.JobOptions;
import dev.parallax.workload.RunSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A user's program that runs jobs one after the other on one cluster's executors, which take longer
 * to start than the jobs. It prints a summary as a line of JSON for each.
 */
public final class ManyJobs {
  private static final int SLICES = 5;

  private ManyJobs() {}

  /** Takes the master, a file of Spark's settings, and the options of each job as one text. */
  public static void main(String[] arguments) {
    SparkSettings settings =
        SparkSettings.ofSpark().withMaster(arguments[0]).withPropertiesFile(Path.of(arguments[1]));
    try (Engine engine = SparkEngine.open(settings)) {
      Arrays.stream(arguments)
          .skip(2)
          .map(job -> summary(job, engine))
          .forEach(System.out::println);
    }
  }

  private static String summary(String job, Engine engine) {
    RunSettings settings =
        new RunSettings(1, OptionalInt.of(SLICES), ItemLimits.NONE, /* onCluster= */ true);
    Execution execution =
        new Execution(options(job).job(settings), Runner.on(engine).withSlices(SLICES));
    Run run = execution.run();
    return SummaryJson.line(run, execution.findings(run));
  }

  private static JobOptions options(String job) {
    CommandLine commands = new CommandLine(CommandSpec.create());
    JobKinds.all().forEach(kind -> commands.addSubcommand(kind.name(), kind.options()));
    commands.setOverwrittenOptionsAllowed(true).setExpandAtFiles(false);
    List<String> words = JobFile.expanded(List.of(job.split(" ")), commands);
    CommandLine.ParseResult parsed = commands.parseArgs(words.toArray(String[]::new));
    return (JobOptions) parsed.subcommand().commandSpec().userObject();
  }
}
