package dev.parallax.workload;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** The value of an option that is no path, but in which files are named that the job reads. */
public interface ReadsFiles {
  /**
   * The files; one that is not there may be among them, or left out.
   *
   * @throws IllegalArgumentException if what should be a path is none
   */
  List<Path> files();

  /**
   * The value as text, its paths being others.
   *
   * @param place what a path, as it is written here, becomes
   */
  String with(UnaryOperator<String> place);
}
