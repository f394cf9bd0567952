package dev.parallax.workload;

import dev.parallax.model.command.CommandModel;
import java.nio.file.Path;
import java.util.List;
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

  /** Takes any text: what is wrong with it is said when all options are known. */
  public static final class Reader implements ITypeConverter<CommandText> {
    @Override
    public CommandText convert(String value) {
      return new CommandText(value);
    }
  }
}
