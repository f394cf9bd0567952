package dev.parallax.table.binary;

import dev.parallax.text.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The bytes that stand to base 64 in a STREAM of a VOTable, decoded as they are read. */
final class InlineStream extends InputStream {
  private static final int DIGITS = 1 << 14;
  private static final int GROUP = 4;
  private static final int SHOWN = 200;

  private final VoTableXml xml;
  private final byte[] digits = new byte[DIGITS];
  private int count;
  private boolean padded;
  private String text = "";
  private int from;
  private boolean ended; // where the STREAM ends
  private byte[] bytes = new byte[0];
  private int at;
  private long position;

  private InlineStream(VoTableXml xml) {
    this.xml = xml;
  }

  /**
   * Goes from the element that has rows into its STREAM.
   *
   * @throws IOException if there is none, or its bytes are elsewhere or not to base 64
   */
  static InlineStream open(VoTableXml xml) throws IOException, XMLStreamException {
    String parent = xml.element();
    toChild(xml, parent);
    String line = " at line " + xml.line();
    if (!xml.element().equals("STREAM")) {
      throw new IOException("has an element " + xml.element() + " in " + parent + line);
    }
    String href = xml.attribute("href");
    if (!href.isEmpty()) {
      String shown = href.length() > SHOWN ? href.substring(0, SHOWN) + "..." : href;
      throw new IOException(
          "has its rows elsewhere, in '" + Visible.line(shown) + "', which is never opened" + line);
    }
    String encoding = xml.attribute("encoding").strip();
    if (!encoding.equals("base64")) {
      String shown = encoding.length() > SHOWN ? encoding.substring(0, SHOWN) : encoding;
      throw new IOException(
          "has a STREAM with the encoding '" + Visible.line(shown) + "', not base64" + line);
    }
    return new InlineStream(xml);
  }

  private static void toChild(VoTableXml xml, String parent)
      throws IOException, XMLStreamException {
    int event = xml.next();
    while (event != XMLStreamConstants.START_ELEMENT) {
      if (event == XMLStreamConstants.END_ELEMENT) {
        throw new IOException("has no STREAM in " + parent + " at line " + xml.line());
      }
      event = xml.next();
    }
  }

  /** How many bytes were read. */
  long position() {
    return position;
  }

  /** Whether all were read. */
  boolean isAtEnd() throws IOException {
    return at == bytes.length && !fill();
  }

  @Override
  public int read() throws IOException {
    if (isAtEnd()) {
      return -1;
    }
    position++;
    return bytes[at++] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    int some = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, target, offset, some);
    at += some;
    position += some;
    return some;
  }

  private boolean fill() throws IOException {
    at = 0;
    bytes = new byte[0];
    try {
      while (bytes.length == 0 && !(ended && count == 0)) {
        gather();
        int whole = ended ? count : count / GROUP * GROUP;
        bytes = Base64.getDecoder().decode(Arrays.copyOf(digits, whole));
        System.arraycopy(digits, whole, digits, 0, count - whole);
        count -= whole;
      }
    } catch (XMLStreamException e) {
      throw VoTableXml.broken(e);
    } catch (IllegalArgumentException e) {
      throw wrong("is wrong (" + e.getMessage() + ")", e);
    }
    return bytes.length > 0;
  }

  /** Takes digits from the text, as many as there is room for. */
  private void gather() throws IOException, XMLStreamException {
    while (!ended && count < DIGITS) {
      if (from == text.length()) {
        more();
      }
      for (; from < text.length() && count < DIGITS; from++) {
        take(text.charAt(from));
      }
    }
  }

  private void more() throws IOException, XMLStreamException {
    xml.restart();
    int event = xml.next();
    ended = event == XMLStreamConstants.END_ELEMENT;
    text = !ended && xml.isText(event) ? xml.piece() : "";
    from = 0;
  }

  private void take(char digit) throws IOException {
    if (digit == ' ' || digit == '\n' || digit == '\r' || digit == '\t') {
      return;
    }
    if (digit > 'z' || (padded && digit != '=')) {
      String shown = Visible.line(Character.toString(digit));
      throw wrong(padded ? "goes on behind its end" : "has '" + shown + "' among its digits", null);
    }
    padded |= digit == '=';
    digits[count++] = (byte) digit;
  }

  private IOException wrong(String reason, IllegalArgumentException cause) {
    String line = " at line " + xml.line();
    return new IOException("has a STREAM whose base64 " + reason + line, cause);
  }
}
