package dev.parallax.findings;

import dev.parallax.engine.ItemDetail;
import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ItemStatus;
import dev.parallax.engine.block.ItemTimes;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Response;
import dev.parallax.run.Run;
import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.RowCursor;
import dev.parallax.table.column.RowSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A run's results as the rows of a table: item index, inputs, responses, and what else is said of
 * an item. Missing are inputs that are NaN, and the responses of an item that failed. One block at
 * a time is in memory.
 *
 * @param run the run
 */
public record RunRows(Run run) implements RowSource {
  private static final String INDEX = "item";

  @Override
  public String name() {
    return run.workload().name();
  }

  @Override
  public List<ColumnHeader> columns() {
    List<ColumnHeader> headers = new ArrayList<>();
    List<Response> known = known(run.workload());
    List<String> taken = known.stream().map(Response::name).toList();
    String index = free(taken.contains(INDEX) ? "index" : INDEX, taken);
    headers.add(new ColumnHeader(index, CellType.LONG, "", "index of the item, from 0"));
    known.stream().map(RunRows::header).forEach(headers::add);
    ItemDetail detail = run.workload().detail();
    if (detail != ItemDetail.NONE) {
      String words = "ok, failed, or nan: a response is not a number";
      headers.add(new ColumnHeader(free("status", taken), CellType.TEXT, "", words));
    }
    if (detail == ItemDetail.STATUS_AND_SECONDS) {
      String words = "time that the item took";
      headers.add(new ColumnHeader(free("seconds", taken), CellType.DOUBLE, "s", words));
    }
    return headers;
  }

  /** A name of our own gives way to one that the job gives. */
  static String free(String name, List<String> taken) {
    return taken.contains(name) ? free(INDEX + "_" + name, taken) : name;
  }

  /** The columns that the workload knows: inputs, then responses. */
  static List<Response> known(Workload<?> workload) {
    return Stream.concat(workload.inputs().stream(), workload.responses().stream()).toList();
  }

  static ColumnHeader header(Response column) {
    CellType type =
        switch (column.type()) {
          case DOUBLE -> column.isText() ? CellType.TEXT : CellType.DOUBLE;
          case LONG -> CellType.LONG;
          case BOOLEAN -> CellType.BOOLEAN;
          case TEXT -> CellType.TEXT;
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
    run.workload()
        .constants()
        .forEach(
            (name, value) -> metadata.merge("fixed", name + " = " + value, (a, b) -> a + ", " + b));
    return metadata;
  }

  @Override
  public RowCursor open() {
    return new Cursor(run);
  }

  /** Column 0 is the item, then come the inputs, the responses, the status, the seconds. */
  private static final class Cursor implements RowCursor {
    private final Workload<?> workload;
    private final Iterator<Outcome> outcomes;
    private final int inputs;
    private final List<Response> known;
    private long first;
    private int place = -1;
    private int size;
    private List<Column> columns = List.of();
    private ItemStatus[] statuses = {};
    private ItemTimes times = ItemTimes.NONE;

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
      statuses = outcome.result().statuses(outcome.block());
      times = outcome.result().times();
    }

    /** Without the digits that the clock does not have: to a nanosecond, or seven of them. */
    private static double legible(double seconds) {
      double unit = seconds < 0.01 ? 1e9 : seconds < 10 ? 1e6 : 1e3;
      return Math.rint(seconds * unit) / unit;
    }

    @Override
    public boolean isMissing(int column) {
      if (column > known.size()) {
        return column > known.size() + 1 && Float.isNaN(times.seconds(place));
      }
      if (column > inputs && statuses[place] == ItemStatus.FAILED) {
        return true;
      }
      boolean blank = column > 0 && (column <= inputs || known.get(column - 1).isText());
      return blank && known.get(column - 1).isMissing(columns.get(column - 1), place);
    }

    @Override
    public double doubleAt(int column) {
      if (column > known.size()) {
        return legible(times.seconds(place));
      }
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
      if (column > known.size()) {
        return statuses[place].toString();
      }
      return known.get(column - 1).level(columns.get(column - 1), place);
    }
  }
}
