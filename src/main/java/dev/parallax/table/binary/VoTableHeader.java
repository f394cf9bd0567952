package dev.parallax.table.binary;

import dev.parallax.text.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** What a VOTable says of a table before its rows: its columns, and its metadata. */
final class VoTableHeader {
  private static final int MOST_COLUMNS = 100_000;
  private static final Set<String> ROWS = Set.of("TABLEDATA", "BINARY", "BINARY2", "FITS");

  private final VoTableXml xml;
  private final List<VoTableField> fields = new ArrayList<>();
  private final Map<String, String> marks = new HashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private boolean any;
  private boolean inField;
  private boolean inTable;
  private int tables;
  private String announced = "";

  VoTableHeader(VoTableXml xml) {
    this.xml = xml;
  }

  List<VoTableField> fields() {
    return fields;
  }

  Map<String, String> metadata() {
    return metadata;
  }

  /**
   * Goes to the first rows.
   *
   * @return the name of the element they are in
   * @throws IOException if there are none
   */
  String toRows() throws IOException, XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (ROWS.contains(xml.element())) {
          xml.restart();
          return xml.element();
        }
        start(xml.element());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        end(xml.element());
      }
    }
    throw new IOException(
        any ? "is a VOTable without rows" : "is a broken VOTable file: No VOTABLE element");
  }

  /**
   * Goes to the end of the first table, which has no rows here.
   *
   * @throws IOException if there is none, or it has rows
   */
  void toEndOfTable() throws IOException, XMLStreamException {
    while (tables == 0 || inTable) {
      int event = xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
      if (event == XMLStreamConstants.START_ELEMENT && !xml.element().equals("DATA")) {
        start(xml.element());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        end(xml.element());
      } else if (event <= XMLStreamConstants.END_ELEMENT
          || event == XMLStreamConstants.END_DOCUMENT) {
        throw new IOException("describes no table, or has its rows");
      }
    }
  }

  /**
   * Holds the number of rows to what is announced.
   *
   * @throws IOException if it differs
   */
  void check(int rows) throws IOException {
    if (announced.matches("[1-9]\\d*") && !announced.equals(Integer.toString(rows))) {
      throw new IOException(
          "is cut short after " + Numbers.count(rows, "row") + " of " + announced);
    }
  }

  private void start(String element) throws IOException, XMLStreamException {
    switch (element) {
      case "VOTABLE" -> any = true;
      case "TABLE" -> {
        tables++;
        fields.clear();
        inTable = true;
        announced = xml.attribute("nrows");
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
          last(fields.get(fields.size() - 1).describedAs(xml.text()));
        }
      }
      case "PARAM", "INFO" -> metadata.put(xml.attribute("name"), xml.attribute("value"));
      default -> {} // what neither names a column nor says what its cells are
    }
  }

  private void end(String element) {
    inField &= !element.equals("FIELD");
    inTable &= !element.equals("TABLE");
  }

  private VoTableField field() throws IOException {
    if (fields.size() == MOST_COLUMNS) {
      throw new IOException("has more than " + MOST_COLUMNS + " columns");
    }
    String given = xml.attribute("name").isBlank() ? xml.attribute("ID") : xml.attribute("name");
    String known = given.isBlank() ? "col" + (fields.size() + 1) : given;
    String size = xml.attribute("arraysize").strip();
    return VoTableField.of(known, xml.attribute("datatype").strip(), size, xml.attribute("unit"));
  }

  private void values() {
    String mark = xml.attribute("null");
    String from = xml.attribute("ref");
    if (mark.isEmpty() && !from.isEmpty()) {
      mark = marks.getOrDefault(from, "");
    }
    if (!xml.attribute("ID").isEmpty()) {
      marks.put(xml.attribute("ID"), mark);
    }
    if (inField) {
      last(fields.get(fields.size() - 1).missingAs(mark));
    }
  }

  private void last(VoTableField field) {
    fields.set(fields.size() - 1, field);
  }
}
