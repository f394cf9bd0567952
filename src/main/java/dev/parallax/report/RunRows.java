package dev.parallax.report;

import dev.parallax.engine.Column;
import dev.parallax.engine.ColumnType;
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
 * A run's results as the rows of a table: item index, inputs, responses. The responses of an item
 * that failed are missing. One block at a time is in memory.
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
    Workload<?> workload = run.workload();
    List<ColumnHeader> headers = new ArrayList<>();
    headers.add(new ColumnHeader("item", CellType.LONG, "", "index of the item, from 0"));
    Stream.concat(workload.inputs().stream(), workload.responses().stream())
        .map(RunRows::header)
        .forEach(headers::add);
    return headers;
  }

  private static ColumnHeader header(Response column) {
    CellType type =
        switch (column.type()) {
          case DOUBLE -> CellType.DOUBLE;
          case LONG -> CellType.LONG;
          case BOOLEAN -> CellType.BOOLEAN;
        };
    return new ColumnHeader(column.name(), type);
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
    private long first;
    private int place = -1;
    private int size;
    private List<Column> columns = List.of();
    private final BitSet failed = new BitSet();

    Cursor(Run run) {
      workload = run.workload();
      outcomes = run.store().iterator();
      inputs = workload.inputs().size();
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
      return column > inputs
          ? failed.get(place)
          : column > 0
              && columns.get(column - 1).type() == ColumnType.DOUBLE
              && Double.isNaN(columns.get(column - 1).number(place));
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
  }
}
