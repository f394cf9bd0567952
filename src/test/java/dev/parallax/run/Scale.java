package dev.parallax.run;

import dev.parallax.report.figure.Axis;
import dev.parallax.report.figure.CurveFigure;
import dev.parallax.report.figure.CurveFigure.Curve;
import dev.parallax.report.figure.chart.FigureFiles;
import dev.parallax.run.ClusterSimulation.Driver;
import dev.parallax.run.ClusterSimulation.Machines;
import dev.parallax.run.ClusterSimulation.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Prints what docs/scale.md says of clusters that nobody has here, by {@link ClusterSimulation}:
 *
 * <pre>java -cp 'target/test-classes:target/parallax.jar:target/lib/*' \
 *     dev.parallax.run.Scale [FOLDER]</pre>
 *
 * <p>Into a folder it draws the page's picture.
 */
public final class Scale {
  private static final int CORES = 4;
  private static final double ITEM_SECONDS = 1e-3;
  private static final int VALUE_BYTES = 8;
  private static final double MEGABYTE = 1e6;

  private static final long MEMORY = 1L << 30;

  /** A driver of so much memory, as measured by {@code live.DriverCost}. */
  static final Driver MEASURED = new Driver(0.4e-3, 0.4e-3, 4e-9, 10e-3, MEMORY / 8);

  private static final double SLICE_BYTES = 1000;

  /** More results are kept on disk. */
  private static final double MEMORY_ENTRIES = 1 << 25;

  private static final List<Integer> EXECUTORS = List.of(10, 100, 1000, 10_000);
  private static final long[] ITEMS = {1_000_000, 100_000_000, 10_000_000_000L, 1_000_000_000_000L};

  private static final String ROW = "%9s  %5s  %6s  %6s  %10s  %6s  %10s  %10s  %s";
  private static final String TROUBLE = "%-32s  %6s  %5s  %6s";

  private Scale() {}

  /** Prints the tables, or draws the picture into a folder. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length > 0) {
      FigureFiles.write(Path.of(arguments[0]), figure());
    } else {
      System.out.print(table() + "\n" + trouble());
    }
  }

  private static EvenItems job(long items) {
    return new EvenItems(items, ITEM_SECONDS);
  }

  private static Result result(int executors, long items) {
    return ClusterSimulation.run(job(items), Machines.sound(executors, CORES), MEASURED, MEMORY, 1);
  }

  private static String line(String form, Object... values) {
    return String.format(Locale.ROOT, form, values).stripTrailing() + "\n";
  }

  static String table() {
    String head =
        line(
            ROW,
            "executors",
            "items",
            "slices",
            "s each",
            "outcomes/s",
            "takes",
            "efficiency",
            "driver, MB",
            "limit");
    return EXECUTORS.stream()
        .flatMap(executors -> Arrays.stream(ITEMS).mapToObj(items -> row(executors, items)))
        .collect(Collectors.joining("", head, ""));
  }

  private static String row(int executors, long items) {
    Result result = result(executors, items);
    return line(
        ROW,
        executors,
        power(items),
        result.slices(),
        digits(result.work() / result.slices()),
        digits(result.slices() / result.seconds()),
        time(result.seconds()),
        Math.round(100 * efficiency(result, executors)) + " %",
        Math.round(megabytes(result, items)),
        limit(result, items));
  }

  private static String power(long items) {
    return "10^" + Math.round(Math.log10(items));
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2g", value);
  }

  private static String time(double seconds) {
    return seconds < 600
        ? digits(seconds) + " s"
        : seconds < 2 * 86400
            ? String.format(Locale.ROOT, "%.1f h", seconds / 3600)
            : String.format(Locale.ROOT, "%.0f d", seconds / 86400);
  }

  private static double efficiency(Result result, int executors) {
    return result.work() / (executors * CORES * result.seconds());
  }

  /** Slices, outcomes that wait, and results that are kept in memory: besides Spark itself. */
  private static double megabytes(Result result, long items) {
    double kept = items <= MEMORY_ENTRIES ? items * VALUE_BYTES : 0;
    return (SLICE_BYTES * result.slices() + result.held() + kept) / MEGABYTE;
  }

  /** What the driver is busy with for more than a quarter of the time. */
  private static String limit(Result result, long items) {
    Map<String, Double> busy =
        Map.of(
            "handing out", result.slices() * MEASURED.slice() / result.seconds(),
            "bytes", items * VALUE_BYTES * MEASURED.perByte() / result.seconds());
    return busy.entrySet().stream()
        .filter(entry -> entry.getValue() > 1.0 / 4)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  static String trouble() {
    int executors = 1000;
    long items = 10_000_000_000L;
    double ever = Double.POSITIVE_INFINITY;
    String head = line(TROUBLE, "1000 executors, 10^10 items", "takes", "again", "copies");
    return head
        + trouble("nothing happens", new Machines(executors, CORES, 0, 1, ever, 0, false), items)
        + trouble(
            "an executor lasts an hour",
            new Machines(executors, CORES, 0, 1, 3600, 60, false),
            items)
        + trouble(
            "1 % are ten times slower",
            new Machines(executors, CORES, 0.01, 10, ever, 0, false), items)
        + trouble(
            "the same, spark.speculation true",
            new Machines(executors, CORES, 0.01, 10, ever, 0, true),
            items);
  }

  private static String trouble(String what, Machines machines, long items) {
    Result result = ClusterSimulation.run(job(items), machines, MEASURED, MEMORY, 1);
    return line(
        TROUBLE, what, Math.round(result.seconds()) + " s", result.again(), result.copied());
  }

  /** How much of the cores' time is work, over the number of executors. */
  static CurveFigure figure() {
    double[] executors =
        IntStream.rangeClosed(0, 12)
            .mapToDouble(k -> Math.round(10 * Math.pow(10, k / 4.0)))
            .toArray();
    List<Curve> curves = LongStream.of(ITEMS).mapToObj(items -> curve(executors, items)).toList();
    return new CurveFigure(
        "scale",
        new Axis("executors of 4 cores", true, List.of()),
        Axis.linear("efficiency"),
        "items",
        curves,
        true,
        "items of 1 ms, simulated");
  }

  private static Curve curve(double[] executors, long items) {
    double[] shares =
        Arrays.stream(executors)
            .map(count -> efficiency(result((int) count, items), (int) count))
            .toArray();
    return new Curve(power(items), executors, shares, new double[0]);
  }
}
