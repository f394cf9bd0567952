package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands print and return when all is well. */
class CommandLineTest {
  private static final String HUBBLE =
      "bootstrap jobs/data/hubble.ecsv --x distance --y velocity --statistic pearson";
  private static final String CLASSES = "dev.parallax.cli.UserClasses$";

  private static CommandRun done(String line) {
    CommandRun run = CommandRun.of(line);
    assertEquals("", run.err(), line);
    assertEquals(ExitStatus.DONE, run.status(), line);
    return run;
  }

  /** The keys of a JSON text in order, each with those above it; a list's once. */
  private static List<String> keys(String json) throws IOException {
    List<String> keys = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME) {
          String path = parser.getParsingContext().pathAsPointer().toString();
          String key = path.replaceAll("/\\d+(?=/)", "").substring(1);
          if (!keys.contains(key)) {
            keys.add(key);
          }
        }
      }
    }
    return keys;
  }

  private static final String COMMON =
      "workload items failed seed digest"
          + " engine engine/master engine/parallelism engine/slices engine/retried_slices"
          + " engine/lost_executors"
          + " slices slices/index slices/items slices/seconds slices/where slices/began"
          + "ENDS timing timing/wall_s timing/items_s";

  /** The keys of every summary; with the inputs of a slice's first and last item. */
  private static String common(String... inputs) {
    StringBuilder ends = new StringBuilder();
    for (String end : List.of(" slices/first", " slices/last")) {
      ends.append(end).append(end).append("/item");
      List.of(inputs).forEach(input -> ends.append(end).append('/').append(input));
    }
    return COMMON.replace("ENDS", inputs.length == 0 ? "" : ends);
  }

  private static final String ITEMS =
      " nan item_seconds item_seconds/mean item_seconds/max item_seconds/slowest";

  private static String summary(String name) {
    return " N N/count N/sum N/mean N/sd N/min N/max".replace("N", name);
  }

  /** Those of a response, with where it is least and greatest. */
  private static String response(String name, String... inputs) {
    StringBuilder keys = new StringBuilder(summary(name));
    for (String end : List.of("/min_at", "/max_at")) {
      keys.append(' ').append(name).append(end);
      Stream.concat(Stream.of("item"), Stream.of(inputs))
          .forEach(key -> keys.append(' ').append(name).append(end).append('/').append(key));
    }
    return keys.toString();
  }

  @Test
  void theJsonSummaryHasTheStableKeys() throws IOException {
    String sweep = "sweep -p frequency=1,2 -p damping=0.1 --model driven-oscillator --serial";
    assertEquals(
        common("frequency", "damping")
            + ITEMS
            + " responses"
            + response("responses/amplitude", "frequency", "damping")
            + response("responses/phase", "frequency", "damping"),
        String.join(" ", keys(done(sweep + " --json").out())));
    String map = "map --array range:0:9 --function " + CLASSES + "Square --serial --json";
    assertEquals(
        common("element")
            + " element_type"
            + ITEMS
            + " responses"
            + response("responses/square", "element"),
        String.join(" ", keys(done(map).out())));
    String primes = "map --array range:0:9 --function is-prime --serial --json";
    assertEquals(
        common("element")
            + " element_type nan responses"
            + response("responses/prime", "element")
            + " elements_where_true"
            + summary("elements_where_true/prime"),
        String.join(" ", keys(done(primes).out())));
    assertEquals(
        common()
            + " table table/file table/format table/rows table/notes"
            + " estimate bias bias_error standard_error standard_error_error undefined intervals"
            + " intervals/method intervals/level intervals/low intervals/high"
            + " intervals/low_error intervals/high_error jackknife jackknife/bias"
            + " jackknife/standard_error jackknife/acceleration jackknife/undefined"
            + " jackknife/influential jackknife/influential/row jackknife/influential/influence"
            + " jackknife/influential/without cautions resamples rows rows_skipped",
        String.join(" ", keys(done(HUBBLE + " --level 0.9,0.95 --serial --json").out())));
  }

  @Test
  void theJsonSummaryIsOneLine() {
    String out = done(HUBBLE + " --serial --json --resamples 100").out();
    assertEquals(1, out.lines().count());
    assertTrue(out.startsWith("{\"workload\":\"bootstrap\",\"items\":100,"), out);
  }

  @Test
  void quietSaysNothing() {
    assertEquals("", done(HUBBLE + " --serial --quiet --resamples 100").out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sweep -p frequency=linspace:0:1:1000000000 -p damping=linspace:0:1:1000000"
            + " --model driven-oscillator | 1000000000000000",
        "sweep -p frequency=linspace:0:1:3037000499 -p damping=linspace:0:1:3037000499"
            + " --model driven-oscillator | 9223372030926249001",
        "map --array range:0:9223372036854775807 --function is-prime | 9223372036854775807",
        "map --array range:-9223372036854775808:-1 --function is-prime | 9223372036854775807",
        "map --array random:0:9:9223372036854775807 --function is-prime | 9223372036854775807",
        "map --array range:5:5 --function is-prime | 0",
        "map --array range:5:6 --function is-prime | 1",
      })
  void aDryRunCountsTheItemsAndShowsTheEnds(String line, String items) {
    CommandRun run = done(line + " --dry-run");
    assertTrue(run.out().contains("  items "), run.out());
    assertTrue(run.out().lines().anyMatch(l -> l.matches("  items +" + items + "\\b.*")));
    assertTrue(run.out().endsWith("dry run: nothing was computed\n"), run.out());
    assertTrue(done(line + " --dry-run --json").out().contains("\"items\":" + items + ","), items);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--serial", "--master threads[2]", "--master local[2]"})
  void noItemsAreNoTrouble(String engine) {
    CommandRun run = done("map --array range:5:5 --function is-prime " + engine);
    assertTrue(run.out().contains("prime   0 of 0"), run.out());
    assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", run.digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grid --set draws=100 | sweep of normal-sum over mu, sigma: 3000 points, seed 1",
        "hubble --resamples 100 | of pearson(distance, velocity): 100 resamples of 24 rows",
        "hubble --statistic slope --resamples 9 | of slope(distance, velocity): 9 resamples",
        "air-conditioning --resampling rows --resamples 50 | of mean(hours): 50 resamples of 12 rows",
        "gravity --resamples 50 | of difference:mean(g, series): 50 resamples of 26 rows",
        "expansion --resamples 50 | of H, scatter, age: 50 resamples of 24 rows",
        "oscillator --seed 3 | driven-oscillator over frequency, damping: 1000 points, seed 3",
        "primes --array random:0:100:50 | map of is-prime over random:0:100:50: 50 items",
        "primes-by-division --array range:0:50 | map of is-prime-by-division over range:0:50",
      })
  void theJobFilesRunAndOptionsBehindThemPrevail(String job, String title) {
    String out = done("@jobs/" + job.replaceFirst(" ", ".job ") + " --serial").out();
    assertTrue(out.contains(title), out);
  }

  @Test
  void usersClassesAreFoundByName() {
    CommandRun map = done("map --array range:0:5 --function " + CLASSES + "Square --serial");
    assertTrue(map.out().contains("sum 30"), map.out());
    CommandRun bootstrap =
        done(
            "bootstrap jobs/data/hubble.ecsv --column distance --serial --resamples 20"
                + " --statistic "
                + CLASSES
                + "MidRange");
    assertTrue(bootstrap.out().contains("estimate          1.0160\n"), bootstrap.out());
  }

  @Test
  void usersClassesRunOnSparkAndTheirFailuresAreCounted() {
    String line = "sweep -p a=1,2 -p x=1,2,3 --model " + CLASSES + "Parabola --json";
    CommandRun serial = CommandRun.of(line + " --serial");
    CommandRun spark = CommandRun.of(line + " --master local[2] --slices 4");
    assertAll(
        () -> assertEquals(ExitStatus.FAILED_ITEMS, serial.status()),
        () -> assertEquals(ExitStatus.FAILED_ITEMS, spark.status()),
        () -> assertEquals(serial.digest(), spark.digest()),
        () -> assertTrue(spark.out().contains("\"failed\":2,"), spark.out()));
  }

  @Test
  void theSerialEngineIsComparedOnDemand() {
    String out = done(HUBBLE + " --master local[2] --resamples 2000 --compare-serial").out();
    assertTrue(out.contains("speed-up"), out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "ar-EG", "hi-IN-u-nu-deva", "tr-TR", "fa-IR"})
  void theLocaleChangesNothing(String tag) {
    Locale before = Locale.getDefault();
    List<String> lines =
        List.of(
            HUBBLE + " --serial --resamples 500 --slices 2",
            "sweep -p mu=linspace:0:1:20 -p sigma=1 --model normal-sum --serial --slices 3",
            "map --array random:0:10000:2000 --function is-prime --slices 12 --serial",
            "map --array range:0:12 --function is-prime --dry-run",
            "sweep -p mu=1,2 -p sigma=1,2,3 --design paired --model normal-sum",
            "bootstrap jobs/data/hubble.ecsv --column nebula --statistic mean",
            "--help");
    try {
      Locale.setDefault(Locale.ROOT);
      List<String> expected = lines.stream().map(CommandLineTest::withoutTimes).toList();
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertEquals(expected, lines.stream().map(CommandLineTest::withoutTimes).toList());
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String withoutTimes(String line) {
    CommandRun run = CommandRun.of(line);
    return (run.out() + run.err())
        .replaceAll("\\d[\\d.e+]*(?= m?s\\b|/s| million/s| %|  driver| to \\d\\S+ s each)", "T")
        .replaceAll("T m?s\\b", "T")
        .replaceAll("T( million)?/s", "T")
        .replaceAll(" +T", " T");
  }

  @Test
  void helpAndVersionAreNoErrors() {
    for (String command : List.of("", "demo ", "sweep ", "map ", "bootstrap ")) {
      String help = done((command + "--help").strip()).out();
      assertTrue(help.contains("Usage: parallax"), help);
      assertFalse(help.lines().anyMatch(l -> l.length() > 94), help);
    }
    assertEquals("parallax 0.3.0\n", done("--version").out());
  }
}
