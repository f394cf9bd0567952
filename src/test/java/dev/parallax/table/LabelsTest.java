package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.table.condition.Condition;
import dev.parallax.table.condition.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rows are called: by a first column of words. */
class LabelsTest {
  @TempDir private Path folder;

  private Table read(String text, Wanted wanted) throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, text);
    return TableFile.read(file, wanted);
  }

  @Test
  void labelsAreReadWithTheRowsAndGoWhereTheyGo() throws IOException {
    String text = "name,x,y\nVega,1,a\n,2,b\nDeneb,30,c\nM 31,4,d\n";
    Wanted wanted = Wanted.numbers(List.of("x")).andLabels();
    Table table = read(text, wanted);
    assertEquals(Optional.of(List.of("Vega", "", "Deneb", "M 31")), table.labels());
    Condition condition = Condition.parse("x > 1");
    Table some = read(text, wanted.and(condition)).where(condition).log10("x");
    assertEquals(Optional.of(List.of("", "Deneb", "M 31")), some.labels());
    assertEquals(Optional.empty(), read(text, Wanted.numbers(List.of("x"))).labels());
    assertEquals(table.labels(), read(text, Wanted.everything()).labels());
  }

  @Test
  void numbersAreNoNames() throws IOException {
    String text = "x,name\n1,Vega\n2,Deneb\n";
    assertEquals(Optional.empty(), read(text, Wanted.everything()).labels());
    Table table = read(text, Wanted.numbers(List.of("x")).andLabels());
    assertEquals(Optional.empty(), table.labels());
    assertEquals(2.0, table.doubles("x")[1]);
    Table unread = read("id,x\n7,1\n8,2\n", Wanted.numbers(List.of("x")).andLabels());
    assertEquals(Optional.empty(), unread.labels());
  }

  @Test
  void tablesInMemoryHaveThem() {
    assertEquals(Optional.empty(), Table.of("t").labels());
    assertEquals(Optional.empty(), Table.of("t").with("x", 1, 2).labels());
    Table named = Table.of("t").with("name", List.of("a", "b")).with("x", 1, 2);
    assertEquals(Optional.of(List.of("a", "b")), named.labels());
    Table twice = named.with("name", List.of("c", "d"));
    assertEquals(Optional.of(List.of("a", "b")), twice.labels());
  }
}
