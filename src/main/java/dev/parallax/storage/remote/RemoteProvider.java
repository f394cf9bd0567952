package dev.parallax.storage.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;

/** Java's operations on files, by Hadoop's. */
final class RemoteProvider extends FileSystemProvider {
  @Override
  public String getScheme() {
    return "hadoop";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
    throw new UnsupportedOperationException("there is one already");
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException("it is found by its paths");
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException("paths are made from texts");
  }

  private static RemotePath remote(Path path) {
    return (RemotePath) path;
  }

  @Override
  public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
    return opened(path);
  }

  private static FSDataInputStream opened(Path path) throws IOException {
    if (Files.isDirectory(path)) { // which an object store opens as an empty file
      throw new FileSystemException(path.toString(), null, "is a folder");
    }
    return Hadoop.call(remote(path), (files, place) -> files.open(place));
  }

  @Override
  public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
    List<OpenOption> all = Arrays.asList(options);
    if (all.contains(StandardOpenOption.APPEND)) {
      throw new UnsupportedOperationException("nothing is appended to " + path);
    }
    boolean replaces = !all.contains(StandardOpenOption.CREATE_NEW);
    return Hadoop.call(remote(path), (files, place) -> files.create(place, replaces));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND)) {
      throw new UnsupportedOperationException(path + " is written from its beginning to its end");
    }
    return new RemoteChannel(opened(path), Files.size(path));
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    FileStatus[] all = Hadoop.call(remote(folder), (files, place) -> files.listStatus(place));
    List<Path> paths =
        Arrays.stream(all).map(file -> folder.resolve(file.getPath().getName())).toList();
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return paths.stream().filter(path -> isWanted(path, filter)).iterator();
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  private static boolean isWanted(Path path, DirectoryStream.Filter<? super Path> filter) {
    try {
      return filter.accept(path);
    } catch (IOException e) {
      throw new java.nio.file.DirectoryIteratorException(e);
    }
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    if (Files.exists(folder)) {
      throw new FileAlreadyExistsException(folder.toString());
    }
    expect(
        Hadoop.call(remote(folder), (files, place) -> files.mkdirs(place)),
        folder,
        "cannot be made");
  }

  @Override
  public void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    expect(
        Hadoop.call(remote(path), (files, place) -> files.delete(place, false)),
        path,
        "cannot be deleted");
  }

  private static void expect(boolean done, Path path, String otherwise) throws IOException {
    if (!done) {
      throw new FileSystemException(path.toString(), null, otherwise);
    }
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    if (!Arrays.asList(options).contains(StandardCopyOption.REPLACE_EXISTING)
        && Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    try (InputStream in = Files.newInputStream(source);
        OutputStream out = Files.newOutputStream(target)) {
      in.transferTo(out);
    }
  }

  /** At once, in place of what is there, where the file system can. */
  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    boolean replaces = Arrays.asList(options).contains(StandardCopyOption.REPLACE_EXISTING);
    if (!replaces && Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Hadoop.rename(remote(source), remote(target));
  }

  @Override
  public boolean isSameFile(Path one, Path other) {
    return one.equals(other);
  }

  @Override
  public boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException("nothing is known of where " + path + " lies");
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    status(path); // whether it may be read or written is seen when it is
    if (Arrays.asList(modes).contains(AccessMode.EXECUTE)) {
      throw new AccessDeniedException(path.toString());
    }
  }

  /**
   * What is known of a path. Where nothing can be known this throws on: Java would take any other
   * exception for a file that is not there.
   */
  private static FileStatus status(Path path) throws IOException {
    try {
      return Hadoop.call(remote(path), (files, place) -> files.getFileStatus(place));
    } catch (NoSuchFileException | AccessDeniedException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return type == BasicFileAttributeView.class ? type.cast(new View(path)) : null;
  }

  /** Attributes that are read, and cannot be changed. */
  private record View(Path path) implements BasicFileAttributeView {
    @Override
    public String name() {
      return "basic";
    }

    @Override
    public BasicFileAttributes readAttributes() throws IOException {
      return new RemoteAttributes(status(path));
    }

    @Override
    public void setTimes(
        java.nio.file.attribute.FileTime modified,
        java.nio.file.attribute.FileTime accessed,
        java.nio.file.attribute.FileTime created) {
      throw new UnsupportedOperationException("times are not set");
    }
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    if (type != BasicFileAttributes.class) {
      throw new UnsupportedOperationException("nothing but basic attributes is known");
    }
    return type.cast(new RemoteAttributes(status(path)));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
    throw new UnsupportedOperationException("attributes are read together");
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
    throw new UnsupportedOperationException("attributes are not set");
  }
}
