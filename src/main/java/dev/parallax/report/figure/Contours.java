package dev.parallax.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines of equal value on a map, and a point that is marked.
 *
 * @param lines those of each level
 * @param mark the point, if there is one
 */
public record Contours(List<Contour> lines, Optional<Landscape.Mark> mark) {
  /** A map has so many cells each way at least before lines through it say more than colours. */
  private static final int FINE = 10;

  /** Of a map's cells, which may have a level's value; a plain has no line. */
  private static final double FLAT = 0.05;

  /** A line that crosses a map is about as long as its sides; one through noise is longer. */
  private static final int LONGEST = 3;

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
        Optional.of(landscape.mark()));
  }

  /**
   * Lines below which a quarter, half and three quarters of a map's cells lie. There are none if
   * the map is coarse, has holes or texts, or if a line winds through noise.
   */
  public static Optional<Contours> quartiles(HeatCells cells, Axis x, Axis y) {
    double[] sorted = Arrays.stream(cells.values()).flatMapToDouble(Arrays::stream).toArray();
    Arrays.sort(sorted);
    boolean coarse = Math.min(cells.across().size(), cells.upwards().size()) < FINE;
    boolean finite = Double.isFinite(sorted[0]) && Double.isFinite(sorted[sorted.length - 1]);
    if (coarse || !finite || !x.levels().isEmpty() || !y.levels().isEmpty()) {
      return Optional.empty();
    }
    List<Contour> lines = new ArrayList<>();
    for (int share = 25; share < 100; share += 25) {
      double level = sorted[(int) ((sorted.length - 1) * (share / 100.0))];
      if (share(sorted, level) < FLAT) {
        List<double[][]> paths =
            MarchingSquares.paths(
                middles(cells.across()), middles(cells.upwards()), cells.values(), level);
        if (length(paths) > LONGEST * (cells.across().size() + cells.upwards().size())) {
          return Optional.empty();
        }
        String label = share + " %: " + String.format(Locale.ROOT, "%.3g", level);
        lines.add(new Contour(label, paths.stream().map(path -> values(path, x, y)).toList()));
      }
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(new Contours(lines, Optional.empty()));
  }

  private static double share(double[] sorted, double value) {
    return (double) Arrays.stream(sorted).filter(v -> v == value).count() / sorted.length;
  }

  private static double[] middles(Bins bins) {
    return IntStream.range(0, bins.size()).mapToDouble(bins::middle).toArray();
  }

  private static int length(List<double[][]> paths) {
    return paths.stream().mapToInt(path -> path[0].length).sum();
  }

  private static double[][] values(double[][] path, Axis x, Axis y) {
    return new double[][] {
      Arrays.stream(path[0]).map(x::value).toArray(), Arrays.stream(path[1]).map(y::value).toArray()
    };
  }

  private String called() {
    return mark.isPresent() ? "contours " : "contours of quantiles, ";
  }

  /** What is drawn, in words. */
  String words() {
    String contours = lines.stream().map(Contour::label).collect(Collectors.joining(", "));
    Stream<String> marked = mark.stream().map(point -> "marked: " + point.label());
    Stream<String> drawn = lines.isEmpty() ? Stream.empty() : Stream.of(called() + contours);
    return Stream.concat(marked, drawn).collect(Collectors.joining("; "));
  }
}
