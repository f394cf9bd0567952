package dev.parallax.cli;

import dev.parallax.text.Digits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.ac.starlink.fits.FitsTableBuilder;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.table.TableBuilder;
import uk.ac.starlink.votable.VOTableBuilder;

/**
 * What the golden run keeps of a file: a text as it is, a long one by its first lines and its
 * SHA-256; of a binary table its rows, as STIL reads them, and its header; of a picture its SHA-256
 * (SVG) or its size (PNG).
 */
final class GoldenFiles {
  /** Texts longer than this are kept by their first lines. */
  private static final int LONGEST = 6000;

  private static final int FIRST_LINES = 12;
  private static final Pattern STREAM = Pattern.compile("(?s)(<STREAM[^>]*>).*?(</STREAM>)");
  private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*?)</style>");
  private static final Pattern IMAGE = Pattern.compile("data:image/png;base64,[A-Za-z0-9+/=]+");
  private static final Pattern PDF_SIZE =
      Pattern.compile("\\A%PDF-1.4[\\s\\S]*?/MediaBox \\[0 0 (\\d+)\\S* (\\d+)\\S*]");
  private static final Pattern TIMED = Pattern.compile("(?m)^item,.*,status,seconds$");
  private static final Pattern LAST =
      Pattern.compile("(?m)^([0-9]+,.*,(?:ok|nan|failed),)[0-9][0-9.E-]*$");
  private static final Pattern FIGURE_TIME =
      Pattern.compile("(<dt>(?:time|Java|system|written)</dt>\n<dd>)[^<]*");
  private static final Pattern COST_TIME =
      Pattern.compile(
          "(<th scope=\"row\">(?:time in items|pace|overhead)</th>\n<td>)"
              + "[0-9.]+(?:/s| million/s| %| m?s)");
  private static final Pattern TIMELINE_TIME = Pattern.compile("(, and where; overhead )[0-9]+ %");
  private static final Pattern SLICE_TIME =
      Pattern.compile(
          "((?:<td data-name=\"[a-z ]+\">[0-9]+</td>\n){3})"
              + "<td data-name=\"began\">[0-9.]*</td>\n<td data-name=\"seconds\">[0-9.]+</td>"
              + "(\n<td data-name=\"where\" class=\"words\">driver)");

  private final UnaryOperator<String> shown;

  /** Keeps files; their texts, and their lines' texts, are shown by a function. */
  GoldenFiles(UnaryOperator<String> shown) {
    this.shown = shown;
  }

  /** What is kept of each file of a folder, by its name; the journal is left out. */
  Map<String, String> all(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Map.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith(".lock"))
          .collect(
              Collectors.toMap(
                  f -> f.getFileName().toString(), this::kept, (a, b) -> a, TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String kept(Path file) {
    String name = file.getFileName().toString();
    try {
      if (name.startsWith("timeline.")) {
        return "it is there";
      }
      if (name.endsWith(".png")) {
        return png(Files.readAllBytes(file));
      }
      if (name.endsWith(".pdf")) {
        return pdf(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
      if (name.endsWith(".fits")) {
        return cards(Files.readAllBytes(file)) + rows(file, new FitsTableBuilder());
      }
      String text = shown.apply(Files.readString(file));
      if (name.endsWith(".svg")) {
        return GoldenFonts.ofPicture(text);
      }
      if (name.endsWith(".vot")) {
        return STREAM.matcher(text).replaceAll("$1...$2") + rows(file, new VOTableBuilder());
      }
      return name.endsWith(".html") ? page(text) : shortened(withoutSeconds(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String png(byte[] bytes) {
    ByteBuffer header = ByteBuffer.wrap(bytes, 16, 8);
    return GoldenFonts.ofPicture(header.getInt() + " x " + header.getInt() + " pixels");
  }

  /** Its size: what is packed in it depends on Java's packer, and is what the SVG shows. */
  private static String pdf(String text) {
    Matcher size = PDF_SIZE.matcher(text);
    return GoldenFonts.ofPicture(
        size.find() ? size.group(1) + " x " + size.group(2) + " points" : "no PDF");
  }

  private static String page(String text) {
    String plain = STYLE.matcher(text).replaceAll(m -> "<style>" + sha256(m.group(1)) + "</style>");
    plain = IMAGE.matcher(plain).replaceAll("data:image/png");
    plain = plain.replace("><", ">\n<");
    plain = FIGURE_TIME.matcher(plain).replaceAll("$1#");
    plain = COST_TIME.matcher(plain).replaceAll("$1#");
    plain = TIMELINE_TIME.matcher(plain).replaceAll("$1#");
    return SLICE_TIME.matcher(plain).replaceAll("$1<td>#</td>\n<td>#</td>$2");
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    String first = text.lines().limit(FIRST_LINES).collect(Collectors.joining("\n"));
    long lines = text.lines().count();
    return first + "\n... " + lines + " lines in all, SHA-256 " + sha256(text);
  }

  /** A text table without the numbers of its last column, if that has the items' times. */
  private static String withoutSeconds(String text) {
    return TIMED.matcher(text).find() ? LAST.matcher(text).replaceAll("$1#") : text;
  }

  /** The lines of a FITS file's headers, and what stands in its first array of characters. */
  private static String cards(byte[] bytes) {
    StringBuilder cards = new StringBuilder();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = 0;
    for (int start = 0; start < text.length(); start += 2880) {
      if (text.startsWith("SIMPLE  =", start) || text.startsWith("XTENSION=", start)) {
        end = start;
        while (!text.startsWith("END ", end)) {
          cards.append(text.substring(end, end + 80).stripTrailing()).append('\n');
          end += 80;
        }
      } else if (text.startsWith("<?xml", start) || text.startsWith("<VOTABLE", start)) {
        cards.append(text.substring(start).split("\0", 2)[0].strip()).append('\n');
      }
    }
    return cards.toString();
  }

  private static String rows(Path file, TableBuilder form) throws IOException {
    StarTable table = new StarTableFactory().makeStarTable(file.toString(), form.getFormatName());
    StringBuilder text = new StringBuilder("rows:\n");
    ColumnInfo[] columns = new ColumnInfo[table.getColumnCount()];
    Arrays.setAll(columns, table::getColumnInfo);
    try (RowSequence rows = table.getRowSequence()) {
      while (rows.next()) {
        Object[] row = rows.getRow();
        for (int c = 0; c < row.length; c++) {
          boolean time = columns[c].getName().equals("seconds");
          text.append(c == 0 ? "" : ",").append(time ? "#" : cell(row[c]));
        }
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static String cell(Object value) {
    return value instanceof Double number ? Digits.shortest(number) : String.valueOf(value);
  }

  /** The SHA-256 of a text. */
  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The parts of a folder's record that are new or another than before, and what has gone. */
  static String changes(String folder, Map<String, String> before, Map<String, String> after) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> file : after.entrySet()) {
      if (!file.getValue().equals(before.get(file.getKey()))) {
        text.append("--- ").append(folder).append('/').append(file.getKey()).append('\n');
        text.append(indented(file.getValue()));
      }
    }
    before.keySet().stream()
        .filter(name -> !after.containsKey(name))
        .sorted()
        .forEach(name -> text.append("--- gone: " + folder + "/" + name + "\n"));
    return text.toString();
  }

  /** Lines behind a margin, so that none is taken for a heading. */
  static String indented(String text) {
    Matcher end = Pattern.compile("\n\\z").matcher(text);
    return Stream.of(end.replaceFirst("").split("\n", -1))
        .map(line -> "| " + line + "\n")
        .collect(Collectors.joining());
  }
}
