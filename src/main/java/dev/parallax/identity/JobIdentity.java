package dev.parallax.identity;

import dev.parallax.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a job is: all that its results depend on, and what is to be made of them. A job file holds
 * it, with the digests in comments, and gives it back.
 *
 * @param version the program and its version, such as {@code parallax 0.3.0}; empty if unknown
 * @param files the files that the job reads
 * @param code the user's classes that it uses
 * @param arguments its command line, without what only says how it is run
 */
public record JobIdentity(
    String version, List<Source> files, List<Source> code, List<Argument> arguments) {
  /** In a job file: the folder from which its paths start. */
  public static final String HOME = "--home";

  private static final String COMMENT = "# ";
  private static final String READS = "reads ";
  private static final String CODE = "code of ";
  private static final String DIGEST = ", SHA-256 ";

  /** Copies the lists. */
  public JobIdentity {
    files = List.copyOf(files);
    code = List.copyOf(code);
    arguments = List.copyOf(arguments);
  }

  /**
   * Something with a content that the results depend on.
   *
   * @param name its name, with nothing hidden: it ends with its line
   * @param digest the SHA-256 of its content
   */
  public record Source(String name, String digest) {
    /** Makes the name one line. */
    public Source {
      name = Visible.line(name);
    }

    private String comment(String what) {
      return COMMENT + what + name + DIGEST + digest;
    }

    private static Optional<Source> parse(String comment, String what) {
      int end = comment.lastIndexOf(DIGEST);
      int start = COMMENT.length() + what.length();
      return comment.startsWith(COMMENT + what) && end >= start
          ? Optional.of(
              new Source(comment.substring(start, end), comment.substring(end + DIGEST.length())))
          : Optional.empty();
    }
  }

  /** The identity that a job file's text holds; comments of other kinds say nothing of it. */
  public static JobIdentity parse(String text) {
    String version = "";
    List<Source> files = new ArrayList<>();
    List<Source> code = new ArrayList<>();
    List<Argument> arguments = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith(COMMENT + "parallax ")) {
        version = line.substring(COMMENT.length()).split(";", 2)[0];
      }
      Source.parse(line, READS).ifPresent(files::add);
      Source.parse(line, CODE).ifPresent(code::add);
      if (!line.startsWith(HOME + " ")) {
        arguments.addAll(Argument.parse(line));
      }
    }
    return new JobIdentity(version, files, code, arguments);
  }

  /**
   * The text of its job file, from which it can be had again.
   *
   * @param home the folder from which its paths start, from that of the job file
   * @throws IllegalArgumentException if an argument is no text that a file could hold
   */
  public String text(String home) {
    List<String> lines = new ArrayList<>();
    lines.add(COMMENT + version + "; to run it again: parallax @run.job");
    files.forEach(file -> lines.add(file.comment(READS)));
    code.forEach(one -> lines.add(one.comment(CODE)));
    arguments.forEach(argument -> lines.add(argument.line()));
    lines.add(Argument.option(HOME, home).line());
    return String.join("\n", lines) + "\n";
  }

  /** The values of an option, in their order. */
  List<String> values(String option) {
    return arguments.stream()
        .filter(argument -> argument.option().equals(Optional.of(option)))
        .flatMap(argument -> argument.value().stream())
        .toList();
  }

  /**
   * All that it has, by what it is about: an option, a file (behind a number sign), {@code
   * argument} or {@code version}. Fingerprints are made of it: within a version it stays as it is.
   */
  SortedMap<String, List<String>> parts() {
    SortedMap<String, List<String>> parts = new TreeMap<>();
    if (!version.isEmpty()) {
      add(parts, "version", version);
    }
    files.forEach(file -> add(parts, "#" + file.name(), file.digest()));
    code.forEach(one -> add(parts, "#the code of " + one.name(), one.digest()));
    arguments.forEach(
        argument -> add(parts, argument.option().orElse("argument"), argument.line()));
    return parts;
  }

  private static void add(SortedMap<String, List<String>> parts, String key, String value) {
    parts.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
  }
}
