package dev.parallax.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The header of a unit of a FITS file.
 *
 * @param cards its values by keyword, texts without quotes
 */
record FitsHeader(Map<String, String> cards) {
  private static final int BLOCK = 2880;
  private static final int CARD = 80;
  private static final int KEY = 8;

  /**
   * Reads the next header; empty if the file ends where it would begin.
   *
   * @param first whether it is the file's first
   */
  static Optional<FitsHeader> read(InputStream in, boolean first) throws IOException {
    Map<String, String> cards = new HashMap<>();
    byte[] block = in.readNBytes(BLOCK);
    if (!first && !card(block, 0).startsWith("XTENSION")) {
      return Optional.empty(); // the end, or what the standard calls special records
    }
    while (block.length == BLOCK) {
      for (int at = 0; at < BLOCK; at += CARD) {
        String card = card(block, at);
        String key = card.substring(0, KEY).stripTrailing();
        if (key.equals("END")) {
          return Optional.of(new FitsHeader(cards));
        }
        if (card.startsWith("= ", KEY)) {
          cards.putIfAbsent(key, value(card.substring(KEY + 2).strip()));
        }
      }
      block = in.readNBytes(BLOCK);
    }
    throw cut();
  }

  static IOException cut() {
    return new IOException("is cut short: a FITS file that ends too early");
  }

  private static String card(byte[] block, int at) {
    int length = Math.max(0, Math.min(CARD, block.length - at));
    return new String(block, at, length, StandardCharsets.ISO_8859_1);
  }

  /** A text stands in quotes, which are doubled in it; a comment follows a slash. */
  private static String value(String text) {
    if (!text.startsWith("'")) {
      return text.replaceFirst("/.*", "").strip();
    }
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) == '\'') {
        i++;
        if (i == text.length() || text.charAt(i) != '\'') {
          break;
        }
      }
      value.append(text.charAt(i));
    }
    return value.toString().strip();
  }

  /** The value of a keyword; empty if there is none. */
  String text(String key) {
    return Optional.ofNullable(cards.get(key)).orElse("");
  }

  long integer(String key, long otherwise) throws IOException {
    String text = text(key);
    try {
      return text.isEmpty() ? otherwise : Long.parseLong(text);
    } catch (NumberFormatException e) {
      String reason = String.format(Locale.ROOT, "has '%s' for %s in its header", text, key);
      throw new IOException(reason, e);
    }
  }

  /** How many bytes the unit's data have, with what fills their last block. */
  long size() throws IOException {
    long axes = integer("NAXIS", 0);
    boolean groups = text("GROUPS").equals("T") && integer("NAXIS1", 1) == 0;
    long product = axes == 0 ? 0 : 1;
    for (long axis = groups ? 2 : 1; axis <= axes; axis++) {
      product *= integer("NAXIS" + axis, 0);
    }
    long count = integer("GCOUNT", 1) * (integer("PCOUNT", 0) + product);
    long bytes = Math.abs(integer("BITPIX", Byte.SIZE)) / Byte.SIZE * count;
    return (bytes + BLOCK - 1) / BLOCK * BLOCK;
  }
}
