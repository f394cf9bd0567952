package dev.parallax.text;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was thrown, in words. Its class may be a user's, whose methods may throw instead of an
 * answer, or never end: it is asked on a thread of its own for a second, and if it has not answered
 * then, no more.
 */
public final class Thrown {
  private static final long PATIENCE_SECONDS = 1;
  private static final List<String> QUESTIONS =
      List.of("getMessage", "getLocalizedMessage", "toString", "getCause", "getStackTrace");

  /** How most languages name what was thrown. */
  private static final Pattern NAMED =
      Pattern.compile("(?:[A-Za-z_][\\w.]*)?(?:Error|Exception|Interrupt|Exit)\\b.*");

  private static final ClassValue<Thrown> CLASSES =
      new ClassValue<>() {
        @Override
        protected Thrown computeValue(Class<?> type) {
          return new Thrown(QUESTIONS.stream().allMatch(name -> isJavas(type, name)));
        }
      };

  private final boolean plain;
  private volatile boolean silent;

  /** What is known of a class: whether all its answers are those of Java's own classes. */
  private Thrown(boolean plain) {
    this.plain = plain;
  }

  private static boolean isJavas(Class<?> type, String method) {
    try {
      ClassLoader loader = type.getMethod(method).getDeclaringClass().getClassLoader();
      return loader == null || loader == ClassLoader.getPlatformClassLoader();
    } catch (NoSuchMethodException | LinkageError e) {
      return false;
    }
  }

  /** Its message, empty if it has none; or that, and why, there is none to be had. */
  public static String message(Throwable thrown) {
    try {
      String text = asked(thrown, thrown::getMessage);
      return text == null ? "" : text;
    } catch (ExecutionException e) {
      return "its getMessage() threw " + e.getCause().getClass().getName();
    } catch (TimeoutException e) {
      return "its getMessage() does not end";
    }
  }

  /** Whether a line begins with the name of what was thrown, as programs write it. */
  public static boolean isNamed(String line) {
    return NAMED.matcher(line).matches();
  }

  /** It, as it says itself; of one that does not, its class. */
  public static String text(Throwable thrown) {
    return answer(
        thrown,
        () -> String.valueOf(thrown),
        thrown.getClass().getName() + ", whose message cannot be had");
  }

  /** Where it was thrown; nowhere if it does not say. */
  public static List<StackTraceElement> places(Throwable thrown) {
    return answer(thrown, () -> Stream.of(thrown.getStackTrace()).toList(), List.of());
  }

  /** It, with its stack trace and that of its causes, as Java prints them. */
  public static String trace(Throwable thrown) {
    return answer(
        thrown,
        () -> {
          StringWriter text = new StringWriter();
          thrown.printStackTrace(new PrintWriter(text));
          return text.toString();
        },
        text(thrown));
  }

  private static <T> T answer(Throwable thrown, Callable<T> question, T otherwise) {
    try {
      return Optional.ofNullable(asked(thrown, question)).orElse(otherwise);
    } catch (ExecutionException | TimeoutException e) {
      return otherwise;
    }
  }

  private static <T> T asked(Throwable thrown, Callable<T> question)
      throws ExecutionException, TimeoutException {
    Thrown known = CLASSES.get(thrown.getClass());
    FutureTask<T> task = new FutureTask<>(question);
    boolean interrupted = Thread.interrupted(); // before, which is no reason not to ask
    try {
      if (known.plain) {
        task.run();
        return task.get();
      }
      return known.answer(task);
    } catch (InterruptedException e) {
      interrupted = true;
      throw new TimeoutException();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private <T> T answer(FutureTask<T> task)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (silent) {
      throw new TimeoutException();
    }
    Thread thread = new Thread(task, "question to what was thrown");
    thread.setDaemon(true); // it may go on for ever
    thread.start();
    try {
      return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      silent = true;
      throw e;
    } finally {
      task.cancel(true);
    }
  }
}
