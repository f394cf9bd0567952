package dev.parallax.report.figure;

/** The data of a picture. */
public sealed interface Figure
    permits CurveFigure,
        DistributionFigure,
        HeatFigure,
        HistogramFigure,
        InfluenceFigure,
        LineFigure,
        PanelsFigure,
        ScatterFigure,
        TimelineFigure {

  /** The name of its files, without an ending. */
  String name();

  /** What there is to see. */
  String what();

  /** What is to be known besides, and is written below it; empty if there is nothing. */
  default String note() {
    return "";
  }

  /** What there is to see, in a sentence, for those too who cannot see it. */
  default String caption() {
    return what() + (note().isEmpty() ? "" : "; " + note());
  }
}
