package dev.parallax.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parallax.identity.JobIdentity.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job's identity as text, and had again from it. */
class JobIdentityTest {
  private static JobIdentity of(Argument... arguments) {
    return new JobIdentity(
        "parallax 1.2.3",
        List.of(new Source("a, SHA-256 b.csv", "00ff")),
        List.of(new Source("a.b.C", "11ee")),
        List.of(arguments));
  }

  @Test
  void isWrittenWithALineForEachArgument() {
    assertEquals(
        """
        # parallax 1.2.3; to run it again: parallax @run.job
        # reads a, SHA-256 b.csv, SHA-256 00ff
        # code of a.b.C, SHA-256 11ee
        sweep
        --parameter x=1,2
        --scramble
        --seed=-5
        ./-t.csv
        -
        --home ..
        """,
        of(
                Argument.word("sweep"),
                Argument.option("--parameter", "x=1,2"),
                Argument.flag("--scramble"),
                Argument.option("--seed", "-5"),
                Argument.word("-t.csv"),
                Argument.word("-"))
            .text(".."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-x",
        "--jar=evil",
        "--",
        "@evil",
        "@@evil",
        "#",
        "a # b",
        "a\\",
        "\\\"",
        "'",
        "\"",
        "a\nb",
        "\r\n",
        "\u0085",
        "a\u00001",
        "\u001B[31m",
        "a  b",
        "\\012",
        "\t",
        "a=b=c",
        "\u2029",
        "gr\u00F6\u00DFe",
        "\uD83D\uDE00",
        "\u0100",
        "# reads x, SHA-256 y",
        "=",
        "x, y"
      })
  void comesBackAsItWas(String value) {
    JobIdentity job =
        of(
            Argument.word("map"),
            Argument.flag("--map-slice"),
            Argument.word(value),
            Argument.option("--array", value),
            Argument.option("--where", value + value),
            Argument.flag("--nan-fails"));
    assertEquals(job, JobIdentity.parse(job.text("..")));
  }

  @Test
  void aNameWithLineEndsIsShownInOneLine() {
    JobIdentity job =
        new JobIdentity("parallax 1", List.of(new Source("a\n--jar", "0")), List.of(), List.of());
    assertEquals("# reads a\\u000a--jar, SHA-256 0", job.text("..").lines().toList().get(1));
    assertEquals(job, JobIdentity.parse(job.text("..")));
  }

  @Test
  void whatNoFileHoldsIsRefused() {
    JobIdentity job = of(Argument.option("--set", "a=\uD800"));
    assertThrows(IllegalArgumentException.class, () -> job.text("."));
  }

  /** As somebody may have written it: it says the same. */
  @Test
  void isReadHoweverItIsLaidOut() {
    JobIdentity job = JobIdentity.parse("# mine\nmap --array 'a b' # more\n  --seed=7 --quiet\n");
    assertEquals("", job.version());
    assertEquals(
        List.of(
            Argument.word("map"),
            Argument.option("--array", "a b"),
            Argument.option("--seed", "7"),
            Argument.flag("--quiet")),
        job.arguments());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\0",
        "# reads",
        "# reads x, SHA-256",
        "# code of , SHA-256 ",
        "\"",
        "=",
        "--"
      })
  void nothingBreaksIt(String text) {
    JobIdentity job = JobIdentity.parse(text);
    assertEquals(job.arguments(), JobIdentity.parse(job.text("..")).arguments());
  }
}
