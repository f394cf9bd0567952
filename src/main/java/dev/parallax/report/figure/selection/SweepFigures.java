package dev.parallax.report.figure.selection;

import dev.parallax.engine.block.Response;
import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.Landscape;
import dev.parallax.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The pictures of a sweep, for each response: over one parameter a curve, over two a map, over more
 * the parameters one by one.
 */
public final class SweepFigures {
  private static final int MOST_RESPONSES = 12;

  private final GatheredItems gathered;
  private final List<ItemColumn> varied = new ArrayList<>();
  private final List<ItemColumn> fixed = new ArrayList<>();
  private final List<String> along = new ArrayList<>();
  private final FileNames names;

  private final Optional<Landscape> landscape;

  private SweepFigures(
      Run run,
      Set<String> parameters,
      Map<String, Boolean> logarithmic,
      Optional<Landscape> landscape) {
    this.landscape = landscape;
    this.gathered = GatheredItems.of(run);
    List<Response> inputs = run.workload().inputs();
    for (int place = 0; place < inputs.size(); place++) {
      if (parameters.contains(inputs.get(place).name())) {
        Optional<Boolean> log = Optional.ofNullable(logarithmic.get(inputs.get(place).name()));
        sort(gathered.input(place).declared(log));
      }
    }
    this.names = new FileNames(shown(run).size() > 1);
  }

  /** One that goes along with another, as paired values do, needs no axis of its own. */
  private void sort(ItemColumn parameter) {
    Optional<ItemColumn> leader = varied.stream().filter(v -> v.leads(parameter)).findFirst();
    if (leader.isPresent()) {
      along.add(parameter.spanned() + " along with " + leader.get().column().name());
    } else {
      (parameter.distinct().length > 1 ? varied : fixed).add(parameter);
    }
  }

  /**
   * The pictures of a run.
   *
   * @param parameters which of its inputs are parameters
   */
  public static List<Figure> of(Run run, Set<String> parameters) {
    return of(run, parameters, Map.of(), Optional.empty());
  }

  /**
   * The pictures of a run.
   *
   * @param parameters which of its inputs are parameters
   * @param logarithmic which of them are declared logarithmic (true) or linear (false)
   * @param landscape a response over two of them with its best point, if that was looked for
   */
  public static List<Figure> of(
      Run run,
      Set<String> parameters,
      Map<String, Boolean> logarithmic,
      Optional<Landscape> landscape) {
    if (run.workload().items() == 0) {
      return List.of();
    }
    SweepFigures pictures = new SweepFigures(run, parameters, logarithmic, landscape);
    List<Figure> figures = new ArrayList<>();
    for (int place : shown(run)) {
      pictures.add(pictures.gathered.response(place), figures);
    }
    figures.addAll(Vectors.of(run));
    return figures;
  }

  /** The places of the responses that are numbers, or the first of them. */
  private static List<Integer> shown(Run run) {
    List<Response> responses = run.workload().responses();
    return IntStream.range(0, responses.size())
        .filter(place -> responses.get(place).isSingle())
        .limit(MOST_RESPONSES)
        .boxed()
        .toList();
  }

  private void add(ItemColumn response, List<Figure> figures) {
    String note = Notes.of(gathered.unseen(response), held(), gathered.thinned());
    if (varied.isEmpty() && response.values().length == 1) {
      varied.addAll(fixed.subList(0, Math.min(1, fixed.size()))); // a point is at a place
    }
    switch (varied.size()) {
      case 0 -> figures.add(Histograms.of(names.of("histogram", response), response, note));
      case 1 -> figures.add(Curves.of(names.of("curve", response), varied.get(0), response, note));
      case 2 -> new Planes(names, varied, response, note, landscape(response)).addTo(figures);
      default -> new Effects(names, varied, response, note).addTo(figures);
    }
  }

  /** That of a response whose two axes are those of the map. */
  private Optional<Landscape> landscape(ItemColumn response) {
    List<String> axes = varied.stream().map(v -> v.column().name()).toList();
    return landscape
        .filter(found -> found.response().equals(response.column().name()))
        .filter(found -> axes.equals(List.of(found.across().name(), found.up().name())));
  }

  /** The parameters without an axis, in words. */
  private String held() {
    Stream<String> values =
        fixed.stream()
            .filter(parameter -> parameter.distinct().length == 1)
            .map(p -> p.column().name() + " = " + p.text(p.distinct()[0]));
    return Stream.concat(along.stream(), values).collect(Collectors.joining(", "));
  }
}
