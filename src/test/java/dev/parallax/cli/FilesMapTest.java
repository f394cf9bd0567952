package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script mapped over files: their paths are the elements, their content belongs to the job. */
class FilesMapTest {
  private static final String SCRIPT =
      "python3 -u -c 'import sys\nfor line in sys.stdin:"
          + " print(float(open(line.rstrip(chr(10))).read()))'";

  @TempDir private Path folder;

  @BeforeEach
  void make() throws IOException {
    Files.createDirectories(folder.resolve("data/night 2"));
    write("b.txt", "2.5");
    write("a.txt", "-1");
    write("night 2/c.txt", "words");
    write("night 2/d.txt", "1e3");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve("data").resolve(name), text);
  }

  private CommandRun map(String... more) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "map",
                "--array",
                "files:" + folder + "/data/**/*.txt",
                "--command",
                SCRIPT,
                "--responses",
                "v"));
    line.addAll(List.of(more));
    return CommandRun.of(line);
  }

  /** One file that the script cannot read fails alone; a run goes on with the same files only. */
  @Test
  void theFilesBelongToTheJob() throws IOException {
    String out = folder.resolve("out").toString();
    CommandRun run = map("--serial", "-o", out, "--format", "csv");
    assertEquals(ExitStatus.FAILED_ITEMS, run.status(), run.err());
    List<String> table = Files.readAllLines(Path.of(out, "table.csv"));
    assertTrue(table.get(1).startsWith("0," + folder + "/data/a.txt,-1"), table.toString());
    assertTrue(table.get(2).startsWith("1," + folder + "/data/b.txt,2.5"), table.toString());
    assertTrue(table.get(3).contains("/night 2/c.txt,,failed"), table.toString());
    assertTrue(table.get(4).contains("/night 2/d.txt,1000"), table.toString());
    String resumed = map("--serial", "-o", out, "--resume").digest();
    assertEquals(run.digest(), resumed);
    for (String master : List.of("local[1]", "local[2]", "local[5]")) {
      assertEquals(run.digest(), map("--master", master, "--slices", "3").digest());
    }
    write("b.txt", "3.5");
    CommandRun changed = map("--serial", "-o", out, "--resume");
    assertEquals(ExitStatus.WRONG_INPUT, changed.status());
    assertTrue(changed.err().contains("b.txt"), changed.err());
    write("b.txt", "2.5");
    write("e.txt", "4");
    CommandRun more = map("--serial", "-o", out, "--resume");
    assertEquals(ExitStatus.WRONG_INPUT, more.status());
    assertTrue(more.err().contains("e.txt"), more.err());
  }

  @Test
  void aDryRunShowsThePaths() {
    CommandRun run = map("--dry-run");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("a.txt") && run.out().contains("d.txt"), run.out());
  }
}
