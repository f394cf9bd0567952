package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who does not know the secret gets nothing from the cluster, and nothing shows the secret. */
@ExtendWith(Lab.Extension.class)
class ClusterSecurityIT {
  private static final String[] JOB = {"map", "--array", "range:0:9", "--function", "is-prime"};

  private static void assertRefused(Child run, Lab lab) {
    assertEquals(ExitStatus.BROKEN, run.status(), run.out());
    String start = "parallax: no master answers at " + lab.cluster().url() + ": ";
    assertTrue(run.err().startsWith(start), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void aWrongSecretIsRefused(Lab lab) {
    try (Child run = lab.run(List.of("spark.authenticate.secret guessed"), JOB)) {
      assertRefused(run, lab);
    }
  }

  @Test
  void noSecretIsRefused(Lab lab) {
    try (Child run = Child.parallax(Lab.with(JOB, "--master", lab.cluster().url()))) {
      assertRefused(run, lab);
    }
  }

  @Test
  void theSecretIsOnNoCommandLine(Lab lab) throws IOException {
    Path output = lab.emptyFolder().resolve("run");
    String[] slow = {
      "sweep", "-p", "a=range:0:100:1", "--model", "lab.Faulty", "--set", "pause=20", "--quiet"
    };
    try (Child run = lab.run(List.of(), Lab.with(slow, "--slices", "20", "-o", "" + output))) {
      run.await(
          () -> Files.exists(output.resolve("blocks")) && !lab.cluster().executors().isEmpty());
      List<ProcessHandle> all =
          Stream.concat(lab.cluster().processes().stream(), Stream.of(run.handle())).toList();
      assertTrue(all.size() >= 5, "a master, two workers, an executor, a driver");
      for (ProcessHandle process : all) {
        Path line = Path.of("/proc/" + process.pid() + "/cmdline");
        assertFalse(Files.readString(line).contains(lab.cluster().secret()), line.toString());
        assertEquals(List.of(), Sockets.beyondLoopback(process.pid()));
      }
      assertEquals(ExitStatus.DONE, run.status(), run.err());
    }
  }
}
