package dev.parallax.model;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.random.RandomStream;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A model in the form in which sweeps and maps evaluate it, whatever it is written in: it is opened
 * for each slice, evaluates the slice's points in their order, and is closed.
 *
 * <p>It is sent to each worker once, and opened there from several threads.
 */
public interface PointModel extends Serializable {
  /** Of so many points, the first of a job, one that learns what it answers is told. */
  int FIRST = 16;

  /**
   * Checks that it can be evaluated at points of these parameters.
   *
   * @param names the parameters' names
   * @param texts those whose values are texts
   * @throws IllegalArgumentException if it lacks one, does not know one, or wants a number for a
   *     text, in one line that says so
   */
  void check(List<String> names, Set<String> texts);

  /**
   * This model for points of these parameters, on whose types those of its responses may depend.
   *
   * @throws IllegalArgumentException as {@link #check}
   */
  default PointModel at(List<String> names, Set<String> texts) {
    check(names, texts);
    return this;
  }

  /** The parameters that it takes; none said if it takes whatever there are. */
  default Optional<List<String>> parameters() {
    return Optional.empty();
  }

  /** Whether it is known, once it was checked, to take this parameter's values as doubles. */
  default boolean computesWith(String parameter) {
    return false;
  }

  /** Whether its parameters may be texts. */
  default boolean takesTexts() {
    return true;
  }

  /**
   * Finds the path by which it is to be told of a file, where it does not work in the current
   * folder; to be asked where the job is begun.
   *
   * @param onCluster whether it works on other machines than this one
   * @return takes a path as it is written; throws an IllegalArgumentException, in one line, if the
   *     file is not there where it works
   */
  default UnaryOperator<String> paths(boolean onCluster) {
    return UnaryOperator.identity();
  }

  /** The names of its responses, in their order. */
  List<String> responses();

  /** What is known of its responses, in their order. */
  default List<Response> columns() {
    return responses().stream().map(name -> new Response(name, ColumnType.DOUBLE)).toList();
  }

  /**
   * How many seconds it takes to open it, whatever the points, measured now; 0 where that is no
   * matter. What is slow to open gets fewer slices.
   *
   * @throws RuntimeException if it fails without points
   */
  default double openingSeconds() {
    return 0;
  }

  /**
   * This model, once it is known what it answers: one that learns that from its first answer
   * evaluates points until there is one.
   *
   * @param first the first points of the job
   */
  default PointModel answering(Opening first) {
    return this;
  }

  /** Opens it for the points of one slice. */
  Evaluator open(Opening opening);

  /**
   * Where the responses at a point go: each to its own place in the array of its type. All arrays
   * are as long as there are responses.
   *
   * @param numbers those that are numbers, or 1 for true and 0 for false
   * @param integers those that are integers
   * @param texts those that are texts, none of them null
   */
  @SuppressWarnings("ArrayRecordComponent") // filled by the model
  record Answer(double[] numbers, long[] integers, String[] texts) {

    /** One whose numbers go there. */
    public static Answer of(double[] numbers) {
      return new Answer(numbers, new long[numbers.length], new String[numbers.length]);
    }
  }

  /** Evaluates the points of a slice, one after another, on one thread. */
  @FunctionalInterface
  interface Evaluator extends AutoCloseable {

    /**
     * Evaluates a point.
     *
     * @param place the point's place in its slice, from 0; places are asked for in order, but some
     *     may be left out
     * @param point the point
     * @param random the point's own random stream
     * @param responses where the responses go, in their order
     * @throws Exception if there are none: the item is recorded as failed, with the message
     */
    void evaluate(int place, Point point, RandomStream random, double[] responses) throws Exception;

    /**
     * Evaluates a point whose responses may be of any type.
     *
     * @param place as above
     * @param point the point
     * @param random the point's own random stream
     * @param answer where the responses go
     * @throws Exception as above
     */
    default void evaluate(int place, Point point, RandomStream random, Answer answer)
        throws Exception {
      evaluate(place, point, random, answer.numbers());
    }

    /**
     * Whether the responses hold; asked after the last point. If they do not, all points are
     * evaluated again, by an evaluator that is told so.
     */
    default boolean holds() {
      return true;
    }

    /** Frees what it holds. */
    @Override
    default void close() {}
  }
}
