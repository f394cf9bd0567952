package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.cli.process.ExitStatus;
import dev.parallax.table.Planted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that would have others read or asked for, on the command line, dry run or not. */
class HostileTableTest {
  @TempDir private Path folder;
  private Planted planted;

  @BeforeEach
  void plant() throws IOException, InterruptedException {
    planted = new Planted(folder);
  }

  @AfterEach
  void untouched() throws IOException {
    planted.assertUntouched();
    planted.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <!DOCTYPE V [<!ENTITY x SYSTEM 'FILE'>]>           | <TABLEDATA><TR><TD>&x;</TD></TR></TABLEDATA> | has a DOCTYPE with declarations
          <!DOCTYPE V [<!ENTITY % x SYSTEM 'HTTP'> %x;]>     | <TABLEDATA><TR><TD>1</TD></TR></TABLEDATA>   | has a DOCTYPE with declarations
          <!DOCTYPE V SYSTEM 'PIPE' [<!ENTITY x 'y'>]>       | <TABLEDATA><TR><TD>1</TD></TR></TABLEDATA>   | has a DOCTYPE with declarations
          ''                                                 | <BINARY><STREAM href='HTTP'/></BINARY>       | has its rows elsewhere
          ''                                                 | <BINARY2><STREAM href='PIPE'/></BINARY2>     | has its rows elsewhere
          ''                                                 | <FITS><STREAM href='JAR'/></FITS>            | has its rows elsewhere
          <!DOCTYPE V SYSTEM 'HTTP'>                         | <BINARY><STREAM href='FTP'/></BINARY>        | has its rows elsewhere
          """)
  void aTableOpensNothingElse(String doctype, String data, String complaint) throws IOException {
    Path table = folder.resolve("t.vot");
    String text =
        doctype
            + "<VOTABLE><RESOURCE><TABLE><FIELD name='x' datatype='double'/><DATA>"
            + data
            + "</DATA></TABLE></RESOURCE></VOTABLE>";
    Files.writeString(table, planted.bait(text));
    for (String line :
        new String[] {
          "bootstrap " + table + " --column x --statistic mean --dry-run",
          "bootstrap " + table + " --column x --statistic mean --serial",
          "map --array column:" + table + ":x --function is-prime --dry-run",
          "sweep --points " + table + " --model normal-sum --dry-run"
        }) {
      CommandRun run = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> CommandRun.of(line));
      assertTrue(run.err().startsWith("parallax: " + table + ": " + complaint), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
      assertFalse(run.err().contains(Planted.SECRET), run.err());
      assertEquals(ExitStatus.WRONG_INPUT, run.status());
      assertEquals("", run.out());
    }
  }
}
