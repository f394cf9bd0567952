package dev.parallax.workload.sweep.best;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.text.Choices;
import dev.parallax.text.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is to be best: a response, where it is least or greatest, and what it measures.
 *
 * @param response its name
 * @param direction which of its values is best
 * @param quantity what it measures
 * @param byName whether that was understood from its name
 */
public record Best(String response, Direction direction, Quantity quantity, boolean byName) {
  private static final String FORM =
      "is not of the form min:NAME or max:NAME, with or without :QUANTITY";

  /** Which value is best. */
  public enum Direction {
    /** The least one. */
    MIN("least"),
    /** The greatest one. */
    MAX("greatest");

    private final String word;

    Direction(String word) {
      this.word = word;
    }

    /** As users name it: {@code min} or {@code max}. */
    @Override
    public String toString() {
      return Choices.text(this);
    }

    /** As an adjective. */
    String word() {
      return word;
    }
  }

  /** What a response measures, and so by how much it is worse where a parameter is 1 sigma away. */
  public enum Quantity {
    /** A sum of squared deviations over their known standard errors; it is not divided. */
    CHI_SQUARE(1, Direction.MIN, "chi2 chisq chisquare chisquared"),
    /** The natural logarithm of a likelihood. */
    LOG_LIKELIHOOD(0.5, Direction.MAX, "logl lnl loglike lnlike loglik loglikelihood lnlikelihood"),
    /** That with the other sign. */
    MINUS_LOG_LIKELIHOOD(
        0.5, Direction.MIN, "nll minuslogl minuslnl minusloglike minusloglikelihood"),
    /** Anything else: nothing is known of errors. */
    PLAIN(Double.NaN, null, "");

    private final double rise;
    private final Direction direction;

    /** Names of responses that are such, in small letters and digits alone, between blanks. */
    private final String names;

    Quantity(double rise, Direction direction, String names) {
      this.rise = rise;
      this.direction = direction;
      this.names = names;
    }

    /** As users name it, such as {@code chi-square}. */
    @Override
    public String toString() {
      return Choices.text(this);
    }

    /** How much worse it is 1 sigma from the best value of one parameter; NaN if not known. */
    public double rise() {
      return rise;
    }

    /** A name says it alone: {@code chi2_reduced} is another quantity. */
    private boolean isNamed(String response, Direction wanted) {
      String letters = response.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
      return direction == wanted && List.of(names.split(" ")).contains(letters);
    }
  }

  /**
   * What is asked for, such as {@code min:chi2} or {@code max:y:log-likelihood}.
   *
   * @param responses those that there are
   * @throws IllegalArgumentException if it is of another form, or names no response of numbers
   */
  public static Best parse(String text, List<Response> responses) {
    try {
      return parsed(text, responses);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--best " + text + ": " + e.getMessage(), e);
    }
  }

  private static Best parsed(String text, List<Response> responses) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      boolean known = responses.stream().anyMatch(r -> r.name().equals(text));
      String hint = known ? "; did you mean 'min:" + text + "'?" : "";
      throw new IllegalArgumentException("'" + text + "' " + FORM + hint);
    }
    Direction direction =
        Choices.find("direction", Direction.class, text.substring(0, colon).strip());
    String rest = text.substring(colon + 1).strip();
    int last = rest.lastIndexOf(':');
    if (last < 0 || responses.stream().anyMatch(r -> r.name().equals(rest))) {
      return guessed(checked(rest, responses), direction);
    }
    String name = checked(rest.substring(0, last).strip(), responses);
    Quantity quantity = Choices.find("quantity", Quantity.class, rest.substring(last + 1).strip());
    if (quantity.direction != null && quantity.direction != direction) {
      String right = quantity.direction + ":" + name + ":" + quantity;
      throw new IllegalArgumentException(
          "a " + quantity + " is best where it is " + quantity.direction.word + ": " + right);
    }
    return new Best(name, direction, quantity, false);
  }

  private static Best guessed(String name, Direction direction) {
    return Arrays.stream(Quantity.values())
        .filter(quantity -> quantity.isNamed(name, direction))
        .findFirst()
        .map(quantity -> new Best(name, direction, quantity, true))
        .orElse(new Best(name, direction, Quantity.PLAIN, false));
  }

  /** The name of a response that is a single number. */
  private static String checked(String name, List<Response> responses) {
    for (Response response : responses) {
      if (!response.vector().isEmpty()
          && (response.vector().equals(name) || response.name().equals(name))) {
        throw new IllegalArgumentException(
            "response '" + response.vector() + "' is a vector; a single number can be best");
      }
      if (response.name().equals(name)) {
        if (response.isText() || response.type() == ColumnType.BOOLEAN) {
          String what = response.isText() ? "a text" : "true or false";
          throw new IllegalArgumentException(
              "response '" + name + "' is " + what + "; a number can be best");
        }
        return name;
      }
    }
    throw Spelling.unknown("response", name, numbers(responses));
  }

  private static List<String> numbers(List<Response> responses) {
    return responses.stream()
        .filter(r -> r.isSingle() && r.type() != ColumnType.BOOLEAN)
        .map(Response::name)
        .toList();
  }

  /** A value such that the best one is the least. */
  double cost(double value) {
    return direction == Direction.MIN ? value : -value;
  }

  /** What a cost is the cost of. */
  double value(double cost) {
    return cost(cost);
  }

  /** Its place among responses. */
  int place(List<Response> responses) {
    return responses.stream().map(Response::name).toList().indexOf(response);
  }
}
