package dev.parallax.report.figure;

/**
 * A value over two parameters, as colours of cells.
 *
 * @param name the name of its files, without an ending
 * @param x the parameter across
 * @param y the parameter upwards
 * @param value what the colours stand for, with its unit
 * @param cells the values
 * @param note what is to be known besides; may be empty
 */
public record HeatFigure(String name, Axis x, Axis y, String value, HeatCells cells, String note)
    implements Figure {

  @Override
  public String caption() {
    return value
        + " as colour over "
        + x.label()
        + " and "
        + y.label()
        + (note.isEmpty() ? "" : "; " + note);
  }
}
