package dev.parallax.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.block.Block;
import dev.parallax.findings.Findings;
import dev.parallax.run.MemoryStore;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.run.Store;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the console says of what a run cost. */
class ConsoleSummaryTest {
  private static final Findings NONE = new Findings(List.of(), Map.of());

  private static Runner serial() {
    return Runner.on(new SequentialEngine()).withSlices(3);
  }

  private static String line(Run run, String begin) {
    return ConsoleSummary.lines(run, NONE).stream()
        .filter(line -> line.startsWith("  " + begin))
        .findFirst()
        .orElse("");
  }

  @Test
  void aWholeRunIsComparedWithTheSerialOne() {
    Run run = serial().run(new Trials(9));
    assertEquals("", line(run, "serial"));
    String slower = line(run.withSerialSeconds(100), "serial");
    assertTrue(slower.matches("  serial 100\\.0 s: speed-up [0-9.]+, efficiency [0-9]+ %"), slower);
    String faster = line(run.withSerialSeconds(0), "serial");
    assertTrue(faster.endsWith("; serial would have been the better choice"), faster);
  }

  /** The serial time is that of all items, and this run's that of some. */
  @Test
  void aRunThatWentOnIsNotComparedWithAllItems() {
    Store store = new MemoryStore();
    Trials some = new Trials(3);
    serial().run(some, store);
    assertEquals(
        List.of(new Block(0, 0, 1), new Block(1, 1, 1), new Block(2, 2, 1)), store.blocks());
    Run run = serial().run(new Trials(9), store).withSerialSeconds(2);
    assertEquals(
        "  serial 2.000 s for all items, 6 of which this run computed: no speed-up",
        line(run, "serial"));
    String json = SummaryJson.line(run, NONE);
    assertTrue(json.contains("\"serial_s\":2"), json);
    assertFalse(json.contains("speedup") || json.contains("efficiency"), json);
  }
}
