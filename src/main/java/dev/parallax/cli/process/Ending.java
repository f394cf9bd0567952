package dev.parallax.cli.process;

import java.util.HashSet;
import java.util.Set;

/** How the process ends. To be made at its beginning. */
public final class Ending {
  /** Set by spark-submit, and by YARN's application master in its own process. */
  private static final String DEPLOY_MODE = "spark.submit.deployMode";

  private final Set<Thread> before = lasting();

  /**
   * Ends with an exit status. After a success this returns, unless the process would not end then,
   * as a user's code has left threads behind that would go on for ever.
   *
   * @throws IllegalStateException if the driver runs on a cluster and the status is no success
   */
  public void with(int status) {
    boolean onCluster = isOnCluster();
    if (status == ExitStatus.DONE && (onCluster || !isHeldUp())) {
      return;
    }
    if (onCluster) {
      throw new IllegalStateException(
          "Parallax ended with status " + status + "; its standard error says why");
    }
    System.exit(status);
  }

  /** Whether this process, the driver, runs on a cluster, whose disk is not the user's. */
  public static boolean isOnCluster() {
    return "cluster".equals(System.getProperty(DEPLOY_MODE));
  }

  private boolean isHeldUp() {
    return lasting().stream().anyMatch(thread -> !before.contains(thread));
  }

  /** The threads that keep a process alive, but for this one. */
  private static Set<Thread> lasting() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(thread -> thread.isDaemon() || thread == Thread.currentThread());
    return threads;
  }
}
