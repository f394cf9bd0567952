package dev.parallax.workload.sweep;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.ItemDetail;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.model.Model;
import dev.parallax.model.PointModel;
import dev.parallax.model.function.NumericModel;
import dev.parallax.random.Changeover;
import dev.parallax.workload.ColumnMetadata;
import dev.parallax.workload.point.PointEvaluation;
import dev.parallax.workload.sweep.best.Best;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.design.PointBlock;
import dev.parallax.workload.sweep.design.Saltelli;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A parameter sweep: the responses of a model at every point of a design, once or several times.
 */
public final class Sweep implements Workload<double[]> {
  /** The input that tells the replications of a point apart. */
  private static final Response REPLICATION =
      new Response(
          "replication",
          ColumnType.LONG,
          "",
          "number of the replication of the point, from 0",
          List.of());

  private final PointModel model;
  private final Design design;
  private final List<Parameter> fixed;
  private final Replications replications;
  private final long seed;
  private final boolean nanFails;
  private final ColumnMetadata metadata;
  private final Optional<Best> best;

  private Sweep(
      PointModel model,
      Design design,
      List<Parameter> fixed,
      Replications replications,
      long seed,
      boolean nanFails,
      ColumnMetadata metadata,
      Optional<Best> best) {
    this.model = model;
    this.design = design;
    this.fixed = fixed;
    this.replications = replications;
    this.seed = seed;
    this.nanFails = nanFails;
    this.metadata = metadata;
    this.best = best;
  }

  /**
   * The sweep of a model over a design, with seed 1.
   *
   * @throws IllegalArgumentException if the design lacks a parameter of the model or has one that
   *     the model does not know
   */
  public static Sweep of(Model model, Design design) {
    return of(new NumericModel(model), design);
  }

  /**
   * The sweep of a model of points over a design, with seed 1.
   *
   * @throws IllegalArgumentException if the model cannot be evaluated at the design's points
   */
  public static Sweep of(PointModel model, Design design) {
    return of(model, design, List.of());
  }

  /**
   * The sweep of a model of points over a design, with seed 1.
   *
   * @param fixed more parameters, which keep their first value at every point
   * @throws IllegalArgumentException if the model cannot be evaluated at these points
   */
  public static Sweep of(PointModel model, Design design, List<Parameter> fixed) {
    return new Sweep(
        at(model, design, fixed),
        design,
        List.copyOf(fixed),
        new Replications(1),
        1,
        false,
        ColumnMetadata.NONE,
        Optional.empty());
  }

  private static PointModel at(PointModel model, Design design, List<Parameter> fixed) {
    List<Response> all =
        Stream.concat(design.columns().stream(), fixed.stream().map(Parameter::column)).toList();
    PointModel known =
        model.at(
            Design.distinct(all).stream().map(Response::name).toList(),
            all.stream().filter(Response::isText).map(Response::name).collect(Collectors.toSet()));
    if (design instanceof Saltelli && known.columns().stream().allMatch(Response::isText)) {
      throw new IllegalArgumentException(
          "response '"
              + known.columns().get(0).name()
              + "' is a text; a saltelli design is for sensitivity indices, which numbers have");
    }
    return known;
  }

  /** This sweep with another seed. */
  public Sweep withSeed(long other) {
    return new Sweep(model, design, fixed, replications, other, nanFails, metadata, best);
  }

  /**
   * This sweep, once it is known what its model answers, which some learn from the first points.
   *
   * @throws IllegalArgumentException if a response has the name of a parameter
   */
  public Sweep answering() {
    if (items() == 0) {
      return this;
    }
    PointModel known = model.answering(source().opening(slice(first()), seed, false));
    if (known == model) {
      return this;
    }
    return new Sweep(
        at(known, design, fixed), design, fixed, replications, seed, nanFails, metadata, best);
  }

  /** This sweep, or one in which a point fails at which a response is not a number. */
  public Sweep withNanFailing(boolean fails) {
    return new Sweep(model, design, fixed, replications, seed, fails, metadata, best);
  }

  /**
   * This sweep with each point evaluated so often, each time on a random stream of its own. Item
   * {@code i} is replication {@code i mod each} of point {@code i / each}.
   *
   * @throws IllegalArgumentException if that is less than once
   */
  public Sweep withReplications(int each) {
    Replications other = new Replications(each);
    other.items(design.size());
    checkBest(best, each);
    if (each > 1 && design.names().contains(REPLICATION.name())) {
      throw new IllegalArgumentException(
          "a parameter has the name of the replications' column, '" + REPLICATION.name() + "'");
    }
    return new Sweep(model, design, fixed, other, seed, nanFails, metadata, best);
  }

  /**
   * This sweep with units and descriptions of its parameters and responses.
   *
   * @throws IllegalArgumentException if one is of no parameter or response
   */
  public Sweep withMetadata(ColumnMetadata other) {
    other.check(Stream.concat(inputs().stream(), responses().stream()).toList());
    return new Sweep(model, design, fixed, replications, seed, nanFails, other, best);
  }

  /**
   * This sweep, which says where a response is best and what is around that point. The results of
   * its items are the same.
   *
   * @param wanted such as {@code min:chi2}, {@code max:logl} or {@code min:y:chi-square}
   * @throws IllegalArgumentException if it is of another form or names no response of numbers, or
   *     if points are evaluated several times
   */
  public Sweep withBest(String wanted) {
    Optional<Best> other = Optional.of(Best.parse(wanted, responses()));
    checkBest(other, replications.each());
    return new Sweep(model, design, fixed, replications, seed, nanFails, metadata, other);
  }

  private static void checkBest(Optional<Best> best, int replications) {
    if (best.isPresent() && replications > 1) {
      throw new IllegalArgumentException(
          "--best does not go with --replications: the least of values that scatter is only lucky");
    }
  }

  /** Which response is to be best; none if that was not asked for. */
  public Optional<Best> best() {
    return best;
  }

  /** What is evaluated. */
  public PointModel model() {
    return model;
  }

  /** The points. */
  public Design design() {
    return design;
  }

  /** How often each point is evaluated. */
  public int replications() {
    return replications.each();
  }

  @Override
  public String name() {
    return "sweep";
  }

  @Override
  public long items() {
    return replications.items(design.size());
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public List<Response> inputs() {
    return metadata.of(
        replications.each() == 1
            ? design.columns()
            : Stream.concat(design.columns().stream(), Stream.of(REPLICATION)).toList());
  }

  @Override
  public List<Column> inputs(Block block) {
    double[][] columns = new double[design.names().size()][block.size()];
    long[] numbers = new long[block.size()];
    double[] point = new double[columns.length];
    PointBlock points = replications.points(block);
    Design.Pass pass = design.decoder().open(points, design.data(points));
    for (int i = 0; i < block.size(); i++) {
      pass.decode(replications.point(block.item(i)), point);
      numbers[i] = replications.number(block.item(i));
      for (int p = 0; p < point.length; p++) {
        columns[p][i] = point[p];
      }
    }
    Stream<Column> values = Arrays.stream(columns).map(Column.Doubles::new);
    Stream<Column> number = Stream.of(new Column.Longs(numbers));
    return (replications.each() == 1 ? values : Stream.concat(values, number)).toList();
  }

  /** The fixed parameters' values. */
  @Override
  public Map<String, String> constants() {
    Map<String, String> constants = new LinkedHashMap<>();
    fixed.forEach(parameter -> constants.put(parameter.name(), parameter.text(0)));
    return constants;
  }

  @Override
  public List<Response> responses() {
    return metadata.of(model.columns());
  }

  @Override
  public ItemDetail detail() {
    return ItemDetail.STATUS_AND_SECONDS;
  }

  @Override
  public double openingSeconds() {
    return model.openingSeconds();
  }

  @Override
  public boolean foreseen(double seconds) {
    return Changeover.foreseen(seconds);
  }

  @Override
  public BlockFunction<double[]> function() {
    return new PointEvaluation<>(model, source(), seed, nanFails);
  }

  private Block first() {
    return new Block(0, 0, (int) Math.min(items(), PointModel.FIRST));
  }

  private DesignPoints source() {
    List<Response> columns =
        Stream.concat(design.columns().stream(), fixed.stream().map(Parameter::column)).toList();
    return new DesignPoints(
        columns.stream().map(Response::name).toList(),
        columns.stream().map(Response::levels).toList(),
        design.decoder(),
        fixed.stream().map(parameter -> parameter.values().at(0)).toList(),
        replications);
  }

  @Override
  public double[] data(Block block) {
    return design.data(replications.points(block));
  }
}
