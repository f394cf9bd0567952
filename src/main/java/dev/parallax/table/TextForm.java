package dev.parallax.table;

import dev.parallax.table.binary.StilReader;
import dev.parallax.table.column.Contents;
import dev.parallax.table.condition.Wanted;
import dev.parallax.table.fixed.IpacReader;
import dev.parallax.table.fixed.MrtReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import uk.ac.starlink.table.formats.TstTableBuilder;
import uk.ac.starlink.table.formats.WDCTableBuilder;
import uk.ac.starlink.util.DataSource;

/** The forms of text with a header of their own, each known by how a file begins. */
enum TextForm {
  /** The table format of IPAC's archives: columns between bars. */
  IPAC(TextForm::isIpac),
  /** A machine-readable table of the AAS journals, with a description byte by byte. */
  MRT(like("\\s*Title:(\\s.*)?|(?:.*[\\r\\n])?\\s*Byte-by-byte Description of file.*")),
  /** A tab-separated table of the SkyCat kind: text, then names above dashes. */
  TST(like("[^\\t\\r\\n#]+\\R.*\\R-++ *+(?:\\t *+-++ *+)++\\R.*")),
  /** The format of the World Data Centre for solar-terrestrial physics. */
  WDC(like(" *Column formats and units.*"));

  @SuppressWarnings("ImmutableEnumChecker") // a pattern's
  private final Predicate<String> beginning;

  TextForm(Predicate<String> beginning) {
    this.beginning = beginning;
  }

  private static Predicate<String> like(String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL).asMatchPredicate();
  }

  /** The form of a file that begins so, if it is one of these. */
  static Optional<TextForm> of(String start) {
    return Arrays.stream(values()).filter(form -> form.beginning.test(start)).findFirst();
  }

  /**
   * Reads a table of this form.
   *
   * @param in the file's content, from its beginning
   * @param source the same, for STIL
   */
  Contents read(String name, InputStream in, DataSource source, Wanted wanted) throws IOException {
    return switch (this) {
      case IPAC -> IpacReader.read(name, in, wanted);
      case MRT -> MrtReader.read(name, in, wanted);
      case TST -> StilReader.readText(name, "TST", new TstTableBuilder(), source, wanted);
      case WDC -> StilReader.readText(name, "WDC", new WDCTableBuilder(), source, wanted);
    };
  }

  /** Backslashes, then bars; but a second line of dashes between bars is Markdown's. */
  private static boolean isIpac(String start) {
    int bars = 0;
    for (String line : start.split("\\R", -1)) {
      if (line.stripLeading().startsWith("|")) {
        bars++;
        if (bars == 2) {
          return !line.matches("[-:|\\s]*-[-:|\\s]*");
        }
      } else if (bars > 0 || !(line.isBlank() || line.startsWith("\\"))) {
        return bars > 0;
      }
    }
    return bars > 0 || start.stripLeading().startsWith("\\");
  }
}
