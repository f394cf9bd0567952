package dev.parallax.table.binary;

import dev.parallax.table.column.Contents;
import dev.parallax.table.condition.Wanted;
import dev.parallax.table.fixed.DeclaredColumn;
import dev.parallax.table.fixed.DeclaredRows;
import dev.parallax.text.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Reads the first table with rows of a VOTable, by our own readers: STIL's takes words and integers
 * out of range for missing values, and opens what a document names.
 */
public final class VoTableReader {
  private final String name;
  private final VoTableXml xml;
  private final VoTableHeader header;

  private VoTableReader(String name, VoTableXml xml) {
    this.name = name;
    this.xml = xml;
    this.header = new VoTableHeader(xml);
  }

  public static Contents read(String name, InputStream in, Wanted wanted) throws IOException {
    try {
      return new VoTableReader(name, VoTableXml.of(in)).table(wanted);
    } catch (XMLStreamException e) {
      throw VoTableXml.broken(e);
    }
  }

  private Contents table(Wanted wanted) throws IOException, XMLStreamException {
    String element = header.toRows();
    if (element.equals("TABLEDATA")) {
      return rows(wanted);
    }
    String extension = xml.attribute("extnum");
    InlineStream in = InlineStream.open(xml);
    return element.equals("FITS")
        ? FitsReader.readInline(name, in, header, extension, wanted)
        : BinaryRows.read(name, in, header, element.equals("BINARY2"), wanted);
  }

  private Contents rows(Wanted wanted) throws IOException, XMLStreamException {
    List<DeclaredColumn> columns = header.fields().stream().map(VoTableField::column).toList();
    DeclaredRows rows = new DeclaredRows(name, columns, wanted);
    while (next(rows, "TR", "TABLEDATA", 0)) {
      xml.restart();
      long line = xml.line();
      try {
        row(rows, line);
      } catch (XMLStreamException e) {
        throw rows.wrong(line, " is broken: " + VoTableXml.reason(e));
      }
    }
    header.check(rows.rows());
    return rows.table("VOTable", header.metadata(), List.of());
  }

  private void row(DeclaredRows rows, long begin) throws IOException, XMLStreamException {
    String[] cells = new String[header.fields().size()];
    int count = 0;
    long line = begin;
    while (next(rows, "TD", "TR", begin)) {
      line = xml.line();
      if (!xml.attribute("encoding").isEmpty()) {
        throw rows.wrong(line, " has an encoded cell, which is not read");
      }
      String cell = xml.text();
      if (count < cells.length) {
        cells[count] = latin(header.fields().get(count).plain(cell));
      }
      count++;
    }
    checkCount(rows, count, begin);
    String complaint = rows.complaint(cells);
    if (!complaint.isEmpty()) {
      throw rows.wrong(line, complaint);
    }
    rows.add(cells);
  }

  private void checkCount(DeclaredRows rows, int cells, long begin) throws IOException {
    int columns = header.fields().size();
    if (cells != columns) {
      String there = Numbers.count(columns, "column");
      String cellCount = Numbers.count(cells, "cell");
      throw rows.wrong(begin, " has " + cellCount + ", not one for each of " + there);
    }
  }

  /** Goes to the next child of an element; false at its end. A row is known to begin in a line. */
  private boolean next(DeclaredRows rows, String child, String parent, long begin)
      throws IOException, XMLStreamException {
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (!xml.element().equals(child)) {
            long line = begin > 0 ? begin : xml.line();
            throw rows.wrong(line, " has an element " + xml.element() + " in " + parent);
          }
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!xml.piece().isBlank()) {
            String text = " has text outside a cell: '" + xml.piece().strip() + "'";
            throw rows.wrong(xml.line(), text);
          }
        }
        default -> {} // comments
      }
    }
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
