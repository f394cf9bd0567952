package dev.parallax.report.figure;

/** The data of a picture. */
public sealed interface Figure permits DistributionFigure, LineFigure, InfluenceFigure {

  /** The name of its files, without an ending. */
  String name();
}
