package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a laptop nothing listens beyond the loopback, with Spark's web page and its log of events. */
class LoopbackIT {
  @TempDir private Path folder;

  private static boolean pageIsUp(Child run) {
    try {
      return Sockets.listening(run.handle().pid()).size() >= 3; // the driver, its blocks, the page
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void nothingListensBeyondLoopback() throws IOException {
    String jar = FaultyCode.jar(folder).toString();
    String[] job = {
      "sweep", "-p", "a=range:0:100:1", "--model", "lab.Faulty", "--set", "pause=100", "--jar", jar
    };
    Path output = folder.resolve("run");
    String log = folder.resolve("log").toString();
    try (Child run =
        Child.parallax(
            Lab.with(
                job,
                "--master",
                "local[2]",
                "--ui",
                "--event-log",
                log,
                "-o",
                output.toString()))) {
      run.await(() -> Files.exists(output.resolve("blocks")) && pageIsUp(run));
      assertEquals(List.of(), Sockets.beyondLoopback(run.handle().pid()));
      assertFalse(Sockets.listening(run.handle().pid()).isEmpty());
      assertEquals(List.of(), Sockets.datagrams(run.handle().pid()));
    }
  }
}
