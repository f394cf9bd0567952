package dev.parallax.workload.integral;

import dev.parallax.engine.Workload;
import dev.parallax.model.expression.Expression;
import dev.parallax.run.Run;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import dev.parallax.workload.Job;
import dev.parallax.workload.JobOptions;
import dev.parallax.workload.RunSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parallax integrate}: a formula over a box. */
@Command(
    name = "integrate",
    header = "Integrate a formula over a box, by random points.",
    customSynopsis = "parallax integrate --expression TEXT --range NAME=LOW:HIGH... [options]",
    footer = {
      "",
      "Example:",
      "  parallax integrate --expression 'x*y' --range x=0:1 --range y=0:2"
    })
final class IntegralOptions implements JobOptions {
  private static final long MOST = 1_000_000;

  @Affects(Effect.NUMBERS)
  @Option(names = "--expression", paramLabel = "TEXT", description = "What is integrated.")
  private String expression = "1";

  @Affects(Effect.NUMBERS)
  @Option(names = "--range", paramLabel = "NAME=LOW:HIGH", description = "A side of the box.")
  private List<String> ranges = List.of();

  @Affects(Effect.LENGTH)
  @Option(names = "--points", paramLabel = "N", description = "How many random points.")
  private long points = 10_000;

  @Affects(Effect.FINDINGS)
  @Option(
      names = "--until-error",
      paramLabel = "E",
      description = "Add points until it is as small.")
  private Double untilError;

  @Override
  public Job job(RunSettings settings) {
    Box box = Box.of(ranges, settings.seed());
    Expression formula = Expression.of(expression);
    formula.check(box.names(), Set.of());
    Integral integral = new Integral(formula, box, points);
    String title = "integral of " + formula.title() + " over " + String.join(", ", ranges);
    return new Job(integral, List.of(), title, (run, runner) -> IntegralFindings.of(integral, run))
        .growing((run, runner) -> more(integral, run))
        .extensible(true);
  }

  private Optional<Workload<?>> more(Integral integral, Run run) {
    long now = run.workload().items();
    return untilError == null || IntegralFindings.worst(integral, run) <= untilError || now >= MOST
        ? Optional.empty()
        : Optional.of(new Integral(integral.model(), integral.box(), 2 * now));
  }
}
