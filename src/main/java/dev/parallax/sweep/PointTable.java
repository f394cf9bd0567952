package dev.parallax.sweep;

import dev.parallax.engine.Block;
import dev.parallax.table.Table;
import java.util.Arrays;
import java.util.List;

/** The rows of a table: a point each. A slice's rows travel with that slice only. */
public final class PointTable implements Design {
  private final List<String> names;
  private final double[][] columns;
  private final int rows;

  /**
   * Takes the named columns of a table, missing values as NaN.
   *
   * @throws IllegalArgumentException if the table lacks a column or it is not numeric
   */
  public PointTable(Table table, List<String> names) {
    this.names = List.copyOf(names);
    this.columns = names.stream().map(table::doubles).toArray(double[][]::new);
    this.rows = Math.toIntExact(table.rows());
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public long size() {
    return rows;
  }

  @Override
  public double[] data(Block block) {
    int from = (int) block.first();
    double[] data = new double[block.size() * columns.length];
    for (int p = 0; p < columns.length; p++) {
      System.arraycopy(columns[p], from, data, p * block.size(), block.size());
    }
    return data;
  }

  @Override
  public Decoder decoder() {
    return (item, place, data, point) ->
        Arrays.setAll(point, p -> data[p * (data.length / point.length) + place]);
  }
}
