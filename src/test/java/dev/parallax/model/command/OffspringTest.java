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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts start ends with them, and what they do not do is not waited for. */
class OffspringTest {
  /** Nobody else's, such as those of another run of these tests. */
  private static final String LONG = "sleep 86397." + ProcessHandle.current().pid();

  private static long living() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      return all.filter(OffspringTest::isLong).count();
    }
  }

  private static boolean isLong(Path process) {
    try {
      return Files.readString(process.resolve("cmdline")).replace('\0', ' ').strip().equals(LONG);
    } catch (IOException e) {
      return false;
    }
  }

  private static Run run(String command, Protocol protocol, Duration limit) {
    CommandModel model = CommandModel.of(command, protocol, List.of("value"), List.of());
    try (SequentialEngine engine = new SequentialEngine()) {
      Parameter parameter = Parameter.parse("x=1,2");
      return Runner.on(engine)
          .withLimits(ItemLimits.NONE.withTimeout(limit))
          .run(
              Sweep.of(
                  limit.isZero() ? model : model.withLimit(limit), Design.factorial(parameter)));
    }
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @ValueSource(
      strings = {
        "setsid LONG & echo $x",
        "setsid LONG >&- 2>&- <&- & echo $x",
        "(setsid sh -c \"setsid LONG & LONG\" >&- 2>&- & ) ; echo $x",
        "nohup LONG >&- 2>&- & echo $x",
        "(LONG & LONG &) >&- 2>&- <&-; echo $x"
      })
  void nothingOutlivesTheSlice(String body) throws IOException {
    Run run =
        run(
            "sh -c 'while read x; do " + body.replace("LONG", LONG) + "; done'",
            Protocol.LINES,
            Duration.ZERO);
    assertEquals(0, run.failed(), () -> run.firstFailures().toString());
    assertEquals(0, living());
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @ValueSource(
      strings = {
        "exec LONG",
        "setsid LONG & exec LONG",
        "trap \"\" TERM INT HUP; setsid LONG & wait",
        "setsid setsid LONG & setsid LONG & wait"
      })
  void whatReadsNothingIsLateAndEnds(String body) throws IOException {
    for (Protocol protocol : new Protocol[] {Protocol.LINES, Protocol.JSON, Protocol.ARGS}) {
      Run run =
          run("sh -c '" + body.replace("LONG", LONG) + "' {x}", protocol, Duration.ofMillis(200));
      assertEquals(2, run.failed());
      assertTrue(run.firstFailures().get(0).text().contains("took longer than 200 ms"));
      assertEquals(0, living());
    }
  }

  /** Each becomes another program, or another process, four times while it is looked for. */
  @RepeatedTest(40)
  @EnabledOnOs(OS.LINUX)
  void noneIsMissedWhileItStarts() throws IOException, InterruptedException {
    try (Offspring offspring = new Offspring()) {
      String chain = "setsid setsid nice setsid " + LONG + " & ";
      ProcessBuilder builder = new ProcessBuilder("sh", "-c", chain.repeat(6));
      offspring.mark(builder.environment());
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
    assertEquals(0, living());
  }

  @Test
  void patienceIsThatForAnItem() {
    CommandModel model = CommandModel.of("cat", Protocol.LINES, List.of("value"), List.of());
    assertEquals(Duration.ofSeconds(30), model.patience());
    assertEquals(Duration.ofSeconds(1), model.withLimit(Duration.ofMillis(5)).patience());
    assertEquals(Duration.ofSeconds(7), model.withLimit(Duration.ofSeconds(7)).patience());
    assertEquals(Duration.ofSeconds(30), model.withLimit(Duration.ofHours(1)).patience());
  }
}
