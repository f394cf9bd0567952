package dev.parallax.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.storage.remote.Elsewhere;
import dev.parallax.storage.remote.RemoteFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
  private static final String LOCK = ".lock";
  private static final Duration BEAT = Duration.ofMillis(250);

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

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(path -> folder.relativize(path).toString()).sorted().toList();
    }
  }

  private MirroredFolder taken() throws IOException {
    return MirroredFolder.take(there, LOCK, BEAT).orElseThrow();
  }

  /** Its process may be writing it at that moment. */
  @Test
  void aLockThatIsNotGivenJustNowIsReadOnceMore() throws IOException {
    Path file = there.resolve(LOCK);
    Duration beat = Duration.ofMillis(20);
    Elsewhere.DOWN.set(1);
    try (BeatingLock lock = BeatingLock.take(file, beat).orElseThrow()) {
      Elsewhere.DOWN.set(1);
      assertEquals(Optional.empty(), BeatingLock.take(file, beat));
      assertFalse(lock.isLost());
    }
    Elsewhere.DOWN.set(2);
    assertThrows(UncheckedIOException.class, () -> BeatingLock.take(file, beat));
  }

  @Test
  void whatIsWrittenHereIsThere() throws IOException {
    Path copy;
    try (MirroredFolder folder = taken()) {
      copy = folder.disk();
      assertTrue(Files.isDirectory(copy) && !copy.startsWith(disk));
      Path block = Files.createDirectories(copy.resolve("blocks")).resolve("1");
      Files.writeString(block, "one");
      folder.written(block);
      folder.publish();
      assertEquals(List.of("", LOCK, "blocks", "blocks/1"), files(disk));
      Files.writeString(copy.resolve("blocks/2"), "two");
      Files.writeString(block, "one and a half");
      Files.writeString(copy.resolve("table"), "rows");
      folder.publish();
      assertEquals("one and a half", Files.readString(disk.resolve("blocks/1")));
      Files.delete(block);
      folder.rename("blocks", "journal");
      assertEquals(List.of("", LOCK, "journal", "journal/2", "table"), files(disk));
      assertEquals(List.of("", "journal", "journal/2", "table"), files(copy));
    }
    assertFalse(Files.exists(copy));
    assertEquals(List.of("", "journal", "journal/2", "table"), files(disk));
  }

  @Test
  void whatIsThereIsHere() throws IOException {
    Files.createDirectories(disk.resolve("blocks/stage"));
    Files.writeString(disk.resolve("blocks/stage/1"), "one");
    Files.writeString(disk.resolve("blocks/2.part"), "tw");
    try (MirroredFolder folder = taken()) {
      assertEquals("one", Files.readString(folder.disk().resolve("blocks/stage/1")));
      assertEquals(List.of("", "blocks", "blocks/stage", "blocks/stage/1"), files(folder.disk()));
      Files.delete(folder.disk().resolve("blocks/stage/1"));
      Files.delete(folder.disk().resolve("blocks/stage"));
      folder.publish();
    }
    assertEquals(List.of("", "blocks"), files(disk));
  }

  /** Somebody's notes, put there while the run was at work. */
  @Test
  void whatOthersPutThereStays() throws IOException {
    try (MirroredFolder folder = taken()) {
      Path blocks = Files.createDirectories(folder.disk().resolve("blocks"));
      Files.writeString(blocks.resolve("1"), "one");
      folder.publish();
      Files.writeString(disk.resolve("notes"), "mine");
      Files.createDirectories(disk.resolve("mine/too"));
      Files.writeString(disk.resolve("blocks/notes"), "mine");
      Files.delete(blocks.resolve("1"));
      Files.delete(blocks);
      folder.publish();
    }
    assertEquals(List.of("", "blocks", "blocks/notes", "mine", "mine/too", "notes"), files(disk));
  }

  @Test
  void aFolderWithoutFilesGetsItsName() throws IOException {
    try (MirroredFolder folder = taken()) {
      Files.createDirectories(folder.disk().resolve("blocks"));
      folder.rename("blocks", "journal");
    }
    assertEquals(List.of("", "journal"), files(disk));
  }

  @Test
  void oneProcessHasItAtATime() throws IOException {
    try (MirroredFolder first = taken()) {
      assertEquals(Optional.empty(), MirroredFolder.take(there, LOCK, BEAT));
      first.publish();
    }
    taken().close();
  }

  @Test
  void aProcessThatDiedHasItNoLonger() throws IOException {
    Files.writeString(disk.resolve(LOCK), "someone 17\n");
    try (MirroredFolder folder = taken()) {
      folder.publish();
      assertFalse(Files.readString(disk.resolve(LOCK)).startsWith("someone"));
    }
    assertEquals(List.of(""), files(disk));
  }

  /** A process that was halted for so long that another one took it for dead. */
  @Test
  void whoHasLostItWritesNothingMore() throws Exception {
    Path copy;
    try (MirroredFolder folder = taken()) {
      copy = folder.disk();
      Path file = Files.writeString(copy.resolve("x"), "mine");
      Files.writeString(disk.resolve(LOCK), "another 1\n");
      Thread.sleep(5 * BEAT.toMillis());
      UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> folder.written(file));
      assertEquals(
          "cannot write to "
              + there
              + ": another run has taken it; what is done is kept in "
              + copy,
          e.getMessage());
      assertThrows(IOException.class, folder::publish);
    }
    assertEquals("another 1\n", Files.readString(disk.resolve(LOCK)));
    assertEquals("mine", Files.readString(copy.resolve("x")));
    assertFalse(Files.exists(disk.resolve("x")));
  }

  @Test
  void aStoreThatIsDownForAMomentIsAskedAgain() throws IOException {
    try (MirroredFolder folder = taken()) {
      Files.writeString(folder.disk().resolve("x"), "x");
      Elsewhere.DOWN.set(1);
      folder.publish();
    }
    assertEquals("x", Files.readString(disk.resolve("x")));
  }

  @Test
  void aFolderOfThisMachineIsWorkedInAsItIs() throws IOException {
    try (WorkFolder folder = WorkFolder.take(disk, LOCK).orElseThrow()) {
      assertEquals(disk, folder.disk());
      assertEquals(Optional.empty(), WorkFolder.take(disk, LOCK));
      Files.createDirectories(disk.resolve("blocks"));
      folder.rename("blocks", "journal");
      assertTrue(Files.isDirectory(disk.resolve("journal")));
    }
  }

  @Test
  void aLockThatIsTakenIsNoLock() throws IOException {
    Path file = disk.resolve("lock");
    try (FolderLock first = FolderLock.take(file).orElseThrow()) {
      assertEquals(Optional.empty(), first.flaw());
      assertEquals(Optional.empty(), FolderLock.take(file));
    }
    FolderLock.take(file).orElseThrow().close();
  }

  /** A file system may have no locks, or a lock server that is down: each says its own. */
  @Test
  void aFileSystemThatCannotLockSaysWhy() throws IOException {
    for (String why : List.of("No locks available", "Operation not supported", "Stale handle")) {
      FileChannel real =
          FileChannel.open(disk.resolve("f"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try (FolderLock lock = FolderLock.take(new Unlockable(real, why)).orElseThrow()) {
        assertEquals(Optional.of(why), lock.flaw());
      }
      assertFalse(real.isOpen());
    }
  }
}
