package dev.parallax.report.figure.chart;

import java.awt.Color;
import java.util.Map;

/**
 * The colours of a picture on dark ground, that of the page's cards. The colours of numbers stay:
 * viridis is read by its lightness.
 */
final class DarkColours {
  private static final Map<Integer, Integer> INSTEAD =
      Map.ofEntries(
          Map.entry(0xFFFFFF, 0x1A2027),
          Map.entry(rgb(Style.INK), 0xE4E8ED),
          Map.entry(rgb(Style.FAINT), 0x98A3B1),
          Map.entry(rgb(Style.EDGE), 0x7E8996),
          Map.entry(rgb(Style.PALE), 0x414C59),
          Map.entry(rgb(Style.TINT), 0x24445A),
          Map.entry(rgb(Style.BLUE), 0x4AA8E8),
          Map.entry(rgb(Style.VERMILION), 0xFF8142),
          Map.entry(rgb(Style.GREEN), 0x2CC99B),
          Map.entry(rgb(Style.PURPLE), 0xE6A3CB),
          Map.entry(rgb(Style.ORANGE), 0xF4B63A),
          Map.entry(rgb(Style.SKY), 0x9AD7F7),
          Map.entry(0x000000, 0xFFFFFF));

  private DarkColours() {}

  private static int rgb(Color colour) {
    return colour.getRGB() & 0xFFFFFF;
  }

  /** The colour on dark ground instead of this one on white. */
  static Color instead(Color colour) {
    int rgb = INSTEAD.getOrDefault(rgb(colour), rgb(colour));
    return new Color(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF, colour.getAlpha());
  }
}
