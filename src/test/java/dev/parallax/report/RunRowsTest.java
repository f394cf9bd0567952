package dev.parallax.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.block.ItemStatus;
import dev.parallax.findings.RunRows;
import dev.parallax.model.Model;
import dev.parallax.random.RandomStream;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import dev.parallax.table.TableFormat;
import dev.parallax.table.TableWriter;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.text.CsvText;
import dev.parallax.workload.sweep.Sweep;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run found reads back from its tables. */
class RunRowsTest {
  @TempDir Path folder;

  private static Run run(int slices) {
    return Runner.on(new SequentialEngine()).withSlices(slices).run(new Trials(10));
  }

  private Table read(Run run, TableFormat format) {
    Path file = folder.resolve("table." + format.extension());
    TableWriter.write(file, format, new RunRows(run));
    return TableFile.read(file);
  }

  @ParameterizedTest
  @EnumSource(TableFormat.class)
  void textsAreWrittenAsTextsAndWhatFailedIsMissing(TableFormat format) {
    for (int slices : new int[] {1, 3, 10}) {
      Table table = read(run(slices), format);
      String dark = "green, \"dark\"";
      assertEquals(
          List.of("red", dark, "blue", "red", dark, "blue", "red", dark, "blue", "red"),
          table.texts("colour"));
      double nan = Double.NaN;
      assertArrayEquals(
          new double[] {0, 0.5, 1, 1.5, 2, 2.5, nan, 3.5, 4, 4.5}, table.doubles("speed"));
      assertArrayEquals(
          new double[] {0, 2, 4, nan, nan, 10, 12, nan, 16, nan}, table.doubles("reach"));
      assertEquals(
          List.of("short", "short", "short", "", "short", "far", "far", "", "far", "far"),
          table.texts("verdict"));
    }
  }

  @ParameterizedTest
  @EnumSource(TableFormat.class)
  void eachItemHasItsStatusAndItsSeconds(TableFormat format) {
    for (int slices : new int[] {1, 3, 10}) {
      Run run = run(slices);
      Table table = read(run, format);
      assertEquals(
          List.of("item", "colour", "speed", "reach", "verdict", "status", "seconds"),
          table.names());
      assertEquals(
          List.of("ok", "ok", "ok", "failed", "nan", "ok", "ok", "failed", "ok", "nan"),
          table.texts("status"));
      double[] seconds = table.doubles("seconds");
      double[] exact = run.seconds();
      for (int i = 0; i < seconds.length; i++) {
        assertEquals(exact[i], seconds[i], Math.max(0.5e-9, 1e-4 * exact[i]));
      }
      assertEquals(6, run.tally().count(ItemStatus.OK));
      assertEquals(2, run.tally().count(ItemStatus.NAN));
      assertEquals(2, run.tally().count(ItemStatus.FAILED));
      assertEquals(ItemStatus.NAN, run.statuses()[4]);
    }
  }

  @Test
  void aJobsOwnNamesComeFirst() {
    Model model =
        new Model() {
          @Override
          public List<String> parameters() {
            return List.of("status");
          }

          @Override
          public List<String> responses() {
            return List.of("seconds", "item");
          }

          @Override
          public double[] evaluate(double[] parameters, RandomStream random) {
            return new double[] {parameters[0], 0};
          }
        };
    Sweep sweep = Sweep.of(model, Design.factorial(Parameter.of("status", 1, 2)));
    Table table = read(Runner.on(new SequentialEngine()).run(sweep), TableFormat.ECSV);
    assertEquals(
        List.of("index", "status", "seconds", "item", "item_status", "item_seconds"),
        table.names());
    assertArrayEquals(new double[] {1, 2}, table.doubles("seconds"));
    assertEquals("s", table.column("item_seconds").unit());
  }

  @ParameterizedTest
  @EnumSource(
      value = TableFormat.class,
      names = {"ECSV", "VOTABLE", "FITS"})
  void unitsAndDescriptionsAreCarried(TableFormat format) {
    Table table = read(run(2), format);
    ColumnHeader speed = table.column("speed");
    assertEquals("km/s", speed.unit());
    assertEquals("at the start", speed.description());
    assertEquals("of the ball", table.column("colour").description());
    assertEquals("Mpc", table.column("reach").unit());
    assertEquals("at the end", table.column("reach").description());
  }

  @Test
  void failuresNameTheirInputsAsTheTableDoes() throws IOException {
    Path file = folder.resolve("failures.csv");
    FailureTable.write(run(3), file, new CsvText(false));
    assertEquals(
        List.of(
            "item,colour,speed,exception,message",
            "3,red,1.5,java.lang.ArithmeticException,\"lost, at 3\"",
            "7,\"green, \"\"dark\"\"\",3.5,java.lang.ArithmeticException,\"lost, at 7\""),
        Files.readAllLines(file));
  }
}
