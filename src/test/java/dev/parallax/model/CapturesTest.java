package dev.parallax.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What keeps an object or a lambda from being sent is named, with the way to it. */
class CapturesTest {
  private static final String HERE = CapturesTest.class.getName() + "$";

  /** What a user's class in a notebook is like. */
  private static final class Notebook implements Serializable {
    private static final long serialVersionUID = 1;

    private final double scale = 2;
    private final transient Thread unsent = new Thread();

    @SuppressWarnings("serial") // what is tested
    private final Object connection;

    Notebook(Object connection) {
      this.connection = connection;
    }

    PointFunction scaled() {
      return (p, random) -> scale * p.number("x");
    }

    double value(Point p, Object random) {
      return scale + p.number(0) + unsent.getPriority();
    }
  }

  /** One that cannot be sent at all. */
  private static final class Bare {
    private final double scale = 2;

    PointFunction scaled() {
      return (p, random) -> scale * p.number("x");
    }
  }

  private static void assertCulprit(String expected, Object object) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Captures.check("the function", object));
    assertEquals(
        "the function cannot be sent to workers: " + expected.replace("$", HERE), e.getMessage());
  }

  @Test
  void whatCanBeSentIsNotComplainedOf() {
    double k = 2;
    List<Object> numbers = new ArrayList<>(List.of(1, "two"));
    PointFunction good = (p, random) -> k * numbers.size();
    Captures.check("the function", good);
    Captures.check("the function", new Notebook("open").scaled());
    assertEquals(Optional.empty(), Captures.culprit(new double[3]));
  }

  @Test
  void aFieldOfWhatALambdaBelongsTo() {
    assertCulprit(
        "captured 'this' is a $Notebook, whose field 'connection' is a java.lang.Thread",
        new Notebook(new Thread()).scaled());
    assertCulprit(
        "captured 'this' is a $Bare; copy what it needs of it to local variables",
        new Bare().scaled());
  }

  @Test
  void aCapturedVariable() {
    Thread thread = new Thread();
    PointFunction function = (p, random) -> thread.getPriority();
    assertCulprit("captured variable is a java.lang.Thread", function);
    Notebook notebook = new Notebook(thread);
    PointFunction method = notebook::value;
    assertCulprit(
        "captured variable is a $Notebook, whose field 'connection' is a java.lang.Thread", method);
  }

  @Test
  void theWayLeadsThroughCollectionsArraysAndOtherLambdas() {
    List<Object> list = new ArrayList<>(List.of(1, 2, new Notebook(new Object[] {3, new Bare()})));
    PointFunction function = (p, random) -> list.size();
    assertCulprit(
        "captured variable is a java.util.ArrayList, whose element 2 is a $Notebook, whose field"
            + " 'connection' is a java.lang.Object[], whose element 1 is a $Bare",
        function);
    Map<String, Object> map = new HashMap<>(Map.of("bare", new Bare()));
    PointFunction inner = (p, random) -> map.size();
    PointFunction outer = (p, random) -> inner.apply(p, random);
    String message =
        assertThrows(IllegalArgumentException.class, () -> Captures.check("it", outer))
            .getMessage()
            .replaceAll("\\$\\$Lambda[^,]*", "-lambda");
    assertEquals(
        "it cannot be sent to workers: captured variable is a dev.parallax.model.CapturesTest"
            + "-lambda, whose captured variable is a java.util.HashMap, whose value of 'bare' is a "
            + HERE
            + "Bare",
        message);
  }

  @Test
  void aLambdaOfATypeThatCannotBeSent() {
    DoubleUnaryOperator plain = x -> x;
    String message = Captures.culprit(new Notebook(plain)).orElseThrow();
    assertEquals(
        "field 'connection' is a dev.parallax.model.CapturesTest",
        message.replaceAll("\\$\\$Lambda.*", ""));
    Object self = new Object[1];
    ((Object[]) self)[0] = self;
    assertEquals(Optional.empty(), Captures.culprit(self));
  }
}
