package dev.parallax.storage;

import dev.parallax.storage.remote.RemoteFiles;
import dev.parallax.text.Spelling;
import dev.parallax.text.SystemText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file or folder as the user writes it: a path of this machine, an address of the scheme {@code
 * file} (RFC 8089), or that of another one, {@code hdfs://name/data.csv} say, for which Hadoop has
 * a file system.
 *
 * <p>What begins like an address and is none: a drive's letter ({@code C:/data}), a colon in a
 * file's name ({@code a:b.csv}); a path with {@code ./} before it is never an address.
 */
public final class PathText {
  /** A scheme has two letters or more: one is a drive. */
  private static final Pattern ADDRESS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(/?)(.*)", Pattern.DOTALL);

  /** Schemes that are addresses without a slash too, unless there is a file of that name. */
  private static final Set<String> SCHEMES =
      Set.of(
          "file", "hdfs", "webhdfs", "viewfs", "s3", "s3a", "s3n", "gs", "abfs", "abfss", "wasb",
          "wasbs", "http", "https", "ftp", "sftp", "jar");

  /** Hadoop reads some of these too, but cannot tell what is there and what is not. */
  private static final Set<String> WEB = Set.of("http", "https", "ftp", "sftp", "jar");

  private static final Pattern AUTHORITY = Pattern.compile("//([^/]*)(.*)", Pattern.DOTALL);
  private static final Set<String> THIS_MACHINE = Set.of("", "localhost");

  private PathText() {}

  /**
   * The path.
   *
   * @throws IllegalArgumentException if it is an address without a path, or of another machine's
   *     disk, or cannot be the name of a file: one line that begins with what was written
   */
  public static Path of(String text) {
    Matcher address = ADDRESS.matcher(text);
    if (!address.matches() || !isAddress(address, text)) {
      return path(text, text);
    }
    String scheme = address.group(1).toLowerCase(Locale.ROOT);
    if (!scheme.equals("file")) {
      return remote(scheme, text);
    }
    return path(decoded(text, absolute(text, address.group(2) + address.group(3))), text);
  }

  private static boolean isAddress(Matcher address, String text) {
    boolean slash = !address.group(2).isEmpty();
    boolean known = SCHEMES.contains(address.group(1).toLowerCase(Locale.ROOT));
    boolean nested = address.group(3).contains("://");
    return slash || ((known || nested) && !Files.exists(path(text, text)));
  }

  private static Path remote(String scheme, String text) {
    if (WEB.contains(scheme)) {
      throw wrong(
          text,
          "addresses of the scheme '"
              + scheme
              + "' are neither read nor written; fetch the file, and name its path");
    }
    if (!SCHEMES.contains(scheme)) {
      Optional<String> near = Spelling.nearest(scheme, List.of("file", "hdfs"));
      if (near.isPresent()) {
        throw wrong(text, "no scheme '" + scheme + "'; did you mean '" + near.get() + "'?");
      }
    }
    try {
      return RemoteFiles.path(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + text + "': " + e.getMessage(), e);
    }
  }

  /** The path of an address of the scheme {@code file}, escapes and all. */
  private static String absolute(String text, String rest) {
    Matcher authority = AUTHORITY.matcher(rest);
    String path = rest;
    if (authority.matches()) {
      if (!THIS_MACHINE.contains(authority.group(1).toLowerCase(Locale.ROOT))) {
        throw wrong(
            text,
            "names the machine '"
                + authority.group(1)
                + "'; a path of this one has three slashes,"
                + " file:///PATH");
      }
      path = authority.group(2);
    }
    if (!path.startsWith("/")) {
      throw wrong(text, "has no absolute path; write file:///PATH, or the path alone");
    }
    for (String mark : List.of("?", "#")) {
      if (path.contains(mark)) {
        String escape = mark.equals("?") ? "%3F" : "%23";
        throw wrong(text, "a '" + mark + "' in an address is written " + escape);
      }
    }
    return path;
  }

  /** With {@code %20} and the like as the characters that they stand for, in UTF-8. */
  private static String decoded(String text, String path) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] written = path.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < written.length; at++) {
      if (written[at] != '%') {
        bytes.write(written[at]);
        continue;
      }
      int high = at + 2 < written.length ? Character.digit(written[at + 1], 16) : -1;
      int low = at + 2 < written.length ? Character.digit(written[at + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw wrong(text, "a '%' in an address is written %25");
      }
      bytes.write(16 * high + low);
      at += 2;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("'" + text + "': its escapes are not UTF-8", e);
    }
  }

  private static Path path(String name, String text) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      String why = SystemText.ofProcess().obstacle(name).map(": it "::concat).orElse("");
      throw new IllegalArgumentException("'" + text + "' cannot be the name of a file" + why, e);
    }
  }

  /** What a file that is not there may have been meant to be, to be added to a complaint. */
  public static String hint(Path file) {
    Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(path -> path.getFileName().toString()).sorted().toList();
      Path name = Optional.ofNullable(file.getFileName()).orElse(Path.of(""));
      return Spelling.nearest(name.toString(), names)
          .map(near -> "; did you mean '" + folder.resolve(near) + "'?")
          .orElse("");
    } catch (IOException e) {
      return "; nor is there a folder '" + folder + "'";
    }
  }

  private static IllegalArgumentException wrong(String text, String reason) {
    return new IllegalArgumentException("'" + text + "': " + reason);
  }
}
