package dev.parallax.findings;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.run.ColumnSummary;
import dev.parallax.run.Run;
import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.RowCursor;
import dev.parallax.table.column.RowSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The points of a sweep with replications as the rows of a table: index, parameters, and for each
 * response mean, standard deviation (n - 1 in its denominator), standard error of the mean, and the
 * number n of replications that have a value. Computed in item order, one block in memory.
 *
 * @param run the run; the last of its inputs is the number of the replication
 * @param each how many items, one after another, each point has
 */
public record PointRows(Run run, int each) implements RowSource {
  private static final String POINT = "point";
  private static final int OF_RESPONSE = 4;

  @Override
  public String name() {
    return "points";
  }

  private List<Response> parameters() {
    List<Response> inputs = run.workload().inputs();
    return inputs.subList(0, inputs.size() - 1);
  }

  @Override
  public List<ColumnHeader> columns() {
    List<ColumnHeader> headers = new ArrayList<>();
    List<String> taken = parameters().stream().map(Response::name).toList();
    String index = RunRows.free(taken.contains(POINT) ? "index" : POINT, taken);
    headers.add(new ColumnHeader(index, CellType.LONG, "", "index of the point, from 0"));
    parameters().forEach(parameter -> headers.add(RunRows.header(parameter)));
    responses().forEach(response -> headers.addAll(of(response, taken)));
    return headers;
  }

  /** The responses that are no texts. */
  public List<Response> responses() {
    return run.workload().responses().stream().filter(response -> !response.isText()).toList();
  }

  private static List<ColumnHeader> of(Response response, List<String> taken) {
    String y = response.name();
    List<ColumnHeader> headers = new ArrayList<>();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("mean", "mean of ");
    words.put("sd", "standard deviation of ");
    words.put("se", "standard error of the mean of ");
    words.forEach(
        (what, of) -> {
          String name = RunRows.free(y + "_" + what, taken);
          headers.add(new ColumnHeader(name, CellType.DOUBLE, response.unit(), of + y));
        });
    String name = RunRows.free(y + "_n", taken);
    headers.add(new ColumnHeader(name, CellType.LONG, "", "replications with a value of " + y));
    return headers;
  }

  @Override
  public long rows() {
    return run.workload().items() / each;
  }

  @Override
  public Map<String, String> metadata() {
    return new RunRows(run).metadata();
  }

  @Override
  public Points open() {
    return new Points(this);
  }

  /** One pass over the points. */
  public static final class Points implements RowCursor {
    private final RowCursor items;
    private final int parameters;
    private final int each;
    private final int[] places;
    private final ColumnType[] types;
    private final ColumnSummary[] summaries;
    private long point = -1;

    private Points(PointRows rows) {
      items = new RunRows(rows.run).open();
      parameters = rows.parameters().size();
      each = rows.each;
      List<Response> responses = rows.responses();
      List<Response> all = rows.run.workload().responses();
      places = responses.stream().mapToInt(all::indexOf).toArray();
      types = responses.stream().map(Response::type).toArray(ColumnType[]::new);
      summaries = new ColumnSummary[types.length];
    }

    @Override
    public boolean next() {
      ColumnSummary.Accumulator[] columns = new ColumnSummary.Accumulator[types.length];
      Arrays.setAll(columns, r -> new ColumnSummary.Accumulator());
      for (int i = 0; i < each; i++) {
        if (!items.next()) {
          return false;
        }
        for (int r = 0; r < columns.length; r++) {
          add(columns[r], types[r], parameters + 2 + places[r]);
        }
      }
      Arrays.setAll(summaries, r -> columns[r].summary());
      point++;
      return true;
    }

    private void add(ColumnSummary.Accumulator response, ColumnType type, int column) {
      if (items.isMissing(column)) {
        return;
      }
      response.add(
          switch (type) {
            case DOUBLE -> items.doubleAt(column);
            case LONG -> items.longAt(column);
            case BOOLEAN -> items.booleanAt(column) ? 1 : 0;
            case TEXT -> Double.NaN;
          });
    }

    /** The replications of this point in a response. */
    public ColumnSummary summary(int response) {
      return summaries[response];
    }

    @Override
    public boolean isMissing(int column) {
      return column > 0 && column <= parameters && items.isMissing(column);
    }

    @Override
    public double doubleAt(int column) {
      if (column <= parameters) {
        return items.doubleAt(column);
      }
      ColumnSummary summary = summaries[(column - parameters - 1) / OF_RESPONSE];
      return switch ((column - parameters - 1) % OF_RESPONSE) {
        case 0 -> summary.mean();
        case 1 -> summary.sd();
        default -> summary.sd() / Math.sqrt((double) summary.count());
      };
    }

    @Override
    public long longAt(int column) {
      if (column == 0) {
        return point;
      }
      return column <= parameters
          ? items.longAt(column)
          : summaries[(column - parameters - 1) / OF_RESPONSE].count();
    }

    @Override
    public String textAt(int column) {
      return items.textAt(column);
    }
  }
}
