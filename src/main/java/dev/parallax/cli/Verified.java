package dev.parallax.cli;

import dev.parallax.engine.EngineException;
import dev.parallax.report.Findings;
import dev.parallax.report.Numbers;
import dev.parallax.run.Verification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a verification says. */
final class Verified {
  private Verified() {}

  /**
   * The findings with a line that items were verified.
   *
   * @throws EngineException with both values, if one differs
   */
  static Findings added(Verification verification, Findings findings) {
    List<String> differences = verification.differences();
    if (!differences.isEmpty()) {
      throw new EngineException(
          differences.get(0)
              + (differences.size() == 1
                  ? ""
                  : ", and " + (differences.size() - 1) + " more differ")
              + " of "
              + Numbers.count(verification.items(), "item")
              + " computed again",
          null);
    }
    List<Findings.Line> lines = new ArrayList<>(findings.lines());
    String items = Numbers.count(verification.items(), "item");
    lines.add(new Findings.Line("verified", items + " computed again, the same bit for bit"));
    Map<String, Object> fields = new LinkedHashMap<>(findings.fields());
    fields.put("verified", (long) verification.items());
    return findings.with(lines, fields);
  }
}
