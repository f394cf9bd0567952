package dev.parallax.table.binary;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.util.Locale;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A walk through the XML of a VOTable, which may be hostile. Nothing outside the file is ever
 * opened, nothing declared in it is expanded, and neither depth nor size is without a limit.
 */
final class VoTableXml {
  private static final int DEEPEST = 100;
  private static final int LARGEST = 1 << 24;

  private final XMLStreamReader xml;
  private final Measured in;
  private int depth;

  private VoTableXml(XMLStreamReader xml, Measured in) {
    this.xml = xml;
    this.in = in;
  }

  /** A walk that has not begun. */
  static VoTableXml of(InputStream bytes) throws IOException, XMLStreamException {
    byte[] start = bytes.readNBytes(XmlProlog.LONGEST);
    XmlProlog.blankDoctype(start);
    Measured in =
        new Measured(new SequenceInputStream(new ByteArrayInputStream(start), bytes), LARGEST);
    if (start.length > 2 && start[0] == (byte) 0xEF) {
      in.skipNBytes(3); // a byte-order mark
    }
    CharsetDecoder decoder = XmlProlog.charset(start).newDecoder(); // which refuses what is wrong
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new InputStreamReader(in, decoder));
      return new VoTableXml(xml, in);
    } catch (XMLStreamException e) {
      throw isNoText(e) ? new XMLStreamException("there are bytes that are no text") : e;
    }
  }

  /**
   * What then counts against the limits on entities is each &amp;amp; of the text: JDK 25 would
   * stop at the 100,000th.
   */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.maxElementDepth", "0"); // ours is the limit
    return factory;
  }

  /** From here on as many bytes are allowed again as one row may have. */
  void restart() {
    in.left = LARGEST;
  }

  boolean hasNext() throws XMLStreamException {
    return xml.hasNext();
  }

  /** Goes on to what follows, a constant of {@link XMLStreamConstants}. */
  int next() throws IOException, XMLStreamException {
    int event = event();
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> deepen();
      case XMLStreamConstants.END_ELEMENT -> depth--;
      case XMLStreamConstants.DTD -> throw XmlProlog.declares();
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw new XMLStreamException(
              "there is an entity that is not declared", xml.getLocation());
      default -> {} // text and comments
    }
    return event;
  }

  private int event() throws IOException, XMLStreamException {
    try {
      return xml.next();
    } catch (XMLStreamException e) {
      if (in.left <= 0) {
        throw tooLarge(e);
      }
      if (isNoText(e)) {
        throw new XMLStreamException("there are bytes that are no text", xml.getLocation());
      }
      throw e;
    }
  }

  private void deepen() throws IOException {
    depth++;
    if (depth > DEEPEST) {
      throw new IOException(
          String.format(
              Locale.ROOT, "has elements nested deeper than %d at line %d", DEEPEST, line()));
    }
  }

  private static boolean isNoText(XMLStreamException e) {
    return e.getNestedException() instanceof CharacterCodingException;
  }

  private IOException tooLarge(XMLStreamException e) {
    String where = String.format(Locale.ROOT, " at line %d", line());
    String what = "has a row, or a part beside the rows, of more than " + LARGEST + " bytes";
    return new IOException(what + where, e);
  }

  /** The name of the element it stands at, without a prefix. */
  String element() {
    return xml.getLocalName();
  }

  /** An attribute of the element it stands at; empty if it has none. */
  String attribute(String key) {
    return Optional.ofNullable(xml.getAttributeValue(null, key)).orElse("");
  }

  /** The piece of text it stands at. */
  String piece() {
    return xml.getText();
  }

  long line() {
    return xml.getLocation().getLineNumber();
  }

  /** All text in the element it stands at, and goes to its end. */
  String text() throws IOException, XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (isText(event)) {
        text.append(xml.getText());
      }
    }
    return text.toString();
  }

  /** Whether an event within an element of text is text; if not, it is a comment. */
  boolean isText(int event) throws XMLStreamException {
    return switch (event) {
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          true;
      case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> false;
      default ->
          throw new XMLStreamException(
              "there is more than text in an element of text", xml.getLocation());
    };
  }

  /** That the file is no XML. */
  static IOException broken(XMLStreamException e) {
    String line = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNumber();
    return new IOException("is a broken VOTable file" + line + ": " + reason(e), e);
  }

  /** Why it is none, without the place. */
  static String reason(XMLStreamException e) {
    return String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError.*Message: ", "");
  }

  /** A stream that ends in an error where what is left of an allowance is used up. */
  private static final class Measured extends FilterInputStream {
    private long left;

    Measured(InputStream in, long left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (left <= 0) {
        throw new IOException("too large");
      }
      int count = super.read(bytes, from, (int) Math.min(length, left));
      left -= Math.max(0, count);
      return count;
    }
  }
}
