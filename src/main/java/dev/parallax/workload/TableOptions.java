package dev.parallax.workload;

import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import dev.parallax.table.column.ColumnHeader;
import dev.parallax.table.condition.Condition;
import dev.parallax.table.condition.Wanted;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how a table is read, which rows count, and in which scale a column does. */
@Topic(Topic.Heading.TABLE)
@Command
public final class TableOptions {
  @Mixin private DialectOptions dialects;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = "Use only the rows that meet a condition, such as 'mag < 20 and type = Sa'.")
  private String where;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--log10",
      paramLabel = "NAME",
      description = "Replace a column by its common logarithm. May be repeated.")
  private List<String> logarithms = List.of();

  /**
   * Reads a table, all of its columns.
   *
   * @throws IllegalArgumentException if the table or the condition is wrong
   */
  public Table read(Path file) {
    Table table = TableFile.read(file, Wanted.everything(), dialects.dialect());
    return chosen(table, Optional.ofNullable(where).map(TableOptions::condition), table.names());
  }

  /**
   * Reads a table, and of it only these columns and those of the condition.
   *
   * @param numbers columns that will be asked for as numbers, by name or number
   * @param texts columns that will be asked for as texts
   * @throws IllegalArgumentException if the table, a column or the condition is wrong
   */
  public Table read(Path file, List<String> numbers, List<String> texts) {
    List<String> used = Stream.concat(numbers.stream(), texts.stream()).toList();
    return read(file, Wanted.numbers(numbers).andTexts(texts), used);
  }

  /**
   * Reads of a table what is wanted, and the columns of the condition.
   *
   * @param used the columns that the job uses, by name or number
   * @throws IllegalArgumentException if the table, a column or the condition is wrong
   */
  public Table read(Path file, Wanted columns, List<String> used) {
    Optional<Condition> condition = Optional.ofNullable(where).map(TableOptions::condition);
    Wanted all = condition.map(columns::and).orElse(columns);
    return chosen(TableFile.read(file, all, dialects.dialect()), condition, used);
  }

  private Table chosen(Table read, Optional<Condition> condition, List<String> used) {
    Table table = condition.map(read::where).orElse(read);
    for (String logarithm : logarithms) {
      checkUsed(table, logarithm, used);
      table = table.log10(logarithm);
    }
    return table;
  }

  /**
   * Checks that none of the options is given where no table is.
   *
   * @param option what would name the table
   * @throws IllegalArgumentException if one is
   */
  public void checkUnused(String option) {
    if (where != null || !logarithms.isEmpty()) {
      String given = where != null ? "--where" : "--log10";
      throw new IllegalArgumentException(given + " is for a table: give " + option);
    }
    dialects.checkUnused(option);
  }

  /**
   * Checks that no logarithms are taken where a formula can take them.
   *
   * @throws IllegalArgumentException if some are
   */
  public void checkPlain() {
    if (!logarithms.isEmpty()) {
      throw new IllegalArgumentException(
          "--log10 does not go with --expression: write log10(...) in the formula");
    }
  }

  private static Condition condition(String text) {
    try {
      return Condition.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--where: " + e.getMessage(), e);
    }
  }

  private static void checkUsed(Table table, String logarithm, List<String> numbers) {
    String name = table.column(logarithm).name();
    if (numbers.stream().map(table::column).map(ColumnHeader::name).noneMatch(name::equals)) {
      throw new IllegalArgumentException(
          "--log10 " + logarithm + ": the job does not use column '" + name + "'");
    }
  }
}
