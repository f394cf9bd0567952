package dev.parallax.storage.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteFilesTest {
  @TempDir private Path disk;

  private Path there;

  @BeforeEach
  void begin() {
    RemoteFiles.use(Elsewhere.SETTINGS);
    there = Elsewhere.path(disk);
  }

  @AfterEach
  void end() {
    Elsewhere.DOWN.set(0);
    RemoteFiles.use(Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "hdfs://name:8020/data/x.csv, hdfs://name:8020/data/x.csv",
    "HDFS://name/data/../x.csv, hdfs://name/x.csv",
    "hdfs:///x y/100%25.csv, hdfs:/x y/100%25.csv",
    "hdfs:/x, hdfs:/x",
    "s3a://bucket, s3a://bucket/",
    "abfss://c@a.dfs.core.windows.net//x//y/, abfss://c@a.dfs.core.windows.net/x/y",
  })
  void anAddressIsAPath(String address, String written) {
    Path path = RemoteFiles.path(address);
    assertTrue(RemoteFiles.isOne(path));
    assertEquals(written, path.toString());
    assertEquals(path, RemoteFiles.path(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hdfs:x", "hdfs:", "jar:file:///x.jar!/y", "s3a://a b/x"})
  void whatIsNone(String address) {
    assertThrows(IllegalArgumentException.class, () -> RemoteFiles.path(address));
  }

  @Test
  void pathsAreMadeOfPathsAsOnADisk() {
    Path path = RemoteFiles.path("hdfs://n/a/b/c.csv");
    assertEquals("c.csv", path.getFileName().toString());
    assertEquals("hdfs://n/a/b", path.getParent().toString());
    assertEquals("hdfs://n/a/b/d/e", path.resolveSibling("d/e").toString());
    assertEquals("hdfs://n/a/d", path.getParent().resolve("../d").toString());
    assertEquals("b/c.csv", RemoteFiles.path("hdfs://n/a").relativize(path).toString());
    assertTrue(path.startsWith(RemoteFiles.path("hdfs://n/a")));
    assertFalse(path.startsWith(RemoteFiles.path("hdfs://m/a")));
    assertEquals("hdfs://n/a/b/c.csv", path.toUri().toString());
    Path root = RemoteFiles.path("hdfs://n/");
    assertEquals(null, root.getParent());
    assertEquals(Path.of("/x"), path.resolve(Path.of("/x")));
    assertThrows(
        IllegalArgumentException.class,
        () -> path.relativize(RemoteFiles.path("hdfs://m/a/b/c.csv")));
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Path file = there.resolve("new/x y.txt");
    Files.createDirectories(file.getParent());
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("one\ntwo\n".getBytes(UTF_8));
    }
    assertEquals("one\ntwo\n", Files.readString(disk.resolve("new/x y.txt")));
    assertEquals(List.of("one", "two"), Files.readAllLines(file));
    assertEquals(8, Files.size(file));
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      assertEquals("one", reader.readLine());
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer four = ByteBuffer.allocate(4);
      channel.position(4).read(four);
      assertEquals("two\n", new String(four.array(), UTF_8));
    }
    assertTrue(Files.isRegularFile(file) && Files.isReadable(file) && Files.isWritable(file));
    assertTrue(Files.isDirectory(there) && !Files.isDirectory(file));
    try (Stream<Path> all = Files.walk(there)) {
      assertEquals(List.of(there, there.resolve("new"), file), all.toList());
    }
  }

  @Test
  void whatIsThereIsNotWrittenOverByChance() throws IOException {
    Path one = there.resolve("one");
    Path two = there.resolve("two");
    Files.write(one, new byte[] {1});
    Files.write(two, new byte[] {2});
    assertThrows(FileAlreadyExistsException.class, () -> Files.move(one, two));
    assertThrows(FileAlreadyExistsException.class, () -> Files.copy(one, two));
    assertThrows(FileAlreadyExistsException.class, () -> Files.createDirectory(there));
    assertThrows(
        FileAlreadyExistsException.class,
        () -> Files.newOutputStream(two, StandardOpenOption.CREATE_NEW));
    Files.move(one, two, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    assertEquals(1, Files.readAllBytes(two)[0]);
    assertFalse(Files.exists(one));
    Files.copy(two, one);
    Files.copy(Files.write(disk.resolve("here"), new byte[] {3}), there.resolve("three"));
    assertEquals(3, Files.readAllBytes(there.resolve("three"))[0]);
  }

  @Test
  void whatIsNotThereIsSaid() throws IOException {
    Path none = there.resolve("none");
    assertFalse(Files.exists(none));
    assertThrows(NoSuchFileException.class, () -> Files.newInputStream(none));
    assertThrows(NoSuchFileException.class, () -> Files.size(none));
    assertThrows(NoSuchFileException.class, () -> Files.list(none));
    assertThrows(NoSuchFileException.class, () -> Files.delete(none));
    assertThrows(FileSystemException.class, () -> Files.newInputStream(there));
    Files.createDirectories(there.resolve("full/folder"));
    assertThrows(IOException.class, () -> Files.delete(there.resolve("full")));
    assertTrue(Files.exists(there.resolve("full/folder")));
  }

  /** Java takes a file whose store does not answer for one that is not there. */
  @Test
  void aStoreThatIsDownIsNoMissingFile() throws IOException {
    Path file = there.resolve("x");
    Files.write(file, new byte[] {1});
    Elsewhere.DOWN.set(1);
    UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> Files.exists(file));
    assertEquals(file + ": the store is down", e.getMessage());
    assertTrue(Files.exists(file));
  }

  @Test
  void aSchemeWithoutAFileSystemIsOneLine() {
    Path path = RemoteFiles.path("nowhere://n/x");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Files.exists(path));
    assertEquals(
        "'nowhere://n/x': no file system for 'nowhere' is on the class path; Hadoop's modules have"
            + " more, as hadoop-aws for s3a: spark-submit --packages adds them",
        e.getMessage());
  }

  @Test
  void foldersAreDeletedEmpty() throws IOException {
    Path folder = Files.createDirectories(there.resolve("f"));
    Files.delete(folder);
    assertFalse(Files.exists(folder));
    assertThrows(NoSuchFileException.class, () -> Files.delete(folder));
  }
}
