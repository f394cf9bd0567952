package dev.parallax.workload;

import dev.parallax.model.command.CommandModel;
import dev.parallax.storage.PathText;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
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

  /** Elsewhere, a file keeps the place that it has here: it is marked by a dot. */
  @Override
  public String with(UnaryOperator<String> place) {
    String here = written.toString();
    int marked = here.indexOf(CommandModel.KEPT);
    if (marked > 0) {
      return place.apply(here.substring(0, marked)) + here.substring(marked);
    }
    String there = place.apply(here);
    return !there.equals(here) && there.endsWith("/" + here)
        ? there.substring(0, there.length() - here.length()) + "./" + here
        : there;
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
