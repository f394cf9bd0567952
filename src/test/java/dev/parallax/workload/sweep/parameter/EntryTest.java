package dev.parallax.workload.sweep.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parallax.workload.sweep.design.OneAtATime;
import dev.parallax.workload.sweep.design.PointBlock;
import dev.parallax.workload.value.ValuesText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists with commas, in whose quotes there may be commas. */
class EntryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "red,green | red;green",
        "\"a,b\",c | a,b;c",
        "c, \"a,b\" | c;a,b",
        "'a,b','c,d' | a,b;c,d",
        "\"a:b\",\"linspace:0:1:3\" | a:b;linspace:0:1:3",
        "\"say \"\"x\"\"\",y | say \"x\";y",
        "'it''s',y | it's;y",
        "O'Brien,5\",7\" | O'Brien;5\";7\"",
        "\"1\",\"2\" | 1;2",
        "\"red\" | red",
      })
  void quotesHoldCommas(String list, String texts) {
    assertEquals(List.of(texts.split(";")), ValuesText.parse(list).levels());
    assertEquals(List.of(texts.split(";")), DistributionText.parse("choice:" + list).levels());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a,b", "a,\"b", "\"a\"b,c", "'a,b", "a,'b', 'c", "\"a\" b"})
  void whatIsNotClosedIsRefused(String list) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Parameter.parse("name=" + list));
    assertEquals(true, e.getMessage().matches("parameter 'name': the quote before .* is not .*"));
  }

  @Test
  void aMissingValueIsNoText() {
    for (String list : List.of("a,,b", "\"\",b", ",", "a,")) {
      assertEquals(
          "a value is missing",
          assertThrows(IllegalArgumentException.class, () -> ValuesText.parse(list)).getMessage());
    }
  }

  @Test
  void whatIsFixedMayBeQuotedToo() {
    assertEquals("a,b", Parameter.fixed("name", "\"a,b\"").text(0));
    assertEquals("a,b", Parameter.fixed("name", "a,b").text(0));
    assertEquals(List.of("7"), Parameter.fixed("name", "'7'").values().levels());
    assertEquals(7, Parameter.fixed("name", "7").values().at(0));
    OneAtATime design =
        new OneAtATime(
            List.of(Parameter.parse("name=x,\"a,b\"")), java.util.Map.of("name", "\"a,b\""));
    double[] point = new double[1];
    design
        .decoder()
        .open(new PointBlock(new dev.parallax.engine.block.Block(0, 0, 1), 1), new double[0])
        .decode(0, point);
    assertEquals(1, point[0]);
  }
}
