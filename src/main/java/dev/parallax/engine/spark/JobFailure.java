package dev.parallax.engine.spark;

import dev.parallax.engine.EngineException;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Slice;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in a line why a Spark job failed; Spark's own message brings two stack traces along. */
final class JobFailure {
  /** Which slice, the number of attempts, where the last of them was, and what it died of. */
  private static final Pattern TASK =
      Pattern.compile(
          "Task (\\d+) in stage [\\d.]+ failed (\\d+) times, most recent failure: "
              + "Lost task [\\d.]+ in stage [\\d.]+ \\(TID \\d+\\) \\(([^)]*)\\): (.*)");

  /** What is said where a class of Spark's is not the one that it was compiled with. */
  private static final Pattern MISMATCH =
      Pattern.compile(
          "(InvalidClassException: |NoSuchMethodError: .*|NoSuchFieldError: .*"
              + "|NoClassDefFoundError: |ClassNotFoundException: )'?(\\S+ )?(org[./]apache[./]spark|scala)[./]");

  private static final String ANOTHER =
      "; the cluster runs another Spark than "
          + SparkStart.SPARK_VERSION
          + ": submit with its own spark-submit";

  private static final String OURS = EngineException.class.getName() + ": ";

  private static final String INTERRUPTED = CancellationException.class.getName() + ": ";

  private JobFailure() {}

  /** The failure of a job with these slices, one to each task. */
  static EngineException of(Throwable cause, List<? extends Slice<?>> slices) {
    String line = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    Matcher task = TASK.matcher(line);
    String text =
        task.find()
            ? name(slices.get(Integer.parseInt(task.group(1))).block())
                + " failed "
                + times(task.group(2))
                + "on "
                + task.group(3)
                + ": "
                + why(task)
            : line;
    String advice = isOfAnotherSpark(line) ? ANOTHER : "";
    return new EngineException("Spark could not finish the job: " + text + advice, cause);
  }

  /** Whether classes of Spark's differ between here and the executors. */
  static boolean isOfAnotherSpark(String line) {
    return MISMATCH.matcher(line).find();
  }

  private static String name(Block block) {
    String items = block.first() + " to " + block.last();
    String step = block.step() == 1 ? "" : " by " + block.step();
    return "slice " + block.index() + " (items " + items + step + ")";
  }

  private static String times(String count) {
    return count.equals("1") ? "once, " : count + " times, last ";
  }

  private static String why(Matcher task) {
    String reason = task.group(4);
    if (reason.startsWith(INTERRUPTED)) { // not by us: what we cancel does not fail
      return reason.substring(INTERRUPTED.length()) + ", by your code";
    }
    return reason.startsWith(OURS) ? reason.substring(OURS.length()) : reason;
  }
}
