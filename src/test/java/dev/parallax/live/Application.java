package dev.parallax.live;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.apache.spark.SparkEnv;

/**
 * Calls the program as YARN's application master does, from a thread of its own, and says how that
 * ended: there, a program that exits has failed.
 */
public final class Application {
  private static final String MODE = "spark.submit.deployMode";

  private Application() {}

  /**
   * Calls the program once for each argument, which is where the driver runs, {@code client} or
   * {@code cluster}, and a command line.
   */
  public static void main(String[] arguments) throws InterruptedException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    for (String argument : arguments) {
      List<String> words = List.of(argument.split(" "));
      System.setProperty(MODE, words.get(0));
      String[] line = words.stream().skip(1).toArray(String[]::new);
      Thread driver = new Thread(() -> call(loader, line), "Driver");
      driver.setContextClassLoader(loader);
      driver.start();
      driver.join();
    }
  }

  private static void call(ClassLoader loader, String[] line) {
    String end = end(loader, line);
    boolean stopped = SparkEnv.get() == null;
    System.out.println(end + ", Spark " + (stopped ? "has stopped" : "is running"));
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
