package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts, and what they have started, end with the run, however that ends. */
class ScriptIT {
  @TempDir private Path folder;

  private static boolean runs(String argument) {
    return ProcessHandle.allProcesses()
        .anyMatch(p -> p.info().commandLine().orElse("").contains(argument));
  }

  private static void awaitEnd(String argument) throws InterruptedException {
    for (int i = 0; i < 200 && runs(argument); i++) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertFalse(runs(argument), argument);
  }

  private long scratchFolders() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().startsWith("parallax-script-")).count();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--serial, INT, 1, 130",
    "threads[2], INT, 1, 130",
    "local[2], TERM, 1, 143",
    "local[2], INT, 2, 130"
  })
  void nothingIsLeftAfterASignal(String engine, String signal, int times, int status)
      throws IOException, InterruptedException {
    String mark = "31415.9" + ProcessHandle.current().pid() + times;
    Path script = folder.resolve("sleeper.sh");
    Files.writeString(script, "sleep " + mark + " &\nwhile read x; do sleep " + mark + "; done\n");
    String[] on =
        engine.equals("--serial") ? new String[] {engine} : new String[] {"--master", engine};
    String[] job = {
      "map",
      "--array",
      "range:0:100",
      "--slices",
      "2",
      "--command",
      "sh sleeper.sh",
      "--file",
      script.toString()
    };
    try (Child run =
        Child.parallax(List.of("-Xmx512m", "-Djava.io.tmpdir=" + folder), Lab.with(job, on))) {
      run.await(() -> runs(mark));
      assertTrue(scratchFolders() > 0);
      for (int i = 0; i < times; i++) {
        run.signal(signal);
      }
      assertEquals(status, run.status(), run.err());
      awaitEnd(mark);
      assertEquals(0, scratchFolders());
    }
  }

  @Test
  void anInterruptedRunOfAScriptGoesOn() throws IOException {
    Path output = folder.resolve("out");
    String[] job = {
      "map",
      "--array",
      "range:0:60",
      "--slices",
      "20",
      "--serial",
      "--json",
      "-o",
      output.toString(),
      "--command",
      "sh -c 'while read x; do sleep 0.02; echo $x; done'"
    };
    try (Child run = Child.parallax(job)) {
      run.await(() -> Files.exists(output.resolve("blocks").resolve("6-3.block")));
      run.signal("INT");
      assertEquals(ExitStatus.INTERRUPTED, run.status(), run.err());
    }
    try (Child run = Child.parallax(Lab.with(job, "--resume"))) {
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertTrue(run.out().contains("\"sum\":1770.0"), run.out());
    }
  }
}
