package dev.parallax.engine.spark;

import dev.parallax.engine.EngineException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in a line why a Spark job failed; Spark's own message brings two stack traces along. */
final class JobFailure {
  /** The number of attempts, where the last of them was, and what it died of. */
  private static final Pattern TASK =
      Pattern.compile(
          "Task \\d+ in stage [\\d.]+ failed (\\d+) times, most recent failure: "
              + "Lost task [\\d.]+ in stage [\\d.]+ \\(TID \\d+\\) \\(([^)]*)\\): (.*)");

  private static final String OURS = EngineException.class.getName() + ": ";

  private JobFailure() {}

  static EngineException of(Throwable cause) {
    String line = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    Matcher task = TASK.matcher(line);
    String text =
        task.find()
            ? "a slice failed " + times(task.group(1)) + ", on " + task.group(2) + ": " + why(task)
            : line;
    return new EngineException("Spark could not finish the job: " + text, cause);
  }

  private static String times(String count) {
    return count.equals("1") ? "once" : count + " times, last";
  }

  private static String why(Matcher task) {
    String reason = task.group(3);
    return reason.startsWith(OURS) ? reason.substring(OURS.length()) : reason;
  }
}
