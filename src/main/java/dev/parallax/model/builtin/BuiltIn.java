package dev.parallax.model.builtin;

import dev.parallax.model.Catalogue;
import dev.parallax.model.ElementFunction;
import dev.parallax.model.Model;
import dev.parallax.prime.IsPrime;
import dev.parallax.prime.IsPrimeByDivision;
import java.util.Map;

/** The built-in models and functions by name: a line each. */
public final class BuiltIn {
  /** The models. */
  public static final Catalogue<Model> MODELS =
      new Catalogue<>(
          "model",
          Model.class,
          Map.of(
              "normal-sum", NormalSum::new,
              "driven-oscillator", DrivenOscillator::new));

  /** The functions of an integer. */
  public static final Catalogue<ElementFunction> FUNCTIONS =
      new Catalogue<>(
          "function",
          ElementFunction.class,
          Map.of(
              "is-prime", IsPrime::new,
              "is-prime-by-division", IsPrimeByDivision::new));

  private BuiltIn() {}
}
