package dev.parallax.table;

import java.util.stream.Stream;

/** A condition on a row, or a part of one. */
sealed interface RowTest permits Comparison, RowTest.Both, RowTest.Either, RowTest.Not {

  Truth of(ConditionRow row);

  /** The comparisons in it. */
  Stream<Comparison> comparisons();

  /** One and the other. */
  record Both(RowTest one, RowTest other) implements RowTest {
    @Override
    public Truth of(ConditionRow row) {
      Truth first = one.of(row);
      return first == Truth.FALSE ? first : first.and(other.of(row));
    }

    @Override
    public Stream<Comparison> comparisons() {
      return Stream.concat(one.comparisons(), other.comparisons());
    }
  }

  /** One or the other. */
  record Either(RowTest one, RowTest other) implements RowTest {
    @Override
    public Truth of(ConditionRow row) {
      Truth first = one.of(row);
      return first == Truth.TRUE ? first : first.or(other.of(row));
    }

    @Override
    public Stream<Comparison> comparisons() {
      return Stream.concat(one.comparisons(), other.comparisons());
    }
  }

  /** The contrary. */
  record Not(RowTest test) implements RowTest {
    @Override
    public Truth of(ConditionRow row) {
      return test.of(row).not();
    }

    @Override
    public Stream<Comparison> comparisons() {
      return test.comparisons();
    }
  }
}
