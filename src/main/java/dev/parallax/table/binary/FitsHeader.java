package dev.parallax.table.binary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a unit of a FITS file.
 *
 * @param cards its values by keyword, texts without quotes
 * @param lines its cards as they are, without the last
 */
record FitsHeader(Map<String, String> cards, List<String> lines) {
  private static final int LONGEST = 100_000; // cards
  private static final int MOST_AXES = 999;
  private static final Pattern LAYOUT =
      Pattern.compile(
          "SIMPLE|XTENSION|BITPIX|NAXIS\\d*|PCOUNT|GCOUNT|GROUPS|TFIELDS|THEAP|XT_[IN]COL"
              + "|(XT )?(TFORM|TDIM|TBCOL)\\d+");
  private static final Pattern WIDE = Pattern.compile("(?i)HIERARCH +XT +(\\w+) *=(.*)");
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
    List<String> lines = new ArrayList<>();
    byte[] block = in.readNBytes(BLOCK);
    if (!first && !card(block, 0).startsWith("XTENSION")) {
      return Optional.empty(); // the end, or what the standard calls special records
    }
    while (block.length == BLOCK) {
      for (int at = 0; at < BLOCK; at += CARD) {
        String card = card(block, at);
        String key = card.substring(0, KEY).stripTrailing();
        if (key.equals("END")) {
          return Optional.of(new FitsHeader(cards, lines));
        }
        lines.add(card);
        take(cards, card, key);
      }
      if (lines.size() > LONGEST) {
        throw new IOException("has a header that does not end within " + LONGEST + " cards");
      }
      block = in.readNBytes(BLOCK);
    }
    throw cut();
  }

  /** The keyword of a card; that of a column which only STIL can have begins with XT. */
  private static String key(String card) {
    Matcher wide = WIDE.matcher(card);
    String key = wide.matches() ? "XT " + wide.group(1) : card.substring(0, KEY);
    return key.replaceFirst("=.*", "").strip().toUpperCase(Locale.ROOT);
  }

  /** Takes the value of a card, if it has one. */
  private static void take(Map<String, String> cards, String card, String key) throws IOException {
    Matcher wide = WIDE.matcher(card);
    if (wide.matches()) {
      put(cards, key(card), value(wide.group(2).strip()));
    } else if (card.startsWith("= ", KEY)) {
      put(cards, key, value(card.substring(KEY + 2).strip()));
    }
  }

  private static void put(Map<String, String> cards, String key, String value) throws IOException {
    String before = cards.putIfAbsent(key, value);
    if (before != null && !before.equals(value) && isLayout(key)) {
      throw new IOException("has '" + before + "' and '" + value + "' for " + key + " in a header");
    }
  }

  /** Whether a keyword says how the data lie. */
  static boolean isLayout(String key) {
    return LAYOUT.matcher(key).matches();
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

  /**
   * The value of a keyword that has to be there.
   *
   * @throws IOException if it is not, or lies outside the limits
   */
  long integer(String key, long least, long most) throws IOException {
    if (text(key).isEmpty()) {
      throw new IOException("has no " + key + " in the header of its table");
    }
    long value = integer(key, least);
    if (value < least || value > most) {
      String limits = least == most ? "not " + least : "not within " + least + " .. " + most;
      throw new IOException("has " + value + " for " + key + " in its header, " + limits);
    }
    return value;
  }

  /**
   * How many bytes the unit's data have, with what fills their last block.
   *
   * @throws IOException if the header has no such number
   */
  long size() throws IOException {
    long axes = integer("NAXIS", 0);
    if (axes < 0 || axes > MOST_AXES) {
      throw new IOException("has " + axes + " for NAXIS in its header, not within 0 .. 999");
    }
    boolean groups = text("GROUPS").equals("T") && integer("NAXIS1", 1) == 0;
    long product = axes == 0 ? 0 : 1;
    for (long axis = groups ? 2 : 1; axis <= axes; axis++) {
      product = times(product, integer("NAXIS" + axis, 0));
    }
    if (product > Long.MAX_VALUE / 2 || integer("PCOUNT", 0) > Long.MAX_VALUE / 2) {
      throw tooLarge();
    }
    long count = times(integer("GCOUNT", 1), times(1, integer("PCOUNT", 0)) + product);
    long bits = integer("BITPIX", Byte.SIZE);
    if (bits < -Long.SIZE || bits > Long.SIZE) {
      throw new IOException("has " + bits + " for BITPIX in its header");
    }
    long bytes = times(Math.abs(bits) / Byte.SIZE, count);
    if (bytes > Long.MAX_VALUE - BLOCK) {
      throw tooLarge();
    }
    return (bytes + BLOCK - 1) / BLOCK * BLOCK;
  }

  private static long times(long count, long size) throws IOException {
    if (size < 0 || count < 0) {
      throw new IOException("has a size below 0 in a header");
    }
    if (size != 0 && count > Long.MAX_VALUE / size) {
      throw tooLarge();
    }
    return count * size;
  }

  private static IOException tooLarge() {
    return new IOException("has more bytes, by its header, than any file can have");
  }

  /**
   * A header in which these cards say how the data lie, and no others, as bytes.
   *
   * @param layout the cards' keywords and their values, texts in quotes
   * @param dropped which others are left out
   */
  byte[] with(Map<String, String> layout, Predicate<String> dropped) {
    StringBuilder all = new StringBuilder();
    layout.forEach(
        (key, value) -> {
          String text = value.startsWith("'") ? value : String.format(Locale.ROOT, "%20s", value);
          String word = key.startsWith("XT ") ? "HIERARCH " + key + ' ' : key;
          String card = String.format(Locale.ROOT, "%-8s= %s", word, text);
          all.append(String.format(Locale.ROOT, "%-80s", card));
        });
    for (String line : lines) {
      String key = key(line);
      if (!isLayout(key) && !dropped.test(key)) {
        all.append(line);
      }
    }
    all.append(String.format(Locale.ROOT, "%-80s", "END"));
    all.append(" ".repeat(BLOCK - 1 - (all.length() - 1) % BLOCK));
    return all.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
