package dev.parallax.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What programs write when they fail, as the interpreters named wrote it. */
class ScriptExceptionTest {
  private static String first(String errors) {
    return ScriptException.with("exit status 1", errors).getMessage().lines().findFirst().get();
  }

  /** Python 3.11. */
  @Test
  void ofPythonTheLineBehindTheFrames() {
    String errors =
        """
        Traceback (most recent call last):
          File "fit.py", line 3, in <module>
            import nope
        ModuleNotFoundError: No module named 'nope'""";
    assertEquals("ModuleNotFoundError: No module named 'nope' (exit status 1)", first(errors));
    assertEquals(
        first(errors) + "\n" + errors, ScriptException.with("exit status 1", errors).getMessage());
  }

  @Test
  void ofExceptionsOfExceptionsTheLast() {
    String errors =
        """
        a warning
        Traceback (most recent call last):
          File "fit.py", line 5, in f
            g()
        KeyError: 'x'

        During handling of the above exception, another exception occurred:

        Traceback (most recent call last):
          File "fit.py", line 7, in <module>
            raise Singular("matrix\\nof rank 2")
        __main__.Singular: matrix
        of rank 2""";
    assertEquals("__main__.Singular: matrix (exit status 1)", first(errors));
  }

  /** Where frames were too many to be kept, the beginning is missing. */
  @Test
  void withoutItsBeginning() {
    assertEquals(
        "numpy.linalg.LinAlgError: Singular matrix (exit status 1)",
        first("...   File \"a.py\", line 1\nnumpy.linalg.LinAlgError: Singular matrix"));
  }

  /** R 4.2, node 20, the shell, a program of one's own. */
  @Test
  void ofOtherLanguages() {
    assertEquals(
        "Error in solve.default(a) : Lapack routine dgesv: system is exactly singular"
            + " (exit status 1)",
        first(
            "Error in solve.default(a) : Lapack routine dgesv: system is exactly singular\n"
                + "Calls: f -> solve -> solve.default\nExecution halted"));
    assertEquals(
        "TypeError: f is not a function (exit status 1)",
        first(
            "/tmp/a.js:1\nf()\n^\n\nTypeError: f is not a function\n    at a.js:1:1\n\nNode.js v20"));
    assertEquals("exit status 1; stderr: sh: 1: fit: not found", first("sh: 1: fit: not found"));
    assertEquals("exit status 1; stderr: and then", first("first this\nand then"));
    assertEquals("exit status 1", first(""));
  }
}
