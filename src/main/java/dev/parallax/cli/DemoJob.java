package dev.parallax.cli;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.BootstrapAnalysis;
import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.bootstrap.interval.Interval;
import dev.parallax.bootstrap.interval.IntervalMethod;
import dev.parallax.bootstrap.interval.Intervals;
import dev.parallax.engine.Engine;
import dev.parallax.engine.Workload;
import dev.parallax.model.builtin.NormalSum;
import dev.parallax.prime.IsPrime;
import dev.parallax.prime.IsPrimeByDivision;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.statistic.Pearson;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import dev.parallax.workload.Execution;
import dev.parallax.workload.map.ArrayMap;
import dev.parallax.workload.map.IntegerArray;
import dev.parallax.workload.sweep.Sweep;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.parameter.Parameter;
import dev.parallax.workload.value.Values;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * One of the demo's jobs.
 *
 * @param name what it is called in the demo's table
 * @param workload what is computed
 * @param result says in a few words what came out
 */
record DemoJob(String name, Workload<?> workload, Function<Run, String> result) {
  private static final int POINTS = 3000;
  private static final int DRAWS = 100_000;

  static List<DemoJob> all(long seed) {
    IntegerArray integers = IntegerArray.random(0, 100_000, 10_000);
    return List.of(
        new DemoJob("grid", grid(seed), DemoJob::gridResult),
        new DemoJob(
            "primes by division",
            ArrayMap.of(new IsPrimeByDivision(), integers).withSeed(seed),
            DemoJob::primesResult),
        new DemoJob(
            "primes", ArrayMap.of(new IsPrime(), integers).withSeed(seed), DemoJob::primesResult),
        bootstrap(seed));
  }

  private static Sweep grid(long seed) {
    Design design =
        Design.paired(
            new Parameter("mu", Values.linspace(-1, 1, POINTS)),
            new Parameter("sigma", Values.linspace(0.1, 1, POINTS)));
    return Sweep.of(new NormalSum(DRAWS), design).withSeed(seed);
  }

  /** Standardised, the sums are standard normal, and their squares' sum is chi-square. */
  private static String gridResult(Run run) {
    double[] sums = run.doubles("sum");
    Values mu = Values.linspace(-1, 1, POINTS);
    Values sigma = Values.linspace(0.1, 1, POINTS);
    double squares = 0;
    for (int i = 0; i < POINTS; i++) {
      double z = (sums[i] - DRAWS * mu.at(i)) / (sigma.at(i) * Math.sqrt(DRAWS));
      squares += z * z;
    }
    return String.format(Locale.ROOT, "chi-square %.0f of %d sums", squares, POINTS);
  }

  private static String primesResult(Run run) {
    return run.responses().get("prime").sum() + " primes";
  }

  private static DemoJob bootstrap(long seed) {
    Bootstrap bootstrap =
        Bootstrap.of(new Pearson(), hubble(), "distance", "velocity")
            .withResamples(200_000)
            .withSeed(seed);
    return new DemoJob(
        "bootstrap",
        bootstrap,
        run -> {
          BootstrapResult result =
              BootstrapAnalysis.result(
                  bootstrap,
                  run.doubles("replicate"),
                  Intervals.at(0.95).by(IntervalMethod.PERCENTILE));
          Interval interval = result.intervals().get(0);
          return String.format(
              Locale.ROOT,
              "r = %.3f, 95 %% from %.3f to %.3f",
              result.estimate(),
              interval.low(),
              interval.high());
        });
  }

  /** The data set that comes with the program. */
  private static Table hubble() {
    try (InputStream in = DemoJob.class.getResourceAsStream("/jobs/data/hubble.ecsv")) {
      Path copy = Files.createTempFile("hubble", ".ecsv");
      try {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        return TableFile.read(copy);
      } finally {
        Files.delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the demo's data", e);
    }
  }

  /** Runs the job as a user would: on one engine, and once. */
  Row run(Engine engine) {
    Run run = Runner.on(engine).run(workload);
    return new Row(name, run, List.of(), result.apply(run));
  }

  /** Runs the job on all engines, warm and timed; the passes before are the pilot. */
  Row run(List<Engine> engines) {
    engines.forEach(engine -> Execution.steady(Runner.on(engine), workload));
    List<Run> runs = engines.stream().map(engine -> Runner.on(engine).run(workload)).toList();
    Run first = runs.get(0);
    for (Run run : runs) {
      if (!run.digest().equals(first.digest())) {
        throw new IllegalStateException(
            name + ": the results of " + first.master() + " and " + run.master() + " differ");
      }
    }
    return new Row(name, first, runs.subList(1, runs.size()), result.apply(first));
  }

  /**
   * A row of the demo's table.
   *
   * @param job the job's name
   * @param run how it went on the first engine, which is the serial one where there are several
   * @param others how it went on the others
   * @param result what came out, in a few words
   */
  record Row(String job, Run run, List<Run> others, String result) {
    private static final String START = "  %-18s %6s %9s";
    private static final String OTHER = " %9s %8s";

    /** The heading, with what each engine is called. */
    static String header(String first, List<String> others) {
      StringBuilder line = new StringBuilder(format(START, "job", "items", first));
      others.forEach(other -> line.append(format(OTHER, other, "speed-up")));
      return line + (others.isEmpty() ? "   result" : "");
    }

    String line() {
      StringBuilder line =
          new StringBuilder(format(START, job, run.workload().items(), seconds(run)));
      others.forEach(
          other -> line.append(format(OTHER, seconds(other), format("%.2f", speedup(other)))));
      return line + (others.isEmpty() ? "   " + result : ""); // else it is too wide
    }

    private static String seconds(Run run) {
      return format("%.4f s", run.timing().wall());
    }

    private double speedup(Run other) {
      return run.timing().wall() / other.timing().wall();
    }

    private static String format(String format, Object... values) {
      return String.format(Locale.ROOT, format, values);
    }

    /** What is to be said below the table. */
    static List<String> notes(List<Row> rows) {
      List<String> notes = new ArrayList<>();
      rows.forEach(row -> notes.add(format("  %-18s %s", row.job, row.result)));
      notes.add("");
      notes.add("  The results of all agree bit for bit. All passes were timed warm.");
      List<String> lost =
          rows.stream()
              .filter(row -> row.others.stream().allMatch(other -> row.speedup(other) < 1))
              .map(Row::job)
              .toList();
      if (!lost.isEmpty()) {
        notes.add("  Serial would have been the better choice for: " + String.join(", ", lost));
        notes.add("  (less work than it takes to hand out slices).");
      }
      return notes;
    }

    Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("job", job);
      fields.put("items", run.workload().items());
      fields.put("master", run.master());
      fields.put("wall_s", run.timing().wall());
      if (!others.isEmpty()) {
        fields.put("others", others.stream().map(this::fields).toList());
      }
      fields.put("digest", run.digest());
      fields.put("result", result);
      return fields;
    }

    private Map<String, Object> fields(Run other) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("master", other.master());
      fields.put("wall_s", other.timing().wall());
      fields.put("speedup", speedup(other));
      fields.put("efficiency", speedup(other) / other.timing().parallelism());
      return fields;
    }
  }
}
