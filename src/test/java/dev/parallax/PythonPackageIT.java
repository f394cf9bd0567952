package dev.parallax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The Python package: its own tests, with the launcher, and the notebook in Jupyter. */
class PythonPackageIT {
  private static final int MOST_MINUTES = 5;

  private static void run(String python, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(python));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PARALLAX_HOME", Path.of("").toAbsolutePath().toString());
    builder.environment().put("PYTHONPATH", Path.of("src/python").toAbsolutePath().toString());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process process = builder.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    System.out.println(printed);
    if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    assertEquals(0, process.waitFor(), printed);
  }

  @Test
  void itsTestsPass() throws IOException, InterruptedException {
    String python = PythonCell.python();
    run(python, "-m", "unittest", "discover", "-s", "src/test/python", "-p", "*_test.py");
  }

  @Test
  void theNotebookRuns() throws IOException, InterruptedException {
    String python = PythonCell.with("numpy", "cloudpickle", "nbclient", "ipykernel").orElse("");
    assumeTrue(!python.isEmpty(), "no Python with nbclient and ipykernel");
    run(python, "src/test/python/notebook.py");
  }
}
