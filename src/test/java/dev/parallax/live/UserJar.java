package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** A user's jar, made while the test runs: its classes are on no class path of ours. */
final class UserJar {
  /**
   * A model with one response, whose setting {@code kind} says what goes wrong at point 37, and
   * {@code pause} how many milliseconds each point takes. It wraps an interrupt, as people do.
   */
  private static final String MODEL =
      """
      package lab;

      import dev.parallax.model.Model;
      import dev.parallax.random.RandomStream;
      import java.util.List;
      import java.util.Map;

      public final class Tried implements Model {
        private String kind = "none";
        private int pause;

        static final class Odd extends RuntimeException {
          final Thread notSerialisable = Thread.currentThread();
        }

        @Override public List<String> parameters() { return List.of("a"); }
        @Override public List<String> responses() { return List.of("y"); }

        @Override public Model withSettings(Map<String, String> settings) {
          Tried tried = new Tried();
          tried.kind = settings.getOrDefault("kind", "none");
          tried.pause = Integer.parseInt(settings.getOrDefault("pause", "0"));
          return tried;
        }

        private static int deep(int n) { return deep(n + 1) + 1; }

        @Override public double[] evaluate(double[] point, RandomStream random) {
          try {
            Thread.sleep(pause);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          if (point[0] == 37) {
            switch (kind) {
              case "throw": throw new IllegalArgumentException("37 on purpose");
              case "odd": throw new Odd();
              case "overflow": return new double[] {deep(0)};
              case "exit": System.exit(0);
              case "memory": return new double[] {new long[Integer.MAX_VALUE - 8].length
                  + new long[Integer.MAX_VALUE - 8].length};
              case "spin": while (System.nanoTime() != 3) { }
              default:
            }
          }
          return new double[] {point[0] + random.nextDouble()};
        }
      }
      """;

  private static final String FUNCTION =
      """
      package lab;

      import dev.parallax.model.ElementFunction;
      import dev.parallax.random.RandomStream;

      public final class Bits implements ElementFunction.ToLong {
        @Override public long apply(long element, RandomStream random) {
          return Long.bitCount(element) + random.nextInt(10);
        }
      }
      """;

  private UserJar() {}

  /** Compiles the classes into a jar in this folder. */
  static Path in(Path folder) throws IOException {
    Path source = Files.createDirectories(folder.resolve("lab"));
    Files.writeString(source.resolve("Tried.java"), MODEL);
    Files.writeString(source.resolve("Bits.java"), FUNCTION);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "--release",
                "17",
                "-cp",
                Path.of("target", "classes").toString(),
                source.resolve("Tried.java").toString(),
                source.resolve("Bits.java").toString());
    assertEquals(0, status);
    Path jar = folder.resolve("lab.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (String name : new String[] {"Tried", "Tried$Odd", "Bits"}) {
        out.putNextEntry(new JarEntry("lab/" + name + ".class"));
        Files.copy(source.resolve(name + ".class"), out);
      }
    }
    return jar;
  }
}
