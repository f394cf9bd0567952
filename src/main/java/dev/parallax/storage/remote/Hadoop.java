package dev.parallax.storage.remote;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.ipc.RemoteException;
import org.apache.hadoop.security.AccessControlException;

/** Hadoop's file systems, one for each store, and what they complain of in Java's words. */
final class Hadoop {
  /** Where a Hadoop client's settings lie, beside the class path. */
  private static final String FOLDER = "HADOOP_CONF_DIR";

  private static final List<String> FILES = List.of("core-site.xml", "hdfs-site.xml");
  private static final String PREFIX = "spark.hadoop.";

  /** Is on the class path only where S3 is. */
  private static final String NO_BUCKET = "org.apache.hadoop.fs.s3a.UnknownStoreException";

  /** What the client of S3 adds to each of its server's lines: numbers of the request. */
  private static final Pattern REQUEST = Pattern.compile("\\s*\\(Service: S3,.*");

  private static final Map<String, FileSystem> STORES = new ConcurrentHashMap<>();

  /** The same by Hadoop's other interface, which alone renames at once; each is dear to make. */
  private static final Map<String, FileContext> CONTEXTS = new ConcurrentHashMap<>();

  private static volatile Map<String, String> more = Map.of();

  private Hadoop() {}

  /** What is asked of a file system. */
  @FunctionalInterface
  interface Question<T> {
    T ask(FileSystem files, org.apache.hadoop.fs.Path place) throws IOException;
  }

  /** Settings of Spark's, of which those are for Hadoop that begin so. */
  static void use(Map<String, String> settings) {
    more = Map.copyOf(settings);
    STORES.clear();
    CONTEXTS.clear();
  }

  /**
   * Asks the file system of a place.
   *
   * @throws IOException as one of this machine's file systems would, or if the store cannot be
   *     reached
   */
  static <T> T call(RemotePath path, Question<T> question) throws IOException {
    try {
      return question.ask(files(path), path.hadoop());
    } catch (UnsupportedFileSystemException e) {
      throw none(path, e);
    } catch (IOException e) {
      if (e.getClass().getName().equals(NO_BUCKET)) {
        throw new IllegalArgumentException("'" + path + "': there is no such bucket", e);
      }
      throw inJavasWords(path, unwrapped(e));
    } catch (IllegalArgumentException e) { // of a host that nobody knows, or a bad setting
      throw new FileSystemException(path.toString(), null, reason(e));
    } catch (RuntimeException e) {
      throw e.getCause() instanceof ClassNotFoundException ? none(path, e) : e;
    }
  }

  private static IllegalArgumentException none(RemotePath path, Exception e) {
    return new IllegalArgumentException(
        "'"
            + path
            + "': no file system for '"
            + path.scheme()
            + "' is on the class path; Hadoop's modules have more, as hadoop-aws for s3a:"
            + " spark-submit --packages adds them",
        e);
  }

  private static IOException unwrapped(IOException e) {
    return e instanceof RemoteException remote ? remote.unwrapRemoteException() : e;
  }

  private static IOException inJavasWords(RemotePath path, IOException e) {
    String name = path.toString();
    IOException said =
        e instanceof FileNotFoundException || e instanceof ParentNotDirectoryException
            ? new NoSuchFileException(name)
            : e instanceof AccessControlException || e instanceof AccessDeniedException
                ? new AccessDeniedException(name)
                : e instanceof org.apache.hadoop.fs.FileAlreadyExistsException
                    ? new FileAlreadyExistsException(name)
                    : e instanceof FileSystemException
                        ? e
                        : new FileSystemException(name, null, reason(e));
    if (said != e) {
      said.initCause(e);
    }
    return said;
  }

  /** The first line of what the innermost of some exceptions says; the others tell of the calls. */
  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String said = Optional.ofNullable(root.getMessage()).orElse("").lines().findFirst().orElse("");
    String name = root.getClass().getSimpleName();
    said = REQUEST.matcher(said).replaceFirst("");
    boolean plain =
        root instanceof IOException && root.getClass().getName().startsWith("java.net.");
    return said.isEmpty() ? name : plain || said.contains(" ") ? said : name + ": " + said;
  }

  private static FileSystem files(RemotePath path) throws IOException {
    FileSystem known = STORES.get(path.store());
    if (known != null) {
      return known;
    }
    synchronized (STORES) {
      FileSystem files = STORES.get(path.store());
      if (files == null) {
        files = FileSystem.newInstance(path.hadoop().toUri(), configuration());
        STORES.put(path.store(), files);
      }
      return files;
    }
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration();
    Optional.ofNullable(System.getenv(FOLDER)).ifPresent(folder -> add(configuration, folder));
    System.getProperties().forEach((key, value) -> set(configuration, key, value));
    more.forEach((key, value) -> set(configuration, key, value));
    configuration.setBoolean("fs.automatic.close", false); // amid our own last words
    return configuration;
  }

  /** What the files of the client's folder say, by the names under which Spark hands it on. */
  static Map<String, String> settings() {
    Configuration files = new Configuration(false);
    Optional.ofNullable(System.getenv(FOLDER)).ifPresent(folder -> add(files, folder));
    Map<String, String> settings = new TreeMap<>();
    files.forEach(setting -> settings.put(PREFIX + setting.getKey(), setting.getValue()));
    return settings;
  }

  private static void add(Configuration configuration, String folder) {
    for (String name : FILES) {
      Path file = Path.of(folder, name);
      if (Files.isReadable(file)) {
        configuration.addResource(new org.apache.hadoop.fs.Path(file.toUri()));
      }
    }
  }

  private static void set(Configuration configuration, Object key, Object value) {
    if (key instanceof String name && name.startsWith(PREFIX) && value instanceof String text) {
      configuration.set(name.substring(PREFIX.length()), text.strip());
    }
  }

  private static FileContext context(String store, FileSystem files) throws IOException {
    synchronized (CONTEXTS) {
      FileContext context = CONTEXTS.get(store);
      if (context == null) {
        context = FileContext.getFileContext(files.getUri(), files.getConf());
        CONTEXTS.put(store, context);
      }
      return context;
    }
  }

  /** Renames at once, in place of what is there, where the file system can; else in two steps. */
  static void rename(RemotePath from, RemotePath to) throws IOException {
    call(
        from,
        (files, place) -> {
          try {
            context(from.store(), files)
                .rename(
                    files.makeQualified(place), // it does not know where the default is
                    files.makeQualified(to.hadoop()),
                    Options.Rename.OVERWRITE);
          } catch (UnsupportedFileSystemException e) {
            files.delete(to.hadoop(), false);
            if (!files.rename(place, to.hadoop())) {
              throw new FileSystemException(from.toString(), to.toString(), "cannot be renamed");
            }
          }
          return true;
        });
  }
}
