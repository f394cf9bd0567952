package dev.parallax.model.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.Engine;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import dev.parallax.findings.RunRows;
import dev.parallax.findings.VectorRows;
import dev.parallax.run.ColumnSummary.TextCounts;
import dev.parallax.run.DiskStore;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.run.Verification;
import dev.parallax.table.TableFormat;
import dev.parallax.table.TableWriter;
import dev.parallax.table.column.CellType;
import dev.parallax.workload.sweep.Sweep;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;

/** Models whose responses are vectors, texts and truth values beside numbers. */
class MixedResponsesTest {
  /** Item 4 fails; the text of item 0 is empty. */
  private static final String AWK =
      "awk '$1 == 4 { print \"what\"; next }"
          + " { printf \"%d\\t%d\\t%s\\t%s\\n\", $1, $1 * $1,"
          + " $1 == 0 ? \"\" : $1 % 2 ? \"odd one\" : \"even\", 7 < $1 ? \"true\" : \"false\" }'";

  @TempDir Path folder;

  private static Sweep sweep() {
    return Sweep.of(
        CommandModel.of(
            AWK, Protocol.LINES, List.of("power[2]", "parity:text", "large:boolean"), List.of()),
        Design.factorial(Parameter.linspace("x", 0, 11, 12)),
        List.of());
  }

  @Test
  void oneResultOnEveryEngine() {
    String digest = Runner.on(new SequentialEngine()).withSlices(1).run(sweep()).digest();
    for (int slices : new int[] {2, 3, 7, 12}) {
      assertEquals(
          digest, Runner.on(new SequentialEngine()).withSlices(slices).run(sweep()).digest());
    }
    for (String master : List.of("local[1]", "local[2]", "local[5]")) {
      try (Engine engine = SparkEngine.open(SparkSettings.ofSpark().withMaster(master))) {
        assertEquals(digest, Runner.on(engine).run(sweep()).digest(), master);
        assertEquals(digest, Runner.on(engine).withSlices(5).run(sweep()).digest(), master);
      }
    }
  }

  @Test
  void valuesAreWhatTheProgramWrote() {
    Run run = Runner.on(new SequentialEngine()).withSlices(3).run(sweep());
    double nan = Double.NaN;
    assertArrayEquals(
        new double[] {0, 1, 4, 9, nan, 25, 36, 49, 64, 81, 100, 121}, run.doubles("power_1"));
    List<String> parity = run.texts("parity");
    assertEquals(List.of("", "odd one", "even", "odd one", ""), parity.subList(0, 5));
    assertArrayEquals(new double[] {0, 0, 0, 0, nan, 0, 0, 0, 1, 1, 1, 1}, run.doubles("large"));
    assertEquals(1, run.failed());
    assertEquals(
        new TextCounts(3, true, Map.of("odd one", 6L, "even", 4L, "", 1L)),
        run.responses().get("parity").texts().orElseThrow());
    assertThrows(IllegalArgumentException.class, () -> run.doubles("parity"));
    assertThrows(IllegalArgumentException.class, () -> run.texts("large"));
    assertThrows(IllegalStateException.class, () -> run.booleans("large"), "an item failed");
    assertEquals(
        List.of(
            CellType.LONG,
            CellType.DOUBLE,
            CellType.DOUBLE,
            CellType.DOUBLE,
            CellType.TEXT,
            CellType.BOOLEAN,
            CellType.TEXT,
            CellType.DOUBLE),
        new RunRows(run).columns().stream().map(column -> column.type()).toList());
  }

  @Test
  void keptOnDiskMendedAndVerified() {
    String whole = Runner.on(new SequentialEngine()).withSlices(4).run(sweep()).digest();
    DiskStore store = new DiskStore(folder.resolve("blocks"));
    Run run = Runner.on(new SequentialEngine()).withSlices(4).run(sweep(), store);
    assertEquals(whole, run.digest());
    Run again = Runner.on(new SequentialEngine()).retryFailed(sweep(), store);
    assertEquals(whole, again.digest());
    assertEquals(run.texts("parity"), again.texts("parity"));
    Verification all =
        Verification.of(
            sweep(), store, new SequentialEngine(), dev.parallax.engine.ItemLimits.NONE, 12);
    assertEquals(List.of(), all.differences());
    assertTrue(all.items() == 12);
  }

  /** A vector is a column of arrays, but in CSV; each number of one that failed is null. */
  @Test
  void vectorsInTables() throws IOException {
    Run run = Runner.on(new SequentialEngine()).withSlices(3).run(sweep());
    Path ecsv = folder.resolve("t.ecsv");
    TableWriter.write(ecsv, TableFormat.ECSV, new VectorRows(new RunRows(run)));
    String text = Files.readString(ecsv);
    assertTrue(text.contains("{name: power, datatype: string, subtype: \"float64[2]\"}"), text);
    assertTrue(text.contains("\n3,3.0,\"[3.0,9.0]\",odd one,False,ok,"), text);
    assertTrue(text.contains("\n4,4.0,\"[null,null]\",,,failed,"), text);
    for (TableFormat format : List.of(TableFormat.FITS, TableFormat.VOTABLE)) {
      Path file = folder.resolve("t." + format.extension());
      TableWriter.write(file, format, new VectorRows(new RunRows(run)));
      StarTable read = new StarTableFactory().makeStarTable(file.toString());
      assertArrayEquals(new double[] {11, 121}, (double[]) read.getCell(11, 2));
      assertEquals("odd one", read.getCell(11, 3));
      assertArrayEquals(new int[] {2}, read.getColumnInfo(2).getShape());
    }
    Path csv = folder.resolve("t.csv");
    TableWriter.write(csv, TableFormat.CSV, new RunRows(run));
    assertTrue(Files.readString(csv).startsWith("item,x,power_0,power_1,parity,large,status,"));
  }
}
