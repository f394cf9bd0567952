package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.engine.block.Failure;
import dev.parallax.report.ProgressDisplay;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The line of the first failure. */
class FailureNoticeTest {
  private final StringWriter err = new StringWriter();
  private final FailureNotice notice =
      new FailureNotice(ProgressDisplay.none(), new PrintWriter(err));

  private static Failure failure(long item, String trace) {
    return new Failure(item, "java.lang.ArithmeticException", "by zero", trace);
  }

  @Test
  void theFirstOfARunAndItsStagesIsShownWithWhereItWas() {
    notice.started(10, 0);
    notice.failed(List.of());
    assertEquals("", err.toString());
    notice.ofStage("jackknife").failed(List.of(failure(3, "at\n\tline 7"), failure(4, "")));
    notice.failed(List.of(failure(5, "")));
    notice.ended();
    assertEquals(
        List.of("parallax: item 3 failed: ArithmeticException: by zero", "  at", "      line 7"),
        err.toString().lines().toList());
  }
}
