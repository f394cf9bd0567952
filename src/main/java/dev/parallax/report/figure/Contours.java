package dev.parallax.report.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines of equal value on a map, and a point that is marked.
 *
 * @param lines those of each level
 * @param mark the point
 */
public record Contours(List<Contour> lines, Landscape.Mark mark) {

  /** Copies the list. */
  public Contours {
    lines = List.copyOf(lines);
  }

  /**
   * The lines of a level.
   *
   * @param label what it is
   * @param paths each of the places across and the places upwards, as many; a closed one ends where
   *     it begins
   */
  public record Contour(String label, List<double[][]> paths) {}

  /** The contours of a landscape, straight between the sides of cells on these axes. */
  public static Contours of(Landscape landscape, Axis x, Axis y) {
    double[] across = Arrays.stream(landscape.across().values()).map(x::place).toArray();
    double[] up = Arrays.stream(landscape.up().values()).map(y::place).toArray();
    return new Contours(
        landscape.levels().stream()
            .map(
                level ->
                    new Contour(
                        level.label(),
                        MarchingSquares.paths(across, up, landscape.values(), level.value())
                            .stream()
                            .map(path -> values(path, x, y))
                            .toList()))
            .toList(),
        landscape.mark());
  }

  private static double[][] values(double[][] path, Axis x, Axis y) {
    return new double[][] {
      Arrays.stream(path[0]).map(x::value).toArray(), Arrays.stream(path[1]).map(y::value).toArray()
    };
  }

  /** What is drawn, in words. */
  String words() {
    String marked = "marked: " + mark.label();
    return lines.isEmpty()
        ? marked
        : Stream.concat(Stream.of(marked), lines.stream().map(Contour::label))
            .collect(Collectors.joining("; contours ", "", ""))
            .replaceFirst("; contours (.*); contours ", "; contours $1, ");
  }
}
