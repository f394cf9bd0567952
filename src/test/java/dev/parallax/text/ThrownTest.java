package dev.parallax.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exceptions that answer no plain question, or not in time. */
class ThrownTest {
  private static final String OF = ThrownTest.class.getName() + "$";

  private static volatile boolean over;

  /** What spins uses a core until then. */
  @AfterAll
  static void letGo() {
    over = true;
  }

  /** Answers its message as it is told; Odd and its heirs are asked each on their own. */
  private static class Odd extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Supplier<String> answer;

    Odd(Supplier<String> answer) {
      this.answer = answer;
    }

    @Override
    public String getMessage() {
      return answer.get();
    }
  }

  private static final class Waits extends Odd {
    private static final long serialVersionUID = 1L;

    Waits() {
      super(ThrownTest::waited);
    }
  }

  private static final class Spins extends Odd {
    private static final long serialVersionUID = 1L;

    Spins() {
      super(ThrownTest::spun);
    }
  }

  private static final class NoCause extends Exception {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable getCause() {
      waited();
      return null;
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new IllegalStateException("nowhere");
    }
  }

  private static final class Circle extends Exception {
    private static final long serialVersionUID = 1L;
    private final Exception other = new Exception("there", this);

    @Override
    public synchronized Throwable getCause() {
      return other;
    }
  }

  private static final class NoText extends Exception {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return null;
    }

    @Override
    public String getLocalizedMessage() {
      throw new AssertionError();
    }
  }

  /** Heeds no interrupt. */
  private static String waited() {
    while (true) {
      LockSupport.park();
      Thread.interrupted(); // else it would not wait again, and be busy for the rest of the tests
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // it is to leave the others the processor
  private static String spun() {
    while (!over) {
      Thread.yield();
    }
    return "";
  }

  private static String deep() {
    return deep() + 1;
  }

  /** Named, as JUnit would ask it for its text. */
  private static Object[] asked(String name, Throwable thrown, String expected) {
    return new Object[] {Named.of(name, thrown), expected};
  }

  private static Odd throwing(Error error) {
    return new Odd(
        () -> {
          throw error;
        });
  }

  static Stream<Object[]> messages() {
    return Stream.of(
        asked("plain", new Odd(() -> "plain"), "plain"),
        asked("null", new Odd(() -> null), ""),
        asked("deep", new Odd(ThrownTest::deep), threw("StackOverflowError")),
        asked("memory", throwing(new OutOfMemoryError("pretended")), threw("OutOfMemoryError")),
        asked("death", throwing(new ThreadDeath()), threw("ThreadDeath")),
        asked("assertion", throwing(new AssertionError()), threw("AssertionError")),
        asked("waits", new Waits(), "its getMessage() does not end"),
        asked("spins", new Spins(), "its getMessage() does not end"),
        asked("none", new IOException((String) null), ""),
        asked("Java's", new UncheckedIOException(new IOException("x")), "java.io.IOException: x"));
  }

  private static String threw(String error) {
    return "its getMessage() threw java.lang." + error;
  }

  @ParameterizedTest
  @MethodSource("messages")
  void itsMessageOrWhyThereIsNone(Throwable thrown, String expected) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertEquals(expected, Thrown.message(thrown)));
  }

  /** A thousand items may throw it. */
  @Test
  void whatDoesNotAnswerIsAskedOnce() {
    Thrown.message(new Waits());
    long start = System.nanoTime();
    for (int i = 0; i < 1000; i++) {
      assertEquals("its getMessage() does not end", Thrown.message(new Waits()));
    }
    assertTrue(System.nanoTime() - start < 1_000_000_000L, "not a second each");
  }

  @Test
  void itsTextOrItsClass() {
    assertEquals("java.io.IOException: x", Thrown.text(new IOException("x")));
    assertEquals(OF + "NoText, whose message cannot be had", Thrown.text(new NoText()));
    assertEquals(OF + "Waits, whose message cannot be had", Thrown.text(new Waits()));
    Odd silent = throwing(new AssertionError());
    assertEquals(OF + "Odd, whose message cannot be had", Thrown.text(silent));
  }

  @Test
  void itsTraceAndPlacesEnd() {
    assertTrue(Thrown.trace(new IOException("x")).startsWith("java.io.IOException: x\n\tat "));
    assertTrue(Thrown.trace(new Circle()).contains("CIRCULAR REFERENCE"));
    assertEquals(List.of(), Thrown.places(new NoCause()));
    assertTrue(Thrown.trace(new NoCause()).startsWith(OF + "NoCause"));
    assertEquals(
        "itsTraceAndPlacesEnd", Thrown.places(new IOException("x")).get(0).getMethodName());
  }

  @Test
  void whoAsksMayBeInterrupted() {
    Thread.currentThread().interrupt();
    assertEquals("still", Thrown.message(new Odd(() -> "still")));
    assertEquals("y", Thrown.message(new IOException("y")));
    assertTrue(Thread.interrupted(), "it is kept for who interrupted");
  }
}
