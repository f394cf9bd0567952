package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of integers, job files and output folders that are wrong. */
class BadFileTest {
  private static final String KINDS =
      "; --array lines:PATH takes each line as a text, column:PATH:1 with --header no real numbers";

  @TempDir private Path folder;

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private void check(String line, String expected) {
    CommandRun run =
        CommandRun.of(
            List.of(line.split(" ")).stream()
                .map(word -> word.replace("DIR", folder.toString()))
                .toList());
    BadInput.check(run, line, expected.replace("DIR", folder.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1;2;three | , line 3: \"three\" is not an integer" + KINDS,
        "1;2.5 | , line 2: \"2.5\" is not an integer" + KINDS,
        "1;;9223372036854775808 | , line 3: \"9223372036854775808\" is outside -2^63 .. 2^63-1",
        "-9223372036854775809 | , line 1: \"-9223372036854775809\" is outside -2^63 .. 2^63-1",
        "1 2 | , line 1: \"1 2\" is not an integer" + KINDS,
        ";; | : has no integers",
      })
  void aLineThatIsNoInteger(String lines, String expected) throws IOException {
    write("n.txt", lines.replace(';', '\n') + "\n");
    check(
        "map --function is-prime --array file:DIR/n.txt",
        "DIR/n.txt" + expected.replace('"', '\''));
  }

  @Test
  void filesThatHoldNoIntegers() throws IOException {
    String line = "map --function is-prime --array file:DIR/";
    write("numbers.txt", "");
    Files.write(folder.resolve("latin"), new byte[] {'1', '\n', (byte) 0xe9, '\n'});
    Files.write(folder.resolve("binary"), new byte[] {127, 'E', 'L', 'F', 2, 1, 0, 0});
    check(line + "numbers.txt", "DIR/numbers.txt: is empty");
    check(line + "nubmers.txt", "DIR/nubmers.txt: no such file; did you mean 'DIR/numbers.txt'?");
    check(line + "latin", "DIR/latin: is not a text file");
    check(line + "binary", "DIR/binary, line 1: is not text");
    check("map --function is-prime --array file:DIR", "DIR: is a folder");
  }

  @Test
  void aFileThatMayNotBeRead() throws IOException {
    Path file = write("n.txt", "1\n");
    Files.setPosixFilePermissions(file, Set.of());
    assumeFalse(Files.isReadable(file), "root reads everything");
    check(
        "map --function is-prime --array file:DIR/n.txt",
        "DIR/n.txt: may not be read (permission denied)");
  }

  @Test
  void jobFiles() throws IOException {
    write("good.job", "map --array range:0:5\n");
    write("bad.job", "# a sweep\nsweep\n--nonsense 3\n");
    write("word.job", "swep\n");
    write("empty.job", "");
    write("comment.job", "# nothing else\n");
    Files.write(folder.resolve("binary.job"), new byte[] {'m', 'a', 'p', 0, 1});
    check("@DIR/godo.job", "DIR/godo.job: no such file; did you mean 'DIR/good.job'?");
    check("@DIR", "DIR: is a folder");
    check("@DIR/bad.job", "unknown option '--nonsense' (in DIR/bad.job)");
    check("@DIR/word.job", "unknown command 'swep'; did you mean 'sweep'? (in DIR/word.job)");
    check("@DIR/empty.job", "DIR/empty.job: is empty");
    write("remarks.job", "# x\n\n \t# y\r".repeat(500) + "# z\nmap --array range:0:5\n");
    check(
        "@DIR/remarks.job",
        "DIR/remarks.job: has more than 1000 lines of comments one after the other");
    check(
        "@DIR/comment.job",
        "no command; there is demo, sweep, map, bootstrap, shell, list, help, completion, session"
            + " (or --help)");
    check("@DIR/binary.job", "DIR/binary.job: is not a text file");
  }

  @Test
  void outputFolders() throws IOException {
    String line = "map --array range:0:5 --function is-prime --serial --output ";
    write("file", "1\n");
    Files.createDirectory(folder.resolve("full"));
    write("full/notes.txt", "mine\n");
    check(line + "DIR/file", "output 'DIR/file' is a file, not a folder");
    check(
        line + "DIR/file/under", "cannot write to output folder 'DIR/file/under': Not a directory");
    check(line + "DIR/full", "output folder 'DIR/full' has other files; name a new folder");
    assertEquals("mine\n", Files.readString(folder.resolve("full/notes.txt")));
  }

  @Test
  void anOutputFolderOfAnotherRun() {
    String line = "map --array range:0:5 --function is-prime --serial --quiet --output DIR/run";
    String here = line.replace("DIR", folder.toString());
    assertEquals(new CommandRun(ExitStatus.DONE, "", ""), CommandRun.of(here));
    check(
        line, "output folder 'DIR/run' has this run, finished; name a new folder to run it again");
    String there = "output folder 'DIR/run' has another run: ";
    check(line + " --seed 2", there + "--seed 1 there, --seed 2 here; name a new folder");
    check(
        line.replace("0:5", "0:6") + " --resume",
        there + "--array range:0:5 there, --array range:0:6 here; name a new folder");
  }

  @Test
  void anOutputFolderThatMayNotBeWritten() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, Set.of());
    assumeFalse(Files.isWritable(closed), "root writes everywhere");
    check(
        "map --array range:0:5 --function is-prime --serial --output DIR/closed/run",
        "cannot write to output folder 'DIR/closed/run': permission denied");
  }
}
