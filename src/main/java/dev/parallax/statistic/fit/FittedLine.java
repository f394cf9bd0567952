package dev.parallax.statistic.fit;

import dev.parallax.model.Exchange;
import dev.parallax.model.Statistic;
import dev.parallax.model.Unit;
import java.util.List;
import java.util.Optional;

/** The slope and the intercept of a line that is fitted to two columns, x and then y. */
interface FittedLine extends Statistic {

  @Override
  default List<String> responses() {
    return List.of("slope", "intercept");
  }

  @Override
  default List<Unit> units() {
    return List.of(Unit.ofColumn(1).per(Unit.ofColumn(0)), Unit.ofColumn(1));
  }

  /** An intercept is not 0 by chance. */
  @Override
  default Optional<Exchange> exchange() {
    return Optional.empty();
  }

  @Override
  default boolean translates(int column) {
    return column == 1;
  }
}
