package dev.parallax.report.figure.drawing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The PDF of a picture whose letters are outlines, without the fonts that it names and does not
 * use: journals refuse a file with a font that is not in it. Numbers have five decimals, not
 * fifteen digits.
 */
public final class PdfPage {
  private static final String CONTENT = "4 0 obj\n<<\n/Length ";
  private static final String STREAM = "\n/Filter /FlateDecode\n>>\nstream\n";
  private static final String END = "\nendstream\nendobj\n";
  private static final String XREF = "xref\n0 ";
  private static final Pattern FONT = Pattern.compile("(?m)^/Fnt\\d+ [\\d.]+ Tf\n");
  private static final Pattern FONTS =
      Pattern.compile("/Font <<\n(?:/Fnt\\d+ <<\n(?:/\\w+ /[\\w.-]+\n)+>>\n)+>>\n");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d{6,}(?:E-?\\d+)?");
  private static final Pattern PLACE = Pattern.compile("(\\d{10}) 00000 n");

  private final String pdf;
  private final int content;
  private final int drawn;
  private final int drawnEnd;
  private final int xref;

  private PdfPage(String pdf) {
    this.pdf = pdf;
    this.content = place(CONTENT, 0) + CONTENT.length();
    this.drawn = place(STREAM, content) + STREAM.length();
    this.drawnEnd = drawn + Integer.parseInt(pdf.substring(content, pdf.indexOf('\n', content)));
    this.xref = pdf.lastIndexOf(XREF);
    place(END, drawnEnd);
  }

  private int place(String part, int from) {
    int found = pdf.indexOf(part, from);
    if (found < 0) {
      throw new IllegalStateException("a PDF file without " + part.strip());
    }
    return found;
  }

  /** The file without fonts. */
  public static byte[] withoutFonts(byte[] pdf) throws IOException {
    return new PdfPage(new String(pdf, ISO_8859_1)).written().getBytes(ISO_8859_1);
  }

  private String written() throws IOException {
    String commands = FONT.matcher(inflated(pdf.substring(drawn, drawnEnd))).replaceAll("");
    String packed = deflated(NUMBER.matcher(commands).replaceAll(PdfPage::rounded));
    String before = pdf.substring(0, content) + packed.length() + STREAM + packed;
    int objects = pdf.indexOf("endobj", drawnEnd + END.length()); // the resources' end
    String resources = FONTS.matcher(pdf.substring(drawnEnd, objects)).replaceFirst("");
    String rest = pdf.substring(objects, xref);
    int moved = before.length() - drawnEnd;
    int further = moved + resources.length() - (objects - drawnEnd);
    Matcher places = PLACE.matcher(pdf.substring(xref, pdf.indexOf("startxref", xref)));
    String table =
        places.replaceAll(
            found -> {
              int old = Integer.parseInt(found.group(1));
              int now = old < drawnEnd ? old : old < objects ? old + moved : old + further;
              return String.format(Locale.ROOT, "%010d 00000 n", now);
            });
    return before + resources + rest + table + "startxref\n" + (xref + further) + "\n%%EOF\n";
  }

  private static String rounded(MatchResult number) {
    String text = String.format(Locale.ROOT, "%.5f", Double.parseDouble(number.group()));
    return text.replaceAll("\\.?0+$", "");
  }

  private static String inflated(String packed) throws IOException {
    byte[] bytes = packed.getBytes(ISO_8859_1);
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), ISO_8859_1);
    }
  }

  private static String deflated(String commands) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(commands.getBytes(ISO_8859_1));
    }
    return packed.toString(ISO_8859_1);
  }
}
