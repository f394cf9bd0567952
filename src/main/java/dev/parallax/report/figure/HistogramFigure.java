package dev.parallax.report.figure;

/**
 * How often which values are.
 *
 * @param name the name of its files, without an ending
 * @param axis what the values are, with their unit
 * @param of what has the values, in the plural, such as {@code items}
 * @param histogram the values
 * @param note what is to be known besides; may be empty
 */
public record HistogramFigure(String name, String axis, String of, Histogram histogram, String note)
    implements Figure {

  @Override
  public String what() {
    return "Histogram of " + axis;
  }
}
