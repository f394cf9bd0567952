package dev.parallax.report.figure;

import java.util.Optional;

/**
 * A value over two parameters, as colours of cells.
 *
 * @param name the name of its files, without an ending
 * @param x the parameter across
 * @param y the parameter upwards
 * @param value what the colours stand for, with its unit
 * @param cells the values
 * @param note what is to be known besides; may be empty
 * @param contours lines of equal value and a point, if there are some
 */
public record HeatFigure(
    String name,
    Axis x,
    Axis y,
    String value,
    HeatCells cells,
    String note,
    Optional<Contours> contours)
    implements Figure {

  /** A map without contours. */
  public HeatFigure(String name, Axis x, Axis y, String value, HeatCells cells, String note) {
    this(name, x, y, value, cells, note, Optional.empty());
  }

  /** Whether the colours follow the logarithm of the values. */
  public boolean log() {
    return cells.suitLog();
  }

  @Override
  public String what() {
    return value
        + (log() ? " as colour on a logarithmic scale over " : " as colour over ")
        + x.label()
        + " and "
        + y.label()
        + contours.map(lines -> "; " + lines.words()).orElse("");
  }
}
