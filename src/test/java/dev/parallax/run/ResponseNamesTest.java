package dev.parallax.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parallax.engine.SequentialEngine;
import dev.parallax.model.function.FunctionModel;
import dev.parallax.workload.sweep.Sweep;
import dev.parallax.workload.sweep.design.Design;
import dev.parallax.workload.sweep.parameter.Parameter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results are summed up by name, so that two of one name would be one. */
class ResponseNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a;b;a | 1 | two responses have the name 'a'",
        "x | 1 | response 'x' has the name of an input",
        "b;replication | 2 | response 'replication' has the name of an input",
        "b;~ | 1 | a response has no name",
      })
  void namesTellResultsApart(String names, int replications, String complaint) {
    List<String> responses = List.of(names.replace('~', ' ').split(";"));
    FunctionModel model = new FunctionModel(responses, (p, r) -> new double[responses.size()]);
    Sweep sweep =
        Sweep.of(model, Design.factorial(Parameter.of("x", 1, 2))).withReplications(replications);
    try (SequentialEngine engine = new SequentialEngine()) {
      Runner runner = Runner.on(engine);
      assertEquals(
          complaint,
          assertThrows(IllegalArgumentException.class, () -> runner.run(sweep)).getMessage());
    }
  }
}
