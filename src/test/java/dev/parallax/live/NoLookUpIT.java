package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Local Spark asks no resolver: the file that this one would read is a pipe, which tells. */
class NoLookUpIT {
  @TempDir private Path folder;

  @Test
  void noNameIsLookedUp() throws IOException, InterruptedException {
    Path hosts = folder.resolve("hosts");
    assertEquals(0, new ProcessBuilder("mkfifo", hosts.toString()).start().waitFor());
    AtomicBoolean asked = new AtomicBoolean();
    Thread watch = new Thread(() -> answer(hosts, asked), "resolver");
    watch.setDaemon(true);
    watch.start();
    List<String> jvm =
        List.of(
            "-Xmx512m",
            "-Djdk.net.hosts.file=" + hosts,
            "-Dlog4j2.configurationFile=conf/log4j2.properties");
    String log = folder.resolve("log").toString();
    String[] job = {
      "map", "--array", "range:0:100", "--function", "is-prime", "--ui", "--event-log", log
    };
    try (Child run = Child.parallax(jvm, Lab.with(job, "--master", "local[2]"))) {
      assertEquals(0, run.status(), run.err());
    }
    assertFalse(asked.get());
    Files.readAllBytes(hosts); // the pipe does tell whoever reads it
    watch.join(TimeUnit.SECONDS.toMillis(10));
    assertEquals(true, asked.get());
  }

  /** To open the pipe waits for a reader. */
  private static void answer(Path hosts, AtomicBoolean asked) {
    try {
      Files.newOutputStream(hosts).close();
      asked.set(true);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
