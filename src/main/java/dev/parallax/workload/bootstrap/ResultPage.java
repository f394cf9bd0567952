package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.JackknifeAfterBootstrap;
import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.bootstrap.interval.Interval;
import dev.parallax.bootstrap.interval.JackknifeResult;
import dev.parallax.bootstrap.interval.Side;
import dev.parallax.bootstrap.interval.Transform;
import dev.parallax.bootstrap.permutation.PermutationResult;
import dev.parallax.bootstrap.sample.Sample;
import dev.parallax.findings.Findings.Line;
import dev.parallax.text.AlignedNumbers;
import dev.parallax.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of one value of a statistic, as lines and as fields.
 *
 * @param sample the rows
 * @param result the result
 * @param causes how many replicates are undefined for which cause
 * @param test the permutation test, if there was one
 * @param after the jackknife after the bootstrap, if there was one
 */
record ResultPage(
    Sample sample,
    BootstrapResult result,
    Map<String, Integer> causes,
    Optional<PermutationResult> test,
    Optional<JackknifeAfterBootstrap> after) {
  private static final int ROWS_NAMED = 3;

  /** How all that was computed. */
  static final List<Line> CONVENTIONS =
      List.of(
          new Line("conventions", "+- is the Monte Carlo error, one standard deviation;"),
          new Line("", "quantiles of type 7; standard error with divisor B - 1;"),
          new Line("", "z0 by mid-p; acceleration by the centred jackknife"));

  /** How it was computed without chance. */
  static final List<Line> EXACT =
      List.of(
          new Line("conventions", "each resample by its probability: no Monte Carlo error;"),
          new Line("", "a quantile is the least value that reaches its probability;"),
          new Line("", "z0 by mid-p; acceleration by the centred jackknife"));

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("estimate", Numbers.quoted(result.estimate(), scale())));
    lines.add(new Line("bias", Numbers.withError(known(result.bias()), result.biasError())));
    lines.add(
        new Line(
            "standard error",
            Numbers.withError(result.standardError(), result.standardErrorError())));
    intervals(lines);
    result.jackknife().ifPresent(jackknife -> jackknife(jackknife, lines));
    after.ifPresent(known -> lines.add(new Line("after bootstrap", words(known))));
    test.ifPresent(p -> lines.add(new Line("permutation test", words(p))));
    String share =
        exact()
            ? ", probability " + Numbers.shown(result.distribution().undefined()) + " in all"
            : "";
    causes.forEach(
        (cause, count) ->
            lines.add(
                new Line("undefined", Numbers.count(count, "resample") + ": " + cause + share)));
    result.cautions().forEach(caution -> lines.add(new Line("caution", caution)));
    return lines;
  }

  private String words(JackknifeAfterBootstrap known) {
    return "the data fix the standard error to "
        + Numbers.quoted(known.errorOfStandardError(), scale())
        + ", the bias to "
        + Numbers.quoted(known.errorOfBias(), scale());
  }

  private static String words(PermutationResult p) {
    return "p = "
        + Numbers.withError(p.p(), p.error())
        + ": "
        + p.extreme()
        + " of "
        + Numbers.count(p.permutations(), "permutation")
        + (p.exact() ? ", all there are," : "")
        + " as extreme";
  }

  /** What an interval is called, such as {@code 95 % bca}. */
  static String label(Interval interval) {
    return label(interval, interval.method());
  }

  static String label(Interval interval, String method) {
    String scale = interval.transform() == Transform.NONE ? "" : " (" + interval.transform() + ")";
    return Numbers.shown(100 * interval.level()) + " % " + method + scale;
  }

  /** The intervals, with ends below ends. */
  private void intervals(List<Line> lines) {
    List<Interval> all = result.intervals();
    List<String> lows =
        AlignedNumbers.of(all.stream().map(i -> end(i.low(), i.lowError())).toList());
    List<String> highs =
        AlignedNumbers.of(all.stream().map(i -> end(i.high(), i.highError())).toList());
    for (int i = 0; i < all.size(); i++) {
      String ends =
          switch (all.get(i).side()) {
            case TWO -> lows.get(i) + " to " + highs.get(i);
            case LOWER -> "above " + lows.get(i);
            case UPPER -> "below " + highs.get(i);
          };
      lines.add(new Line(label(all.get(i)), ends.stripTrailing()));
    }
  }

  /** An end that nothing random enters has as many digits as the estimate. */
  private String end(double value, double error) {
    if (Double.isInfinite(error)) {
      return Numbers.quoted(value, scale()) + " +- infinite";
    }
    return error > 0 ? Numbers.withError(value, error) : Numbers.quoted(value, scale());
  }

  /** Down to where figures that have no Monte Carlo error are worth quoting; 0 for all digits. */
  private double scale() {
    return exact() ? 0 : result.standardError() / 100;
  }

  /** A bias, which is 0 if rounding alone made it another number. */
  private double known(double bias) {
    double rounding = result.distribution().tolerance(result.estimate());
    return exact() && Math.abs(bias) < rounding ? 0 : bias;
  }

  private boolean exact() {
    return Double.isInfinite(result.distribution().draws());
  }

  private void jackknife(JackknifeResult jackknife, List<Line> lines) {
    if (!jackknife.defined()) {
      int undefined = jackknife.undefined();
      lines.add(
          new Line(
              "jackknife",
              jackknife.rounded()
                  ? "withheld: leaving out a row changes the value by little more than rounding does"
                  : "undefined without any one of " + Numbers.count(undefined, "row")));
      return;
    }
    lines.add(new Line("jackknife", words(jackknife)));
    for (int row : jackknife.mostInfluential(ROWS_NAMED)) {
      lines.add(
          new Line(
              "influential",
              sample.describe(sample.leftOut(row))
                  + "; without it "
                  + Numbers.quoted(jackknife.leftOut()[row], scale())));
    }
  }

  private String words(JackknifeResult jackknife) {
    return "bias "
        + Numbers.quoted(known(jackknife.bias()), scale())
        + ", standard error "
        + Numbers.quoted(jackknife.standardError(), scale())
        + ", acceleration "
        + Numbers.quoted(jackknife.acceleration(), exact() ? 0 : 0.001);
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("estimate", result.estimate());
    fields.put("bias", result.bias());
    fields.put("bias_error", result.biasError());
    fields.put("standard_error", result.standardError());
    fields.put("standard_error_error", result.standardErrorError());
    fields.put("undefined", causes.values().stream().mapToLong(Integer::longValue).sum());
    if (!causes.isEmpty()) {
      fields.put("undefined_causes", causes);
    }
    fields.put("intervals", result.intervals().stream().map(this::fields).toList());
    result.jackknife().ifPresent(jackknife -> fields.put("jackknife", fields(jackknife)));
    after.ifPresent(
        known -> {
          fields.put("standard_error_of_standard_error", known.errorOfStandardError());
          fields.put("standard_error_of_bias", known.errorOfBias());
        });
    test.ifPresent(p -> fields.put("permutation_test", fields(p)));
    fields.put("cautions", result.cautions());
    return fields;
  }

  private Map<String, Object> fields(Interval interval) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("method", interval.method());
    fields.put("level", interval.level());
    fields.put("low", interval.low());
    fields.put("high", interval.high());
    fields.put("low_error", interval.lowError());
    fields.put("high_error", interval.highError());
    if (interval.side() != Side.TWO) {
      fields.put("side", interval.side().toString());
    }
    if (interval.transform() != Transform.NONE) {
      fields.put("transform", interval.transform().toString());
    }
    if (!interval.fallback().isEmpty()) {
      fields.put("fallback", interval.fallback());
    }
    if (!interval.beyond(result.range()).isEmpty()) {
      fields.put("out_of_range", interval.beyond(result.range()));
    }
    return fields;
  }

  private static Map<String, Object> fields(PermutationResult test) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("p", test.p());
    fields.put("p_error", test.error());
    fields.put("extreme", test.extreme());
    fields.put("permutations", test.permutations());
    if (test.exact()) {
      fields.put("exact", true);
    }
    return fields;
  }

  private Map<String, Object> fields(JackknifeResult jackknife) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("bias", jackknife.bias());
    fields.put("standard_error", jackknife.standardError());
    fields.put("acceleration", jackknife.acceleration());
    fields.put("undefined", jackknife.undefined());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int row : jackknife.mostInfluential(ROWS_NAMED)) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("row", sample.number(sample.leftOut(row)));
      one.put("influence", jackknife.influence()[row]);
      one.put("without", jackknife.leftOut()[row]);
      rows.add(one);
    }
    fields.put("influential", rows);
    return fields;
  }
}
