package dev.parallax.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellingTest {
  private static final List<String> NAMES = List.of("pearson", "spearman", "slope", "mean");

  @Test
  void theNearestNameIsFound() {
    assertEquals(Optional.of("pearson"), Spelling.nearest("pearsn", NAMES));
    assertEquals(Optional.of("spearman"), Spelling.nearest("Speerman", NAMES));
    assertEquals(Optional.of("mean"), Spelling.nearest("MEAN", NAMES));
    assertEquals(Optional.empty(), Spelling.nearest("kurtosis", NAMES));
    assertEquals(Optional.empty(), Spelling.nearest("x", List.of()));
  }

  @Test
  void aNameThatIsBegunIsFound() {
    List<String> designs = List.of("factorial", "latin-hypercube", "uniform", "trimmed-mean:0.1");
    assertEquals(Optional.of("latin-hypercube"), Spelling.nearest("latin", designs));
    assertEquals(Optional.of("latin-hypercube"), Spelling.nearest("Lat", designs));
    assertEquals(Optional.empty(), Spelling.nearest("la", designs));
    assertEquals(Optional.empty(), Spelling.nearest("log", List.of("log-ratio-a", "log-ratio-b")));
  }

  @Test
  void theComplaintOffersItOrListsWhatThereIs() {
    assertEquals(
        "no statistic 'slop'; did you mean 'slope'?",
        Spelling.unknown("statistic", "slop", NAMES).getMessage());
    assertEquals(
        "no statistic 'kurtosis'; there is pearson, spearman, slope, mean",
        Spelling.unknown("statistic", "kurtosis", NAMES).getMessage());
    assertEquals("no column 'x'", Spelling.unknown("column", "x", List.of()).getMessage());
  }
}
