package dev.parallax.findings;

import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What identifies an item besides its index: its element, or the values of its parameters. */
public final class ItemValues {
  /** So many of an item's values are shown where there is room. */
  public static final int SHOWN = 4;

  private static final MathContext SHORT = new MathContext(5);

  private ItemValues() {}

  /** For scripts: {@code item}, and each input by its name; a number, or a text. */
  public static Map<String, Object> fields(Workload<?> workload, long item) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("item", item);
    List<Column> columns = workload.inputs(new Block(0, item, 1));
    for (int c = 0; c < columns.size(); c++) {
      Response input = workload.inputs().get(c);
      fields.put(input.name(), value(input, columns.get(c)));
    }
    return fields;
  }

  /** As tables have them, each input as a text. */
  public static List<String> texts(Workload<?> workload, long item) {
    List<Column> columns = workload.inputs(new Block(0, item, 1));
    return IntStream.range(0, columns.size())
        .mapToObj(c -> workload.inputs().get(c).text(columns.get(c), 0))
        .toList();
  }

  private static Object value(Response input, Column column) {
    if (input.isText()) {
      return input.text(column, 0);
    }
    boolean whole = input.type() == ColumnType.LONG;
    return whole ? (Object) column.bits(0) : (Object) column.number(0);
  }

  /** For people, in few digits: {@code 17}, or {@code (0.5, red, 3, 1.2, ...)}. */
  public static String text(Workload<?> workload, long item) {
    return text(workload, item, SHOWN);
  }

  /** The same, with so many of its values at most. */
  public static String text(Workload<?> workload, long item, int shown) {
    List<String> values = new ArrayList<>();
    fields(workload, item).values().stream()
        .skip(1)
        .limit(shown)
        .map(ItemValues::brief)
        .forEach(values::add);
    if (workload.inputs().size() > shown) {
      values.add("...");
    }
    String all = String.join(", ", values);
    return values.size() == 1 ? all : "(" + all + ")";
  }

  private static String brief(Object value) {
    return value instanceof Double number && Double.isFinite(number)
        ? Numbers.shown(new BigDecimal(number).round(SHORT).doubleValue())
        : value.toString();
  }
}
