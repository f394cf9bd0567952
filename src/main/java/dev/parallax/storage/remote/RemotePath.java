package dev.parallax.storage.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/**
 * A place in a file system of Hadoop's, always absolute: {@code hdfs://name/data.csv}. Its parts,
 * its name among them, are plain relative paths.
 *
 * @param files what Java asks of its file system
 * @param store what stands before the path: the scheme and, where there is one, the authority
 * @param path from the root, without {@code ..}
 */
record RemotePath(FileSystem files, String store, Path path) implements Path {

  /**
   * The place that an address names.
   *
   * @param store the scheme and the authority, {@code hdfs://name}
   * @param rest the path behind it, from the root
   */
  static RemotePath of(FileSystem files, String store, String rest) {
    Path path = Path.of("/" + rest);
    return new RemotePath(files, store, rest.contains("/./") ? path : path.normalize());
  }

  private RemotePath with(Path other) {
    return new RemotePath(files, store, other.normalize());
  }

  String scheme() {
    return store.substring(0, store.indexOf(':'));
  }

  /** As Hadoop takes it. */
  org.apache.hadoop.fs.Path hadoop() {
    URI address = toUri();
    return new org.apache.hadoop.fs.Path(
        address.getScheme(), address.getAuthority(), path.normalize().toString());
  }

  private static RemotePath remote(Path other) {
    if (other instanceof RemotePath remote) {
      return remote;
    }
    throw new ProviderMismatchException();
  }

  @Override
  public FileSystem getFileSystem() {
    return files;
  }

  @Override
  public boolean isAbsolute() {
    return true;
  }

  @Override
  public Path getRoot() {
    return with(path.getRoot());
  }

  @Override
  public Path getFileName() {
    return path.getFileName();
  }

  @Override
  public Path getParent() {
    Path parent = path.getParent();
    return parent == null ? null : with(parent);
  }

  @Override
  public int getNameCount() {
    return path.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return path.getName(index);
  }

  @Override
  public Path subpath(int from, int to) {
    return path.subpath(from, to);
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof RemotePath remote
        && remote.store.equals(store)
        && path.startsWith(remote.path);
  }

  @Override
  public boolean endsWith(Path other) {
    return other instanceof RemotePath ? equals(other) : path.endsWith(other);
  }

  @Override
  public Path normalize() {
    return with(path);
  }

  @Override
  public Path resolve(Path other) {
    return other.isAbsolute() ? other : with(path.resolve(other.toString()));
  }

  @Override
  public Path relativize(Path other) {
    RemotePath remote = remote(other);
    if (!remote.store.equals(store)) {
      throw new IllegalArgumentException("'" + other + "' is not where '" + this + "' is");
    }
    return path.relativize(remote.path);
  }

  @Override
  public URI toUri() {
    String authority = store.substring(scheme().length() + 1).replaceFirst("^//", "");
    try {
      return new URI(
          scheme(),
          authority.isEmpty() ? null : authority,
          path.normalize().toString(),
          null,
          null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("'" + this + "' is no address: " + e.getReason(), e);
    }
  }

  @Override
  public Path toAbsolutePath() {
    return this;
  }

  @Override
  public Path toRealPath(LinkOption... options) {
    return this;
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException("nothing watches " + this);
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(remote(other).toString());
  }

  @Override
  public String toString() {
    return store + path;
  }
}
