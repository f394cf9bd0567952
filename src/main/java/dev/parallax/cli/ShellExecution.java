package dev.parallax.cli;

import dev.parallax.engine.Engine;
import dev.parallax.engine.ReusableEngine;
import dev.parallax.engine.SequentialEngine;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * How the shell's lines are run: within this process. What Parallax finds wrong with them is said
 * in a line; the stack of calls that found it out is nobody's concern. Ctrl-C cancels the job under
 * way: jshell itself would stop every thread that a line has started.
 */
public final class ShellExecution implements ExecutionControlProvider {
  static final String NAME = "parallax";

  private static final long PATIENCE_MILLISECONDS = 900;

  /** So many times as long for an engine at work: it ends what is cancelled, if later when busy. */
  private static final int LOOKS = 10;

  private static volatile Engine engine = new SequentialEngine();

  /** For jshell, which looks for it by its name. */
  public ShellExecution() {}

  /** Has the shell's jobs run on an engine, which is there before its first line. */
  static void use(Engine other) {
    engine = other;
  }

  /** The engine of the shell's jobs, for its first line. */
  public static Engine engine() {
    return engine;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
    return new Control();
  }

  /** Runs lines. */
  private static final class Control extends LocalExecutionControl {
    /** Has a permit while no line runs. */
    private final Semaphore idle = new Semaphore(1);

    private volatile boolean stopped;

    @Override
    protected void clientCodeEnter() {
      super.clientCodeEnter();
      idle.tryAcquire();
      stopped = false;
    }

    @Override
    protected void clientCodeLeave() {
      idle.release();
      super.clientCodeLeave();
    }

    @Override
    public void stop() throws EngineTerminationException, InternalException {
      engine.cancel();
      try {
        for (int look = 0; look == 0 || (look < LOOKS && isAtWork()); look++) {
          if (idle.tryAcquire(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            idle.release();
            return;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      stopped = true;
      super.stop(); // code that heeds nothing
    }

    private static boolean isAtWork() {
      return engine instanceof ReusableEngine reusable && reusable.isAtWork();
    }

    @Override
    protected String throwConvertedInvocationException(Throwable cause)
        throws RunException, InternalException {
      if (cause instanceof CancellationException || stopped) { // then it may be of any kind
        throw new UserException("interrupted", CancellationException.class.getName(), NO_CALLS);
      }
      if (isComplaint(cause)) {
        throw new UserException(cause.getMessage(), cause.getClass().getName(), NO_CALLS);
      }
      return super.throwConvertedInvocationException(cause);
    }
  }

  private static final StackTraceElement[] NO_CALLS = {};

  private static boolean isComplaint(Throwable cause) {
    StackTraceElement[] calls = cause.getStackTrace();
    return cause instanceof IllegalArgumentException
        && calls.length > 0
        && calls[0].getClassName().startsWith("dev.parallax.");
  }
}
