package dev.parallax.workload.map;

import dev.parallax.table.Table;
import java.util.Optional;

/** What a function is mapped over: integers, real numbers or texts. */
public sealed interface MapArray permits IntegerArray, ValueArray {

  /** How many elements there are. */
  long size();

  /** How many, and of what type: such as {@code 3 texts}; integers are items. */
  String counted();

  /** What was read, in one line, if they come from a file; else empty. */
  default String source() {
    return "";
  }

  /** The table they were read from, if they were. */
  default Optional<Table> table() {
    return Optional.empty();
  }
}
