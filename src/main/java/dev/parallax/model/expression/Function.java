package dev.parallax.model.expression;

import dev.parallax.lexer.Token;
import dev.parallax.text.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A function that expressions may call.
 *
 * @param name its name
 * @param arguments how many arguments it takes: one of these numbers; or two and more, if empty
 * @param java the Java method that it is
 */
record Function(String name, List<Integer> arguments, String java) {
  private static final String STRICT = "StrictMath.";
  private static final String OF_TEXT = OfText.class.getName() + ".";
  private static final Map<String, Function> ALL = new TreeMap<>();

  static {
    for (String same :
        List.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "expm1",
            "log", "log10", "log1p", "sqrt", "cbrt", "abs", "floor", "ceil")) {
      add(same, List.of(1), STRICT + same);
    }
    add("sign", List.of(1), STRICT + "signum");
    add("round", List.of(1), STRICT + "rint");
    add("atan2", List.of(2), STRICT + "atan2");
    add("hypot", List.of(2), STRICT + "hypot");
    add("pow", List.of(2), STRICT + "pow");
    add("min", List.of(), STRICT + "min");
    add("max", List.of(), STRICT + "max");
    add("normal", List.of(0, 2), "random.nextGaussian");
    add("uniform", List.of(0, 2), "random.nextDouble");
    add("exponential", List.of(0), "random.nextExponential");
    add("if", List.of(3), "");
    add("length", List.of(1), OF_TEXT + "length");
    add("number", List.of(1), OF_TEXT + "number");
  }

  private static void add(String name, List<Integer> arguments, String java) {
    ALL.put(name, new Function(name, arguments, java));
  }

  /** Whether its argument is a text. */
  boolean takesText() {
    return java.startsWith(OF_TEXT);
  }

  /** Whether its value is random. */
  boolean draws() {
    return java.startsWith("random.");
  }

  static boolean exists(String name) {
    return ALL.containsKey(name);
  }

  /**
   * The function of that name.
   *
   * @param given how many arguments it is given
   * @param others what else could have been meant
   * @throws IllegalArgumentException if there is none, or none of so many arguments
   */
  static Function find(Token name, int given, List<String> others) {
    Function function = ALL.get(name.text());
    if (function == null) {
      Set<String> known = new TreeSet<>(ALL.keySet());
      known.addAll(others);
      throw Spelling.unknown(
          "function", Token.shown(name.text()), " at column " + name.position(), known);
    }
    if (!function.takes(given)) {
      throw new IllegalArgumentException(
          Notation.shown(name) + " takes " + function.count() + ", not " + given);
    }
    return function;
  }

  private boolean takes(int given) {
    return arguments.isEmpty() ? given >= 2 : arguments.contains(given);
  }

  private String count() {
    if (arguments.isEmpty()) {
      return "two or more arguments";
    }
    String numbers = String.join(" or ", arguments.stream().map(String::valueOf).toList());
    return numbers.equals("1") ? "1 argument" : numbers.replace("0", "no") + " arguments";
  }
}
