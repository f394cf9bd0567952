package dev.parallax.run;

import dev.parallax.engine.Engine;
import dev.parallax.engine.Incidents;
import dev.parallax.engine.ItemDetail;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.BlockResult;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Effort;
import dev.parallax.engine.block.Failure;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Response;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Goes once through the gathered blocks, in item order, and takes from them what a run reports. */
final class Assembly {
  private static final int SHOWN_FAILURES = 10;

  private final Workload<?> workload;
  private final double start;
  private final Digest digest = new Digest();
  private final List<SliceReport> slices = new ArrayList<>();
  private final List<Failure> firstFailures = new ArrayList<>();
  private final FailureGroup.Accumulator failures = new FailureGroup.Accumulator();
  private final Map<String, ColumnSummary.Accumulator> responses = new LinkedHashMap<>();
  private final Map<String, ColumnSummary.Accumulator> selected = new LinkedHashMap<>();
  private final ItemTally.Accumulator tally = new ItemTally.Accumulator();
  private long failed;
  private double seconds;

  /**
   * Of nothing yet.
   *
   * @param start when the run began, by the driver's clock
   */
  Assembly(Workload<?> workload, double start) {
    this.workload = workload;
    this.start = start;
    List<Response> inputs = workload.inputs();
    boolean isOfNumbers = inputs.size() == 1 && !inputs.get(0).isText();
    for (Response response : workload.responses()) {
      responses.put(response.name(), new ColumnSummary.Accumulator());
      if (response.type() == ColumnType.BOOLEAN && isOfNumbers) {
        selected.put(response.name(), new ColumnSummary.Accumulator());
      }
    }
  }

  /** What the store has, in item order. */
  void take(Store store) {
    List<Effort> efforts = store.efforts();
    for (Block block : store.blocks()) {
      Effort effort = efforts.get(slices.size());
      slices.add(SliceReport.of(slices.size(), block, effort, start));
      seconds += effort.seconds();
    }
    store.forEach(this::take);
  }

  private void take(Outcome outcome) {
    BlockResult result = outcome.result();
    digest.update(result);
    failed += result.failures().size();
    result.failures().stream()
        .limit(SHOWN_FAILURES - firstFailures.size())
        .forEach(firstFailures::add);
    result.failures().forEach(failures::add);
    summarise(outcome);
    if (workload.detail() != ItemDetail.NONE) {
      tally.add(outcome);
    }
  }

  private void summarise(Outcome outcome) {
    BitSet broken = new BitSet();
    outcome.result().failures().forEach(f -> broken.set(outcome.block().place(f.item())));
    List<Column> elements = selected.isEmpty() ? List.of() : workload.inputs(outcome.block());
    int c = 0;
    for (Response response : workload.responses()) {
      Column column = outcome.result().columns().get(c++);
      ColumnSummary.Accumulator all = responses.get(response.name());
      ColumnSummary.Accumulator chosen = selected.get(response.name());
      for (int i = broken.nextClearBit(0); i < column.size(); i = broken.nextClearBit(i + 1)) {
        all.add(column, i, outcome.block().item(i));
        if (chosen != null && column.bits(i) != 0) {
          chosen.add(elements.get(0), i);
        }
      }
    }
  }

  private static Map<String, ColumnSummary> summaries(
      Map<String, ColumnSummary.Accumulator> columns) {
    Map<String, ColumnSummary> summaries = new LinkedHashMap<>();
    columns.forEach((name, column) -> summaries.put(name, column.summary()));
    return summaries;
  }

  Run finish(Engine engine, Timing.Work work, Incidents incidents, Store store) {
    Timing timing =
        new Timing(workload.items(), work, seconds, OptionalDouble.empty(), engine.parallelism());
    return new Run(
        workload,
        engine.master(),
        engine.choice(),
        slices,
        digest.hex(),
        failed,
        firstFailures,
        failures.groups(),
        summaries(responses),
        summaries(selected),
        tally.tally(),
        timing,
        incidents,
        store);
  }
}
