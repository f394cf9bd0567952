package dev.parallax.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Parts of FITS files made by hand. */
final class Fits {
  static final int BLOCK = 2880;

  private Fits() {}

  /** A primary unit without data. */
  static byte[] primary() {
    return header("SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0", "EXTEND  = T");
  }

  /** A primary unit with a VOTable that describes the table behind it. */
  static byte[] described(String votable) {
    byte[] text = votable.getBytes(StandardCharsets.UTF_8);
    byte[] header =
        header(
            "SIMPLE  = T",
            "BITPIX  =                    8",
            "NAXIS   =                    1",
            String.format(Locale.ROOT, "NAXIS1  = %20d", text.length),
            "VOTMETA =                    T");
    return joined(header, filled(text));
  }

  /** A header of these cards. */
  static byte[] header(String... cards) {
    StringBuilder header = new StringBuilder();
    for (String card : cards) {
      header.append(String.format(Locale.ROOT, "%-80s", card));
    }
    header.append(String.format(Locale.ROOT, "%-80s", "END"));
    header.append(" ".repeat(BLOCK - 1 - (header.length() - 1) % BLOCK));
    // A FITS file is known by its first card, whose value stands in a fixed place.
    String text =
        header.toString().replaceFirst("^SIMPLE  = T {19}", "SIMPLE  = " + " ".repeat(19) + "T");
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The header of a binary table, with the cards of a text between bars in place of or added. */
  static byte[] binary(String cards) {
    String all =
        "XTENSION= 'BINTABLE'|BITPIX  = 8|NAXIS   = 2|NAXIS1  = 8|NAXIS2  = 2|PCOUNT  = 0|"
            + "GCOUNT  = 1|TFIELDS = 1|TTYPE1  = 'x'|TFORM1  = 'D'";
    StringBuilder more = new StringBuilder();
    for (String card : cards.split("\\|")) {
      String key = card.isEmpty() ? "" : card.substring(0, 8);
      if (!key.isEmpty() && all.contains(key)) {
        all = all.replaceFirst(key + "[^|]*", card.replace("$", "\\$"));
      } else if (!key.isEmpty()) {
        more.append('|').append(card);
      }
    }
    return header((all + more).split("\\|"));
  }

  /** Bytes up to the end of a block. */
  static byte[] filled(byte[] bytes) {
    return java.util.Arrays.copyOf(bytes, (bytes.length + BLOCK - 1) / BLOCK * BLOCK);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
