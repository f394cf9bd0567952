package dev.parallax.storage.remote;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places in Hadoop's file systems, by their addresses. */
public final class RemoteFiles {
  private static final Pattern ADDRESS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(?://([^/\\s]*)|(?!//))(/.*)?", Pattern.DOTALL);

  private RemoteFiles() {}

  /**
   * The place that an address names, of which nothing is asked yet.
   *
   * @param address such as {@code hdfs://name/data.csv}, its characters as they are, none escaped
   * @throws IllegalArgumentException if it is none: a line that says why, without the address
   */
  public static Path path(String address) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches() || (parts.group(2) == null && parts.group(3) == null)) {
      throw new IllegalArgumentException("has no absolute path; write SCHEME://NAME/PATH");
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String authority = Optional.ofNullable(parts.group(2)).orElse("");
    String rest = Optional.ofNullable(parts.group(3)).orElse("/");
    String store = scheme + (authority.isEmpty() ? ":" : "://" + authority);
    RemotePath path = RemotePath.of(RemoteFileSystem.ONE, store, rest);
    path.toUri(); // or the authority is none
    return path;
  }

  /** Whether a path is one of these, and not one of this machine. */
  public static boolean isOne(Path path) {
    return path instanceof RemotePath;
  }

  /**
   * What the folder {@code HADOOP_CONF_DIR} says of file systems, as settings of Spark's: it reads
   * that folder only where spark-submit puts it on the class path.
   */
  public static Map<String, String> settings() {
    return Hadoop.settings();
  }

  /**
   * Has settings of Spark's used from now on: those that begin with {@code spark.hadoop.}, beside
   * the system properties that do.
   */
  public static void use(Map<String, String> settings) {
    Hadoop.use(settings);
  }
}
