package dev.parallax.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.storage.remote.RemoteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a path of this machine, and what is an address of something else. */
class PathTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data.csv",
        "runs/a",
        "/tmp/x y",
        "-",
        ".",
        "C:\\data\\x.csv",
        "C:/data/x.csv",
        "a:b.csv",
        "run:12:30",
        "1http:/x",
        "./hdfs:/x",
        "dir/s3a://x",
        "100%25.csv",
      })
  void aPathIsTakenAsItIsWritten(String text) {
    assertEquals(Path.of(text), PathText.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "file:///data/x.csv, /data/x.csv",
    "file:/data/x.csv, /data/x.csv",
    "file://localhost/data/x.csv, /data/x.csv",
    "FILE://LocalHost/data/x.csv, /data/x.csv",
    "file:///a%20b/c%2Bd+e.csv, /a b/c+d+e.csv",
    "file:///a b.csv, /a b.csv",
    "file:///100%25.csv, /100%.csv",
    "file:///a:b%23%3f.csv, /a:b#?.csv",
    "file:////data//x/, /data/x",
    "file:///, /",
  })
  void anAddressOfAFileIsItsPath(String text, String path) {
    assertEquals(Path.of(path), PathText.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hdfs://name:8020/x",
        "hdfs:///x",
        "hdfs:/x",
        "s3a://bucket/x",
        "s3://bucket",
        "gs://bucket/x",
        "abfss://c@a.dfs.core.windows.net/x",
        "vos://cadc/x",
        "x-y+z.1://h",
      })
  void anotherAddressIsAPlaceElsewhere(String text) {
    assertTrue(RemoteFiles.isOne(PathText.of(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file://data/x.csv | names the machine 'data'; a path of this one has three slashes,"
            + " file:///PATH",
        "file:data.csv | has no absolute path; write file:///PATH, or the path alone",
        "file: | has no absolute path; write file:///PATH, or the path alone",
        "file:// | has no absolute path; write file:///PATH, or the path alone",
        "file:///100%.csv | a \"%\" in an address is written %25",
        "file:///a%2 | a \"%\" in an address is written %25",
        "file:///a%zzb | a \"%\" in an address is written %25",
        "file:///a#1.csv | a \"#\" in an address is written %23",
        "file:///a.csv?x=1 | a \"?\" in an address is written %3F",
        "file:///a%ff.csv | its escapes are not UTF-8",
        "flie:///data.csv | no scheme \"flie\"; did you mean \"file\"?",
        "hfds://n/x | no scheme \"hfds\"; did you mean \"hdfs\"?",
        "hdfs:x | has no absolute path; write SCHEME://NAME/PATH",
        "jar:file:///x.jar!/y | addresses of the scheme \"jar\" are neither read nor written; fetch"
            + " the file, and name its path",
        "HTTPS://h/x.csv | addresses of the scheme \"https\" are neither read nor written; fetch the"
            + " file, and name its path",
      })
  void aWrongAddressIsRefused(String text, String reason) {
    refused(text, reason.replace('"', '\''));
  }

  private static void refused(String text, String reason) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> PathText.of(text));
    assertEquals("'" + text + "': " + reason, e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "file:///a%00b"})
  void aNameThatNoFileCanHave(String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> PathText.of(text));
    assertEquals("'" + text + "' cannot be the name of a file", e.getMessage());
  }

  @Test
  void whatLiesHereIsAPathHoweverItIsCalled() throws IOException {
    Path file = Files.createTempFile(Path.of(""), "s3:", ".csv");
    try {
      assertEquals(file, PathText.of(file.toString()));
    } finally {
      Files.delete(file);
    }
    assertThrows(IllegalArgumentException.class, () -> PathText.of(file.toString()));
  }
}
