package dev.parallax.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import uk.ac.starlink.util.DataSource;

/**
 * Reads the first table with data of a VOTable: rows written as text by our own cell reader, for
 * STIL's takes words and integers out of range for missing values; binary rows through STIL.
 */
final class VoTableReader {
  private final String name;
  private final XMLStreamReader xml;
  private final List<VoTableField> fields = new ArrayList<>();
  private final Map<String, String> marks = new HashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private boolean inField;
  private boolean inTable;
  private String announced = "";
  private int tables;

  private VoTableReader(String name, XMLStreamReader xml) {
    this.name = name;
    this.xml = xml;
  }

  static Table read(String name, DataSource source, Wanted wanted) throws IOException {
    try (InputStream in = source.getInputStream()) {
      XMLStreamReader xml = factory().createXMLStreamReader(in);
      VoTableReader reader = new VoTableReader(name, xml);
      Optional<Table> table = reader.text(wanted);
      if (table.isPresent()) {
        return table.get();
      }
      while (xml.hasNext()) {
        xml.next(); // STIL never ends on a stream that does
      }
      List<NullMark> marks = reader.fields.stream().map(VoTableField::floatMark).toList();
      return StilReader.readVoTable(name, source, reader.tables - 1, marks, wanted);
    } catch (XMLStreamException e) {
      String line = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNumber();
      throw new IOException("is a broken VOTable file" + line + ": " + reason(e), e);
    }
  }

  private static String reason(XMLStreamException e) {
    return String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError.*Message: ", "");
  }

  /**
   * Nothing outside the file is ever read, and no entity of its own. What then counts against the
   * limits on entities is each &amp;amp; of the text: JDK 25 would stop at the 100,000th.
   */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    return factory;
  }

  /** The table, if its rows are text; else stands at its data. */
  private Optional<Table> text(Wanted wanted) throws IOException, XMLStreamException {
    boolean any = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        any |= xml.getLocalName().equals("VOTABLE");
        switch (xml.getLocalName()) {
          case "TABLEDATA" -> {
            return Optional.of(rows(wanted));
          }
          case "BINARY", "BINARY2", "FITS" -> {
            return Optional.empty();
          }
          default -> start(xml.getLocalName());
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        end(xml.getLocalName());
      }
    }
    throw new IOException(
        any ? "is a VOTable without rows" : "is a broken VOTable file: No VOTABLE element");
  }

  private void start(String element) throws XMLStreamException {
    switch (element) {
      case "TABLE" -> {
        tables++;
        fields.clear();
        inTable = true;
        announced = attribute("nrows");
      }
      case "FIELD" -> {
        inField = inTable;
        if (inField) {
          fields.add(field());
        }
      }
      case "VALUES" -> values();
      case "DESCRIPTION" -> {
        if (inField) {
          last(fields.get(fields.size() - 1).describedAs(text()));
        }
      }
      case "PARAM", "INFO" -> metadata.put(attribute("name"), attribute("value"));
      default -> {} // what neither names a column nor says what its cells are
    }
  }

  private void end(String element) {
    inField &= !element.equals("FIELD");
    inTable &= !element.equals("TABLE");
  }

  private VoTableField field() {
    String given = attribute("name").isBlank() ? attribute("ID") : attribute("name");
    String known = given.isBlank() ? "col" + (fields.size() + 1) : given;
    String size = attribute("arraysize").strip();
    return VoTableField.of(known, attribute("datatype").strip(), size, attribute("unit"));
  }

  private void values() {
    String mark = attribute("null");
    String from = attribute("ref");
    if (mark.isEmpty() && !from.isEmpty()) {
      mark = marks.getOrDefault(from, "");
    }
    if (!attribute("ID").isEmpty()) {
      marks.put(attribute("ID"), mark);
    }
    if (inField) {
      last(fields.get(fields.size() - 1).missingAs(mark));
    }
  }

  private void last(VoTableField field) {
    fields.set(fields.size() - 1, field);
  }

  private String attribute(String key) {
    return Optional.ofNullable(xml.getAttributeValue(null, key)).orElse("");
  }

  private Table rows(Wanted wanted) throws IOException, XMLStreamException {
    List<DeclaredColumn> columns = fields.stream().map(VoTableField::column).toList();
    DeclaredRows rows = new DeclaredRows(name, columns, wanted);
    while (next(rows, "TR", "TABLEDATA", 0)) {
      long line = xml.getLocation().getLineNumber();
      try {
        row(rows, line);
      } catch (XMLStreamException e) {
        throw rows.wrong(line, " is broken: " + reason(e));
      }
    }
    if (announced.matches("[1-9]\\d*") && !announced.equals(Integer.toString(rows.rows()))) {
      throw new IOException(
          "is cut short after " + Table.count(rows.rows(), "row") + " of " + announced);
    }
    return rows.table("VOTable", metadata, List.of());
  }

  private void row(DeclaredRows rows, long begin) throws IOException, XMLStreamException {
    String[] cells = new String[fields.size()];
    int count = 0;
    long line = begin;
    while (next(rows, "TD", "TR", begin)) {
      line = xml.getLocation().getLineNumber();
      if (!attribute("encoding").isEmpty()) {
        throw rows.wrong(line, " has an encoded cell, which is not read");
      }
      String cell = text();
      if (count < cells.length) {
        cells[count] = latin(fields.get(count).plain(cell));
      }
      count++;
    }
    if (count != cells.length) {
      String there = Table.count(cells.length, "column");
      String cellCount = Table.count(count, "cell");
      throw rows.wrong(begin, " has " + cellCount + ", not one for each of " + there);
    }
    String complaint = rows.complaint(cells);
    if (!complaint.isEmpty()) {
      throw rows.wrong(line, complaint);
    }
    rows.add(cells);
  }

  /** Goes to the next child of an element; false at its end. A row is known to begin in a line. */
  private boolean next(DeclaredRows rows, String child, String parent, long begin)
      throws IOException, XMLStreamException {
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (!xml.getLocalName().equals(child)) {
            long line = begin > 0 ? begin : xml.getLocation().getLineNumber();
            throw rows.wrong(line, " has an element " + xml.getLocalName() + " in " + parent);
          }
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!xml.getText().isBlank()) {
            throw rows.wrong(
                xml.getLocation().getLineNumber(),
                " has text outside a cell: '" + xml.getText().strip() + "'");
          }
        }
        default -> {} // comments
      }
    }
  }

  /** The text in the element it stands at. */
  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      switch (event) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(xml.getText());
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        default -> throw new XMLStreamException("there is more than text in an element of text");
      }
    }
    return text.toString();
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
