package dev.parallax.workload.sweep.design;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.fuzz.Fuzzing;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import dev.parallax.table.TableSeeds;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points of damaged files of tables; see {@link Fuzzing}. */
class PointFuzzTest {
  @TempDir private Path folder;

  @Test
  void noFileBreaksThePoints() throws Exception {
    new Fuzzing("points", TableSeeds.of(folder), TableSeeds.words(), folder)
        .run(
            1_500,
            0.05,
            (file, bytes, random) -> {
              Table table = TableFile.read(file);
              PointTable points = new PointTable(table, List.of("1"), random.nextBoolean());
              assertEquals(table.rows(), points.size());
            });
  }
}
