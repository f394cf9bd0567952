package dev.parallax.statistic;

import dev.parallax.model.Exchange;
import dev.parallax.model.Statistic;
import dev.parallax.model.Unit;
import java.util.List;
import java.util.Optional;

/** A statistic of one column: in its unit, if nothing else is said. */
interface OneColumn extends Statistic {

  @Override
  default int columns() {
    return 1;
  }

  @Override
  default List<Unit> units() {
    return List.of(Unit.OF_COLUMNS);
  }

  /** There is nothing to exchange. */
  @Override
  default Optional<Exchange> exchange() {
    return Optional.empty();
  }
}
