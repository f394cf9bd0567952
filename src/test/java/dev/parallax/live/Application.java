package dev.parallax.live;

import java.lang.reflect.InvocationTargetException;
import org.apache.spark.SparkEnv;

/**
 * Calls the program as YARN's application master does, from a thread of its own, and says how that
 * ended: there, a program that exits has failed.
 */
public final class Application {
  private Application() {}

  /** Runs the program with these arguments. */
  public static void main(String[] arguments) throws InterruptedException {
    if (Boolean.getBoolean("spark.test.onCluster")) {
      System.setProperty("spark.submit.deployMode", "cluster");
    }
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Thread driver =
        new Thread(
            () -> {
              String end = end(loader, arguments);
              boolean stopped = SparkEnv.get() == null;
              System.out.println(end + ", Spark " + (stopped ? "has stopped" : "is running"));
            },
            "Driver");
    driver.setContextClassLoader(loader);
    driver.start();
    driver.join();
  }

  private static String end(ClassLoader loader, String[] arguments) {
    try {
      Class.forName("dev.parallax.cli.Main", true, loader)
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
      return "SUCCEEDED";
    } catch (InvocationTargetException e) {
      return "FAILED: " + e.getCause().getMessage();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
