package dev.parallax.cli.process;

import dev.parallax.text.Visible;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command as it is typed into a shell. */
public final class Shell {
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private Shell() {}

  /** The program as it was called. */
  public static String program() {
    return System.getProperty("parallax.command", "parallax");
  }

  /** The arguments behind the program's name, quoted where a shell would take them apart. */
  public static String command(List<String> arguments) {
    return program()
        + arguments.stream().map(argument -> " " + quoted(argument)).collect(Collectors.joining());
  }

  private static String quoted(String argument) {
    if (!Visible.isPlain(argument)) {
      return spelt(argument);
    }
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }

  /** What cannot be seen, byte by byte, as bash, ksh and zsh read it. */
  private static String spelt(String argument) {
    StringBuilder all = new StringBuilder("$'");
    argument
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(
            c -> {
              if (c.equals("'") || c.equals("\\")) {
                all.append('\\').append(c);
              } else if (Visible.isPlain(c)) {
                all.append(c);
              } else {
                for (byte b : c.getBytes(StandardCharsets.UTF_8)) {
                  all.append(String.format(Locale.ROOT, "\\%03o", b & 0xFF));
                }
              }
            });
    return all.append("'").toString();
  }
}
