package dev.parallax.run;

import dev.parallax.engine.Column;
import dev.parallax.engine.Failure;
import dev.parallax.engine.Response;
import dev.parallax.engine.Workload;
import java.util.List;
import java.util.Map;

/**
 * A finished run: what came out, and what it cost.
 *
 * @param workload the job
 * @param master what it ran on
 * @param slices how each slice went, in item order
 * @param digest SHA-256 over the results' bits in item order
 * @param failed how many items failed
 * @param firstFailures the first of them
 * @param responses a summary of each response, in order
 * @param selected for each response that is true or false, a summary of the elements where it is
 *     true; empty where items have no element
 * @param timing what it cost
 * @param store all results in item order
 */
public record Run(
    Workload<?> workload,
    String master,
    List<SliceReport> slices,
    String digest,
    long failed,
    List<Failure> firstFailures,
    Map<String, ColumnSummary> responses,
    Map<String, ColumnSummary> selected,
    Timing timing,
    Store store) {

  /**
   * One response of all items, in item order; NaN where an item failed.
   *
   * @throws IllegalArgumentException if there is no such response
   */
  public double[] doubles(String response) {
    int index = workload.responses().stream().map(Response::name).toList().indexOf(response);
    if (index < 0) {
      throw new IllegalArgumentException("no response '" + response + "'");
    }
    double[] all = new double[Math.toIntExact(workload.items())];
    store.forEach(
        outcome -> {
          Column column = outcome.result().columns().get(index);
          int first = (int) outcome.block().first();
          for (int i = 0; i < column.size(); i++) {
            all[first + i] = column.number(i);
          }
          outcome.result().failures().forEach(f -> all[(int) f.item()] = Double.NaN);
        });
    return all;
  }

  /** The same run with the serial engine's time beside its own. */
  public Run withSerialSeconds(double seconds) {
    return new Run(
        workload,
        master,
        slices,
        digest,
        failed,
        firstFailures,
        responses,
        selected,
        timing.withSerial(seconds),
        store);
  }
}
