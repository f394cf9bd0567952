package dev.parallax.findings;

import dev.parallax.engine.block.Response;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.column.RowCursor;
import dev.parallax.table.column.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A run's results as the rows of a table in which each vector is one column of arrays.
 *
 * @param all the rows, with a column for each number
 */
public record VectorRows(RunRows all) implements RowSource {

  /**
   * A column.
   *
   * @param header what is known of it
   * @param from which column of the rows it is, or the first of them
   */
  private record Place(ColumnHeader header, int from) {}

  @Override
  public String name() {
    return all.name();
  }

  @Override
  public List<ColumnHeader> columns() {
    return places().stream().map(Place::header).toList();
  }

  private List<Place> places() {
    List<ColumnHeader> headers = all.columns();
    List<Response> known = RunRows.known(all.run().workload());
    List<Place> places = new ArrayList<>();
    int column = 0;
    while (column < headers.size()) {
      boolean outside = column == 0 || column > known.size();
      int length = outside ? 0 : Response.vectorLength(known, column - 1);
      places.add(new Place(length == 0 ? headers.get(column) : of(known, column - 1), column));
      column += Math.max(1, length);
    }
    return places;
  }

  private static ColumnHeader of(List<Response> known, int first) {
    Response one = known.get(first);
    int length = Response.vectorLength(known, first);
    return ColumnHeader.ofArrays(one.vector(), one.unit(), one.description(), length);
  }

  @Override
  public long rows() {
    return all.rows();
  }

  @Override
  public Map<String, String> metadata() {
    return all.metadata();
  }

  @Override
  public RowCursor open() {
    return new Cursor(all.open(), places().toArray(Place[]::new));
  }

  @SuppressWarnings("ArrayRecordComponent") // never handed out
  private record Cursor(RowCursor cursor, Place[] places) implements RowCursor {
    @Override
    public boolean next() {
      return cursor.next();
    }

    @Override
    public boolean isMissing(int column) {
      return cursor.isMissing(places[column].from());
    }

    @Override
    public double doubleAt(int column) {
      return cursor.doubleAt(places[column].from());
    }

    @Override
    public double[] arrayAt(int column) {
      double[] values = new double[places[column].header().length()];
      for (int i = 0; i < values.length; i++) {
        values[i] = cursor.doubleAt(places[column].from() + i);
      }
      return values;
    }

    @Override
    public long longAt(int column) {
      return cursor.longAt(places[column].from());
    }

    @Override
    public boolean booleanAt(int column) {
      return cursor.booleanAt(places[column].from());
    }

    @Override
    public String textAt(int column) {
      return cursor.textAt(places[column].from());
    }
  }
}
