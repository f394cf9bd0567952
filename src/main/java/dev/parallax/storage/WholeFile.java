package dev.parallax.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files of a folder in which others may write, too. One is written beside its place, under its name
 * with {@code .part} behind, and renamed when it is complete, so that it appears whole or not at
 * all. Neither name is ever opened as it is found there: a link, a pipe or a hard link that
 * somebody planted is replaced, and what it leads to stays as it is.
 */
public final class WholeFile {
  /** What stands behind the name of a file that is not complete. */
  public static final String PART = ".part";

  private WholeFile() {}

  /** Writes what a file has. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes all of it.
     *
     * @param out need not be closed
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, in place of what is there. If it cannot be written whole, what is there stays.
   *
   * @throws IOException if it cannot be written, or the content throws that
   */
  public static void write(Path file, Content content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + PART);
    boolean done = false;
    try {
      if (Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileSystemException(part.toString(), null, part.getFileName() + " is a folder");
      }
      Files.deleteIfExists(part); // a link itself, not what it leads to
      try (OutputStream out =
          Files.newOutputStream(
              part,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS)) {
        content.writeTo(out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      done = true;
    } finally {
      if (!done) {
        discard(part);
      }
    }
  }

  /**
   * Writes a text as UTF-8, as {@link #write(Path, Content)} does.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(UTF_8)));
  }

  /**
   * Why a file could not be written or read, in words.
   *
   * @param missing what it means here that something on the way to it is not there
   */
  public static String reason(IOException e, String missing) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return missing;
    }
    String said = e instanceof FileSystemException file ? file.getReason() : null;
    String text = said == null ? e.getMessage() : said;
    return text == null ? e.getClass().getSimpleName() : text.replaceAll("\\s+", " ");
  }

  /** On a disk that is full, room for the rest. */
  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // What went wrong before is what the user needs to know.
    }
  }

  /** Whether there is a file of one's own under this name: no link, no folder, no pipe. */
  public static boolean isPlain(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * A plain file, to be read.
   *
   * @throws IOException if it is not {@linkplain #isPlain plain}, or cannot be read
   */
  public static InputStream open(Path file) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isPlain(file)) {
      throw new FileSystemException(file.toString(), null, "it is a link or no file");
    }
    return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * The text of a plain file.
   *
   * @param most how many bytes it may have
   * @throws IOException if it is not {@linkplain #isPlain plain}, larger, no UTF-8, or cannot be
   *     read
   */
  public static String text(Path file, int most) throws IOException {
    try (InputStream in = open(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new FileSystemException(file.toString(), null, "it has more than " + most + " bytes");
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }
}
