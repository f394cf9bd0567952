package dev.parallax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Python of the tests: one that has NumPy and cloudpickle, which the package needs. */
public final class PythonCell {
  private static final Optional<String> PYTHON = with("numpy", "cloudpickle");

  private PythonCell() {}

  /** A Python that has modules, if there is one. */
  static Optional<String> with(String... modules) {
    String imports = "import " + String.join(", ", modules);
    return List.of("python3", "/usr/bin/python3").stream()
        .filter(python -> does(python, imports))
        .findFirst();
  }

  private static boolean does(String python, String imports) {
    try {
      Process process =
          new ProcessBuilder(python, "-c", imports)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  /** The program, or the test is left out where there is none. */
  public static String python() {
    assumeTrue(PYTHON.isPresent(), "no Python with numpy and cloudpickle");
    return PYTHON.orElseThrow();
  }

  /**
   * Runs code as a user's script in a folder, with the package at hand as px and what writes
   * functions as F.
   *
   * @return what it printed
   */
  public static String run(Path folder, String code) throws IOException, InterruptedException {
    Path script = folder.resolve("cell.py");
    String head = "import os, sys, time\nimport numpy as np\nimport parallax._function as F\n";
    Files.writeString(script, head + code);
    ProcessBuilder builder = new ProcessBuilder(python(), script.toString());
    builder.environment().put("PYTHONPATH", Path.of("src/python").toAbsolutePath().toString());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.directory(folder.toFile()).redirectErrorStream(true);
    Process process = builder.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(printed);
    }
    return printed;
  }
}
