package dev.parallax.engine.spark;

import dev.parallax.engine.Incidents;
import java.util.concurrent.TimeUnit;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Counts what Spark makes good by trying again. */
final class IncidentCounter extends SparkListener {
  private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);

  private int retried;
  private int lost;
  private int lastEnded = -1;

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    // A copy that is killed since another was faster did not fail.
    if (end.reason() instanceof TaskFailedReason && !(end.reason() instanceof TaskKilled)) {
      retried++;
    }
  }

  @Override
  public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
    lost++;
  }

  @Override
  public synchronized void onJobEnd(SparkListenerJobEnd end) {
    lastEnded = Math.max(lastEnded, end.jobId());
    notifyAll();
  }

  /** Waits until all is counted that came before the end of a job: Spark tells of it later. */
  synchronized void await(int job) throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST_WAIT_NANOS;
    while (lastEnded < job) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return; // Spark drops events when there are too many
      }
      wait(left);
    }
  }

  synchronized Incidents incidents() {
    return new Incidents(retried, lost);
  }
}
