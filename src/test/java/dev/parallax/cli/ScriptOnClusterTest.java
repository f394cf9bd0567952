package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that a script's command names is on a cluster only if it travels there. */
class ScriptOnClusterTest {
  private static final String MAP = "map --array range:0:10 --dry-run --master spark://h:7077 ";
  private static final String IS_PRIME = "jobs/scripts/is_prime.py";
  private static final String REASON =
      ": is a file of this machine, which a cluster's workers do not have; give --file ";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "python3~jobs/scripts/is_prime.py, jobs/scripts/is_prime.py",
    "python3~./jobs/scripts/is_prime.py, ./jobs/scripts/is_prime.py",
    "awk~-f~pom.xml, pom.xml",
    "cat~-~README.md, README.md",
    "./parallax~map, ./parallax",
    "sh~-c~cat~LICENSE, LICENSE",
  })
  void aFileOfTheCurrentFolderThatDoesNotTravel(String command, String file) {
    refused(MAP + "--command " + command, file, file);
    refused("sweep -p x=1,2 --master spark://h:7077 --command " + command, file, file);
    String bootstrap = "bootstrap jobs/data/hubble.ecsv --columns distance";
    refused(bootstrap + " --master spark://h:7077 --command " + command, file, file);
  }

  @Test
  void aFileOfOnesOwnThatIsNamedByItsAbsolutePath() throws IOException {
    Path script = Files.writeString(folder.resolve("m.py"), "print(1)\n");
    refused(MAP + "--command python3~" + script, script.toString(), script + ", and call it m.py");
    accepted(MAP + "--command python3~m.py --file " + script);
  }

  private static void refused(String line, String file, String carried) {
    String more = carried.contains(",") ? " in the command" : "";
    BadInput.check(
        CommandRun.of(line), line, "--command: '" + file + "'" + REASON + carried + more);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python3~" + IS_PRIME + " --file " + IS_PRIME,
        "python3~" + IS_PRIME + " --file ./" + IS_PRIME,
        "/bin/cat",
        "cat",
        "sh~-c~'cat~LICENSE'",
        "awk~'{print~$1}'~/etc/passwd~-",
        "awk~'{print~$1}'",
      })
  void whatTravelsOrMayBeEverywhere(String command) {
    accepted(MAP + "--command " + command);
  }

  /** Paths as elements are files that the workers have to find. */
  @Test
  void theFilesOfAnArrayTravelOrAreShared() throws IOException {
    String map = "map --dry-run --master spark://h:7077 --command cat --array files:";
    String why =
        "' is a file of this machine, which a cluster's workers do not have; name an absolute path"
            + " on storage that they share, or carry the files by --file";
    String jobs = map + "jobs/*.job";
    String first = "array 'files:jobs/*.job': 'jobs/air-conditioning.job";
    BadInput.check(CommandRun.of(jobs), jobs, first + why);
    String other = jobs + " --file pom.xml";
    BadInput.check(CommandRun.of(other), other, first + why);
    Path own = Files.writeString(folder.resolve("own.txt"), "x");
    String mine = map + own;
    BadInput.check(CommandRun.of(mine), mine, "array 'files:" + own + "': '" + own + why);
    accepted(jobs + " --file jobs");
    accepted(map + "./jobs/*.job --file jobs/*.job");
    accepted(map + "/etc/passwd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--serial", "--master threads[2]", "--master local[2]"})
  void onThisMachineNothingNeedsToTravel(String engine) {
    accepted("map --array range:0:10 --dry-run --command python3~" + IS_PRIME + " " + engine);
  }

  private static void accepted(String line) {
    CommandRun run = CommandRun.of(line);
    assertEquals(List.of(ExitStatus.DONE, ""), List.of(run.status(), run.err()), line);
  }
}
