package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that would have others read or asked for: nothing arrives, and nothing is opened. */
class NothingElseOpenedTest {
  private static final Duration SOON = Duration.ofSeconds(30);

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

  @Test
  void theListenerListens() throws IOException, InterruptedException {
    planted.assertListens();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE VOTABLE [<!ENTITY x SYSTEM 'FILE'>]>",
        "<!DOCTYPE VOTABLE [<!ENTITY x SYSTEM 'HTTP'>]>",
        "<!DOCTYPE VOTABLE [<!ENTITY x SYSTEM 'PIPE'>]>",
        "<!DOCTYPE VOTABLE [<!ENTITY x SYSTEM 'JAR'>]>",
        "<!DOCTYPE VOTABLE [<!ENTITY % p SYSTEM 'HTTP'> %p;]>",
        "<!DOCTYPE VOTABLE [<!ENTITY % f SYSTEM 'FILE'><!ENTITY % d SYSTEM 'HTTP'> %d; %s;]>",
        "<!DOCTYPE VOTABLE SYSTEM 'HTTP' [<!ENTITY x SYSTEM 'FTP'>]>",
        "<!DOCTYPE VOTABLE PUBLIC '-//US-VO//DTD//EN' 'PIPE' [<!ENTITY x 'FILE'>]>",
        "<!-- [ --><?a ]?>\n<!DOCTYPE VOTABLE [<!ATTLIST TD encoding CDATA 'FILE'>]>",
        "<!DOCTYPE VOTABLE [<!ENTITY a 'aaaaaaaaaa'><!ENTITY x '&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
      })
  void refusesDeclarations(String doctype) throws IOException {
    for (String cell : new String[] {"1", "&x;"}) {
      String complaint = refusal(doctype + votable("x", cell));
      assertTrue(complaint.startsWith("has a DOCTYPE with declarations"), complaint);
    }
  }

  /** What cannot be passed over without knowing the encoding. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void refusesADoctypeInUtf16(String charset) throws IOException {
    String text = "<!DOCTYPE VOTABLE SYSTEM 'HTTP'>" + votable("x", "1");
    byte[] bytes =
        ("<?xml version='1.0'?>" + planted.bait(text)).getBytes(Charset.forName(charset));
    if (charset.endsWith("LE")) {
      String complaint = refusal(bytes, "t.vot");
      assertTrue(complaint.startsWith("has a DOCTYPE with declarations"), complaint);
    } else {
      refusal(bytes, "t.vot");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE VOTABLE SYSTEM 'HTTP'>",
        "<!DOCTYPE VOTABLE SYSTEM \"PIPE\" >",
        "<?xml version='1.0'?>\n<!-- > -->\n<!DOCTYPE VOTABLE\n PUBLIC \"-//a>b//EN\" \"HTTP>\">",
        "<?xml-stylesheet href='HTTP' type='text/xsl'?>",
      })
  void readsWithoutWhatIsNamed(String prolog) throws IOException {
    String text = prolog + votable("x", "1.5");
    assertArrayEquals(new double[] {1.5}, read(text, "t.vot").doubles("x"));
    String links =
        text.replace(
            "<RESOURCE>",
            "<RESOURCE xmlns:i='http://www.w3.org/2001/XInclude' i:schemaLocation='a HTTP'><LINK"
                + " href='HTTP'/><i:include href='FILE'/><INFO name='i' ref='PIPE' value=''/>");
    assertArrayEquals(new double[] {1.5}, read(links, "t.vot").doubles("x"));
    String undeclared = "The entity \"x\" was referenced, but not declared.";
    for (String part : new String[] {"'x'", "'-99'", "1.5<"}) {
      String with = part.substring(0, part.length() - 1) + "&x;" + part.charAt(part.length() - 1);
      String complaint = refusal(text.replace(part, with));
      assertTrue(complaint.endsWith(undeclared), complaint);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP", "FTP", "JAR", "FILE", "PIPE", "secret", "//127.0.0.1/x", "#x"})
  void refusesRowsElsewhere(String href) throws IOException {
    for (String element : new String[] {"BINARY", "BINARY2", "FITS"}) {
      for (String encoding : new String[] {"", " encoding='base64'", " encoding='gzip'"}) {
        String stream =
            "<STREAM href='" + href + "'" + encoding + " actuate='onLoad'>AAAA</STREAM>";
        String complaint = refusal(rows("<" + element + ">" + stream + "</" + element + ">"));
        String shown = planted.bait(href);
        assertEquals(
            "has its rows elsewhere, in '" + shown + "', which is never opened at line 2",
            complaint);
      }
    }
  }

  @Test
  void showsWhatAnAddressHides() throws IOException {
    String complaint =
        refusal(rows("<BINARY><STREAM href='a&#x202e;&#10;" + "b".repeat(5000) + "'/></BINARY>"));
    assertTrue(complaint.contains("'a\\u202e\\u000abbb"), complaint);
    assertTrue(complaint.length() < 400, complaint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gzip", "dynamic", "none", "BASE64"})
  void refusesOtherEncodings(String encoding) throws IOException {
    String complaint =
        refusal(rows("<BINARY><STREAM encoding='" + encoding + "'>AAAA</STREAM></BINARY>"));
    assertEquals(
        "has a STREAM with the encoding '" + encoding + "', not base64 at line 2", complaint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE VOTABLE [<!ENTITY x SYSTEM 'HTTP'>]><VOTABLE><TABLE name='&x;'/></VOTABLE>",
        "<!DOCTYPE VOTABLE [<!ENTITY % x SYSTEM 'PIPE'> %x;]><VOTABLE><TABLE/></VOTABLE>",
        "<!DOCTYPE VOTABLE SYSTEM 'HTTP'><VOTABLE><TABLE><FIELD name='&x;'/></TABLE></VOTABLE>",
        "<VOTABLE><TABLE><FIELD name='x' datatype='double'/><DATA><FITS><STREAM href='FILE'/>"
            + "</FITS></DATA></TABLE></VOTABLE>",
        "<VOTABLE><TABLE><DATA><BINARY><STREAM href='HTTP'/></BINARY></DATA></TABLE></VOTABLE>",
      })
  void refusesTheSameInFits(String votable) throws IOException {
    byte[] rows = Fits.filled(new byte[16]);
    byte[] bytes = Fits.joined(Fits.described(planted.bait(votable)), Fits.binary(""), rows);
    refusal(bytes, "t.fits");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!java.net.URL [\"HTTP\"]",
        "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL"
            + " [\"HTTP\"]]]]",
        "!!java.io.FileInputStream [\"FILE\"]",
      })
  void makesNoObjectsOfYaml(String value) throws IOException {
    String complaint =
        refusal(
            ("# %ECSV 1.0\n# ---\n# datatype:\n# - {name: x, datatype: float64}\n# meta:\n#   u: "
                    + planted.bait(value)
                    + "\nx\n1\n")
                .getBytes(StandardCharsets.UTF_8),
            "t.ecsv");
    assertTrue(complaint.contains("has an ECSV header that cannot be read"), complaint);
  }

  /** STIL would take some of these for addresses, commands or positions in a file. */
  @ParameterizedTest
  @ValueSource(
      strings = {"HTTP", "FTP", "FILE", "<cat secret", "cat secret|", "secret#1", "jdbc:x"})
  void aNameIsTheNameOfAFile(String name) throws IOException {
    Path path = Path.of(planted.bait(name));
    String complaint =
        assertTimeoutPreemptively(
                SOON,
                () -> assertThrows(IllegalArgumentException.class, () -> TableFile.read(path)))
            .getMessage();
    assertTrue(complaint.startsWith(path + ": no such file"), complaint);
    Path there = Files.writeString(folder.resolve("x|<a#1"), votable("x", "1"));
    assertEquals(1, TableFile.read(there).rows());
  }

  private static String votable(String name, String cell) {
    return "<VOTABLE><RESOURCE><TABLE><FIELD name='"
        + name
        + "' datatype='double'><VALUES null='-99'/></FIELD><DATA><TABLEDATA><TR><TD>"
        + cell
        + "</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>";
  }

  private static String rows(String data) {
    return "<VOTABLE><RESOURCE><TABLE><FIELD name='x' datatype='double'/>\n<DATA>"
        + data
        + "</DATA></TABLE></RESOURCE></VOTABLE>";
  }

  private Table read(String text, String file) throws IOException {
    Path path = Files.writeString(folder.resolve(file), planted.bait(text));
    return assertTimeoutPreemptively(SOON, () -> TableFile.read(path));
  }

  private String refusal(String text) throws IOException {
    return refusal(planted.bait(text).getBytes(StandardCharsets.UTF_8), "t.vot");
  }

  private String refusal(byte[] bytes, String file) throws IOException {
    Path path = Files.write(folder.resolve(file), bytes);
    String complaint =
        assertTimeoutPreemptively(
                SOON,
                () -> assertThrows(IllegalArgumentException.class, () -> TableFile.read(path)))
            .getMessage();
    assertTrue(complaint.startsWith(path + ": "), complaint);
    assertFalse(complaint.contains("\n") || complaint.contains(Planted.SECRET), complaint);
    return complaint.substring(path.toString().length() + 2);
  }
}
