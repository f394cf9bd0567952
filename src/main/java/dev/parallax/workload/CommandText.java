package dev.parallax.workload;

import dev.parallax.model.command.CommandModel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/**
 * The command line of a program, which may name files: its script, for one.
 *
 * @param text as a shell would take it
 */
public record CommandText(String text) implements ReadsFiles {
  @Override
  public List<Path> files() {
    return CommandModel.files(text);
  }

  /** A word of letters that no shell reads as anything else. */
  private static final Pattern PLAIN = Pattern.compile("(?<!\\S)[\\w./+-]*[./][\\w./+-]*(?!\\S)");

  @Override
  public String with(UnaryOperator<String> place) {
    return PLAIN
        .matcher(text)
        .replaceAll(word -> Matcher.quoteReplacement(moved(word.group(), place)));
  }

  /** A word that is no path of a file there stays: nothing else says whether it is one. */
  private static String moved(String word, UnaryOperator<String> place) {
    String there = place.apply(word);
    String quoted = '"' + there.replaceAll("([\"\\\\])", "\\\\$1") + '"';
    String written = PLAIN.matcher(there).matches() ? there : quoted;
    return CommandModel.files(written).isEmpty() ? word : written;
  }

  /** Takes any text: what is wrong with it is said when all options are known. */
  public static final class Reader implements ITypeConverter<CommandText> {
    @Override
    public CommandText convert(String value) {
      return new CommandText(value);
    }
  }
}
