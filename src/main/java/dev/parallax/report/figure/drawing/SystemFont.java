package dev.parallax.report.figure.drawing;

import de.erichseifert.vectorgraphics2d.util.GraphicsUtils;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The font of this system that letters of a logical one, such as {@code SansSerif}, come from. A
 * file of vectors names it. It is looked for once: to compare with all fonts there are takes half a
 * second.
 */
final class SystemFont {
  /** What Java takes on most systems. */
  private static final List<String> LIKELY =
      List.of("DejaVu Sans", "Liberation Sans", "Noto Sans", "Arial", "Helvetica", "Lucida Grande");

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final String LETTERS = "AEMgjqy \u00e4 0123456789 .,-(";

  private static final Map<Looks, String> FOUND = new ConcurrentHashMap<>();

  private SystemFont() {}

  private record Looks(String family, int style) {}

  /** The font with the same letters and a name of this system's. */
  static Font of(Font font) {
    Looks looks = new Looks(font.getFamily(), font.getStyle());
    String family = FOUND.computeIfAbsent(looks, any -> family(font));
    return new Font(family, font.getStyle(), font.getSize());
  }

  private static String family(Font font) {
    return LIKELY.stream()
        .filter(name -> hasLettersOf(font, new Font(name, font.getStyle(), font.getSize())))
        .findFirst()
        .orElseGet(() -> GraphicsUtils.getPhysicalFont(font).getFamily());
  }

  /** A font that is not there is replaced by another name's. */
  private static boolean hasLettersOf(Font font, Font named) {
    if (!named.getFamily().equals(named.getName())) {
      return false;
    }
    TextLayout one = new TextLayout(LETTERS, font, CONTEXT);
    TextLayout other = new TextLayout(LETTERS, named, CONTEXT);
    return one.getBounds().equals(other.getBounds()) && one.getAdvance() == other.getAdvance();
  }
}
