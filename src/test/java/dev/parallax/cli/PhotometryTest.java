package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual's recipe: 500 FITS files, a Python function each, of which two are cut short here. */
class PhotometryTest {
  private static final String JOB = "@jobs/photometry.job --array files:";
  private static final String MADE = "star-017.fits";
  private static final String CUT = "star-301.fits";

  /**
   * Of star-002.fits: {@code i = np.frombuffer(open(path, 'rb').read()[2880:3904],
   * '>f4').reshape(16, 16).astype(float); s = np.median(np.vstack([i[:4], i[-4:]]), axis=0); t =
   * (i[4:-4].sum(axis=0) - 8 * s) / 30; t.sum(), (i[4:-4].sum() + 16 * 8 * 9) ** .5 / 30, t[9]} by
   * numpy 2.4.6.
   */
  private static final double[] NUMPY = {
    271684.42707824707 / 30, 528.8543884545368 / 30, 9964.40498352 / 30
  };

  @TempDir private static Path folder;

  private static Path stars;

  @BeforeAll
  static void make() throws Exception {
    stars = Files.createDirectories(folder.resolve("stars"));
    ProcessBuilder builder =
        new ProcessBuilder("python3", "jobs/scripts/make_spectra.py", stars.toString());
    int status = -1;
    try {
      status = builder.inheritIO().start().waitFor();
    } catch (IOException e) {
      assumeTrue(false, "no python3 here");
    }
    assertEquals(0, status);
    Path late = stars.resolve(CUT);
    Files.write(late, Arrays.copyOf(Files.readAllBytes(late), 2000));
  }

  private static CommandRun run(String more) {
    return CommandRun.of(JOB + stars + "/*.fits " + more);
  }

  /** Of twenty files, the two broken ones among them: each process takes a while to begin. */
  private static CommandRun some(String more) {
    return CommandRun.of(JOB + stars + "/star-{01,30}?.fits " + more);
  }

  private static List<List<String>> csv(Path run) throws IOException {
    return Files.readAllLines(run.resolve("table.csv")).stream()
        .map(row -> List.of(row.split(",", -1)))
        .toList();
  }

  /** However it is sliced, wherever the files lie, and when it goes on where it was stopped. */
  @Test
  void thereIsOneResult() throws IOException {
    CommandRun whole = some("--serial --slices 1 --json");
    assertEquals(ExitStatus.FAILED_ITEMS, whole.status(), whole.err());
    for (String engine :
        List.of("--serial --slices 3", "--master threads[2]", "--master local[2] --slices 3")) {
      assertEquals(whole.digest(), some(engine + " --json").digest(), engine);
    }
    Path other = Files.createDirectories(folder.resolve("elsewhere/they are"));
    for (String path : List.of("star-001.fits", MADE, "star-003.fits")) {
      Files.copy(stars.resolve(path), other.resolve(path));
    }
    String few = JOB + folder + "/%s/star-0{01,17,03}.fits --serial --json";
    assertEquals(
        CommandRun.of(few.formatted("stars")).digest(),
        CommandRun.of(few.formatted("elsewhere/they~are")).digest());
    String out = " --serial --slices 4 --json -o " + folder + "/stopped";
    CommandRun stopped = some("--max-failures 1" + out);
    assertEquals(ExitStatus.FAILED_ITEMS, stopped.status());
    assertTrue(stopped.err().contains("15 of 20 items are done"), stopped.err());
    CommandRun resumed = some("--resume" + out);
    assertEquals(whole.digest(), resumed.digest(), resumed.err());
  }

  @Test
  void theTablesHaveAllThatTheFunctionSays() throws IOException {
    Path csv = folder.resolve("csv");
    Path ecsv = folder.resolve("ecsv");
    assertEquals(
        ExitStatus.FAILED_ITEMS, run("--serial --slices 1 --format csv -o " + csv).status());
    assertEquals(ExitStatus.FAILED_ITEMS, run("--serial --slices 1 -o " + ecsv).status());
    List<List<String>> rows = csv(csv);
    String spectrum =
        IntStream.range(0, 16).mapToObj(i -> "spectrum_" + i).collect(Collectors.joining(","));
    assertEquals(
        "item,element,name,flux,error," + spectrum + ",comment,status,seconds",
        String.join(",", rows.get(0)));
    assertEquals(501, rows.size());
    List<String> second = rows.get(2);
    assertEquals(List.of("1", stars + "/star-002.fits", "star 2"), second.subList(0, 3));
    double[] numbers = {number(second, 3), number(second, 4), number(second, 14)};
    for (int i = 0; i < NUMPY.length; i++) {
      assertEquals(1, numbers[i] / NUMPY[i], 1e-11, "number " + i);
    }
    checkFailed(csv, rows);
    List<String> text = Files.readAllLines(ecsv.resolve("table.ecsv"));
    assertTrue(
        text.contains("# - {name: spectrum, datatype: string, subtype: \"float64[16]\"}"),
        text.subList(0, 20).toString());
    List<String> body = text.stream().filter(line -> !line.startsWith("#")).toList();
    for (int row = 1; row <= 500; row++) {
      assertEquals(ofEcsv(rows.get(row)), body.get(row).replaceFirst(",[^,]*$", ""));
    }
  }

  private static double number(List<String> row, int column) {
    return Double.parseDouble(row.get(column));
  }

  /** The cells of a row of the one table as the other writes them, without the seconds. */
  private static String ofEcsv(List<String> row) {
    String array =
        row.subList(5, 21).stream()
            .map(cell -> cell.isEmpty() ? "null" : cell)
            .collect(Collectors.joining(",", "\"[", "]\""));
    List<String> cells = new ArrayList<>(row.subList(0, 5));
    cells.add(array);
    cells.addAll(row.subList(21, 23));
    return String.join(",", cells);
  }

  private static void checkFailed(Path csv, List<List<String>> rows) throws IOException {
    for (int item : new int[] {16, 300}) {
      List<String> row = rows.get(item + 1);
      assertTrue(row.subList(2, 22).stream().allMatch(String::isEmpty), row.toString());
      assertEquals("failed", row.get(22));
    }
    assertEquals(498, rows.stream().filter(row -> row.get(22).equals("ok")).count());
    List<String> failures = Files.readAllLines(csv.resolve("failures.csv"));
    assertEquals(3, failures.size());
    assertTrue(
        failures.get(1).startsWith("16," + stars + "/" + MADE)
            && failures.get(1).contains("ValueError: the image has 120 bytes of 1024"),
        failures.get(1));
    assertTrue(
        failures.get(2).startsWith("300," + stars + "/" + CUT)
            && failures.get(2).contains("ValueError: the header is cut short"),
        failures.get(2));
  }

  private static void image(Path path, double saturation) throws IOException {
    String cards =
        Arrays.stream(
                new String[] {
                  "SIMPLE  =                    T",
                  "BITPIX  =                  -32",
                  "NAXIS   =                    2",
                  "NAXIS1  =                   16",
                  "NAXIS2  =                   10",
                  "OBJECT  = 'a slope '           / of light",
                  "EXPTIME =                 4E+0 / seconds",
                  "RDNOISE =                   3.",
                  "SATURATE= " + saturation,
                  "END"
                })
            .map("%-80s"::formatted)
            .collect(Collectors.joining());
    ByteBuffer file = ByteBuffer.allocate(2 * 2880);
    file.put("%-2880s".formatted(cards).getBytes(StandardCharsets.US_ASCII));
    for (int row = 0; row < 10; row++) {
      for (int column = 0; column < 16; column++) {
        boolean cosmicRay = row == 1 && column == 3;
        boolean star = row == 4 || row == 5;
        file.putFloat(cosmicRay ? 1000 : star ? 10 + column : 10);
      }
    }
    Files.write(path, file.array());
  }

  /**
   * By hand: two rows of c electrons in column c above a sky of 10, in 4 s, are c/2 electrons a
   * second; in all 60, of 16 * 2 * 10 + 240 electrons and 32 pixels of readout noise 3.
   */
  @Test
  void anImageThatIsKnownIsMeasuredRight() throws IOException {
    Path known = Files.createDirectories(folder.resolve("known"));
    image(known.resolve("a.fits"), 25.5);
    image(known.resolve("b.fits"), 25);
    Path out = folder.resolve("measured");
    CommandRun run =
        CommandRun.of(JOB + known + "/?.fits --serial --slices 2 --format csv -o " + out);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    List<List<String>> rows = csv(out);
    for (int row = 1; row <= 2; row++) {
      List<String> cells = rows.get(row);
      assertEquals("a slope", cells.get(2));
      assertEquals(60, number(cells, 3));
      assertEquals(Math.sqrt(320 + 240 + 32 * 9) / 4, number(cells, 4), 1e-14);
      for (int c = 0; c < 16; c++) {
        assertEquals(c / 2.0, number(cells, 5 + c));
      }
      assertEquals(row == 1 ? "ok" : "saturated", cells.get(21));
    }
  }
}
