package dev.parallax;

import java.util.regex.Pattern;

/**
 * The plain lines of progress, one each half minute, which a slow machine has and a fast has not.
 */
public final class ProgressLines {
  private static final Pattern LINE =
      Pattern.compile("(?m)^parallax: ([\\w -]+: )?\\d+ of \\d+( items?)?(, | after ).*\\R");

  private ProgressLines() {}

  /** What was written to standard error, without them. */
  public static String removed(String written) {
    return LINE.matcher(written).replaceAll("");
  }
}
