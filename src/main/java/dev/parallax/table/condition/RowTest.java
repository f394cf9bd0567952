package dev.parallax.table.condition;

import dev.parallax.table.column.ColumnNames;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A condition on a row, or a part of one. */
sealed interface RowTest {

  Truth of(ConditionRow row);

  /** The comparisons in it. */
  Stream<Comparison> comparisons();

  /**
   * One after another, up to the first that decides.
   *
   * @param all whether all are to hold; otherwise one is enough
   */
  record Several(boolean all, List<RowTest> tests) implements RowTest {
    @Override
    public Truth of(ConditionRow row) {
      Truth truth = Truth.of(all);
      for (RowTest test : tests) {
        truth = all ? truth.and(test.of(row)) : truth.or(test.of(row));
        if (truth == Truth.of(!all)) {
          break;
        }
      }
      return truth;
    }

    @Override
    public Stream<Comparison> comparisons() {
      return tests.stream().flatMap(RowTest::comparisons);
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

  /**
   * A comparison of a column with a number or a text.
   *
   * @param column the column's name or number
   * @param position where that stands in the condition, from 1
   * @param relation how they are compared
   * @param bound what it is compared with
   */
  record Comparison(String column, int position, Relation relation, Bound bound)
      implements RowTest {

    /**
     * The column's place, from 0.
     *
     * @throws IllegalArgumentException if it is not there, or if it is compared with another column
     */
    int place(ColumnNames names) {
      if (bound instanceof Bound.OfText text
          && text.bare()
          && names.names().contains(text.text())) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "'%s %s %s' compares with a column; a condition compares a column with a number or a"
                    + " text: quote '%s' if it is one",
                column,
                relation.sign(),
                text.text(),
                text.text()));
      }
      try {
        return names.index(column);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            e.getMessage() + " (at position " + position + " of the condition)", e);
      }
    }

    @Override
    public Truth of(ConditionRow row) {
      try {
        return bound.compare(row.cells(column), row.number(), relation);
      } catch (ArithmeticException e) {
        throw row.bad(column, e);
      }
    }

    @Override
    public Stream<Comparison> comparisons() {
      return Stream.of(this);
    }
  }
}
