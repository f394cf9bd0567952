package dev.parallax.run;

import dev.parallax.engine.Engine;
import dev.parallax.engine.Incidents;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.ItemStatus;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Response;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A finished run: what came out, and what it cost.
 *
 * @param workload the job
 * @param master what it ran on
 * @param choice why it ran on that, where the engine chose it itself
 * @param slices how each slice went, in item order
 * @param digest SHA-256 over the results' bits in item order
 * @param failed how many items failed
 * @param firstFailures the first of them
 * @param failures all of them by kind, the most frequent first
 * @param responses a summary of each response, in order
 * @param selected for each response that is true or false, a summary of the elements where it is
 *     true; empty where items have no element
 * @param tally how its items went, if that is known of each
 * @param timing what it cost
 * @param incidents what went wrong on the machines and was made good
 * @param store all results in item order
 */
public record Run(
    Workload<?> workload,
    String master,
    Optional<Engine.Choice> choice,
    List<SliceReport> slices,
    String digest,
    long failed,
    List<Failure> firstFailures,
    List<FailureGroup> failures,
    Map<String, ColumnSummary> responses,
    Map<String, ColumnSummary> selected,
    ItemTally tally,
    Timing timing,
    Incidents incidents,
    Store store)
    implements AutoCloseable {

  /** Copies the lists and the maps. */
  public Run {
    slices = List.copyOf(slices);
    firstFailures = List.copyOf(firstFailures);
    failures = List.copyOf(failures);
    responses = Collections.unmodifiableMap(new LinkedHashMap<>(responses));
    selected = Collections.unmodifiableMap(new LinkedHashMap<>(selected));
  }

  /**
   * One response of all items, in item order; 1 for true, 0 for false, NaN where an item failed.
   *
   * @throws IllegalArgumentException if there is no such response, or its entries are texts
   */
  public double[] doubles(String response) {
    if (workload.responses().get(index(response)).type() == ColumnType.TEXT) {
      throw new IllegalArgumentException("response '" + response + "' is " + ColumnType.TEXT);
    }
    double[] all = new double[Math.toIntExact(workload.items())];
    gather(response, (column, i, item) -> all[item] = column.number(i));
    store.forEach(outcome -> outcome.result().failures().forEach(f -> mark(all, f)));
    return all;
  }

  private static void mark(double[] all, Failure failure) {
    all[(int) failure.item()] = Double.NaN;
  }

  /**
   * An integer response of all items, in item order.
   *
   * @throws IllegalArgumentException if there is no such response, or it is of another type
   * @throws IllegalStateException if an item failed: no integer stands for that
   */
  public long[] longs(String response) {
    checkWhole(response, ColumnType.LONG);
    long[] all = new long[Math.toIntExact(workload.items())];
    gather(response, (column, i, item) -> all[item] = column.bits(i));
    return all;
  }

  /**
   * A response that is true or false, of all items, in item order.
   *
   * @throws IllegalArgumentException if there is no such response, or it is of another type
   * @throws IllegalStateException if an item failed: neither stands for that
   */
  public boolean[] booleans(String response) {
    checkWhole(response, ColumnType.BOOLEAN);
    boolean[] all = new boolean[Math.toIntExact(workload.items())];
    gather(response, (column, i, item) -> all[item] = column.bits(i) != 0);
    return all;
  }

  /**
   * A response that is a text, of all items, in item order; empty where an item failed.
   *
   * @throws IllegalArgumentException if there is no such response, or it is of another type
   */
  public List<String> texts(String response) {
    String[] all = new String[Math.toIntExact(workload.items())];
    Arrays.fill(all, "");
    check(response, ColumnType.TEXT);
    gather(response, (column, i, item) -> all[item] = ((Column.Texts) column).values()[i]);
    return List.of(all);
  }

  /**
   * A response that is a vector, an array of its numbers for each item in item order; NaN where an
   * item failed.
   *
   * @throws IllegalArgumentException if there is no such response, or it is no vector
   */
  public double[][] vectors(String response) {
    List<Response> columns = workload.responses();
    int first = columns.stream().map(Response::vector).toList().indexOf(response);
    if (first < 0 || response.isEmpty()) {
      String known = columns.get(index(response)).name();
      throw new IllegalArgumentException("response '" + known + "' is no vector");
    }
    int length = Response.vectorLength(columns, first);
    double[][] all = new double[Math.toIntExact(workload.items())][length];
    for (Outcome outcome : store) {
      for (int k = 0; k < length; k++) {
        double[] numbers = outcome.result().doubles(first + k, outcome.block());
        for (int i = 0; i < numbers.length; i++) {
          all[(int) outcome.block().first() + i][k] = numbers[i];
        }
      }
    }
    return all;
  }

  /** How each item went, in item order. */
  public ItemStatus[] statuses() {
    ItemStatus[] all = new ItemStatus[Math.toIntExact(workload.items())];
    for (Outcome outcome : store) {
      ItemStatus[] some = outcome.result().statuses(outcome.block());
      System.arraycopy(some, 0, all, (int) outcome.block().first(), some.length);
    }
    return all;
  }

  /** Seconds that each item took, in item order; NaN where that is not known. */
  public double[] seconds() {
    double[] all = new double[Math.toIntExact(workload.items())];
    for (Outcome outcome : store) {
      for (int i = 0; i < outcome.block().size(); i++) {
        all[(int) outcome.block().item(i)] = outcome.result().times().seconds(i);
      }
    }
    return all;
  }

  private void check(String response, ColumnType wanted) {
    ColumnType type = workload.responses().get(index(response)).type();
    if (type != wanted) {
      throw new IllegalArgumentException("response '" + response + "' is " + type);
    }
  }

  private void checkWhole(String response, ColumnType wanted) {
    check(response, wanted);
    if (failed > 0) {
      throw new IllegalStateException(
          failed + " items failed; the first is item " + firstFailures.get(0).item());
    }
  }

  private int index(String response) {
    List<String> names = workload.responses().stream().map(Response::name).toList();
    int index = names.indexOf(response);
    if (index < 0) {
      throw new IllegalArgumentException(
          "no response '" + response + "'; there is " + String.join(", ", names));
    }
    return index;
  }

  /** Takes an entry of a block's column to its item's place. */
  @FunctionalInterface
  private interface Taker {
    void take(Column column, int entry, int item);
  }

  private void gather(String response, Taker taker) {
    int index = index(response);
    for (Outcome outcome : store) {
      Column column = outcome.result().columns().get(index);
      int first = (int) outcome.block().first();
      for (int i = 0; i < column.size(); i++) {
        taker.take(column, i, first + i);
      }
    }
  }

  /** Frees what the results hold: memory, or a temporary folder when they are many. */
  @Override
  public void close() {
    store.close();
  }

  /** The same run with the serial engine's time beside its own. */
  public Run withSerialSeconds(double seconds) {
    return with(timing.withSerial(seconds));
  }

  /** The same run with the work of an earlier one, which did the first of its items, added. */
  public Run after(Run earlier) {
    return with(timing.after(earlier.timing().work()));
  }

  /** The same run with its results in another store. */
  Run withStore(Store other) {
    return with(timing, other);
  }

  private Run with(Timing other) {
    return with(other, store);
  }

  private Run with(Timing other, Store results) {
    return new Run(
        workload,
        master,
        choice,
        slices,
        digest,
        failed,
        firstFailures,
        failures,
        responses,
        selected,
        tally,
        other,
        incidents,
        results);
  }
}
