package dev.parallax.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Texts that the operating system hands to this process or takes from it: arguments, names of files
 * and programs. Java writes them in the locale's character set, and for a letter that is not in it
 * another one, without a word.
 */
public final class SystemText {
  private static final int WITH_UTF8 = 18; // from here on Java's own character set is UTF-8

  private final Set<Charset> charsets = new LinkedHashSet<>();

  private SystemText(Charset locale) {
    charsets.add(locale);
    if (Runtime.version().feature() < WITH_UTF8) {
      charsets.add(Charset.defaultCharset()); // in which it hands on arguments
    }
  }

  /** Those of this process. */
  public static SystemText ofProcess() {
    String name = System.getProperty("sun.jnu.encoding", "UTF-8");
    return of(Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset());
  }

  static SystemText of(Charset locale) {
    return new SystemText(locale);
  }

  /** Why a text would not leave this process as it is; none if it would. */
  public Optional<String> obstacle(String text) {
    return charsets.stream()
        .filter(charset -> !charset.newEncoder().canEncode(text))
        .findFirst()
        .map(SystemText::reason);
  }

  /**
   * Checks that a text that was handed to this process is what it was: Java puts U+FFFD for what it
   * does not understand, and would take another folder, for one, for the right one.
   *
   * @param what it is, such as {@code the argument}
   * @throws IllegalArgumentException if it is not
   */
  public void checkUnderstood(String what, String text) {
    if (text.indexOf('\uFFFD') >= 0) {
      String why = obstacle("\uFFFD").orElse("has bytes that are no letters in UTF-8");
      throw new IllegalArgumentException(what + " '" + text + "' " + why);
    }
  }

  private static String reason(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8)
        ? "has half of a surrogate pair"
        : "has letters that are not in the locale's " + charset.name() + "; set LC_ALL=C.UTF-8";
  }
}
