package dev.parallax.cli;

import dev.parallax.array.ArrayText;
import dev.parallax.model.command.CommandModel;
import dev.parallax.spelling.Visible;
import dev.parallax.table.InputFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Writes a command line as a job file: what the numbers depend on, and nothing else. */
final class JobText {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:,=+*\\[\\]-]+");

  private JobText() {}

  static String of(ParseResult command) {
    List<String> lines = new ArrayList<>();
    lines.add("# parallax " + RootCommand.VERSION + "; to run it again: parallax @run.job");
    for (Path file : files(command)) {
      lines.add(remark("reads " + file, FileDigest.of(file)));
    }
    for (String name : userCode(command)) {
      CodeDigest.of(name).ifPresent(digest -> lines.add(remark("code of " + name, digest)));
    }
    lines.add(command.commandSpec().name());
    for (ArgSpec argument : command.commandSpec().positionalParameters()) {
      argument.originalStringValues().forEach(value -> lines.add(quoted(noOption(value))));
    }
    command.commandSpec().options().forEach(option -> option(option, lines));
    return String.join("\n", lines) + "\n";
  }

  /** The files that the job reads: with others in their place it would be another job. */
  private static List<Path> files(ParseResult command) {
    List<Path> files = new ArrayList<>();
    for (ArgSpec argument : command.commandSpec().args()) {
      boolean how = argument instanceof OptionSpec o && RunOptions.HOW.contains(o.longestName());
      Object value = argument.getValue();
      if (value instanceof Path path && !how) {
        files.add(path);
      } else if (value instanceof List<?> list) {
        list.stream().filter(Path.class::isInstance).map(Path.class::cast).forEach(files::add);
      } else if (value instanceof String text && argument.paramLabel().equals("ARRAY")) {
        ArrayText.file(text).ifPresent(files::add);
      } else if (value instanceof String text && argument.paramLabel().equals("LINE")) {
        files.addAll(CommandModel.files(text));
      }
    }
    return files.stream()
        .filter(file -> Files.isRegularFile(file) || InputFile.isStandardInput(file))
        .distinct()
        .toList();
  }

  /** What may be the names of the user's classes. */
  private static List<String> userCode(ParseResult command) {
    return command.commandSpec().options().stream()
        .filter(option -> RunOptions.CODE.contains(option.longestName()))
        .flatMap(option -> option.originalStringValues().stream())
        .filter(name -> name.contains(".") || name.matches("\\p{Lu}.*"))
        .toList();
  }

  private static void option(OptionSpec option, List<String> lines) {
    String name = option.longestName();
    if (RunOptions.HOW.contains(name) || option.usageHelp() || option.versionHelp()) {
      return;
    }
    List<String> values = option.originalStringValues();
    if (values.isEmpty() && option.defaultValue() != null) {
      values = List.of(option.defaultValue());
    } else if (!option.isMultiValue() && !values.isEmpty()) {
      values = values.subList(values.size() - 1, values.size()); // the others were overridden
    }
    boolean flag = option.arity().max() == 0; // it has no value to be written
    values.forEach(value -> lines.add(flag ? name : written(name, value)));
  }

  /** What looks like an option is tied to its name. */
  private static String written(String name, String value) {
    return value.startsWith("-") ? quoted(name + "=" + value) : name + " " + quoted(value);
  }

  /** What stands alone is the name of a file. */
  private static String noOption(String value) {
    return value.startsWith("-") ? "./" + value : value;
  }

  /** A remark ends with its line: the name of a file must not end it before. */
  private static String remark(String what, String digest) {
    return "# " + Visible.line(what) + ", SHA-256 " + digest;
  }

  /**
   * In a job file, quotes keep blanks and number signs, and a backslash escapes.
   *
   * @throws IllegalArgumentException if the value is no text that a file could hold
   */
  private static String quoted(String value) {
    String text = value.startsWith("@") ? "@" + value : value; // no job file
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          "'" + Visible.line(value) + "' is not Unicode, and cannot be kept in a job file");
    }
    StringBuilder all = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == '"') {
        all.append('\\').append(c);
      } else if (c == '\n') {
        all.append("\\n");
      } else if (Character.isISOControl(c)) {
        all.append('\\').append(String.format(Locale.ROOT, "%03o", (int) c));
      } else {
        all.append(c);
      }
    }
    return all.append('"').toString();
  }
}
