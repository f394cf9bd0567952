package dev.parallax.statistic;

import dev.parallax.model.Contrast;
import dev.parallax.model.Exchange;
import dev.parallax.model.Expansion;
import dev.parallax.model.Range;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.model.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Several statistics of the same columns, on the same resamples. */
final class Several implements Statistic {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Statistic> parts;
  private final ArrayList<String> responses;

  /**
   * Statistics under names of their own; the values of one that has several are called {@code
   * name.value}.
   *
   * @throws IllegalArgumentException if they are not of the same columns
   */
  Several(List<String> names, List<? extends Statistic> statistics) {
    parts = new ArrayList<>(statistics);
    responses = new ArrayList<>();
    for (int k = 0; k < parts.size(); k++) {
      Statistic part = parts.get(k);
      String name = names.get(k);
      boolean alike = part.columns() == columns() && part.measured() == measured();
      if (!alike || part.twoSamples() != twoSamples()) {
        throw new IllegalArgumentException(
            names.get(0) + " and " + name + " are not of the same columns: bootstrap them apart");
      }
      List<String> own = part.responses();
      own.forEach(value -> responses.add(own.size() == 1 ? name : name + "." + value));
    }
    for (String response : responses) {
      if (responses.indexOf(response) != responses.lastIndexOf(response)) {
        throw new IllegalArgumentException("statistic '" + response + "' is asked for twice");
      }
    }
  }

  @Override
  public boolean isAboutLine() {
    return parts.stream().anyMatch(Statistic::isAboutLine);
  }

  @Override
  public int columns() {
    return parts.get(0).columns();
  }

  @Override
  public List<String> responses() {
    return List.copyOf(responses);
  }

  @Override
  public boolean twoSamples() {
    return parts.get(0).twoSamples();
  }

  @Override
  public List<Unit> units() {
    return parts.stream().flatMap(part -> part.units().stream()).toList();
  }

  /** They share their permutations. */
  @Override
  public Optional<Exchange> exchange() {
    List<Optional<Exchange>> each = parts.stream().map(Statistic::exchange).distinct().toList();
    return each.size() == 1 ? each.get(0) : Optional.empty();
  }

  @Override
  public int measured() {
    return parts.get(0).measured();
  }

  @Override
  public double nullValue(int value) {
    int part = part(value);
    return parts.get(part).nullValue(value - first(part));
  }

  @Override
  public Range range(int value) {
    int part = part(value);
    return parts.get(part).range(value - first(part));
  }

  private int part(int value) {
    int part = 0;
    while (value >= first(part + 1)) {
      part++;
    }
    return part;
  }

  /** The place of a part's first value among all. */
  private int first(int part) {
    return parts.subList(0, part).stream().mapToInt(one -> one.responses().size()).sum();
  }

  @Override
  public Optional<FromMoments> fromMoments() {
    List<Optional<FromMoments>> each = parts.stream().map(Statistic::fromMoments).toList();
    if (!each.stream().allMatch(Optional::isPresent)) {
      return Optional.empty();
    }
    return Optional.of(
        (moments, values) -> {
          double[][] own = own();
          for (int k = 0; k < own.length; k++) {
            each.get(k).orElseThrow().evaluate(moments, own[k]);
          }
          gather(own, values);
        });
  }

  private double[][] own() {
    return parts.stream().map(part -> new double[part.responses().size()]).toArray(double[][]::new);
  }

  @Override
  public List<Contrast> contrasts() {
    return parts.stream().flatMap(part -> part.contrasts().stream()).toList();
  }

  @Override
  public boolean translates(int column) {
    return parts.stream().allMatch(part -> part.translates(column));
  }

  @Override
  public Prepared prepare(double[][] columns) {
    List<Prepared> prepared = parts.stream().map(part -> part.prepare(columns)).toList();
    return () -> {
      Evaluator[] evaluators = prepared.stream().map(Prepared::evaluator).toArray(Evaluator[]::new);
      double[][] own = own();
      for (Evaluator evaluator : evaluators) {
        if (!(evaluator instanceof Weighted)) {
          return Evaluator.several(
              (resample, values) -> {
                for (int k = 0; k < own.length; k++) {
                  evaluators[k].evaluate(resample, own[k]);
                }
                gather(own, values);
              });
        }
      }
      return Arrays.stream(evaluators).allMatch(Smooth.class::isInstance)
          ? new AllSmooth(new AllWeighted(evaluators, own))
          : new AllWeighted(evaluators, own);
    };
  }

  private static void gather(double[][] own, double[] values) {
    int at = 0;
    for (double[] some : own) {
      System.arraycopy(some, 0, values, at, some.length);
      at += some.length;
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // one thread's own
  private record AllWeighted(Evaluator[] evaluators, double[][] own) implements Weighted {

    @Override
    public void evaluate(Resample resample, double[] values) {
      for (int k = 0; k < own.length; k++) {
        evaluators[k].evaluate(resample, own[k]);
      }
      gather(own, values);
    }

    @Override
    public double evaluate(Resample resample) {
      throw new UnsupportedOperationException("the statistic has several values");
    }

    @Override
    public void weigh(double[] weights, double[] values) {
      for (int k = 0; k < own.length; k++) {
        ((Weighted) evaluators[k]).weigh(weights, own[k]);
      }
      gather(own, values);
    }
  }

  private record AllSmooth(AllWeighted all) implements Smooth {

    @Override
    public void evaluate(Resample resample, double[] values) {
      all.evaluate(resample, values);
    }

    @Override
    public double evaluate(Resample resample) {
      return all.evaluate(resample);
    }

    @Override
    public void weigh(double[] weights, double[] values) {
      all.weigh(weights, values);
    }

    @Override
    public Expansion towards(int value, int row) {
      int part = part(value);
      return ((Smooth) all.evaluators[part]).towards(value - first(part), row);
    }

    @Override
    public Expansion along(int value, double[] direction) {
      int part = part(value);
      return ((Smooth) all.evaluators[part]).along(value - first(part), direction);
    }

    @Override
    public Expansion without(int value, int row) {
      int part = part(value);
      return ((Smooth) all.evaluators[part]).without(value - first(part), row);
    }

    private int part(int value) {
      int part = 0;
      while (value >= first(part + 1)) {
        part++;
      }
      return part;
    }

    /** The place of a part's first value among all. */
    private int first(int part) {
      return Arrays.stream(all.own, 0, part).mapToInt(own -> own.length).sum();
    }
  }
}
