package dev.parallax.cli;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.stream.IntStream;

/**
 * The fonts of this machine: a picture's ticks lie where its labels have room, so that it is the
 * same on machines with the same fonts alone.
 */
final class GoldenFonts {
  private static final String SAMPLE = "Parallax 0123456789.-";

  private static final String FONTS = fonts();

  private GoldenFonts() {}

  private static String fonts() {
    FontRenderContext context = new FontRenderContext(null, true, true);
    StringBuilder widths = new StringBuilder();
    for (int style : new int[] {Font.PLAIN, Font.BOLD}) {
      IntStream.of(9, 13, 16)
          .mapToObj(size -> new Font(Font.SANS_SERIF, style, size))
          .map(font -> font.getStringBounds(SAMPLE, context))
          .forEach(box -> widths.append(Math.round(64 * box.getWidth())).append(' '));
    }
    return GoldenFiles.sha256(widths.toString()).substring(0, 8);
  }

  /** What is kept of a picture: a short name of the fonts, and its SHA-256 or its size. */
  static String ofPicture(String text) {
    boolean size = text.endsWith(" pixels") || text.endsWith(" points");
    return "fonts " + FONTS + ": " + (size ? text : "SHA-256 " + GoldenFiles.sha256(text));
  }

  /** A record without what is told of pictures drawn with other fonts than this machine has. */
  static String comparable(String record) {
    return record.replaceAll("(?m)^\\| fonts (?!" + FONTS + ").*$", "| fonts of another machine");
  }

  /** A record of this machine, as one of another machine's fonts is compared with. */
  static String asFarAs(String record, String recorded) {
    boolean other = comparable(recorded).contains("| fonts of another machine");
    return other ? record.replaceAll("(?m)^\\| fonts .*$", "| fonts of another machine") : record;
  }
}
