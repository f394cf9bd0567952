package dev.parallax.workload.map;

import dev.parallax.workload.ReadsFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ITypeConverter;

/**
 * An array as it is written, which may name a file.
 *
 * @param text in one of the {@linkplain ArrayText forms} of arrays, or something wrong
 */
record ArrayValue(String text) implements ReadsFiles {
  @Override
  public List<Path> files() {
    return ArrayText.readFrom(text);
  }

  @Override
  public String with(UnaryOperator<String> place) {
    return ArrayText.with(text, place);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Takes any text: what is wrong with it is said when all options are known. */
  static final class Reader implements ITypeConverter<ArrayValue> {
    @Override
    public ArrayValue convert(String value) {
      return new ArrayValue(value);
    }
  }
}
