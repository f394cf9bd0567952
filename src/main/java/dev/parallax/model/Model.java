package dev.parallax.model;

import dev.parallax.random.RandomStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A model that is evaluated at the points of a parameter sweep.
 *
 * <p>An implementation has a public constructor without arguments and can be serialised: it is sent
 * to each worker once, and called there from several threads, so it keeps no state between calls.
 */
public interface Model extends Serializable {

  /** The names of its parameters, in the order in which {@link #evaluate} takes their values. */
  List<String> parameters();

  /** The names of its responses, in the order in which {@link #evaluate} returns them. */
  List<String> responses();

  /**
   * The responses at one point.
   *
   * @param parameters one value per parameter, in their order
   * @param random this point's own random stream, a {@link java.util.random.RandomGenerator}
   * @return one value per response, in their order
   * @throws Exception if there are none: the point is recorded as failed, with the message
   */
  double[] evaluate(double[] parameters, RandomStream random) throws Exception;

  /**
   * This model with settings that hold for the whole sweep, as given by {@code --set name=value}.
   *
   * @throws IllegalArgumentException if it has no such setting or the value is not allowed
   */
  default Model withSettings(Map<String, String> settings) {
    if (!settings.isEmpty()) {
      throw new IllegalArgumentException(
          "no setting '" + settings.keySet().iterator().next() + "': this model has none");
    }
    return this;
  }
}
