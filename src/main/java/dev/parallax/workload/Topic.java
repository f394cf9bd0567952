package dev.parallax.workload;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Under which heading of a command's help options stand: all of a class, or one by itself. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Topic {
  /** The heading. */
  Heading value();

  /** The headings, in the order in which they stand. */
  enum Heading {
    POINTS("Points"),
    WHAT("What to compute"),
    BEST("Best point"),
    COLUMNS("Columns"),
    RESAMPLING("Resampling"),
    INTERVALS("Intervals"),
    TESTS("Precision and tests"),
    TABLE("Reading a table"),
    ERRORS("Measurement errors and limits"),
    PROGRAM("A program of yours"),
    ITEMS("Items"),
    FAILURES("Failures"),
    OTHER("General"),
    RESULTS("Results"),
    ENGINE("Where to run"),
    CHECKS("Checks"),
    HELP("Help");

    private final String text;

    Heading(String text) {
      this.text = text;
    }

    /** As it is printed. */
    public String text() {
      return text;
    }
  }
}
