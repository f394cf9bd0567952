package dev.parallax.model.expression;

import dev.parallax.model.Expansion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** How the values of expressions change with those of their names, where that is known. */
final class Smoothness {
  private static final Set<String> SIGNS = Set.of("+", "-", "*", "/", "^");

  /** Whole powers up to here are products. */
  private static final int MOST_FACTORS = 16;

  private static final Map<String, Double> CONSTANTS =
      Map.of("pi", Math.PI, "e", Math.E, "inf", Double.POSITIVE_INFINITY, "nan", Double.NaN);

  private Smoothness() {}

  /** Whether the derivatives of an expression are known, if those of its names are. */
  static boolean known(Node node) {
    boolean own = true;
    if (node instanceof Node.Choice) {
      own = false;
    } else if (node instanceof Node.Prefixed prefixed) {
      own = prefixed.sign().equals("-");
    } else if (node instanceof Node.Infixed infixed) {
      own = SIGNS.contains(infixed.sign());
    } else if (node instanceof Node.Call call) {
      String name = call.function().name();
      own = Set.of("sqrt", "pow", "hypot").contains(name) || SmoothFunction.find(name).isPresent();
    }
    return own && node.parts().stream().allMatch(Smoothness::known);
  }

  /** The value of an expression without names but constants; NaN if it is no such. */
  static double constant(Node node) {
    return known(node) && isConstant(node)
        ? of(node, name -> Expansion.constant(CONSTANTS.get(name))).value()
        : Double.NaN;
  }

  private static boolean isConstant(Node node) {
    boolean own = !(node instanceof Node.Name name) || CONSTANTS.containsKey(name.name());
    return own
        && !(node instanceof Node.Quoted)
        && !(node instanceof Node.Aggregated)
        && node.parts().stream().allMatch(Smoothness::isConstant);
  }

  /**
   * The value of an expression whose derivatives are {@link #known}.
   *
   * @param names the values of names; of a constant if that is none of them
   */
  static Expansion of(Node node, Function<String, Expansion> names) {
    if (node instanceof Node.Constant constant) {
      return Expansion.constant(constant.value());
    }
    if (node instanceof Node.Name name) {
      Expansion found = names.apply(name.name());
      return found == null ? Expansion.constant(CONSTANTS.get(name.name())) : found;
    }
    List<Expansion> parts = node.parts().stream().map(part -> of(part, names)).toList();
    if (node instanceof Node.Prefixed) {
      return parts.get(0).times(-1);
    }
    if (node instanceof Node.Infixed infixed) {
      return of(infixed.sign(), parts.get(0), parts.get(1));
    }
    return of(((Node.Call) node).function().name(), parts.get(0), parts.get(parts.size() - 1));
  }

  private static Expansion of(String what, Expansion a, Expansion b) {
    return switch (what) {
      case "+" -> a.plus(b);
      case "-" -> a.minus(b);
      case "*" -> a.times(b);
      case "/" -> a.over(b);
      case "^", "pow" -> power(a, b);
      case "sqrt" -> a.root();
      case "hypot" -> a.times(a).plus(b.times(b)).root();
      default -> SmoothFunction.find(what).orElseThrow().of(a);
    };
  }

  private static Expansion power(Expansion base, Expansion exponent) {
    double p = exponent.value();
    if (exponent.first() != 0 || exponent.second() != 0 || exponent.change() != 0) {
      SmoothFunction exp = SmoothFunction.find("exp").orElseThrow();
      return exp.of(SmoothFunction.find("log").orElseThrow().of(base).times(exponent));
    }
    if (p != Math.rint(p) || Math.abs(p) > MOST_FACTORS) {
      return SmoothFunction.power(p).of(base);
    }
    Expansion product = Expansion.constant(1);
    for (int k = 0; k < Math.abs(p); k++) {
      product = product.times(base);
    }
    return p < 0 ? Expansion.constant(1).over(product) : product;
  }
}
