package dev.parallax.workload;

import dev.parallax.model.command.CommandModel;
import dev.parallax.storage.PathText;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/**
 * What is to be carried to a program: a file, a folder or a pattern of paths.
 *
 * @param written as it is written
 */
public record CarriedFiles(Path written) implements ReadsFiles {
  @Override
  public List<Path> files() {
    return CommandModel.carried(written);
  }

  /** Takes any path of this machine: what is wrong with it is said when all options are known. */
  public static final class Reader implements ITypeConverter<CarriedFiles> {
    /** The reader, as picocli makes it. */
    public Reader() {}

    @Override
    public CarriedFiles convert(String value) {
      return new CarriedFiles(PathText.of(value));
    }
  }
}
