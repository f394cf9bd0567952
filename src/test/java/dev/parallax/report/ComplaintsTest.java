package dev.parallax.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.block.Outcome;
import dev.parallax.findings.Findings;
import dev.parallax.prime.IsPrime;
import dev.parallax.report.figure.Figure;
import dev.parallax.report.figure.Histogram;
import dev.parallax.report.figure.HistogramFigure;
import dev.parallax.run.DiskStore;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.table.TableFormat;
import dev.parallax.table.text.CsvText;
import dev.parallax.workload.map.ArrayMap;
import dev.parallax.workload.map.IntegerArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of what goes wrong beside the numbers nothing is dropped. */
class ComplaintsTest {
  @TempDir private Path folder;

  private static Figure figure(String name) {
    return new HistogramFigure(
        name, "x", "items", Histogram.of(new double[] {1, 2, 2, 3}), "4 items");
  }

  private static Run run() {
    return Runner.on(new SequentialEngine())
        .run(ArrayMap.of(new IsPrime(), IntegerArray.range(0, 9)));
  }

  private static Findings findings() {
    return new Findings(new ArrayList<>(), new LinkedHashMap<>());
  }

  private List<String> finished(Findings findings, Page page) {
    try (Run run = run();
        RunFolder files = RunFolder.open(folder.resolve("run"))) {
      DiskStore blocks = files.begin("# a job\n", Optional.empty());
      for (Outcome outcome : run.store()) {
        blocks.add(outcome);
      }
      return files.finish(
          run,
          findings,
          Runner.on(new SequentialEngine()),
          TableFormat.CSV,
          new CsvText(false),
          page,
          blocks);
    }
  }

  @Test
  void onePictureThatFailsIsSaidAndTheOthersAreDrawn() throws IOException {
    List<String> complaints =
        finished(
            findings().with(() -> List.of(figure("b\0"), figure("good"), figure("\0"))), Page.NONE);
    assertEquals(2, complaints.size());
    String reason = "java.nio.file.InvalidPathException: Nul character not allowed: ";
    assertTrue(complaints.get(0).startsWith("no picture 'b\0': " + reason), complaints::toString);
    assertTrue(complaints.get(1).startsWith("no picture '\0': " + reason), complaints::toString);
    assertTrue(Files.exists(folder.resolve("run/good.svg")));
    String summary = Files.readString(folder.resolve("run/summary.json"));
    assertTrue(summary.contains("\"complaints\""), summary);
    assertTrue(summary.contains(reason), summary);
  }

  @Test
  void picturesThatCannotBeMadeAreSaidOnThePageToo() throws IOException {
    List<String> lines = new ArrayList<>();
    Page page =
        (files, run, said, figures) -> {
          said.lines().forEach(line -> lines.add(line.label() + ": " + line.value()));
          return Optional.of("page");
        };
    List<String> complaints =
        finished(
            findings()
                .with(
                    () -> {
                      throw new IllegalArgumentException("t.csv: no such file");
                    }),
            page);
    String complaint = "no pictures: java.lang.IllegalArgumentException: t.csv: no such file";
    assertEquals(List.of(complaint), complaints);
    assertEquals(List.of("missing: " + complaint), lines);
    assertTrue(Files.readString(folder.resolve("run/summary.json")).contains(complaint));
  }

  @Test
  void whatIsWellIsNoComplaint() throws IOException {
    assertEquals(List.of(), finished(findings().with(() -> List.of(figure("good"))), Page.NONE));
    assertFalse(Files.readString(folder.resolve("run/summary.json")).contains("complaints"));
  }
}
