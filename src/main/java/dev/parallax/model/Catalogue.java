package dev.parallax.model;

import dev.parallax.text.Spelling;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The built-in models, functions or statistics by name; where a name is given, a user's class name
 * does as well.
 *
 * @param <T> what is found
 */
public final class Catalogue<T extends Serializable> {
  private final String kind;
  private final List<? extends Class<? extends T>> types;
  private final Map<String, Supplier<? extends T>> builtIn;

  /**
   * A catalogue of these.
   *
   * @param kind what they are called in complaints
   * @param type what a user's class implements
   * @param builtIn what there is, by name
   */
  public Catalogue(String kind, Class<T> type, Map<String, Supplier<? extends T>> builtIn) {
    this(kind, List.of(type), builtIn);
  }

  /** The same, where a user's class implements one of several types. */
  public Catalogue(
      String kind,
      List<? extends Class<? extends T>> types,
      Map<String, Supplier<? extends T>> builtIn) {
    this.kind = kind;
    this.types = List.copyOf(types);
    this.builtIn = new TreeMap<>(builtIn);
  }

  /** The built-in names. */
  public List<String> names() {
    return List.copyOf(builtIn.keySet());
  }

  /**
   * What goes by this name.
   *
   * @throws IllegalArgumentException if it is neither built in nor the name of a usable class
   */
  public T find(String name) {
    Supplier<? extends T> supplier = builtIn.get(name);
    if (supplier != null) {
      return supplier.get();
    }
    if (isClass(name, names())) {
      return checked(UserCode.<T>create(name, types));
    }
    throw Spelling.unknown(kind, name, names());
  }

  /** What it says of itself is asked for here first, where it is clear whose it is. */
  private static <T> T checked(T object) {
    if (object instanceof Statistic statistic) {
      UserCode.asked(statistic, "columns", statistic::columns);
      UserCode.names(statistic, "responses", statistic::responses);
      UserCode.asked(statistic, "twoSamples", statistic::twoSamples);
      UserCode.asked(statistic, "units", statistic::units);
      UserCode.asked(statistic, "exchange", statistic::exchange);
      UserCode.asked(statistic, "censored", statistic::censored);
      UserCode.asked(statistic, "fromMoments", statistic::fromMoments);
    } else if (object instanceof Model model) {
      UserCode.names(model, "parameters", model::parameters);
      UserCode.names(model, "responses", model::responses);
    } else if (object instanceof PointFunction.ToObject function) {
      UserCode.names(function, "parameters", function::parameters);
    } else if (object instanceof ElementFunction function) {
      UserCode.asked(function, "response", function::response);
    }
    return object;
  }

  /** Whether a name that is not built in is meant as a class's. */
  public static boolean isClass(String name, List<String> builtIn) {
    return name.contains(".")
        || (!name.isEmpty()
            && Character.isUpperCase(name.charAt(0))
            && (Spelling.nearest(name, builtIn).isEmpty() || UserCode.exists(name)));
  }
}
