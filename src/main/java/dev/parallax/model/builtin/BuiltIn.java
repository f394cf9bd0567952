package dev.parallax.model.builtin;

import dev.parallax.model.Catalogue;
import dev.parallax.model.ElementFunction;
import dev.parallax.model.Model;
import dev.parallax.model.PointFunction;
import dev.parallax.prime.IsPrime;
import dev.parallax.prime.IsPrimeByDivision;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** The built-in models and functions by name: a line each. */
public final class BuiltIn {
  /** The models: each a {@link Model}, or of a user's a function of points. */
  public static final Catalogue<Serializable> MODELS =
      new Catalogue<>(
          "model",
          List.of(Model.class, PointFunction.class, PointFunction.ToObject.class),
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
