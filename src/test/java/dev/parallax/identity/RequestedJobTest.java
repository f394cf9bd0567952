package dev.parallax.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which jobs go on with which. */
class RequestedJobTest {
  @Command(name = "draw")
  private static final class Options {
    @Affects(Effect.NUMBERS)
    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Affects(Effect.NUMBERS)
    @Option(names = "--exact")
    private boolean exact;

    @Affects(value = Effect.NUMBERS, code = true)
    @Option(names = "--of")
    private String of;

    @Affects(Effect.LENGTH)
    @Option(names = "--draws")
    private Long draws;

    @Affects(Effect.FAILING_ITEMS)
    @Option(names = "--limit")
    private String limit;

    @Affects(Effect.STOPPING)
    @Option(names = "--patience")
    private String patience;

    @Affects(Effect.FINDINGS)
    @Option(names = "--level")
    private String level;

    @Affects(Effect.EXECUTION)
    @Option(names = "--cores")
    private String cores;
  }

  private static RequestedJob job(boolean extensible, String... arguments) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new Options());
    new CommandLine(spec).setOverwrittenOptionsAllowed(true).parseArgs(arguments);
    return RequestedJob.of(spec, "parallax 1", Map.of(), extensible);
  }

  private static RequestedJob job(String... arguments) {
    return job(true, arguments);
  }

  private static List<String> differences(RequestedJob there, RequestedJob here) {
    return here.differences(there.identity(), false).stream()
        .map(RequestedJob.Difference::text)
        .toList();
  }

  private static void checkSame(RequestedJob there, RequestedJob here) {
    assertEquals(List.of(), differences(there, here));
    assertEquals(there.fingerprint(), here.fingerprint());
  }

  @Test
  void otherNumbersAreAnotherJob() {
    assertEquals(List.of("--seed 1 there, --seed 2 here"), differences(job(), job("--seed", "2")));
    assertNotEquals(job().fingerprint(), job("--seed", "2").fingerprint());
    assertEquals(List.of("no --exact there, --exact here"), differences(job(), job("--exact")));
  }

  /** A default that is written out, and a flag that is taken back, are the same job. */
  @Test
  void theSameInOtherWordsIsTheSame() {
    checkSame(job(), job("--seed", "1"));
    checkSame(job(), job("--seed", "2", "--seed", "1"));
    checkSame(job(), job("--exact", "--exact=false"));
    checkSame(job("--exact"), job("--exact=false", "--exact=true"));
    assertEquals(job().identity().text("."), job("--exact=false").identity().text("."));
  }

  @Test
  void aLongerJobGoesOnIfItsFirstItemsStay() {
    RequestedJob five = job("--draws", "5");
    checkSame(five, job("--draws", "12"));
    assertTrue(job("--draws", "12").isLongerThan(five.identity()));
    assertEquals(
        List.of("--draws 12 there, --draws 5 here"), differences(job("--draws", "12"), five));
    assertFalse(five.isLongerThan(five.identity()));
    assertEquals(List.of("no --draws there, --draws 5 here"), differences(job(), five));
  }

  @Test
  void aLongerJobIsAnotherOneIfItsItemsChange() {
    RequestedJob five = job(false, "--draws", "5");
    RequestedJob twelve = job(false, "--draws", "12");
    assertEquals(List.of("--draws 5 there, --draws 12 here"), differences(five, twelve));
    assertFalse(twelve.isLongerThan(five.identity()));
    assertNotEquals(five.fingerprint(), twelve.fingerprint());
  }

  @Test
  void anotherLimitIsForItemsThatAreTriedAgain() {
    RequestedJob less = job("--limit", "1s");
    RequestedJob more = job("--limit", "5s");
    RequestedJob.Difference only = more.differences(less.identity(), false).get(0);
    assertEquals(Effect.FAILING_ITEMS, only.effect());
    assertEquals("--limit 1s there, --limit 5s here", only.text());
    assertEquals(List.of(), more.differences(less.identity(), true));
    assertEquals(less.fingerprint(), more.fingerprint());
  }

  @Test
  void theOthersMayChange() {
    for (String name : List.of("--patience", "--level", "--cores")) {
      checkSame(job(), job(name, "3"));
      checkSame(job(name, "3"), job(name, "4"));
    }
    assertTrue(job("--level", "3").identity().text(".").contains("--level 3\n"));
    assertFalse(job("--cores", "3").identity().text(".").contains("--cores"));
  }

  /** Of several names, each may be that of a class. */
  @Test
  void theCodeOfEveryClassIsPartOfTheJob() {
    String name = Options.class.getName();
    String one = job("--of", name).identity().code().toString();
    assertTrue(one.startsWith("[Source[name=" + name + ", digest="), one);
    assertEquals(one, job("--of", "mean," + name + ",quantile:0.5").identity().code().toString());
    assertEquals(List.of(), job("--of", "mean,no.Such,quantile:0.5").identity().code());
  }

  /** What is in a folder may be from a version with other options. */
  @Test
  void anOptionThatIsNoMoreMakesAnotherJob() {
    JobIdentity there = JobIdentity.parse("# parallax 1; x\ndraw\n--seed 1\n--old-one 3\n");
    assertEquals(
        List.of("--old-one 3 there, no --old-one here"),
        job().differences(there, false).stream().map(RequestedJob.Difference::text).toList());
  }

  /**
   * Blocks of a run that was begun bear the fingerprint. This one was made of the text {@code
   * {--seed=[--seed 2], argument=[draw], version=[parallax 1]}} by sha256sum.
   */
  @Test
  void theFingerprintStays() {
    assertEquals(
        "9b4426c00b524baf4770a8e7e4a311369c087f31c517ab8beed8cab3a3866f9f",
        job("--seed", "2", "--draws", "7", "--level", "9").fingerprint());
  }
}
