package dev.parallax.table;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.ac.starlink.table.TableBuilder;
import uk.ac.starlink.table.formats.IpacTableBuilder;
import uk.ac.starlink.table.formats.MrtTableBuilder;
import uk.ac.starlink.table.formats.TstTableBuilder;
import uk.ac.starlink.table.formats.WDCTableBuilder;

/** The forms of text that are left to STIL, each known by how a file begins. */
enum TextForm {
  /** The table format of IPAC's archives: columns between bars. */
  IPAC("IPAC", "^(\\\\|\\|).*"),
  /** A machine-readable table of the AAS journals, with a description byte by byte. */
  MRT("MRT", "^Title: .*"),
  /** A tab-separated table of the SkyCat kind: text, then names above dashes. */
  TST("TST", "^[^\\t\\r\\n#]+\\R.*\\R-+ *(\\t *-+ *)+\\R.*"),
  /** The format of the World Data Centre for solar-terrestrial physics. */
  WDC("WDC", "^ *Column formats and units.*");

  private final String title;
  private final Pattern beginning;

  TextForm(String title, String beginning) {
    this.title = title;
    this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
  }

  /** The form of a file that begins so, if it is one of these. */
  static Optional<TextForm> of(String start) {
    return Arrays.stream(values())
        .filter(form -> form.beginning.matcher(start).matches())
        .findFirst();
  }

  String title() {
    return title;
  }

  TableBuilder builder() {
    return switch (this) {
      case IPAC -> new IpacTableBuilder();
      case MRT -> mrt();
      case TST -> new TstTableBuilder();
      case WDC -> new WDCTableBuilder();
    };
  }

  /** Keeps the digits that are there. */
  private static TableBuilder mrt() {
    MrtTableBuilder builder = new MrtTableBuilder();
    builder.setUseFloat(false);
    return builder;
  }
}
