package dev.parallax.workload.value;

import dev.parallax.model.NumberText;
import dev.parallax.text.Spelling;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of a parameter from text. */
public final class ValuesText {
  /** What spaced values can begin with. */
  public static final List<String> FORMS = List.of("linspace", "logspace", "geomspace", "range");

  /** What a sampled design takes instead. */
  public static final List<String> DISTRIBUTIONS =
      List.of("uniform", "loguniform", "normal", "integers", "choice");

  private static final Pattern CALL = Pattern.compile("\\s*(\\w+)\\s*\\(([^()]*)\\)\\s*");
  private static final Pattern DOTS =
      Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)\\s*\\.{2,3}\\s*([+-]?\\d+(?:\\.\\d+)?)");
  private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]?(nan|inf|infinity)");

  private ValuesText() {}

  /**
   * Values in text form.
   *
   * @param text {@code linspace:a:b:n}, {@code logspace:a:b:n}, {@code geomspace:a:b:n}, {@code
   *     range:a:b:step}, or numbers or texts with commas
   * @throws IllegalArgumentException if it is none of these, in one line that says why
   */
  public static Values parse(String text) {
    String[] parts = text.strip().split(":", -1);
    if (parts.length == 1 || Entry.areQuoted(text)) {
      return listed(text);
    }
    String form = parts[0].strip();
    check(form, parts);
    return switch (form) {
      case "linspace" -> Values.linspace(number(parts[1]), number(parts[2]), count(parts[3]));
      case "logspace" -> Values.logspace(number(parts[1]), number(parts[2]), count(parts[3]));
      case "geomspace" -> Values.geomspace(number(parts[1]), number(parts[2]), count(parts[3]));
      default -> range(parts[1], parts[2], parts[3]);
    };
  }

  private static void check(String form, String[] parts) {
    if (DISTRIBUTIONS.contains(form)) {
      throw new IllegalArgumentException(
          form
              + " is a distribution, for a sampled design such as --design sobol --samples N;"
              + " a grid takes "
              + instead(form, parts));
    }
    if (!form.isEmpty() && !isWord(form)) {
      throw new IllegalArgumentException(
          "numbers in steps are written range:a:b:step, and n of them linspace:a:b:n (quote a text)");
    }
    if (!FORMS.contains(form)) {
      throw Spelling.unknown("form of values", form, FORMS);
    }
    if (parts.length != 4) {
      String last = form.equals("range") ? "step" : "n";
      throw new IllegalArgumentException(form + " is written " + form + ":a:b:" + last);
    }
  }

  /** What is nearest to a distribution. */
  private static String instead(String form, String[] parts) {
    String ends = parts.length < 3 ? "a:b" : parts[1].strip() + ":" + parts[2].strip();
    return switch (form) {
      case "loguniform" -> "geomspace:" + ends + ":n";
      case "integers" -> "range:" + ends + ":1";
      case "choice" -> parts[1].strip();
      default -> "linspace:" + (form.equals("normal") ? "a:b" : ends) + ":n";
    };
  }

  /** Numbers or texts. */
  public static Values listed(String text) {
    List<Entry> entries = entries(text);
    List<String> texts = entries.stream().map(Entry::text).toList();
    return areTexts(entries)
        ? Values.of(texts)
        : Values.of(texts.stream().mapToDouble(ValuesText::signed).toArray());
  }

  /**
   * A number with its sign, which a zero has too.
   *
   * @throws IllegalArgumentException as {@link #number} does
   */
  public static double signed(String text) {
    double value = number(text);
    return value == 0 && text.strip().startsWith("-") ? -0.0 : value;
  }

  /**
   * The entries of a list of numbers or of texts.
   *
   * @throws IllegalArgumentException if one is missing, some are numbers and some texts, or it is
   *     no list but a call, such as {@code linspace(0,1,3)}, or a range, such as {@code 1..100}
   */
  public static List<Entry> entries(String text) {
    checkNoCall(text);
    List<Entry> entries = Entry.all(text);
    if (entries.stream().anyMatch(entry -> entry.text().isEmpty())) {
      throw new IllegalArgumentException("a value is missing");
    }
    entries.stream()
        .filter(entry -> !entry.quoted())
        .flatMap(entry -> dotted(entry.text()).stream())
        .findFirst()
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    List<Entry> words = entries.stream().filter(ValuesText::isText).toList();
    if (!words.isEmpty() && words.size() < entries.size()) {
      throw new IllegalArgumentException(
          "it mixes numbers and texts, such as '"
              + words.get(0).text()
              + "'; quote the numbers if they are meant as texts");
    }
    return entries;
  }

  /** Whether entries, which are all of a kind, are texts. */
  public static boolean areTexts(List<Entry> entries) {
    return isText(entries.get(0));
  }

  private static boolean isText(Entry entry) {
    return entry.quoted() || isWord(entry.text());
  }

  private static void checkNoCall(String text) {
    Matcher call = CALL.matcher(text);
    if (call.matches()
        && (FORMS.contains(call.group(1)) || DISTRIBUTIONS.contains(call.group(1)))) {
      throw new IllegalArgumentException(
          "it is written " + call.group(1) + ":" + call.group(2).replaceAll("\\s*,\\s*", ":"));
    }
  }

  /** How a range such as {@code 1..100}, which could be taken for a text, is written. */
  public static Optional<String> dotted(String text) {
    Matcher dots = DOTS.matcher(text.strip());
    if (!dots.matches()) {
      return Optional.empty();
    }
    String ends = dots.group(1) + ":" + dots.group(2);
    boolean falling = new BigDecimal(dots.group(1)).compareTo(new BigDecimal(dots.group(2))) > 0;
    String written =
        ends.contains(".")
            ? "range:" + ends + ":step, without its end, or linspace:" + ends + ":n"
            : "range:" + ends + (falling ? ":-1" : ":1") + ", which ends before " + dots.group(2);
    return Optional.of(
        "'" + text.strip() + "' is written " + written + " (quote it if a text is meant)");
  }

  /** Whether an entry is a text; the names of what is not finite are numbers, if bad ones. */
  public static boolean isWord(String entry) {
    if (NOT_FINITE.matcher(entry).matches()) {
      return false;
    }
    try {
      new BigDecimal(entry);
      return false;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  /** From a up to but without b, as Python's range; counted in decimals, so 0.3 is three 0.1. */
  private static Values range(String a, String b, String step) {
    double start = number(a);
    number(b);
    if (number(step) == 0) {
      throw new IllegalArgumentException("range has step 0");
    }
    BigDecimal exactStep = new BigDecimal(step.strip());
    BigDecimal span = new BigDecimal(b.strip()).subtract(new BigDecimal(a.strip()));
    if (span.signum() != exactStep.signum()) {
      throw new IllegalArgumentException(
          "range has no values: from " + a + " to " + b + " in steps of " + step);
    }
    BigInteger[] steps = divide(span, exactStep);
    BigInteger size = steps[1].signum() == 0 ? steps[0] : steps[0].add(BigInteger.ONE);
    if (size.bitLength() > 63) {
      throw new IllegalArgumentException("range has more than 2^63-1 values");
    }
    return new Values.Spaced.Stepped(start, number(step), size.longValueExact());
  }

  /** Whole steps, and whether something is left over. */
  private static BigInteger[] divide(BigDecimal span, BigDecimal step) {
    BigDecimal whole = span.divideToIntegralValue(step).setScale(0, RoundingMode.UNNECESSARY);
    BigDecimal rest = span.subtract(whole.multiply(step));
    return new BigInteger[] {whole.toBigInteger(), BigInteger.valueOf(rest.signum())};
  }

  /**
   * A number as it is written in decimal.
   *
   * @throws IllegalArgumentException if it is none, or a double does not have its digits
   */
  public static double number(String text) {
    String number = text.strip();
    if (number.isEmpty()) {
      throw new IllegalArgumentException("a number is missing");
    }
    try {
      // The decimal form only: Java would also take 1d, 0x1p3 and NaN.
      double value = new BigDecimal(number).doubleValue();
      if (Double.isFinite(value)) {
        return whole(number, value);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + number + "' is not a finite number", e);
    }
    throw new IllegalArgumentException("'" + number + "' is above the greatest double");
  }

  private static double whole(String text, double value) {
    Optional<String> rounded = NumberText.rounded(text, value);
    if (rounded.isPresent()) {
      throw new IllegalArgumentException("'" + text + "' is " + rounded.get());
    }
    return value;
  }

  private static long count(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the number of values must be a whole number up to 2^63-1, not '" + text.strip() + "'",
          e);
    }
  }
}
