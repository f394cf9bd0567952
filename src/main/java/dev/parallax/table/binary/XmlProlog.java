package dev.parallax.table.binary;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the root of a document. A DOCTYPE that names a DTD elsewhere, as old VOTables
 * have it, is passed over, before a parser sees it: with one, Java's parsers leave out entities
 * that they do not know, in silence.
 */
final class XmlProlog {
  /** How many bytes it may have. */
  static final int LONGEST = 1 << 16;

  private static final String DOCTYPE = "<!DOCTYPE";
  private static final Pattern ENCODING =
      Pattern.compile(
          "(?:\u00EF\u00BB\u00BF)?<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");

  private final byte[] bytes;
  private int at;

  private XmlProlog(byte[] bytes) {
    this.bytes = bytes;
    this.at = begins("\u00EF\u00BB\u00BF") ? 3 : 0;
  }

  /**
   * Writes blanks over a DOCTYPE in the bytes that a document begins with.
   *
   * @throws IOException if it declares something itself
   */
  static void blankDoctype(byte[] start) throws IOException {
    XmlProlog prolog = new XmlProlog(start);
    if (prolog.findsDoctype()) {
      prolog.blank();
    }
  }

  /**
   * The encoding of the document that begins with these bytes. Its parser would print what it
   * cannot decode.
   *
   * @throws IOException if it declares one that is not known
   */
  static Charset charset(byte[] start) throws IOException {
    if (start.length > 1 && start[0] == 0) {
      return StandardCharsets.UTF_16BE;
    }
    if (start.length > 1 && start[1] == 0) {
      return StandardCharsets.UTF_16LE;
    }
    String text = new String(start, 0, Math.min(start.length, 512), StandardCharsets.ISO_8859_1);
    Matcher declared = ENCODING.matcher(text);
    if (!declared.lookingAt() || declared.group(1).matches("(?i)(UTF|UCS|ISO-10646-).*")) {
      return StandardCharsets.UTF_8; // as its declaration could be read, it is of single bytes
    }
    try {
      return Charset.forName(declared.group(1));
    } catch (IllegalArgumentException e) {
      throw new IOException("has the unknown encoding '" + declared.group(1) + "'", e);
    }
  }

  /** That a DOCTYPE declares something, or is where it cannot be passed over. */
  static IOException declares() {
    return new IOException(
        "has a DOCTYPE with declarations, which are not read: take out all from '<!DOCTYPE' on"
            + " to the '>' that ends it");
  }

  private boolean findsDoctype() {
    while (at < bytes.length) {
      if (isBlank(bytes[at])) {
        at++;
      } else if (begins("<?")) {
        skip("?>");
      } else if (begins("<!--")) {
        skip("-->");
      } else {
        return begins(DOCTYPE);
      }
    }
    return false;
  }

  private void blank() throws IOException {
    int start = at;
    int quote = 0;
    for (; at < bytes.length; at++) {
      byte b = bytes[at];
      if (quote != 0) {
        quote = b == quote ? 0 : quote;
      } else if (b == '"' || b == '\'') {
        quote = b;
      } else if (b == '[') {
        throw declares();
      } else if (b == '>') {
        for (int i = start; i <= at; i++) {
          bytes[i] = isBlank(bytes[i]) ? bytes[i] : (byte) ' ';
        }
        return;
      }
    }
  }

  private void skip(String end) {
    while (at < bytes.length && !begins(end)) {
      at++;
    }
    at = Math.min(bytes.length, at + end.length());
  }

  private boolean begins(String text) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    int end = at + wanted.length;
    return end <= bytes.length && Arrays.equals(bytes, at, end, wanted, 0, wanted.length);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
