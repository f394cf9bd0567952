package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.block.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is computed besides a run's items: where it is kept, told and taken up again. */
class StageTest {
  private static final Origin ORIGIN = Origin.of("a job", new Squares(1));

  @TempDir private Path folder;

  /** Writes down what it is told. */
  private static final class Notes implements Progress {
    private final String name;
    private final List<String> all;

    Notes(String name, List<String> all) {
      this.name = name;
      this.all = all;
    }

    @Override
    public void started(long items, long before) {
      all.add(name + " started " + (before == 0 ? items : before + " of " + items));
    }

    @Override
    public void done(long items) {}

    @Override
    public void failed(List<Failure> failures) {}

    @Override
    public void ended() {
      all.add(name + " ended");
    }

    @Override
    public Progress ofStage(String stage) {
      return new Notes(stage, all);
    }
  }

  private static Runner runner(List<String> told) {
    return Runner.on(new SequentialEngine()).withSlices(4).withProgress(new Notes("items", told));
  }

  @Test
  void aStageIsToldByItsNameAndRunOnce() {
    List<String> told = new ArrayList<>();
    try (Run run = runner(told).run(new Squares(10))) {
      Run stage = runner(told).stage(run, "more", new Squares(20));
      assertEquals(20, stage.doubles("square").length);
      assertSame(stage.store(), runner(told).stage(run, "more", new Squares(20)).store());
    }
    assertEquals(List.of("items started 10", "items ended", "more started 20", "more ended"), told);
  }

  @Test
  void aStageOnDiskGoesOnWhereItStopped() throws IOException {
    Store store = new DiskStore(folder.resolve("blocks"), Optional.of(ORIGIN));
    Run run = runner(new ArrayList<>()).run(new Squares(10), store);
    Run stage = runner(new ArrayList<>()).stage(run, "more", new Squares(20));
    Path parts = folder.resolve("blocks/more");
    List<Path> files;
    try (var list = Files.list(parts)) {
      files = list.sorted().toList();
    }
    assertEquals(4, files.size());
    Files.delete(files.get(1));
    List<String> told = new ArrayList<>();
    DiskStore again = new DiskStore(folder.resolve("blocks"), Optional.of(ORIGIN));
    Run resumed = runner(told).run(new Squares(10), again);
    Run rest = runner(told).stage(resumed, "more", new Squares(20));
    assertEquals(List.of("more started 15 of 20", "more ended"), told);
    assertArrayEquals(stage.doubles("square"), rest.doubles("square"));
    runner(told).stage(rest, "of-its-own", new Squares(3));
    assertTrue(Files.exists(parts.resolve("of-its-own")));
    again.forgetStages();
    assertFalse(Files.exists(parts));
    assertEquals(10, resumed.doubles("square").length);
  }

  /** Of items that are tried again, a stage may have had other results. */
  @Test
  void aRetryRunsStagesAnew() {
    for (Store store :
        List.of(new MemoryStore(), new DiskStore(folder.resolve("blocks"), Optional.of(ORIGIN)))) {
      Run run = runner(new ArrayList<>()).run(new Squares(11), store);
      runner(new ArrayList<>()).stage(run, "more", new Squares(20));
      List<String> told = new ArrayList<>();
      Run again = runner(told).retryFailed(new Squares(11), store);
      runner(told).stage(again, "more", new Squares(20));
      assertEquals(
          List.of("items started 10 of 11", "items ended", "more started 20", "more ended"), told);
    }
  }

  /** A link could lead anywhere: nothing is written behind it, and nothing deleted. */
  @Test
  void aLinkIsNoStagesFolder() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path file = Files.writeString(elsewhere.resolve("mine.txt"), "mine");
    DiskStore store = new DiskStore(folder.resolve("blocks"), Optional.of(ORIGIN));
    Run run = runner(new ArrayList<>()).run(new Squares(10), store);
    Files.createSymbolicLink(folder.resolve("blocks/more"), elsewhere);
    UncheckedIOException refused =
        assertThrows(
            UncheckedIOException.class,
            () -> runner(new ArrayList<>()).stage(run, "more", new Squares(20)));
    assertTrue(refused.getMessage().contains("more is no folder"), refused.getMessage());
    store.forgetStages();
    assertTrue(Files.exists(file));
  }

  @Test
  void anotherJobsStageIsRefused() {
    Store other = new DiskStore(folder.resolve("blocks/more"), Optional.of(ORIGIN));
    runner(new ArrayList<>()).run(new Squares(3), other);
    DiskStore store = new DiskStore(folder.resolve("blocks"), Optional.of(ORIGIN));
    Run run = runner(new ArrayList<>()).run(new Squares(10), store);
    UncheckedIOException refused =
        assertThrows(
            UncheckedIOException.class,
            () -> runner(new ArrayList<>()).stage(run, "more", new Squares(20)));
    assertTrue(refused.getMessage().contains("results of another job"), refused.getMessage());
  }
}
