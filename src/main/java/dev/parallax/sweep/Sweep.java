package dev.parallax.sweep;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.Column;
import dev.parallax.engine.ColumnType;
import dev.parallax.engine.ItemDetail;
import dev.parallax.engine.Response;
import dev.parallax.engine.Workload;
import dev.parallax.model.Model;
import dev.parallax.model.NumericModel;
import dev.parallax.model.PointModel;
import dev.parallax.point.PointEvaluation;
import dev.parallax.random.Changeover;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A parameter sweep: the responses of a model at every point of a design. */
public final class Sweep implements Workload<double[]> {
  private final PointModel model;
  private final Design design;
  private final long seed;
  private final boolean nanFails;

  private Sweep(PointModel model, Design design, long seed, boolean nanFails) {
    this.model = model;
    this.design = design;
    this.seed = seed;
    this.nanFails = nanFails;
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
    model.check(
        design.names(),
        design.columns().stream()
            .filter(Response::isText)
            .map(Response::name)
            .collect(Collectors.toSet()));
    return new Sweep(model, design, 1, false);
  }

  /** This sweep with another seed. */
  public Sweep withSeed(long other) {
    return new Sweep(model, design, other, nanFails);
  }

  /** This sweep, or one in which a point fails at which a response is not a number. */
  public Sweep withNanFailing(boolean fails) {
    return new Sweep(model, design, seed, fails);
  }

  /** The points. */
  public Design design() {
    return design;
  }

  @Override
  public String name() {
    return "sweep";
  }

  @Override
  public long items() {
    return design.size();
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public List<Response> inputs() {
    return design.columns();
  }

  @Override
  public List<Column> inputs(Block block) {
    double[][] columns = new double[design.names().size()][block.size()];
    double[] point = new double[columns.length];
    Design.Pass pass = design.decoder().open(block, design.data(block));
    for (int i = 0; i < block.size(); i++) {
      pass.decode(block.item(i), point);
      for (int p = 0; p < point.length; p++) {
        columns[p][i] = point[p];
      }
    }
    return Arrays.stream(columns).map(values -> (Column) new Column.Doubles(values)).toList();
  }

  @Override
  public List<Response> responses() {
    return model.responses().stream().map(name -> new Response(name, ColumnType.DOUBLE)).toList();
  }

  @Override
  public ItemDetail detail() {
    return ItemDetail.STATUS_AND_SECONDS;
  }

  @Override
  public void foreseen(double seconds) {
    Changeover.foreseen(seconds);
  }

  @Override
  public BlockFunction<double[]> function() {
    List<List<String>> levels = design.columns().stream().map(Response::levels).toList();
    return new PointEvaluation<>(
        model, new DesignPoints(design.names(), levels, design.decoder()), seed, nanFails);
  }

  @Override
  public double[] data(Block block) {
    return design.data(block);
  }
}
