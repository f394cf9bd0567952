package dev.parallax.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parallax.fuzz.Fuzzing.Seed;
import dev.parallax.table.binary.RowStarTable;
import dev.parallax.table.column.CellType;
import dev.parallax.table.column.ColumnHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import uk.ac.starlink.fits.FitsTableWriter;
import uk.ac.starlink.fits.VariableFitsTableWriter;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableWriter;
import uk.ac.starlink.util.bzip2.CBZip2OutputStream;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.FitsPlusTableWriter;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

/** Small files of every form of table. */
public final class TableSeeds {
  private static final int BLOCK = 2880;
  private static final String DATE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d";

  private final List<Seed> seeds = new ArrayList<>();
  private final Path folder;

  private TableSeeds(Path folder) {
    this.folder = folder;
  }

  /** The files; what is written on the way is written in a folder. */
  public static List<Seed> of(Path folder) throws IOException {
    TableSeeds all = new TableSeeds(folder);
    all.texts();
    all.declared();
    all.written();
    all.others();
    all.arrays();
    all.packed();
    return all.seeds;
  }

  private void add(String name, String text) {
    seeds.add(new Seed(name, text.getBytes(UTF_8)));
  }

  private void texts() {
    SplittableRandom random = new SplittableRandom(1);
    for (RandomTextTest.Form form : RandomTextTest.Form.values()) {
      for (int i = 0; i < 2; i++) {
        List<String> lines = RandomTextTest.lines(form, RandomTable.of(random));
        add(form == RandomTextTest.Form.CSV ? "t.csv" : "t.txt", String.join("\n", lines) + "\n");
      }
    }
  }

  private void declared() {
    SplittableRandom random = new SplittableRandom(2);
    RandomTableTest.forms()
        .forEach(
            form -> {
              for (int i = 0; i < 2; i++) {
                List<String> lines = form.write(RandomTable.of(random), random).lines();
                add("t.dat", String.join("\r\n", lines) + "\r\n");
              }
            });
  }

  private static Rows rows(List<ColumnHeader> columns, String text) {
    return Rows.of(
        columns,
        new Object[] {0L, 1.5, true, "plain"},
        new Object[] {Long.MAX_VALUE, null, null, null},
        new Object[] {null, -0.0, false, text});
  }

  @SuppressWarnings("deprecation") // readers of such files are many
  private void written() throws IOException {
    List<ColumnHeader> columns =
        List.of(
            new ColumnHeader("index", CellType.LONG),
            new ColumnHeader("speed, v", CellType.DOUBLE, "km/s", "How fast: a # of things"),
            new ColumnHeader("prime", CellType.BOOLEAN),
            new ColumnHeader("Größe", CellType.TEXT, "", "Größe"));
    Rows rows = rows(columns, "a, \"b\"\nSérsic");
    for (TableFormat format : TableFormat.values()) {
      Path file = folder.resolve("written." + format.extension());
      TableWriter.write(file, format, format == TableFormat.FITS ? rows(columns, "a") : rows);
      seeds.add(new Seed("t." + format.extension(), Files.readAllBytes(file)));
      Files.delete(file);
    }
    StarTable table = new RowStarTable(rows, true); // any text
    binary("t.vot", new VOTableWriter(DataFormat.BINARY, true, VOTableVersion.V12), table);
    binary("t.vot", new VOTableWriter(DataFormat.TABLEDATA, true, VOTableVersion.V14), table);
    binary("t.fits", new FitsPlusTableWriter(), table);
    binary("t.fits", new FitsTableWriter(), table);
    binary("t.fits", new VariableFitsTableWriter(), table);
  }

  private void binary(String name, StarTableWriter writer, StarTable table) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writer.writeStarTable(table, bytes);
    String undated = bytes.toString(ISO_8859_1).replaceAll(DATE, "2026-01-01T00:00:00");
    seeds.add(new Seed(name, undated.getBytes(ISO_8859_1)));
  }

  private void others() {
    add("t.cat", "# 1 NUMBER Running number\n# 2 X_IMAGE Place [pixel]\n 1 2.5\n 2 3.5e3\n");
    add("t.tst", "A catalogue\n\nEQUINOX: J2000.0\nId\tra\tdec\n--\t--\t---\na\t1.5\t2\nb\t2\t3\n");
    add("t.tsv", "#RESOURCE=y\n\nname\tz\n \tMpc\n--------\t-----\n3C083.1\t 0.02\nA 1\t\n");
    add(
        "t.wdc",
        " Column formats and units - (Fixed format columns which are single space seperated.)\n"
            + "------------------------------------------------------------------------\n"
            + "Datetime (YYYY mm dd HHMMSS)            %4d %2d %2d %6d      -\n"
            + "Value                                   %8.3f               mag\n"
            + "Quality                                 %1d                  -\n"
            + "aa index - 3-HOURLY (Provisional)       %3d                 nT\n\n"
            + "2000 01 01 000000   12.345 1  67\n2000 01 01 030000   13.345 1  32\n");
    add(
        "t.ecsv",
        "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: a, datatype: int64}\n# - &x {name: b,"
            + " datatype: string, description: 'of: it', meta: {k: [1, 2]}}\n# delimiter: ','\n# meta:"
            + " !!omap\n# - {z: 1}\na,b\n1,x\n2,\"y\"\n");
    add(
        "t.tex",
        "\\documentclass{article}\n% no\n\\begin{table}\n\\begin{tabular}[t]{l|r}\n\\toprule\n"
            + "a & $b$ \\\\\n & (km) \\\\\n\\midrule\nx\\_1 & $-$1.5 \\\\[2pt]\n{y} & \\nodata \\\\\n"
            + "\\bottomrule\n\\end{tabular}\n\\end{table}\n");
    add("t.md", "name | v\n:--|--:\na\\|b | 1.5\nc | --\n\nbelow\n");
    add("t.rst", "=====  =====\nname   v\n=====  =====\na      1.5\n\nb      2\n=====  =====\n");
    add("t.quoted.csv", "\"a\",\"b\"\n1,2\n3,4\n");
    add("t.ints", "1\n-2\n\n9223372036854775807\n");
    add("t.years.csv", "name,1990,2000\nx,1.5,2\ny,3,4\n");
    add("t.ascii", "# a b c\n1 'x y' 2.5D+03\n2 \"z\" 1.5-103\n# 3 4\n");
    seeds.add(new Seed("t.fits", asciiFits()));
  }

  private void arrays() throws IOException {
    for (String name : List.of("little", "big", "mixed", "unsigned", "version2", "version3")) {
      Path array = Path.of("src/test/resources/data/numpy", name + ".npy");
      seeds.add(new Seed("t.npy", Files.readAllBytes(array)));
    }
  }

  private static byte[] asciiFits() {
    String primary = unit("SIMPLE  =                    T|BITPIX  = 8|NAXIS   = 0");
    String header =
        unit(
            "XTENSION= 'TABLE   '|BITPIX  = 8|NAXIS   = 2|NAXIS1  = 26|NAXIS2  = 2|PCOUNT  = 0|"
                + "GCOUNT  = 1|TFIELDS = 2|TTYPE1  = 'n '|TBCOL1  = 1 / the first|TFORM1  = 'I20'|"
                + "TNULL1  = '-99'|TTYPE2  = 'x'|TBCOL2  = 22|TFORM2  = 'F5.1'|TUNIT2  = 'mag'");
    String rows = "                   1  1.5                    -99  2.5 ";
    return (primary + header + rows + " ".repeat(BLOCK - rows.length())).getBytes(UTF_8);
  }

  private static String unit(String cards) {
    StringBuilder header = new StringBuilder();
    for (String card : (cards + "|END").split("\\|")) {
      header.append(String.format(Locale.ROOT, "%-80s", card));
    }
    return header + " ".repeat(BLOCK - header.length() % BLOCK);
  }

  /** Some of these, packed. */
  private void packed() throws IOException {
    for (Seed seed : List.copyOf(seeds)) {
      if (Arrays.hashCode(seed.bytes()) % 7 == 0 || seed.name().equals("t.ecsv")) {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        write(new GZIPOutputStream(gzip), seed, gzip, ".gz");
        ByteArrayOutputStream xz = new ByteArrayOutputStream();
        write(new XZOutputStream(xz, new LZMA2Options(0)), seed, xz, ".xz");
        ByteArrayOutputStream bzip = new ByteArrayOutputStream();
        bzip.writeBytes("BZ".getBytes(UTF_8));
        write(new CBZip2OutputStream(bzip), seed, bzip, ".bz2");
      }
    }
  }

  private void write(OutputStream out, Seed seed, ByteArrayOutputStream to, String end)
      throws IOException {
    try (out) {
      out.write(seed.bytes());
    }
    seeds.add(new Seed(seed.name() + end, to.toByteArray()));
  }

  /** What stands in files of tables, and may stand in another place as well. */
  public static List<String> words() {
    return List.of(
        "#",
        "!",
        "%",
        "\"",
        "'",
        "\\",
        "|",
        "&",
        ",",
        ";",
        "\t",
        " ",
        "\r",
        "\n",
        "\r\n",
        "\n\n",
        "--",
        "----------",
        "========",
        "+----+",
        "+",
        ":",
        "?=",
        "[",
        "]",
        "{",
        "}",
        "(",
        ")",
        "*",
        "NaN",
        "nan",
        "inf",
        "-inf",
        "INDEF",
        "null",
        "true",
        "false",
        "****",
        "\\nodata",
        "--",
        "...",
        "# %ECSV 1.0\n",
        "# datatype:",
        "# - {name: x, datatype: float32}",
        "# delimiter: ','",
        "# meta: {a: [*x, *x]}",
        "&x ",
        "*x",
        "!!java.lang.Object ",
        "<<: ",
        "# __serialized_columns__:",
        "Title: x\n",
        "Byte-by-byte Description of file: x\n",
        "   Bytes Format Units Label Explanations\n",
        "   1- 3 I3 --- a ?=-9 b\n",
        "   4 A1 --- c d\n",
        "Note (1): x\n",
        "------\n",
        "\\begin{tabular}{l}\n",
        "\\end{tabular}",
        "\\\\",
        "\\hline",
        "\\startdata",
        "\\enddata",
        "\\tablehead{",
        "\\begin{deluxetable}{l}",
        "\\colhead{a}",
        "\\cline{1-2}",
        "\\multicolumn{2}{c}{x}",
        "#N a b \\\n",
        "#U x ##\n",
        "#K X = Y\n",
        "# 2 B b [x]\n",
        "5N\t5S\n",
        "\\key = 'v'\n",
        "|a|b|\n",
        "|int|double|\n",
        "|---|---|\n",
        "== ==\n",
        "<TD>",
        "</TD>",
        "<TR>",
        "</TR>",
        "<TABLEDATA>",
        "</TABLEDATA>",
        "<BINARY2>",
        "<STREAM encoding='base64'>",
        "<FIELD name='a' datatype='int'/>",
        "<![CDATA[",
        "<!--",
        "<!DOCTYPE a [<!ENTITY b \"c\">]>",
        "&b;",
        "&#0;",
        "<VALUES null='1'/>",
        "SIMPLE  =                    T",
        "XTENSION= 'BINTABLE'",
        "END",
        "TFORM1  = '1J'",
        "TFIELDS =",
        "NAXIS1  =",
        "NAXIS2  =",
        "TDIM1   = '(2,2)'",
        "TSCAL1  = 2",
        "TZERO1  = 1",
        "PCOUNT  =",
        "THEAP   =",
        "1PD(99)",
        "\u0093NUMPY\u0001\u0000",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }",
        "('x', '>U4', (2,)), ",
        "(('t', ''), '|V3')",
        "(99999999999,)",
        "'|O'",
        "'<M8[ns]'",
        "\u0000",
        "\u00EF\u00BB\u00BF",
        "\u00FF\u00FE",
        "\u00C3\u00A9",
        "\u0085",
        "\u00A0",
        " Column formats and units - ",
        "%4d %2d",
        "%8.3f",
        "1.5D+03",
        "1,5",
        "0x10",
        "1e999999999");
  }
}
