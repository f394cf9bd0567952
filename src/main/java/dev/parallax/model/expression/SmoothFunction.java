package dev.parallax.model.expression;

import dev.parallax.model.Expansion;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of one number whose derivatives are known.
 *
 * @param value f(x)
 * @param first f'(x), not finite where there is none
 * @param second f''(x)
 * @param change f(x + d) - f(x) of x and d, for small d too
 */
record SmoothFunction(
    DoubleUnaryOperator value,
    DoubleUnaryOperator first,
    DoubleUnaryOperator second,
    DoubleBinaryOperator change) {
  private static final double LN10 = StrictMath.log(10);

  private static final Map<String, SmoothFunction> ALL =
      Map.ofEntries(
          Map.entry(
              "exp",
              new SmoothFunction(
                  StrictMath::exp,
                  StrictMath::exp,
                  StrictMath::exp,
                  (x, d) -> StrictMath.exp(x) * StrictMath.expm1(d))),
          Map.entry(
              "expm1",
              new SmoothFunction(
                  StrictMath::expm1,
                  StrictMath::exp,
                  StrictMath::exp,
                  (x, d) -> StrictMath.exp(x) * StrictMath.expm1(d))),
          Map.entry("log", logarithm(StrictMath::log, 0, 1)),
          Map.entry("log10", logarithm(StrictMath::log10, 0, LN10)),
          Map.entry("log1p", logarithm(StrictMath::log1p, 1, 1)),
          Map.entry(
              "sin",
              new SmoothFunction(
                  StrictMath::sin,
                  StrictMath::cos,
                  x -> -StrictMath.sin(x),
                  (x, d) -> 2 * StrictMath.cos(x + d / 2) * StrictMath.sin(d / 2))),
          Map.entry(
              "cos",
              new SmoothFunction(
                  StrictMath::cos,
                  x -> -StrictMath.sin(x),
                  x -> -StrictMath.cos(x),
                  (x, d) -> -2 * StrictMath.sin(x + d / 2) * StrictMath.sin(d / 2))),
          Map.entry(
              "tan",
              new SmoothFunction(
                  StrictMath::tan,
                  x -> 1 / squared(StrictMath.cos(x)),
                  x -> 2 * StrictMath.tan(x) / squared(StrictMath.cos(x)),
                  (x, d) -> StrictMath.sin(d) / (StrictMath.cos(x) * StrictMath.cos(x + d)))),
          Map.entry(
              "sinh",
              new SmoothFunction(
                  StrictMath::sinh,
                  StrictMath::cosh,
                  StrictMath::sinh,
                  (x, d) -> 2 * StrictMath.cosh(x + d / 2) * StrictMath.sinh(d / 2))),
          Map.entry(
              "cosh",
              new SmoothFunction(
                  StrictMath::cosh,
                  StrictMath::sinh,
                  StrictMath::cosh,
                  (x, d) -> 2 * StrictMath.sinh(x + d / 2) * StrictMath.sinh(d / 2))),
          Map.entry(
              "tanh",
              new SmoothFunction(
                  StrictMath::tanh,
                  x -> 1 / squared(StrictMath.cosh(x)),
                  x -> -2 * StrictMath.tanh(x) / squared(StrictMath.cosh(x)),
                  (x, d) -> StrictMath.sinh(d) / (StrictMath.cosh(x) * StrictMath.cosh(x + d)))),
          Map.entry(
              "atan",
              new SmoothFunction(
                  StrictMath::atan,
                  x -> 1 / (1 + x * x),
                  x -> -2 * x / squared(1 + x * x),
                  (x, d) -> StrictMath.atan2(d, 1 + x * (x + d)))),
          Map.entry(
              "abs",
              new SmoothFunction(
                  StrictMath::abs,
                  x -> x == 0 ? Double.NaN : StrictMath.signum(x),
                  x -> 0,
                  (x, d) -> x > 0 && x + d > 0 ? d : x < 0 && x + d < 0 ? -d : Double.NaN)));

  private static double squared(double x) {
    return x * x;
  }

  /** The logarithm of x and a number, to a base of which the natural logarithm is given. */
  private static SmoothFunction logarithm(DoubleUnaryOperator value, double more, double base) {
    return new SmoothFunction(
        value,
        x -> 1 / ((x + more) * base),
        x -> -1 / (squared(x + more) * base),
        (x, d) -> StrictMath.log1p(d / (x + more)) / base);
  }

  /** The power of a positive number. */
  static SmoothFunction power(double p) {
    return new SmoothFunction(
        x -> StrictMath.pow(x, p),
        x -> x > 0 ? p * StrictMath.pow(x, p - 1) : Double.NaN,
        x -> p * (p - 1) * StrictMath.pow(x, p - 2),
        (x, d) -> StrictMath.pow(x, p) * StrictMath.expm1(p * StrictMath.log1p(d / x)));
  }

  /** The function of that name, if its derivatives are known. */
  static Optional<SmoothFunction> find(String name) {
    return name.equals("cbrt") ? Optional.of(power(1 / 3.0)) : Optional.ofNullable(ALL.get(name));
  }

  /** The function of what depends on weights. */
  Expansion of(Expansion x) {
    double slope = first.applyAsDouble(x.value());
    double bend = second.applyAsDouble(x.value());
    return new Expansion(
        value.applyAsDouble(x.value()),
        slope * x.first(),
        slope * x.second() + bend * x.first() * x.first(),
        change.applyAsDouble(x.value(), x.change()));
  }
}
