package dev.parallax.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.workload.sweep.Sweep;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Scripts that do anything but answer: the time limit of an item ends each, and all they began. */
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.SAME_THREAD)
class RudeScriptTest {
  private static final Duration LIMIT = Duration.ofMillis(300);

  /** Nobody else's, such as those of another run of these tests. */
  private static final String LONG = "sleep 75319." + ProcessHandle.current().pid();

  /** Bodies of a shell's script; each goes on for ever in its own way. */
  private static final List<String> BODIES =
      List.of(
          "exec LONG", // reads nothing
          "while read x; do :; done; exec LONG", // reads, and answers nothing
          "trap \"\" TERM INT HUP; while :; do LONG; done",
          "exec >&-; exec LONG", // closes its output, and lives
          "exec <&- >&- 2>&-; exec LONG",
          "exec <&-; exec LONG", // nobody will read the point
          "printf 12; exec LONG", // half an answer
          "while :; do printf 1234567890; done", // a line without an end
          "cat /dev/zero",
          "while :; do echo error >&2; done",
          "cat /dev/zero >&2",
          "kill -STOP $$; echo 1", // stops itself
          "setsid LONG & kill -STOP $$",
          "setsid sh -c \"trap : TERM; LONG & LONG\" & exec LONG",
          "(LONG &) ; exec LONG",
          "(while :; do (LONG &); LONG; done) & exec LONG"); // one that starts others

  private static String late(String body, Protocol protocol) {
    String command = "sh -c '" + body.replace("LONG", LONG) + "' {x}";
    CommandModel model =
        CommandModel.of(command, protocol, List.of("value"), List.of()).withLimit(LIMIT);
    try (SequentialEngine engine = new SequentialEngine()) {
      Run run =
          Runner.on(engine)
              .withLimits(ItemLimits.NONE.withTimeout(LIMIT))
              .run(Sweep.of(model, Design.factorial(Parameter.parse("x=1"))));
      return run.failed() == 1 ? run.firstFailures().get(0).text() : "no failure";
    }
  }

  private static boolean isLong(ProcessHandle process) {
    return process.info().commandLine().orElse("").endsWith(LONG);
  }

  /** All at once, as most do nothing but wait; a process for each point with some of them. */
  @Test
  void eachIsLateAndEnds() {
    Stream<Tried> fed = BODIES.stream().map(body -> new Tried(body, Protocol.LINES));
    Stream<Tried> each =
        Stream.of(0, 3, 7, 8, 11, 12).map(b -> new Tried(BODIES.get(b), Protocol.ARGS));
    List<String> wrong =
        Stream.concat(fed, each)
            .parallel()
            .filter(tried -> !tried.isLate())
            .map(Tried::toString)
            .toList();
    assertEquals(List.of(), wrong);
    assertTrue(ProcessHandle.allProcesses().noneMatch(RudeScriptTest::isLong));
  }

  /** A body and how it is run. */
  private record Tried(String body, Protocol protocol) {
    boolean isLate() {
      return late(body, protocol).equals("TimeoutException: took longer than 300 ms");
    }
  }
}
