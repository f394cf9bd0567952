package dev.parallax.workload;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.ItemStatus;
import dev.parallax.engine.block.Response;
import dev.parallax.findings.Findings;
import dev.parallax.findings.Findings.Line;
import dev.parallax.findings.ItemValues;
import dev.parallax.model.python.PythonModel;
import dev.parallax.run.ColumnSummary;
import dev.parallax.run.ColumnSummary.TextCounts;
import dev.parallax.run.ItemTally;
import dev.parallax.run.Run;
import dev.parallax.text.Numbers;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the responses of a sweep or a map say, for people and for scripts. */
public final class ResponseFindings {
  /** So long an item takes, in seconds, and so many times the mean, that it is worth a line. */
  private static final double SLOW = 1;

  private static final double UNEVEN = 10;

  /** So long a line's text may be beside a label, in a terminal of 80 columns. */
  private static final int WIDE = 64;

  private static final int SHOWN_TEXTS = 3;
  private static final int LONGEST_TEXT = 20;

  private ResponseFindings() {}

  /** Each response summed up, and the slowest item where it is far slower than most. */
  public static Findings of(Run run) {
    return new Findings(lines(run), fields(run));
  }

  private static List<Line> lines(Run run) {
    List<Line> lines = new ArrayList<>();
    List<Response> responses = run.workload().responses();
    int place = 0;
    while (place < responses.size()) {
      int length = Response.vectorLength(responses, place);
      if (length > 0) {
        lines.add(vector(run, responses.subList(place, place + length)));
      } else {
        lines.addAll(lines(run, responses.get(place)));
      }
      place += Math.max(1, length);
    }
    run.tally().slowest().flatMap(ResponseFindings::slowest).ifPresent(lines::add);
    return lines;
  }

  private static List<Line> lines(Run run, Response response) {
    ColumnSummary summary = run.responses().get(response.name());
    Line line = new Line(response.name(), text(response, summary));
    if (response.type() != ColumnType.BOOLEAN && summary.minItem() != summary.maxItem()) {
      List<Line> lines = new ArrayList<>(List.of(line));
      ends(run, summary).forEach(end -> lines.add(new Line("", end)));
      return lines;
    }
    ColumnSummary chosen = run.selected().get(response.name());
    if (chosen == null || chosen.count() == 0) {
      return List.of(line);
    }
    String range = ", min " + inFull(chosen.min()) + ", max " + inFull(chosen.max());
    return List.of(line, new Line("where true", "sum " + inFull(chosen.sum()) + range));
  }

  /** Where a response is least and greatest: on a line if it is not wide, else on two. */
  private static List<String> ends(Run run, ColumnSummary summary) {
    String min = "min at " + place(run, summary.minItem());
    String max = "max at " + place(run, summary.maxItem());
    String both = min + "; " + max;
    return both.length() <= WIDE ? List.of(both) : List.of(min, max);
  }

  private static String place(Run run, long item) {
    return ItemValues.text(run.workload(), item) + ", item " + item;
  }

  /** An integer with all its digits. */
  private static String inFull(Number number) {
    return number instanceof Double ? Numbers.shown(number) : number.toString();
  }

  /** A vector in a line: where its means are, and the least and greatest of all its numbers. */
  private static Line vector(Run run, List<Response> numbers) {
    List<ColumnSummary> all = numbers.stream().map(n -> run.responses().get(n.name())).toList();
    String label = numbers.get(0).vector() + "[" + numbers.size() + "]";
    List<ColumnSummary> known = all.stream().filter(one -> one.count() > 0).toList();
    long undefined = all.stream().mapToLong(ColumnSummary::undefined).sum();
    String none = undefined == 0 ? "" : ", " + undefined + " undefined";
    if (known.isEmpty()) {
      return new Line(label, "no values" + none);
    }
    DoubleSummaryStatistics means =
        known.stream().mapToDouble(ColumnSummary::mean).summaryStatistics();
    double min = known.stream().mapToDouble(one -> one.min().doubleValue()).min().orElseThrow();
    double max = known.stream().mapToDouble(one -> one.max().doubleValue()).max().orElseThrow();
    return new Line(
        label,
        "means "
            + (Numbers.shown(means.getMin()) + " .. " + Numbers.shown(means.getMax()))
            + (", min " + Numbers.shown(min) + ", max " + Numbers.shown(max) + none));
  }

  private static String text(Response response, ColumnSummary summary) {
    return switch (response.type()) {
      case BOOLEAN -> summary.sum() + " of " + summary.count();
      case TEXT -> summary.texts().map(texts -> described(response, texts)).orElse("no values");
      default -> described(summary);
    };
  }

  private static String described(Response response, TextCounts texts) {
    if (response.description().equals(PythonModel.PICKLED)) {
      return "objects of Python";
    }
    if (texts.frequent().isEmpty()) {
      return "texts of more than a thousand characters";
    }
    String count = (texts.complete() ? "" : "more than ") + Numbers.count(texts.distinct(), "text");
    return texts.frequent().entrySet().stream()
        .limit(SHOWN_TEXTS)
        .map(text -> "'" + shown(text.getKey()) + "' (" + text.getValue() + ")")
        .collect(
            Collectors.joining(", ", count + ": ", texts.distinct() > SHOWN_TEXTS ? ", ..." : ""));
  }

  private static String shown(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
  }

  private static Optional<Line> slowest(ItemTally.Slowest slowest) {
    boolean telling = slowest.seconds() >= SLOW && slowest.seconds() >= UNEVEN * slowest.mean();
    return telling
        ? Optional.of(
            new Line(
                "slowest",
                "item "
                    + slowest.item()
                    + ": "
                    + Numbers.seconds(slowest.seconds())
                    + ", an item takes "
                    + Numbers.seconds(slowest.mean())
                    + " on average"))
        : Optional.empty();
  }

  private static String described(ColumnSummary summary) {
    if (summary.count() == 0) {
      return "no values" + undefined(summary);
    }
    return "mean "
        + Numbers.shown(summary.mean())
        + ", sd "
        + Numbers.shown(summary.sd())
        + ", min "
        + Numbers.shown(summary.min())
        + ", max "
        + Numbers.shown(summary.max())
        + ", sum "
        + Numbers.shown(summary.sum())
        + undefined(summary);
  }

  private static String undefined(ColumnSummary summary) {
    return summary.undefined() == 0 ? "" : ", " + summary.undefined() + " undefined";
  }

  private static Map<String, Object> fields(Run run) {
    Map<String, Object> responses = new LinkedHashMap<>();
    run.responses().forEach((name, summary) -> responses.put(name, fields(run, summary)));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("nan", run.tally().count(ItemStatus.NAN));
    run.tally().slowest().ifPresent(slowest -> fields.put("item_seconds", fields(slowest)));
    fields.put("responses", responses);
    if (!run.selected().isEmpty()) {
      Map<String, Object> selected = new LinkedHashMap<>();
      run.selected().forEach((name, summary) -> selected.put(name, fields(summary)));
      fields.put("elements_where_true", selected);
    }
    return fields;
  }

  private static Map<String, Object> fields(ItemTally.Slowest slowest) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("mean", slowest.mean());
    fields.put("max", slowest.seconds());
    fields.put("slowest", slowest.item());
    return fields;
  }

  /** Those of a response, and where it is least and greatest. */
  private static Map<String, Object> fields(Run run, ColumnSummary summary) {
    Map<String, Object> fields = fields(summary);
    if (summary.minItem() >= 0) {
      fields.put("min_at", ItemValues.fields(run.workload(), summary.minItem()));
      fields.put("max_at", ItemValues.fields(run.workload(), summary.maxItem()));
    }
    return fields;
  }

  /** The keys of a response: count, sum, mean, sd, min, max, and undefined where there are any. */
  private static Map<String, Object> fields(ColumnSummary summary) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("count", summary.count());
    if (summary.texts().isPresent()) {
      TextCounts texts = summary.texts().get();
      fields.put("distinct", texts.distinct());
      fields.put("complete", texts.complete());
      fields.put("frequent", texts.frequent());
      return fields;
    }
    fields.put("sum", summary.sum());
    fields.put("mean", summary.mean());
    fields.put("sd", summary.sd());
    fields.put("min", summary.min());
    fields.put("max", summary.max());
    if (summary.undefined() > 0) {
      fields.put("undefined", summary.undefined());
    }
    return fields;
  }
}
