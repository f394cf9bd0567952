package dev.parallax.workload.integral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.Parallax;
import dev.parallax.Results;
import dev.parallax.model.expression.Expression;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the library says of a workload that it does not know, and of one that is registered. */
class IntegralTest {
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void forget() {
    Thread.currentThread().setContextClassLoader(before);
  }

  private static Results run() {
    Expression formula = Expression.of("x*y");
    Box box = Box.of(List.of("x=0:1", "y=0:2"), 1);
    formula.check(box.names(), java.util.Set.of());
    try (Parallax parallax = Parallax.serial()) {
      return parallax.run(new Integral(formula, box, 1000));
    }
  }

  @Test
  void theLibrarySaysWhatTheKindSays() {
    try (Results plain = run()) {
      assertTrue(plain.summary().contains("value   mean 0."), plain.summary());
      URL registry = IntegralTest.class.getResource("/integral/");
      Thread.currentThread()
          .setContextClassLoader(new URLClassLoader(new URL[] {registry}, before));
      try (Results known = run()) {
        assertTrue(known.summary().contains("integral   "), known.summary());
        assertEquals(plain.digest(), known.digest());
      }
    }
  }
}
