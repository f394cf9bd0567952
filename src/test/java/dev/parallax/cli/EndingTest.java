package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.model.ElementFunction;
import dev.parallax.random.RandomStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program returns when all is done, and its process ends, with the status that is its own. */
class EndingTest {
  private static final String[] DONE = {
    "map", "--array", "range:0:9", "--function", "is-prime", "--serial", "--quiet"
  };

  @Test
  void mainReturnsWhenAllIsDone() {
    assertDoesNotThrow(() -> Main.main(DONE));
  }

  @Test
  void onAClusterAFailureIsAnException() {
    System.setProperty("spark.submit.deployMode", "cluster");
    try {
      assertDoesNotThrow(() -> Main.main(DONE));
      IllegalStateException e =
          assertThrows(IllegalStateException.class, () -> Main.main(new String[] {"mpa"}));
      assertEquals("Parallax ended with status 2; its standard error says why", e.getMessage());
    } finally {
      System.clearProperty("spark.submit.deployMode");
    }
  }

  /** A function whose thread goes on for ever. */
  public static final class Lingering implements ElementFunction.ToDouble {
    private static final long serialVersionUID = 1L;

    @Override
    public double apply(long element, RandomStream random) {
      new Thread(
              () -> {
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              })
          .start();
      return 1;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "map --array range:0:9 --function is-prime --serial, 0",
    "map --array range:0:9 --function is-prime --master local[2], 0",
    "map --array range:0:9 --function is-prime --master threads[2], 0",
    "map --array range:0:3 --function LINGERING --serial, 0",
    "map --array range:0:3 --function LINGERING --master local[2], 0",
    "map --array range:0:3 --function LINGERING --master threads[2], 0",
    "map --array range:0:3 --expression element --serial --nan-fails, 0",
    "map --array range:0:3 --expression 0/0*element --serial --nan-fails, 3",
    "map --array range:0:9 --function isprime, 2",
  })
  void theProcessEndsWithItsStatus(String line, int status)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(
            List.of(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(line.replace("LINGERING", Lingering.class.getName()).split(" ")));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it does not end");
      assertEquals(status, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }
}
