package dev.parallax.model.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.parallax.model.Point;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** Writes points as lines for a program. */
interface PointLines {
  /** The member of a JSON object that is no parameter: what the program is told besides. */
  String BESIDES = "parallax";

  /** Adds what a program reads before the first point: nothing, as a rule. */
  default void begin(StringBuilder lines) {}

  /** Adds the line of a point, with its line feed. */
  void add(Point point, StringBuilder lines);

  /**
   * The writer of a protocol.
   *
   * @param seed the job's seed
   */
  static PointLines of(Protocol protocol, long seed) {
    return protocol == Protocol.JSON ? new Json(seed) : PointLines::values;
  }

  /** The values, separated by tabs; what would break the line is a blank. */
  private static void values(Point point, StringBuilder lines) {
    int count = point.names().size();
    for (int p = 0; p < count; p++) {
      String text = point.text(p);
      lines.append(p == 0 ? "" : "\t").append(isBroken(point, p) ? blanked(text) : text);
    }
    lines.append('\n');
  }

  private static String blanked(String text) {
    return text.replaceAll("[\t\r\n]", " ");
  }

  /** Checks that a point can be told as it is. */
  static void check(Point point, Protocol protocol) throws ScriptException {
    int count = protocol == Protocol.LINES ? point.names().size() : 0;
    for (int p = 0; p < count; p++) {
      if (isBroken(point, p)) {
        throw new ScriptException(
            "the text of '"
                + point.names().get(p)
                + "' has a tab or a line end; --protocol json can tell it");
      }
    }
  }

  /** Whether a value cannot be told by a line of values. */
  private static boolean isBroken(Point point, int place) {
    return point.isText(place)
        && point.text(place).chars().anyMatch(c -> c == '\t' || c == '\n' || c == '\r');
  }

  /** An object for each point. */
  final class Json implements PointLines {
    private static final JsonFactory FACTORY =
        new JsonFactoryBuilder().rootValueSeparator((String) null).build();

    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "-inf");

    private final ItemSeeds seeds;
    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;

    Json(long seed) {
      this.seeds = new ItemSeeds(seed);
      try {
        this.json = FACTORY.createGenerator(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void add(Point point, StringBuilder lines) {
      try {
        object(point);
        json.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      lines.append(text.getBuffer()).append('\n');
      text.getBuffer().setLength(0);
    }

    private void object(Point point) throws IOException {
      json.writeStartObject();
      List<String> names = point.names();
      for (int p = 0; p < names.size(); p++) {
        json.writeFieldName(names.get(p));
        String value = point.text(p);
        if (point.isText(p) || NOT_FINITE.contains(value)) {
          json.writeString(value);
        } else {
          json.writeNumber(value);
        }
      }
      json.writeObjectFieldStart(BESIDES);
      json.writeNumberField("item", point.item());
      json.writeNumberField("seed", seeds.of(point.item()));
      json.writeEndObject();
      json.writeEndObject();
    }
  }
}
