package dev.parallax.table;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.parallax.table.column.Contents;
import dev.parallax.table.condition.Wanted;
import dev.parallax.table.fixed.IpacReader;
import dev.parallax.table.fixed.MrtReader;
import dev.parallax.table.marked.MarkedForm;
import dev.parallax.table.text.Dialect;
import dev.parallax.table.text.EcsvReader;
import dev.parallax.table.text.TextTableReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts with megabytes of comments and empty lines, and lines without end: twice as much takes
 * twice the work, told by the memory that is asked for, and none of it is kept.
 */
@Timeout(120)
class LongTextTest {
  private static final int SIZE = 4 << 20;
  private static final String RULE = "-".repeat(30) + "\n";
  private static final String ECSV =
      "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: a, datatype: int64}\n"
          + "# - {name: b, datatype: int64}\n";
  private static final String MRT =
      "Byte-by-byte Description of file: t\n"
          + RULE
          + "   Bytes Format Units   Label   Explanations\n"
          + RULE
          + "   1- 3 I3 --- a  a number\n   5- 8 F4.1 --- b  a number\n"
          + RULE;
  private static final String TABULAR = "\\begin{tabular}{ll}\n a & b \\\\\n\\hline\n1 & 2 \\\\\n";

  /** What reads a stream of one form. */
  private interface Form {
    Contents read(InputStream in) throws IOException;
  }

  /** A text of two rows: its beginning, what is repeated, its end. */
  private record Case(String name, Form form, String before, String part, String after) {
    @Override
    public String toString() {
      return name + ": " + part.strip();
    }

    Contents read(int size) throws IOException {
      return form.read(stream(before, part, size / part.length(), after));
    }
  }

  private static InputStream stream(String before, String part, int times, String after) {
    int each = Math.min(times, Math.max(1, (1 << 16) / part.length()));
    byte[] some = part.repeat(each).getBytes(US_ASCII);
    List<InputStream> parts =
        Collections.nCopies(times / each, some).stream()
            .<InputStream>map(ByteArrayInputStream::new)
            .toList();
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(before.getBytes(US_ASCII)),
                new SequenceInputStream(Collections.enumeration(parts)),
                new ByteArrayInputStream(after.getBytes(US_ASCII)))));
  }

  private static Form text(boolean csv) {
    return in -> TextTableReader.read("t", in, csv, Dialect.GUESSED, Wanted.everything());
  }

  private static Form marked(MarkedForm form) {
    return in -> form.read("t", in, Wanted.everything());
  }

  static Stream<Case> comments() {
    Form ecsv = in -> EcsvReader.read("t", in, Wanted.everything());
    Form ipac = in -> IpacReader.read("t", in, Wanted.everything());
    Form mrt = in -> MrtReader.read("t", in, Wanted.everything());
    String rows = "  1  2.5 \n  3  4.5 \n";
    String ipacRows = "   1  2.5 \n   3  4.5 \n";
    String simple = "== ==\na  b\n== ==\n1  2\n3  4\n";
    return Stream.of("# a comment of twenty letters\n", "# 1 a b\n", "#\n", "\n", "    \n")
        .flatMap(
            part ->
                Stream.of(
                    new Case("CSV", text(true), "", part, "a,b\n1,2\n3,4\n"),
                    new Case("ASCII, above", text(false), "", part, "a b\n1 2\n3 4\n"),
                    new Case("ASCII, among", text(false), "a b\n1 2\n", part, "3 4\n"),
                    new Case("tabs, among", text(false), "a\tb\n1\t2\n", part, "3\t4\n"),
                    new Case("RDB", text(false), "", part, "a\tb\n5N\t5N\n1\t2\n3\t4\n"),
                    new Case("ECSV, among", ecsv, ECSV + "a b\n1 2\n", part, "3 4\n"),
                    new Case("DAOPHOT", marked(MarkedForm.DAOPHOT), "#N a b\n1 2\n", part, "3 4\n"),
                    new Case(
                        "SExtractor", text(false), "# 1 A a [x]\n# 2 B b\n1 2\n", part, "3 4\n"),
                    new Case(
                        "LaTeX",
                        marked(MarkedForm.LATEX),
                        TABULAR,
                        part.replace('#', '%'),
                        "3 & 4 \\\\\n\\end{tabular}\n"),
                    new Case(
                        "IPAC, above",
                        ipac,
                        "",
                        part.replace('#', '\\'),
                        "|a  |b   |\n" + ipacRows),
                    new Case(
                        "IPAC, behind",
                        ipac,
                        "|a  |b   |\n" + ipacRows,
                        part.replace('#', '\\'),
                        ""),
                    new Case("MRT, above", mrt, "Title: x\n", part, MRT + rows),
                    new Case("MRT, notes", mrt, MRT + "Note: x\n", part, RULE + rows),
                    new Case("MRT, behind", mrt, MRT + rows + RULE + "Note: x\n", part, RULE),
                    new Case(
                        "Markdown",
                        marked(MarkedForm.MARKDOWN),
                        "|a|b|\n|-|-|\n|1|2|\n|3|4|\n\n",
                        part,
                        ""),
                    new Case(
                        "RST simple",
                        marked(MarkedForm.RST_SIMPLE),
                        simple,
                        part.isBlank() ? part : "\n",
                        "== ==\n")));
  }

  private static long work(Case text, int size) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertEquals(2, text.read(size).rows());
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @ParameterizedTest
  @MethodSource("comments")
  void twiceAsMuchTakesTwiceTheWork(Case text) throws IOException {
    work(text, SIZE / 16);
    long once = work(text, SIZE / 4);
    long twice = work(text, SIZE / 2);
    assertTrue(twice < 2.5 * once + (8 << 20), once + " and " + twice + " bytes");
  }

  /** Nothing is kept of comments but the first and the last megabyte; the names may be there. */
  @Test
  void namesStandInTheFirstOrTheLastComments() throws IOException {
    String names = "# x y\n";
    String rows = "1 2\n3 4\n";
    Case near = new Case("near", text(false), "", "# a comment of some words\n", names + rows);
    assertEquals(List.of("x", "y"), near.read(SIZE).names());
    Case far = new Case("far", text(false), names, "# a comment of some words\n", rows);
    assertEquals(List.of("x", "y"), far.read(SIZE).names());
    Case amid = new Case("amid", text(false), "# of it\n" + names, "# of some words\n", rows);
    assertEquals(List.of("of", "it"), amid.read(1 << 17).names());
  }

  static Stream<Case> lines() {
    return comments()
        .filter(text -> text.part().equals("\n"))
        .flatMap(
            text ->
                Stream.of("x", " ", "1,", "1 ", "|", "&", "\"")
                    .map(p -> new Case(text.name(), text.form(), text.before() + "1", p, "\n")));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineWithoutEndIsRefused(Case text) {
    IOException e = assertThrows(IOException.class, () -> text.read(20 << 20));
    assertTrue(
        e.getMessage()
            .matches(
                "has more than 16 MB in line \\d+, which no table has"
                    + "|has a quote in line \\d+ that is not closed"),
        e.getMessage());
  }

  @Test
  void anEndlessHeaderIsRefused() {
    Form ecsv = in -> EcsvReader.read("t", in, Wanted.everything());
    Case header =
        new Case("ECSV", ecsv, "# %ECSV 1.0\n", "# - {name: a, datatype: int64}\n", "a\n1\n");
    IOException e = assertThrows(IOException.class, () -> header.read(SIZE));
    assertEquals("has an ECSV header of more than 3 MB", e.getMessage());
  }

  @Test
  void aLineOfTooManyCellsIsRefused() {
    Case cells = new Case("CSV", text(true), "a,b\n", "1,", "\n3,4\n");
    IOException e = assertThrows(IOException.class, () -> cells.read(1 << 20));
    assertEquals("has more than 262144 cells in line 2", e.getMessage());
  }

  /** Of the file's name all that fits is tried once, whatever the stars. */
  @Test
  void manyStarsCostNoMoreThanOne(@TempDir Path folder) throws IOException {
    String name = "a".repeat(200) + ".dat";
    String stars = "*a".repeat(100) + "b";
    Files.writeString(
        folder.resolve("ReadMe"), MRT.replace("file: t", "file: " + stars + " [!b]a*.da?"));
    Path file = Files.writeString(folder.resolve(name), "  1  2.5\n");
    assertEquals("CDS", TableFile.read(file).format());
  }
}
