package dev.parallax.cli;

import java.util.Map;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * How the shell's lines are run: within this process. What Parallax finds wrong with them is said
 * in a line; the stack of calls that found it out is nobody's concern.
 */
public final class ShellExecution implements ExecutionControlProvider {
  static final String NAME = "parallax";

  /** For jshell, which looks for it by its name. */
  public ShellExecution() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
    return new LocalExecutionControl() {
      @Override
      protected String throwConvertedInvocationException(Throwable cause)
          throws RunException, InternalException {
        if (isComplaint(cause)) {
          throw new UserException(
              cause.getMessage(), cause.getClass().getName(), new StackTraceElement[0]);
        }
        return super.throwConvertedInvocationException(cause);
      }
    };
  }

  private static boolean isComplaint(Throwable cause) {
    StackTraceElement[] calls = cause.getStackTrace();
    return cause instanceof IllegalArgumentException
        && calls.length > 0
        && calls[0].getClassName().startsWith("dev.parallax.");
  }
}
