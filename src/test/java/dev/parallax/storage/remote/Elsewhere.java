package dev.parallax.storage.remote;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** A file system of Hadoop's of its own scheme, whose files lie on this disk, and that may fail. */
public final class Elsewhere extends RawLocalFileSystem {
  /** So many of the next questions are not answered. */
  public static final AtomicInteger DOWN = new AtomicInteger();

  private static final String SCHEME = "elsewhere";

  /** Of Spark's settings, those that make it known. */
  public static final Map<String, String> SETTINGS =
      Map.of("spark.hadoop.fs." + SCHEME + ".impl", Elsewhere.class.getName());

  private URI uri = URI.create(SCHEME + ":///");

  /** As Hadoop makes it. */
  public Elsewhere() {}

  /** The address of a path of this machine. */
  public static String address(Path path) {
    return SCHEME + "://disk" + path.toAbsolutePath();
  }

  /** The path that has it. */
  public static Path path(Path path) {
    return RemoteFiles.path(address(path));
  }

  @Override
  public void initialize(URI name, Configuration settings) throws IOException {
    super.initialize(URI.create("file:///"), settings);
    uri = URI.create(SCHEME + "://" + name.getAuthority());
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public URI getUri() {
    return uri == null ? URI.create(SCHEME + ":///") : uri;
  }

  private static void check() throws IOException {
    if (DOWN.getAndUpdate(more -> Math.max(0, more - 1)) > 0) {
      throw new IOException("the store is down\nat some place");
    }
  }

  @Override
  public FileStatus getFileStatus(org.apache.hadoop.fs.Path path) throws IOException {
    check();
    return super.getFileStatus(path);
  }

  @Override
  public FSDataOutputStream create(
      org.apache.hadoop.fs.Path path,
      FsPermission permission,
      boolean replaces,
      int buffer,
      short copies,
      long block,
      Progressable progress)
      throws IOException {
    check();
    return super.create(path, permission, replaces, buffer, copies, block, progress);
  }
}
