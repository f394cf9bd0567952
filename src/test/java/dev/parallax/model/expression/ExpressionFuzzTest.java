package dev.parallax.model.expression;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.fuzz.Fuzzing;
import dev.parallax.fuzz.Fuzzing.Seed;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged expressions; see {@link Fuzzing}. */
class ExpressionFuzzTest {
  @TempDir private Path folder;

  @Test
  void noExpressionBreaksTheParser() throws Exception {
    List<Seed> seeds =
        List.of(
            new Seed("e", "y = sqrt(x^2 + 1.5e3) - exp(-x / 2) * pi".getBytes(ISO_8859_1)),
            new Seed("e", "if(a > 0, log(a), 0) + min(a, b)".getBytes(ISO_8859_1)));
    List<String> words =
        List.of("sin(", "(", ")", "^", "-", "*", ",", "=", "x", "1e999", "pi", "e", " ");
    new Fuzzing("expressions", seeds, words, folder)
        .run(
            1_000,
            0.05,
            (file, bytes, random) -> {
              try {
                assertTrue(Expression.of(new String(bytes, ISO_8859_1)) != null);
              } catch (IllegalArgumentException e) {
                String message = e.getMessage();
                String shown = message.substring(0, Math.min(300, message.length()));
                throw new IllegalArgumentException(file + ": " + shown, e);
              }
            });
  }
}
