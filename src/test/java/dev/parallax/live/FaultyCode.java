package dev.parallax.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A user's code for the cluster: what is wrong with it is so each time, or the first time only. */
final class FaultyCode {
  /**
   * A model whose setting {@code kind} says what goes wrong at point 37 and {@code pause} how many
   * milliseconds each point takes; {@code marks} is a folder by which attempts know each other.
   */
  private static final String MODEL =
      """
      package lab;

      import dev.parallax.model.Model;
      import dev.parallax.random.RandomStream;
      import java.io.IOException;
      import java.nio.file.FileAlreadyExistsException;
      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.util.List;
      import java.util.Map;

      public final class Faulty implements Model {
        private String kind = "none";
        private int pause;
        private String marks = "";

        @Override public List<String> parameters() { return List.of("a"); }
        @Override public List<String> responses() { return List.of("y"); }

        @Override public Model withSettings(Map<String, String> settings) {
          Faulty faulty = new Faulty();
          faulty.kind = settings.getOrDefault("kind", "none");
          faulty.pause = Integer.parseInt(settings.getOrDefault("pause", "0"));
          faulty.marks = settings.getOrDefault("marks", "");
          return faulty;
        }

        private boolean first(String name) throws IOException {
          if (marks.isEmpty()) {
            return false;
          }
          try {
            Files.createFile(Path.of(marks, name));
            return true;
          } catch (FileAlreadyExistsException e) {
            return false;
          }
        }

        @Override public double[] evaluate(double[] point, RandomStream random) throws Exception {
          Thread.sleep(pause);
          if (point[0] == 37) {
            switch (kind) {
              case "throw":
                first("thrown" + System.nanoTime());
                throw new IllegalArgumentException("37 on purpose");
              case "exit": System.exit(3);
              case "memory": return new double[] {new long[Integer.MAX_VALUE - 8].length
                  + new long[Integer.MAX_VALUE - 8].length};
              case "halt twice":
                if (first("once") || first("twice")) {
                  Runtime.getRuntime().halt(9);
                }
                break;
              case "straggle":
                if (first("straggler")) {
                  Thread.sleep(Long.MAX_VALUE);
                }
                break;
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

      public final class Picky implements ElementFunction.ToLong {
        @Override public long apply(long element, RandomStream random) {
          if (element == 37) {
            throw new IllegalStateException("no " + element);
          }
          return Long.bitCount(element) + random.nextInt(10);
        }
      }
      """;

  private static final String STATISTIC =
      """
      package lab;

      import dev.parallax.model.Statistic;

      public final class Fussy implements Statistic {
        @Override public int columns() { return 1; }

        @Override public Prepared prepare(double[][] columns) {
          return () -> resample -> {
            int[] rows = resample.rows();
            if (rows[0] == 3 && rows[1] == 7) {
              throw new ArithmeticException("rows 3 and 7");
            }
            return columns[0][rows[0]] - columns[0][rows[1]];
          };
        }
      }
      """;

  /** A model without a fault. */
  private static final String CUBIC =
      """
      package lab;

      import dev.parallax.model.Model;
      import dev.parallax.random.RandomStream;
      import java.util.List;

      public final class Cubic implements Model {
        @Override public List<String> parameters() { return List.of("x"); }
        @Override public List<String> responses() { return List.of("value"); }

        @Override public double[] evaluate(double[] at, RandomStream random) {
          return new double[] {at[0] * at[0] * at[0] / 3 - at[0]};
        }
      }
      """;

  private FaultyCode() {}

  /** Compiles the classes into a jar in this folder. */
  static Path jar(Path folder) throws IOException {
    return UserJar.compile(
        folder, Map.of("Faulty", MODEL, "Picky", FUNCTION, "Fussy", STATISTIC, "Cubic", CUBIC));
  }
}
