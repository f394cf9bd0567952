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
    for (String master : List.of("threads[3]", "local[1]", "local[2]", "local[5]")) {
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

  private static CommandRun lengths(String command, String... more) {
    List<String> line = new ArrayList<>(List.of("map", "--array", "files:jobs/data/*.ecsv"));
    line.addAll(List.of("--command", command, "--responses", "rows,path:text", "--verify", "2"));
    line.addAll(List.of(more));
    return CommandRun.of(line);
  }

  private static String shell(String work) {
    return "sh -c 'while read -r p; do " + work + "; done'";
  }

  /**
   * What a script is told of relative paths, wherever it works: the path itself without --file and
   * for a file that is carried, an absolute one for others; the current folder it always knows.
   */
  @Test
  void relativePathsAreFoundInTheNewWorkingFolder() throws IOException {
    String count = "$(wc -l < \"$p\" | tr -d \" \")";
    String told = shell("printf \"%s\\t%s\\n\" " + count + " \"$p\"");
    String home = Path.of("").toAbsolutePath().toString();
    CommandRun plain = lengths(told, "--serial", "--slices", "1");
    assertEquals(ExitStatus.DONE, plain.status(), plain.err() + plain.out());
    CommandRun carried = lengths(told, "--serial", "--file", "jobs/data");
    assertEquals(plain.digest(), carried.digest());
    String out = folder.resolve("out").toString();
    lengths(told, "--serial", "--file", "pom.xml", "-o", out, "--format", "csv");
    String table = Files.readString(Path.of(out, "table.csv"));
    String gravity = "jobs/data/gravity.ecsv";
    assertTrue(table.contains("1," + gravity + ",37.0," + home + "/" + gravity + ",ok"), table);
    String stripped = shell("printf \"%s\\t%s\\n\" " + count + " \"${p#$PARALLAX_HOME_FOLDER/}\"");
    for (String file : List.of("pom.xml", "jobs/data/hubble.ecsv")) {
      for (String engine : List.of("--serial", "--master~threads[2]", "--master~local[2]")) {
        List<String> more = new ArrayList<>(List.of(engine.split("~")));
        more.addAll(List.of("--file", file, "--slices", "3"));
        CommandRun run = lengths(stripped, more.toArray(String[]::new));
        assertEquals(plain.digest(), run.digest(), file + engine + run.err());
      }
    }
  }

  /** A file of the same name from elsewhere is another one. */
  @Test
  void aFileIsNotTakenForOneThatIsCarriedFromElsewhere() throws IOException {
    String line = "map --array files:pom.xml --serial --command ";
    String lines = shell("wc -l < \"$p\"").replace(' ', '~');
    write("pom.xml", "one line\n");
    CommandRun run = CommandRun.of(line + lines + " --file " + folder + "/data/pom.xml");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertEquals(CommandRun.of(line + lines).digest(), run.digest());
  }

  /** One more in a folder that is carried makes another job; the digests are in its job file. */
  @Test
  void whatAFolderHasBelongsToTheJob() throws IOException {
    String out = folder.resolve("out").toString();
    String data = folder.resolve("data").toString();
    String script = shell("cat data/a.txt; echo").replace("-r p", "-r x").replace(' ', '~');
    String line = "map --array range:0:4 --serial --command " + script + " --file " + data;
    CommandRun run = CommandRun.of(line + " -o " + out);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    String job = Files.readString(Path.of(out, "run.job"));
    assertTrue(job.contains("# reads " + data + "/night 2/c.txt, SHA-256 "), job);
    assertTrue(job.contains("\n--file " + data + "\n"), job);
    String again = "@" + out + "/run.job --serial --json";
    assertEquals(run.digest(), CommandRun.of(again).digest());
    assertEquals(run.digest(), CommandRun.of(line + " --resume -o " + out).digest());
    write("night 2/e.txt", "4");
    CommandRun more = CommandRun.of(line + " --resume -o " + out);
    assertEquals(ExitStatus.WRONG_INPUT, more.status());
    assertTrue(more.err().contains("night 2/e.txt is read now, and was not"), more.err());
    Files.delete(Path.of(data, "night 2/e.txt"));
    write("a.txt", "-2");
    CommandRun changed = CommandRun.of(line + " --resume -o " + out);
    assertEquals(ExitStatus.WRONG_INPUT, changed.status());
    assertTrue(changed.err().contains("a.txt has changed since"), changed.err());
  }

  @Test
  void aDryRunShowsThePaths() {
    CommandRun run = map("--dry-run");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("a.txt") && run.out().contains("d.txt"), run.out());
  }
}
