package dev.parallax.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.LongestItem;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a run that is under way. */
class PaceTextTest {
  private static Optional<LongestItem.UnderWay> item(long item, long seconds) {
    return Optional.of(new LongestItem.UnderWay(item, TimeUnit.SECONDS.toNanos(seconds)));
  }

  private static Pace pace(long items, long done, double seconds) {
    return new Pace(items, 0, done, 0, seconds, seconds, Optional.empty());
  }

  private static final Pace FULL = new Pace(96000, 0, 1200, 3, 30, 30, item(17, 12));

  @Test
  void allFitsIntoEightyColumns() {
    assertEquals(
        "0:30  1200 of 96000 items, 1 %, 40/s, 40 min left, 3 failed, item 17 for 12 s",
        PaceText.line("", FULL, 80));
  }

  @Test
  void aNarrowLineSaysWhatIsNeededMost() {
    assertEquals("0:30  1200 of 96000 items, 40 min left", PaceText.line("", FULL, 42));
    assertEquals("0:30  1200 of 96000 items, 3 failed", PaceText.line("", FULL, 40));
    assertEquals("0:30  1200 of 96000 items, 1 %", PaceText.line("", FULL, 34));
    assertEquals("0:30  40 min left", PaceText.line("", FULL, 22));
    assertEquals("0:30  1 %", PaceText.line("", FULL, 12));
    assertEquals("0:3", PaceText.line("", FULL, 6));
  }

  @Test
  void aWideLineHasABar() {
    assertEquals(
        "0:30  [>                                       ]  1200 of 96000 items, 1 %, 40/s, "
            + "40 min left, 3 failed, item 17 for 12 s",
        PaceText.line("", FULL, 200));
    assertEquals(
        "0:05  [=====>    ]  jackknife: 52 of 100, 52 %, 10/s, 5 s left",
        PaceText.line("jackknife", pace(100, 52, 5), 68));
    assertEquals(
        "0:05  [==========]  100 of 100 items, 100 %, 20/s, 0 s left",
        PaceText.line("", pace(100, 100, 5), 68));
  }

  /** Items are as many as a run can have. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 20, 40, 41, 60, 79, 80, 81, 100, 132, 200, 1000})
  void noLineIsWiderThanItsTerminal(int columns) {
    Pace large = new Pace(1L << 44, 1L << 40, 1L << 43, 1L << 42, 1e6, 9e5, item(1L << 43, 90000));
    for (Pace pace : new Pace[] {FULL, large, pace(1, 0, 0), pace(1, 0, 359999)}) {
      for (String stage : new String[] {"", "jackknife-after-bootstrap-0-1000000"}) {
        String line = PaceText.line(stage, pace, columns);
        assertTrue(line.length() <= Math.max(columns - 3, 0), line);
      }
    }
  }

  @Test
  void aLogHasSentences() {
    assertEquals(
        "parallax: 1200 of 96000 items, 40/s, about 40 min left",
        PaceText.sentence("", pace(96000, 1200, 30)));
    assertEquals(
        "parallax: 1200 of 96000 items, 40/s, about 40 min left, 3 failed, item 17 for 12 s",
        PaceText.sentence("", FULL));
    assertEquals(
        "parallax: jackknife: 5 of 10, 10/min, about 30 s left",
        PaceText.sentence("jackknife", pace(10, 5, 30)));
    assertEquals("parallax: 0 of 1 item after 60 s", PaceText.sentence("", pace(1, 0, 60)));
  }

  @ParameterizedTest
  @CsvSource({
    "3000000, 1, 3.00 million/s",
    "1000, 2, 500/s",
    "1000, 102, 9.8/s",
    "60, 60, 1.0/s",
    "59, 60, 59/min",
    "1, 60, 1.0/min",
    "1, 61, 59/h",
    "1, 3601, 24/d",
    "1, 864000, 0.1/d"
  })
  void aRateHasADigitBeforeThePoint(long done, double seconds, String rate) {
    String line = PaceText.line("", pace(10_000_000, done, seconds), 80);
    assertTrue(line.contains(" %, " + rate + ", "), line);
  }

  @ParameterizedTest
  @CsvSource({
    "99, 99 s left",
    "100, 2 min left",
    "5969, 99 min left",
    "5970, 1.7 h left",
    "36000, 10 h left",
    "172800, 2.0 d left"
  })
  void whatIsLeftIsSaidAsPeopleDo(long left, String text) {
    String line = PaceText.line("", pace(left + 1, 1, 1), 80);
    assertTrue(line.endsWith(", " + text), line);
  }

  @ParameterizedTest
  @CsvSource({"9, 0:09", "61, 1:01", "3599, 59:59", "3600, 1:00:00", "360061, 100:01:01"})
  void theClockTicks(double seconds, String clock) {
    assertEquals(clock + "  0 of 8 items, 0 %", PaceText.line("", pace(8, 0, seconds), 36));
  }

  @Test
  void anItemOfFiveSecondsIsNotYetLong() {
    Pace five = new Pace(8, 0, 0, 0, 9, 0, item(3, 5));
    Pace six = new Pace(8, 0, 0, 0, 9, 0, item(3, 6));
    assertEquals("0:09  0 of 8 items, 0 %", PaceText.line("", five, 34));
    assertEquals("0:09  0 of 8 items, 0 %, item 3 for 6 s", PaceText.line("", six, 50));
  }

  /** Two slices of ten items in 5 s, each; the next two arrive at 10 s. */
  @Test
  void betweenTwoSlicesTheRateIsThatOfTheLast() {
    Pace pace = new Pace(80, 0, 20, 0, 9, 5, Optional.empty());
    assertEquals(4, pace.rate(), 1e-12);
    assertEquals(60 / 4.0 - 4, pace.left(), 1e-12);
  }

  @Test
  void whatShouldBeDoneAndIsNotIsSlower() {
    Pace pace = new Pace(80, 0, 60, 0, 12, 6, Optional.empty());
    assertEquals(60 / 12.0, pace.rate(), 1e-12);
    assertEquals(20 / 5.0, pace.left(), 1e-12);
  }

  @Test
  void aResumedRunCountsAllAndIsAsFastAsItself() {
    Pace pace = new Pace(5000, 1000, 200, 0, 10, 10, Optional.empty());
    assertEquals("0:10  1200 of 5000 items, 24 %, 20/s, 3 min left", PaceText.line("", pace, 60));
    assertEquals(
        "parallax: 1200 of 5000 items, 20/s, about 3 min left", PaceText.sentence("", pace));
  }
}
