package dev.parallax.workload.map;

import dev.parallax.engine.ItemDetail;
import dev.parallax.model.ElementFunction;
import dev.parallax.model.ElementFunction.BatchPredicate;
import dev.parallax.model.builtin.BuiltIn;
import dev.parallax.workload.Affects;
import dev.parallax.workload.DialectOptions;
import dev.parallax.workload.Effect;
import dev.parallax.workload.ItemOptions;
import dev.parallax.workload.Job;
import dev.parallax.workload.JobOptions;
import dev.parallax.workload.ModelOptions;
import dev.parallax.workload.Required;
import dev.parallax.workload.RunSettings;
import dev.parallax.workload.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parallax map}: a function over an array of integers, real numbers or texts. */
@Topic(Topic.Heading.WHAT)
@Command(
    name = "map",
    sortOptions = false,
    header = "Scatter an array, apply a function to each element, gather.",
    customSynopsis = {
      "parallax map --array ARRAY --function NAME [options]",
      "       parallax map --array ARRAY --expression TEXT... [options]",
      "       parallax map --array ARRAY --command LINE [options]"
    },
    description = {
      "",
      "@|bold Arrays:|@",
      "  random:low:high:size   size random integers from low to below high",
      "  range:from:to[:step]   integers from, from + step, ... below to",
      "  linspace:a:b:n         n real numbers from a to b; also logspace, geomspace",
      "  1,2.5,4 or red,green   a list of numbers or of texts",
      "  file:PATH              the integers in a text file, one per line",
      "  lines:PATH             the lines of a text file, as texts",
      "  files:PATTERN          the paths that match, sorted: files:data/**/*.fits",
      "  column:TABLE:NAME      a column of a table: integers, numbers or texts",
      "  FILE.npy               an array that NumPy's save wrote",
      "@|bold Functions:|@",
      "  is-prime               whether an integer is prime, for every 64-bit integer",
      "  is-prime-by-division   the same by trial division: slow on purpose",
      "  a.b.YourFunction       a class of yours, from --jar",
      "A function can also be a formula of element (--expression) or a program (--command).",
      ""
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  parallax map --array range:0:10000000 --function is-prime -o primes",
      "  parallax map --array 'files:data/*.csv' --command 'python3 fit.py'"
    })
final class MapOptions implements JobOptions {
  @Affects(Effect.NUMBERS)
  @Option(
      names = "--array",
      paramLabel = "ARRAY",
      converter = ArrayValue.Reader.class,
      description = "The array to scatter: one of the forms above (required).")
  private ArrayValue array;

  @Affects(value = Effect.NUMBERS, code = true)
  @Option(
      names = "--function",
      paramLabel = "NAME",
      description = "The function to apply to each element.")
  private String function;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--map-slice",
      description = "Call the function once per slice, with all integers of the slice in an array.")
  private boolean mapSlice;

  @Mixin private DialectOptions dialects;

  @Mixin private ModelOptions models;

  @Mixin private ItemOptions items;

  @Override
  public Job job(RunSettings settings) {
    Required.check("array", array, "--array ARRAY", ArrayText.FORMS);
    Optional<ModelOptions.Given> given =
        models.unnamed("function", function, BuiltIn.FUNCTIONS.names(), settings);
    MapArray elements = elements(given, settings);
    ArrayMap map =
        given
            .map(other -> ArrayMap.of(other.model(), elements))
            .orElseGet(() -> named(elements, settings))
            .withSeed(settings.seed())
            .answering()
            .withNanFailing(items.nanFails)
            .withMetadata(items.metadata());
    if (mapSlice && given.isPresent()) {
      throw new IllegalArgumentException("--map-slice goes with --function");
    }
    String title =
        title(given.map(ModelOptions.Given::title).orElse(function), elements, settings.seed());
    Job job = new Job(map, notices(elements), title, (run, runner) -> MapFindings.of(run));
    return elements
        .table()
        .map(job::reading)
        .orElse(job)
        .scattered(items.scatter(settings.slices()));
  }

  private MapArray elements(Optional<ModelOptions.Given> given, RunSettings settings) {
    if (!array.text().startsWith("column:")) {
      dialects.checkUnused("--array column:TABLE:NAME");
    }
    MapArray elements = ArrayText.read(array.text(), dialects.dialect());
    return array.text().startsWith("files:") && elements instanceof ValueArray paths
        ? given.map(other -> reached(paths, other, settings)).orElse(paths)
        : elements;
  }

  /** The paths as a program has to be told them in its working folder. */
  private MapArray reached(ValueArray paths, ModelOptions.Given given, RunSettings settings) {
    try {
      return paths.told(given.model().paths(settings.onCluster()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("array '" + array + "': " + e.getMessage(), e);
    }
  }

  private String title(String what, MapArray elements, long seed) {
    String counted = elements.counted();
    return String.format(Locale.ROOT, "map of %s over %s: %s, seed %d", what, array, counted, seed);
  }

  private static List<String> notices(MapArray elements) {
    List<String> source = elements.source().isEmpty() ? List.of() : List.of(elements.source());
    return elements.table().map(DialectOptions::notices).orElse(source);
  }

  /**
   * The map of the function with a name: of elements, or of slices if that is wanted, or if there
   * is nothing else that it takes.
   */
  private ArrayMap named(MapArray elements, RunSettings settings) {
    ElementFunction found = BuiltIn.FUNCTIONS.find(function);
    boolean together = found instanceof BatchPredicate;
    if (mapSlice && !(found instanceof ElementFunction.OfSlice) && !together) {
      throw new IllegalArgumentException(
          "function '" + function + "' takes one integer at a time; --map-slice wants an OfSlice");
    }
    if (mapSlice && !(elements instanceof IntegerArray)) {
      throw new IllegalArgumentException("--map-slice is for arrays of integers");
    }
    ArrayMap map =
        mapSlice && !together
            ? ArrayMap.ofSlices((ElementFunction.OfSlice) found, (IntegerArray) elements)
            : ArrayMap.of(found, elements);
    if (map.detail() == ItemDetail.STATUS && !together && !settings.limits().timeout().isZero()) {
      throw new IllegalArgumentException(
          "--item-timeout does not reach into a function of slices, such as '" + function + "'");
    }
    return map;
  }
}
