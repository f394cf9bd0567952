package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.engine.Workload;
import dev.parallax.identity.Effects;
import dev.parallax.workload.Effect;
import dev.parallax.workload.Job;
import dev.parallax.workload.JobKind;
import dev.parallax.workload.JobOptions;
import dev.parallax.workload.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Every option says what it affects, and a run that goes on with another value shows it. */
class OptionEffectsTest {
  private static final String BOOTSTRAP =
      "bootstrap jobs/data/hubble.ecsv --column velocity --statistic mean --serial ";
  private static final String SWEEP = "sweep -p x=uniform:0:1 --expression x --serial ";

  @TempDir private Path folder;

  @Test
  void everyOptionSaysIt() {
    Set<Effect> all = EnumSet.noneOf(Effect.class);
    for (CommandLine command : JobTexts.commands().getSubcommands().values()) {
      if (command.getCommand().getClass().getName().startsWith("picocli.")) {
        continue; // they compute nothing
      }
      Effects.check(command.getCommandSpec());
      command.getCommandSpec().args().forEach(argument -> all.add(Effects.of(argument)));
    }
    assertEquals(EnumSet.allOf(Effect.class), all);
  }

  /** A kind of job that somebody wrote, and of one option did not say it. */
  private static final class Careless implements JobKind, JobOptions {
    @Option(names = "--points")
    private long points;

    @Override
    public String name() {
      return "careless";
    }

    @Override
    public JobOptions options() {
      return this;
    }

    @Override
    public Optional<Job.Conclusion> conclusion(Workload<?> workload) {
      return Optional.empty();
    }

    @Override
    public Job job(RunSettings settings) {
      throw new AssertionError("it runs, of " + points + " points");
    }
  }

  @Test
  void noCommandRunsOfWhichOneDoesNot() {
    List<String> messages = new ArrayList<>();
    JobCommand.of(new Careless())
        .setExecutionExceptionHandler(
            (e, command, result) -> {
              messages.add(e.getMessage());
              return ExitStatus.BROKEN;
            })
        .execute("--serial");
    assertEquals(1, messages.size());
    assertTrue(messages.get(0).contains("points does not say what it @Affects"), messages.get(0));
  }

  private CommandRun run(String line) {
    return CommandRun.of(line + " -o " + folder.resolve("run"));
  }

  private CommandRun goneOn(String begun, String then) {
    CommandRun first = run(begun);
    assertEquals(ExitStatus.DONE, first.status(), first.err());
    return run(then);
  }

  private static Effect effect(String option) {
    return JobTexts.commands().getSubcommands().values().stream()
        .flatMap(command -> command.getCommandSpec().options().stream())
        .filter(o -> o.longestName().equals(option))
        .map(Effects::of)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBERS, --seed, 2, 3",
    "NUMBERS, --interval, normal, percentile",
    "LENGTH, --resamples, 90, 60",
    "FAILING_ITEMS, --item-timeout, 50s, 60s"
  })
  void anotherValueMakesAnotherJob(Effect effect, String option, String before, String after) {
    assertEquals(effect, effect(option));
    String line = BOOTSTRAP + (option.equals("--resamples") ? "" : "--resamples 60 ") + option;
    CommandRun other = goneOn(line + " " + before, line + " " + after + " --resume");
    assertEquals(ExitStatus.WRONG_INPUT, other.status(), other.out());
    String difference =
        "' has another run: %1$s %2$s there, %1$s %3$s here; name a new folder"
            .formatted(option, before, after);
    assertTrue(other.err().contains(difference), other.err());
    assertEquals(effect == Effect.FAILING_ITEMS, other.err().contains("or give --retry-failed"));
    CommandRun retried = run(line + " " + after + " --retry-failed");
    assertEquals(
        effect == Effect.FAILING_ITEMS ? ExitStatus.DONE : ExitStatus.WRONG_INPUT,
        retried.status(),
        retried.err());
  }

  @ParameterizedTest
  @CsvSource({
    "LENGTH, --resamples, 60, 90",
    "STOPPING, --max-failures, 3, 4",
    "FINDINGS, --level, 0.9, 0.8",
    "FINDINGS, --side, lower, upper",
    "EXECUTION, --slices, 2, 3",
    "EXECUTION, --format, csv, fits"
  })
  void aRunGoesOnWithAnotherValue(Effect effect, String option, String before, String after) {
    assertEquals(effect, effect(option));
    String line = BOOTSTRAP + (option.equals("--resamples") ? "" : "--resamples 60 ") + option;
    CommandRun other = goneOn(line + " " + before, line + " " + after + " --resume");
    assertEquals(ExitStatus.DONE, other.status(), other.err());
    assertTrue(other.out().contains("going on: 60 of"), other.out());
  }

  /** The job says whether it may be made longer: not all of one kind can. */
  @ParameterizedTest
  @CsvSource({
    "uniform, true",
    "sobol, true",
    "halton, true",
    "saltelli, true",
    "latin-hypercube, false"
  })
  void aSweepIsMadeLongerIfItsPointsStay(String design, boolean longer) {
    String line = SWEEP + "--design " + design + " --samples ";
    String whole = CommandRun.of(line + "9 --json").digest();
    CommandRun rest = goneOn(line + "4", line + "9 --json --resume");
    assertEquals(longer ? ExitStatus.DONE : ExitStatus.WRONG_INPUT, rest.status(), rest.err());
    if (longer) {
      assertEquals(whole, rest.digest());
    } else {
      assertTrue(rest.err().contains("--samples 4 there, --samples 9 here"), rest.err());
    }
  }

  @ParameterizedTest
  @CsvSource({"rows, true", "poisson, true", "parametric:normal, true", "balanced, false"})
  void aBootstrapIsMadeLongerIfItsResamplesStay(String kind, boolean longer) {
    String line = BOOTSTRAP + "--resampling " + kind + " --resamples ";
    String whole = CommandRun.of(line + "90 --json").digest();
    CommandRun rest = goneOn(line + "60", line + "90 --json --resume");
    assertEquals(longer ? ExitStatus.DONE : ExitStatus.WRONG_INPUT, rest.status(), rest.err());
    if (longer) {
      assertEquals(whole, rest.digest());
    }
  }

  /** A flag that is taken back is not given: the job file would otherwise give other numbers. */
  @ParameterizedTest
  @ValueSource(strings = {"--scramble=false", "--scramble --scramble=false"})
  void aFlagThatIsTakenBackIsNotKept(String flag) throws Exception {
    String line = SWEEP + "--design sobol --samples 4 --json ";
    CommandRun run = run(line + flag);
    assertEquals(CommandRun.of(line).digest(), run.digest());
    assertTrue(!Files.readString(folder.resolve("run/run.job")).contains("--scramble"));
    CommandRun again = CommandRun.of("@" + folder.resolve("run/run.job") + " --serial --json");
    assertEquals(run.digest(), again.digest());
  }
}
