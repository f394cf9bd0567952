package dev.parallax.report;

import dev.parallax.engine.Column;
import dev.parallax.engine.Failure;
import dev.parallax.engine.Outcome;
import dev.parallax.engine.Response;
import dev.parallax.engine.Workload;
import dev.parallax.run.Run;
import dev.parallax.table.CellType;
import dev.parallax.table.ColumnHeader;
import dev.parallax.table.RowCursor;
import dev.parallax.table.RowSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A run's results as the rows of a table: item index, inputs, responses. Missing are inputs that
 * are NaN, and the responses of an item that failed. One block at a time is in memory.
 *
 * @param run the run
 */
record RunRows(Run run) implements RowSource {

  @Override
  public String name() {
    return run.workload().name();
  }

  @Override
  public List<ColumnHeader> columns() {
    List<ColumnHeader> headers = new ArrayList<>();
    headers.add(new ColumnHeader("item", CellType.LONG, "", "index of the item, from 0"));
    known(run.workload()).stream().map(RunRows::header).forEach(headers::add);
    return headers;
  }

  /** The columns that the workload knows: inputs, then responses. */
  private static List<Response> known(Workload<?> workload) {
    return Stream.concat(workload.inputs().stream(), workload.responses().stream()).toList();
  }

  private static ColumnHeader header(Response column) {
    CellType type =
        switch (column.type()) {
          case DOUBLE -> column.isText() ? CellType.TEXT : CellType.DOUBLE;
          case LONG -> CellType.LONG;
          case BOOLEAN -> CellType.BOOLEAN;
        };
    return new ColumnHeader(column.name(), type, column.unit(), column.description());
  }

  @Override
  public long rows() {
    return run.workload().items();
  }

  @Override
  public Map<String, String> metadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("workload", run.workload().name());
    metadata.put("seed", Long.toString(run.workload().seed()));
    metadata.put("digest", run.digest());
    return metadata;
  }

  @Override
  public RowCursor open() {
    return new Cursor(run);
  }

  /** Column 0 is the item, then come the inputs, then the responses. */
  private static final class Cursor implements RowCursor {
    private final Workload<?> workload;
    private final Iterator<Outcome> outcomes;
    private final int inputs;
    private final List<Response> known;
    private long first;
    private int place = -1;
    private int size;
    private List<Column> columns = List.of();
    private final BitSet failed = new BitSet();

    Cursor(Run run) {
      workload = run.workload();
      outcomes = run.store().iterator();
      inputs = workload.inputs().size();
      known = known(workload);
    }

    @Override
    public boolean next() {
      place++;
      while (place >= size) {
        if (!outcomes.hasNext()) {
          return false;
        }
        open(outcomes.next());
      }
      return true;
    }

    private void open(Outcome outcome) {
      first = outcome.block().first();
      size = outcome.block().size();
      place = 0;
      columns =
          Stream.concat(
                  workload.inputs(outcome.block()).stream(), outcome.result().columns().stream())
              .toList();
      failed.clear();
      outcome.result().failures().stream()
          .map(Failure::item)
          .forEach(item -> failed.set((int) (item - first)));
    }

    @Override
    public boolean isMissing(int column) {
      if (column > inputs && failed.get(place)) {
        return true;
      }
      boolean blank = column > 0 && (column <= inputs || known.get(column - 1).isText());
      return blank && known.get(column - 1).isMissing(columns.get(column - 1), place);
    }

    @Override
    public double doubleAt(int column) {
      return columns.get(column - 1).number(place);
    }

    @Override
    public long longAt(int column) {
      return column == 0 ? first + place : columns.get(column - 1).bits(place);
    }

    @Override
    public boolean booleanAt(int column) {
      return columns.get(column - 1).bits(place) != 0;
    }

    @Override
    public String textAt(int column) {
      return known.get(column - 1).level(columns.get(column - 1), place);
    }
  }
}
