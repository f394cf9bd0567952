package dev.parallax.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.table.column.CellType;
import dev.parallax.table.condition.Wanted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Arrays of NumPy. Those in {@code data/numpy} were written by NumPy 2.4.6, with {@code write.py}
 * beside them.
 */
class NumpyReaderTest {
  private static final Path WRITTEN = Path.of("src/test/resources/data/numpy");
  private static final String ENTRIES = "'fortran_order': False, 'shape': (1,), }";

  @TempDir private Path folder;

  /** The values are those of {@code write.py}; floats of 16 and 32 bits as {@code float(x)}. */
  @ParameterizedTest
  @ValueSource(strings = {"little", "big"})
  void everyDtype(String order) {
    Table table = TableFile.read(WRITTEN.resolve(order + ".npy"));
    assertEquals(WRITTEN.resolve(order + ".npy") + ": NumPy, 5 rows, 14 columns", table.toString());
    assertDoubles(
        table, "f8", Double.MIN_VALUE, -0.0, Double.NaN, -1 / 0.0, 1.7976931348623157e308);
    assertDoubles(
        table,
        "f4",
        1.401298464324817e-45,
        0.10000000149011612,
        Double.NaN,
        1 / 0.0,
        3.4028234663852886e38);
    assertDoubles(table, "f2", 5.960464477539063e-08, 0.0999755859375, Double.NaN, -1 / 0.0, 65504);
    assertLongs(table, "i1", -128, 127, 0, -1, 1);
    assertLongs(table, "i2", -32768, 32767, 0, -1, 1);
    assertLongs(table, "i4", Integer.MIN_VALUE, Integer.MAX_VALUE, 0, -1, 1);
    assertLongs(table, "i8", Long.MIN_VALUE, Long.MAX_VALUE, 9007199254740993L, -1, 1);
    assertLongs(table, "u1", 0, 255, 1, 128, 2);
    assertLongs(table, "u2", 0, 65535, 1, 32768, 2);
    assertLongs(table, "u4", 0, 4294967295L, 1, 2147483648L, 2);
    assertLongs(table, "u8", 0, Long.MAX_VALUE, 9007199254740993L, 1, 2);
    assertEquals(CellType.BOOLEAN, table.column("b1").type());
    assertEquals(List.of("true", "false", "true", "false", "true"), table.texts("b1"));
    assertEquals(List.of("Größe", "\uD835\uDD38", "", "nan", "1.5"), table.texts("U5"));
    assertEquals(List.of("ab", "", "x y", "xyz", "-"), table.texts("S5"));
  }

  private static void assertDoubles(Table table, String column, double... values) {
    assertEquals(CellType.DOUBLE, table.column(column).type());
    assertArrayEquals(values, table.doubles(column));
    assertEquals(
        Arrays.stream(values).mapToLong(Double::doubleToLongBits).boxed().toList(),
        Arrays.stream(table.doubles(column)).mapToLong(Double::doubleToLongBits).boxed().toList());
  }

  private static void assertLongs(Table table, String column, long... values) {
    assertEquals(CellType.LONG, table.column(column).type());
    assertArrayEquals(values, table.longs(column));
  }

  /** As those of FITS. */
  @Test
  void unsignedLongsBeyondLongs() {
    Table table = TableFile.read(WRITTEN.resolve("unsigned.npy"));
    assertEquals(List.of("0", "9223372036854775808", "18446744073709551615"), table.texts("value"));
    assertArrayEquals(new double[] {0, 0x1p63, 0x1p64}, table.doubles("value"));
    assertThrows(IllegalArgumentException.class, () -> table.longs("value"));
  }

  /** Gaps are passed over, and what is not read as long as nobody asks for it. */
  @Test
  void columnsBesideOthers() {
    Path mixed = WRITTEN.resolve("mixed.npy");
    Wanted wanted = Wanted.numbers(List.of("x", "one")).andTexts(List.of("both")).andLabels();
    Table table = TableFile.read(mixed, wanted);
    assertEquals(List.of("when", "flag", "x", "both", "one", "z", "w", "none"), table.names());
    assertDoubles(table, "x", 1.5, Double.NaN, -2);
    assertEquals("What it is", table.column("x").description());
    assertLongs(table, "one", 7, 8, 9);
    assertEquals(List.of("(array)", "(array)", "(array)"), table.texts("both"));
    assertTrue(table.labels().isEmpty());
    assertThrows(IllegalStateException.class, () -> table.doubles("w"));
    assertUnread("when' (<M8[s]) has dates: save x.astype('U') or numbers", "when");
    assertUnread("z' (<c16) has complex numbers: save x.real and x.imag", "z");
    assertUnread("none' (|V3) has bytes without a type: save numbers or texts", "none");
    assertComplaint(mixed, "column 'when' (<M8[s]) has dates: save x.astype('U') or numbers");
  }

  private static void assertUnread(String complaint, String column) {
    Path mixed = WRITTEN.resolve("mixed.npy");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> TableFile.read(mixed, Wanted.numbers(List.of(column))));
    assertEquals(mixed + ": column '" + complaint, e.getMessage());
  }

  @Test
  void laterVersions() {
    Table second = TableFile.read(WRITTEN.resolve("version2.npy"));
    assertEquals(List.of("value"), second.names());
    assertDoubles(second, "value", 0, 0.25, 0.5);
    Table third = TableFile.read(WRITTEN.resolve("version3.npy"));
    assertEquals(List.of("漢'\n\\"), third.names());
    assertDoubles(third, "1", 1.5);
  }

  @Test
  void packedOnes() throws IOException {
    Path packed = folder.resolve("x.npy.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(Files.readAllBytes(WRITTEN.resolve("little.npy")));
    }
    assertLongs(TableFile.read(packed), "i1", -128, 127, 0, -1, 1);
  }

  /** More rows than one batch, apart and side by side. */
  @ParameterizedTest
  @ValueSource(strings = {"<f8", ">f8", "<i8", ">i8", "<u8", ">f4", "<i2", "|b1", "<U2"})
  void manyRows(String dtype) throws IOException {
    boolean big = dtype.startsWith(">");
    int size = dtype.startsWith("<U") ? 8 : dtype.charAt(2) - '0';
    int rows = 70_001;
    ByteBuffer plain = ByteBuffer.allocate(rows * size);
    ByteBuffer beside = ByteBuffer.allocate(rows * (size + 3));
    SplittableRandom random = new SplittableRandom(1);
    for (int row = 0; row < rows; row++) {
      byte[] cell = new byte[size];
      cell[big ? size - 1 : 0] = (byte) (dtype.equals("|b1") ? random.nextInt(2) : 'x');
      cell[size / 2] |= (byte) (size > 1 && !dtype.equals("<U2") ? random.nextInt(100) : 0);
      plain.put(cell);
      beside.put((byte) 1).put(cell).putShort((short) row);
    }
    String entries = "'fortran_order': True, 'shape': (" + rows + ",)}";
    Table one = read(npy("{'descr': '" + dtype + "', " + entries, plain.array()));
    String fields = "[('a', '|u1'), ('x', '" + dtype + "'), ('n', '>i2')]";
    Table other = read(npy("{'descr': " + fields + ", " + entries, beside.array()));
    assertEquals(rows, one.rows());
    assertEquals(one.texts("value"), other.texts("x"));
    assertEquals((short) (rows - 1), other.longs("n")[rows - 1]);
    double[] read = dtype.equals("<U2") ? new double[0] : one.doubles("value");
    plain.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < read.length; row++) {
      int at = row * size;
      double value =
          switch (dtype.substring(1)) {
            case "f8" -> plain.getDouble(at);
            case "i8", "u8" -> plain.getLong(at);
            case "f4" -> plain.getFloat(at);
            case "i2" -> plain.getShort(at);
            default -> plain.get(at);
          };
      assertEquals(value, read[row]);
    }
  }

  /** All 65536 halves, by their definition. */
  @Test
  void halves() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(2 << 16);
    for (int i = 0; i < 1 << 16; i++) {
      bytes.putShort((short) i);
    }
    String header = "{'descr': '>f2', 'fortran_order': False, 'shape': (65536,), }";
    double[] read = read(npy(header, bytes.array())).doubles("value");
    for (int i = 0; i < 1 << 16; i++) {
      int exponent = i / 1024 % 32;
      double fraction = i % 1024 / 1024.0;
      double size =
          switch (exponent) {
            case 0 -> StrictMath.pow(2, -14) * fraction;
            case 31 -> fraction == 0 ? 1 / 0.0 : Double.NaN;
            default -> StrictMath.pow(2, exponent - 15) * (1 + fraction);
          };
      assertEquals(i < 32768 ? size : -size, read[i], "half " + i);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          '<f8' ~ 3L, ~ 000000000000F03F ~ cut short after 1 of 3 rows
          '<f8' ~ 1, ~ 000000000000F0 ~ cut short after 0 of 1 row
          '<f8' ~ 1, ~ 000000000000F03F00 ~ goes on behind its 1 row: save one array in a file
          '<f8' ~ 0, ~ `` ~ has no rows
          '<f8' ~ `` ~ `` ~ is a single value, not an array with rows
          '<f8' ~ 2, 3 ~ `` ~ has the shape (2, 3), and a table has one dimension: save numpy.lib.recfunctions.unstructured_to_structured(a)
          '<f8' ~ 1, 2, 3 ~ `` ~ has the shape (1, 2, 3), and a table has one dimension: save a.ravel()
          [('a', '<f8')] ~ 2, 3 ~ `` ~ has the shape (2, 3), and a table has one dimension: save a.ravel()
          '<f8' ~ 1000000000000, ~ `` ~ has 1000000000000 rows, more than 2147483639
          '<f8' ~ 2000000000, ~ 00 ~ cut short after 0 of 2000000000 rows
          '<f8' ~ 9999999999999999999, ~ `` ~ at its character 70
          '<f8' ~ -1, ~ `` ~ at its character 52
          '<f8' ~ 1 ~ `` ~ at its character 54
          '<f8' ~ 1 2 ~ `` ~ at its character 54
          '|b1' ~ 2, ~ 0102 ~ row 2, column 'value': has the byte 2, neither true nor false
          '|S3' ~ 1, ~ 61E900 ~ row 1, column 'value': has the byte 233 in a text of ASCII: save x.astype('U')
          '|S3' ~ 1, ~ 610062 ~ row 1, column 'value': has the byte 0 in a text of ASCII: save x.astype('U')
          '<U1' ~ 1, ~ 00D80000 ~ row 1, column 'value': has the code 0xD800 in a text, which is no character
          '<U1' ~ 1, ~ 00001100 ~ row 1, column 'value': has the code 0x110000 in a text, which is no character
          '<U1' ~ 1, ~ 610000FF ~ row 1, column 'value': has the code 0xFF000061 in a text, which is no character
          '<U2' ~ 1, ~ 0000000061000000 ~ row 1, column 'value': has the code 0x0 in a text, which is no character
          '|S0' ~ 1000000000, ~ `` ~ has rows without a byte
          '|O' ~ 1, ~ 8003 ~ has Python objects for column 'value', which are pickled: save numbers or texts
          '<M8[D]' ~ 1, ~ 0000000000000000 ~ column 'value' (<M8[D]) has dates: save x.astype('U') or numbers
          '<m8' ~ 1, ~ 0000000000000000 ~ column 'value' (<m8) has spans of time: save numbers
          '<f16' ~ 1, ~ `` ~ column 'value' (<f16) has longer floating-point numbers than doubles: save x.astype('f8')
          '<c8' ~ 1, ~ `` ~ column 'value' (<c8) has complex numbers: save x.real and x.imag
          '|V8' ~ 1, ~ `` ~ column 'value' (|V8) has bytes without a type: save numbers or texts
          '=f8' ~ 1, ~ `` ~ has the unknown dtype '=f8' for column 'value'
          'f8' ~ 1, ~ `` ~ has the unknown dtype 'f8' for column 'value'
          '|f8' ~ 1, ~ `` ~ has the unknown dtype '|f8' for column 'value'
          '<f3' ~ 1, ~ `` ~ has the unknown dtype '<f3' for column 'value'
          '<x8' ~ 1, ~ `` ~ has the unknown dtype '<x8' for column 'value'
          '<f8[s]' ~ 1, ~ `` ~ has the unknown dtype '<f8[s]' for column 'value'
          '<U99999999' ~ 1, ~ `` ~ has rows of more than 16777216 bytes
          [('a', [('b', '<f8')])] ~ 1, ~ `` ~ has the field 'a' with fields within it: save those as fields beside it
          [('a', '<f8', (9999999, 9999999))] ~ 1, ~ `` ~ has rows of more than 16777216 bytes
          [('a', '|V16777216'), ('b', '|i1')] ~ 1, ~ `` ~ has rows of more than 16777216 bytes
          [('a', '|O')] ~ 1, ~ `` ~ has Python objects for column 'a', which are pickled: save numbers or texts
          [('a', '<f8', 2)] ~ 1, ~ `` ~ at its character 25
          [('a',)] ~ 1, ~ `` ~ at its character 17
          [] ~ 1, ~ `` ~ at its character 12
          3 ~ 1, ~ `` ~ at its character 11
          """)
  void refusesInOneLine(String descr, String shape, String data, String complaint)
      throws IOException {
    String header = "{'descr': " + descr + ", 'fortran_order': False, 'shape': (" + shape + "), }";
    Path file = write(npy(header, HexFormat.of().parseHex(data)));
    assertComplaint(
        file,
        complaint
            .replaceFirst("^cut short", "is cut short")
            .replaceFirst(
                "^at its",
                "has a header that is no dictionary of descr, fortran_order and shape, at its"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"descr":"<i2",'fortran_order':False,'shape':(1,)}            | value
          \t{ 'shape' : ( 1 , ) , 'fortran_order' : False , 'descr' : '<i2' , } | value
          {'descr': [('\\x61\\u00e9\\U0001d538\\t', '<i2'),], 'fortran_order': False, 'shape': (1L,)} | `aé\uD835\uDD38\t`
          {'descr': [("it's", '<i2',)], 'fortran_order': False, 'shape': (1,)} | it's
          {'descr': [(' ', '<i2')], 'fortran_order': False, 'shape': (1,)} | col1
          """)
  void literals(String header, String name) throws IOException {
    Table table = read(npy(header, new byte[] {1, 2}));
    assertEquals(List.of(name), table.names());
    assertLongs(table, "1", 513);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{'descr': '<i2', 'shape': (1,)}",
        "{'descr': '<i2', 'fortran_order': False, 'shape': (1,)} + f()",
        "{'descr': '<i2', 'fortran_order': 0, 'shape': (1,)}",
        "{'descr': '<i2', 'fortran_order': False, 'shape': (1,)",
        "{'descr': '<i2', 'fortran_order': False, 'shape': (1,),, }",
        "{'descr': '<i2\\q', 'fortran_order': False, 'shape': (1,)}",
        "{'descr': '<i2\n', 'fortran_order': False, 'shape': (1,)}",
        "{'descr': '\\U00110000', 'fortran_order': False, 'shape': (1,)}",
        "{'descr': '\\xg0', 'fortran_order': False, 'shape': (1,)}",
        "{descr: '<i2', 'fortran_order': False, 'shape': (1,)}",
        "{'descr': u'<i2', 'fortran_order': False, 'shape': (1,)}",
        "__import__('os').system('x')"
      })
  void headersThatAreNone(String header) throws IOException {
    String complaint = complaint(write(npy(header, new byte[2])));
    assertTrue(
        complaint.matches(
            "has a header that is no dictionary of descr, fortran_order and shape, at its"
                + " character \\d+"),
        complaint);
  }

  @Test
  void otherHeaders() throws IOException {
    String twice = "{'descr': '<i2', 'descr': '<i2', " + ENTRIES;
    assertComplaint(write(npy(twice, new byte[2])), "has 'descr' twice in its header");
    String more = "{'x': 1, 'descr': '<i2', " + ENTRIES;
    assertComplaint(write(npy(more, new byte[2])), "has the unknown entry 'x' in its header");
    byte[] whole = Files.readAllBytes(WRITTEN.resolve("little.npy"));
    for (int length : new int[] {6, 7, 9, 10, 100, 319}) {
      assertComplaint(write(Arrays.copyOf(whole, length)), "is cut short within its header");
    }
    assertComplaint(
        write(with(whole, 6, 4)), "is of version 4.0 of NumPy's format, not 1.0 to 3.0");
    assertComplaint(
        write(with(whole, 7, 1)), "is of version 1.1 of NumPy's format, not 1.0 to 3.0");
    byte[] third = Files.readAllBytes(WRITTEN.resolve("version3.npy"));
    assertComplaint(write(with(third, 25, 'a')), "has a header that is not UTF-8");
    assertComplaint(
        write(with(third, 11, 0x7F)), "has a header of 2130706548 bytes, more than 1048576");
  }

  @Test
  void noArrays() throws IOException {
    byte[] zip = {'P', 'K', 3, 4, 20, 0};
    String complaint = "is a zip archive: unpack it; of an .npz, save one array with np.save";
    assertComplaint(Files.write(folder.resolve("x.npz"), zip), complaint);
    assertComplaint(Files.write(folder.resolve("x.dat"), zip), complaint);
    byte[] text = "1\n2\n".getBytes(ISO_8859_1);
    assertComplaint(
        Files.write(folder.resolve("y.npy"), text), "does not begin as a NumPy file does");
    assertComplaint(
        Files.write(folder.resolve("y.npz"), text),
        "is no zip archive; save an array with np.save, as .npy");
  }

  private static byte[] with(byte[] bytes, int place, int value) {
    byte[] other = bytes.clone();
    other[place] = (byte) value;
    return other;
  }

  /** A file of version 1.0. */
  static byte[] npy(String header, byte[] data) throws IOException {
    byte[] text = (header + "\n").getBytes(ISO_8859_1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write("\u0093NUMPY\1\0".getBytes(ISO_8859_1));
    out.write(text.length & 0xFF);
    out.write(text.length >> 8);
    out.write(text);
    out.write(data);
    return out.toByteArray();
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("x.npy"), bytes);
  }

  private Table read(byte[] bytes) throws IOException {
    return TableFile.read(write(bytes));
  }

  private static String complaint(Path file) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> TableFile.read(file)).getMessage();
    assertTrue(message.startsWith(file + ": "), message);
    assertFalse(message.contains("\n"), message);
    return message.substring(file.toString().length() + 2);
  }

  private static void assertComplaint(Path file, String complaint) {
    assertEquals(complaint, complaint(file));
  }
}
