package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
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
    return compile(folder, Map.of("Tried", MODEL, "Bits", FUNCTION));
  }

  /** Compiles classes of the package {@code lab}, given by name, into a jar in this folder. */
  static Path compile(Path folder, Map<String, String> sources) throws IOException {
    Path lab = Files.createDirectories(folder.resolve("lab"));
    List<String> command =
        new ArrayList<>(List.of("-proc:none", "--release", "17", "-cp", "target/classes"));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = lab.resolve(source.getKey() + ".java");
      command.add(Files.writeString(file, source.getValue()).toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertEquals(0, compiler.run(null, null, null, command.toArray(String[]::new)));
    Path jar = folder.resolve("lab.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.list(lab)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        out.putNextEntry(new JarEntry("lab/" + file.getFileName()));
        Files.copy(file, out);
      }
    }
    return jar;
  }
}
