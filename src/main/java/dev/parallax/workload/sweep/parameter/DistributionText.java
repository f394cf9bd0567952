package dev.parallax.workload.sweep.parameter;

import dev.parallax.text.Spelling;
import dev.parallax.workload.value.ValuesText;

/** Reads a distribution from text. */
public final class DistributionText {
  private DistributionText() {}

  /**
   * A distribution in text form.
   *
   * @param text {@code uniform:a:b}, {@code loguniform:a:b}, {@code normal:m:s}, {@code
   *     integers:a:b} or {@code choice:red,green}
   * @throws IllegalArgumentException if it is none of these, in one line that says why
   */
  public static Distribution parse(String text) {
    return parse("NAME", text);
  }

  /**
   * The distribution of a parameter.
   *
   * @param name the parameter's name, for a complaint
   */
  static Distribution parse(String name, String text) {
    String[] parts = text.strip().split(":", 2);
    String form = parts[0].strip();
    if (parts.length == 1 && !ValuesText.DISTRIBUTIONS.contains(form)) {
      throw new IllegalArgumentException("'" + form + "' " + instead(name, form));
    }
    if (ValuesText.FORMS.contains(form)) {
      throw new IllegalArgumentException(
          form
              + " is for a grid; a sampled design takes "
              + instead(form, parts[1].split(":", -1)));
    }
    if (!ValuesText.DISTRIBUTIONS.contains(form)) {
      throw Spelling.unknown("distribution", form, ValuesText.DISTRIBUTIONS);
    }
    return form.equals("choice")
        ? new Distribution.Discrete.Choice(ValuesText.listed(parts.length == 2 ? parts[1] : ""))
        : between(form, parts.length == 2 ? parts[1].split(":", -1) : parts);
  }

  private static Distribution between(String form, String[] ends) {
    boolean normal = form.equals("normal");
    if (ends.length != 2) {
      throw new IllegalArgumentException(
          form + " is written " + form + (normal ? ":mean:sd" : ":a:b"));
    }
    double a = ValuesText.number(ends[0]);
    double b = ValuesText.number(ends[1]);
    return switch (form) {
      case "uniform" -> Distribution.uniform(a, b);
      case "loguniform" -> Distribution.logUniform(a, b);
      case "normal" -> Distribution.normal(a, b);
      default -> Distribution.integers(whole(ends[0], a), whole(ends[1], b));
    };
  }

  private static long whole(String text, double value) {
    if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
      throw new IllegalArgumentException(
          "integers needs whole numbers up to 2^53, not '" + text.strip() + "'");
    }
    return (long) value;
  }

  /** What is nearest to a value or some. */
  private static String instead(String name, String listed) {
    return listed.contains(",")
        ? "lists values of a grid; for any of these at random, write choice:" + listed
        : "is one value, not a distribution; to fix it, give --set " + name + "=" + listed;
  }

  /** What is nearest to values of a grid. */
  private static String instead(String form, String[] ends) {
    String a = ends.length < 2 ? "a" : ends[0].strip();
    String b = ends.length < 2 ? "b" : ends[1].strip();
    return switch (form) {
      case "linspace" -> "uniform:" + a + ":" + b;
      case "geomspace" -> "loguniform:" + a + ":" + b;
      case "logspace" -> ends.length < 2 ? "loguniform:a:b" : "loguniform:1e" + a + ":1e" + b;
      default -> "uniform:" + a + ":" + b + " or integers:" + a + ":" + b;
    };
  }
}
