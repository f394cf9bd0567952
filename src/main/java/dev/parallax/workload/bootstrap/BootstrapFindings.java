package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.BootstrapAnalysis;
import dev.parallax.bootstrap.Enough;
import dev.parallax.bootstrap.Jackknife;
import dev.parallax.bootstrap.JackknifeAfterBootstrap;
import dev.parallax.bootstrap.ReplicateSums;
import dev.parallax.bootstrap.UndefinedCauses;
import dev.parallax.bootstrap.interval.BootstrapResult;
import dev.parallax.bootstrap.interval.Intervals;
import dev.parallax.bootstrap.permutation.PermutationResult;
import dev.parallax.bootstrap.permutation.PermutationTest;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.engine.ItemLimits;
import dev.parallax.engine.Workload;
import dev.parallax.findings.Findings;
import dev.parallax.findings.Findings.Line;
import dev.parallax.model.Exchange;
import dev.parallax.run.Run;
import dev.parallax.run.Runner;
import dev.parallax.run.Timing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a bootstrap's replicates say, for people and for scripts.
 *
 * @param bootstrap the bootstrap, with as many resamples as were asked for
 * @param intervals which intervals are wanted
 * @param diagnostics what else is wanted
 * @param exchange what a permutation test exchanges, if one is wanted
 * @param figures the pictures
 */
record BootstrapFindings(
    Bootstrap bootstrap,
    Intervals intervals,
    DiagnosticOptions diagnostics,
    Optional<Exchange> exchange,
    BootstrapFigures figures) {

  /** What the results say; the jackknife and the permutation test run on the same engine. */
  Findings of(Run run, Runner runner) {
    Findings findings = new Findings(new ArrayList<>(), new LinkedHashMap<>());
    Bootstrap grown = bootstrap.withResamples(run.workload().items());
    Optional<Run> leftOut = leftOut(run, runner);
    Optional<PermutationTest> test = exchange.map(what -> PermutationTest.of(grown, what));
    Optional<Run> permuted =
        test.map(t -> runner.stage(run, t.exact() ? "all-permutations" : "permutations", t));
    List<ResultPage> pages = new ArrayList<>();
    List<BootstrapResult> results = results(run, leftOut);
    for (BootstrapResult result : results) {
      pages.add(
          new ResultPage(
              grown.sample(),
              result,
              causes(grown, run, result),
              permuted.map(there -> test(test.orElseThrow(), result, there)),
              leftOut
                  .filter(there -> diagnostics.jackknifeAfterBootstrap)
                  .map(there -> after(grown, run, there, result.name(), runner))));
    }
    add(pages, run, findings);
    return findings.with(drawer -> figures.of(grown, results, run, drawer));
  }

  /** The same bootstrap with more resamples, if their Monte Carlo errors are too large. */
  Optional<Workload<?>> more(Run run, Runner runner) {
    Optional<Enough> enough = diagnostics.enough();
    if (enough.isEmpty()) {
      return Optional.empty();
    }
    List<BootstrapResult> results = results(run, leftOut(run, runner));
    OptionalLong next = enough.get().next(results, bootstrap.items(), Bootstrap.MOST_RESAMPLES);
    return next.isPresent()
        ? Optional.of(bootstrap.withResamples(next.getAsLong()))
        : Optional.empty();
  }

  private Optional<Run> leftOut(Run run, Runner runner) {
    boolean wanted =
        diagnostics.jackknifeAfterBootstrap
            || BootstrapAnalysis.wantsJackknife(bootstrap, intervals);
    return wanted ? Optional.of(runner.stage(run, "jackknife", jackknife(run))) : Optional.empty();
  }

  /** A trial of another process would take longer than what it tells is worth. */
  private Jackknife jackknife(Run run) {
    Timing.Work work = run.timing().work();
    boolean known = bootstrap.statistic().elsewhere() && work.items() > 0;
    return Jackknife.of(bootstrap, known ? work.seconds() / work.items() : 0);
  }

  private List<BootstrapResult> results(Run run, Optional<Run> leftOut) {
    BootstrapAnalysis analysis = BootstrapAnalysis.of(bootstrap, run::doubles);
    return leftOut
        .map(there -> analysis.withJackknife(there::doubles))
        .orElse(analysis)
        .results(intervals);
  }

  private PermutationResult test(PermutationTest test, BootstrapResult result, Run permuted) {
    return test.result(result.name(), permuted.doubles(result.name()), diagnostics.alternative());
  }

  /** Nothing of the user's is evaluated for it, so that no limits hold. */
  private static JackknifeAfterBootstrap after(
      Bootstrap grown, Run run, Run leftOut, String name, Runner runner) {
    ReplicateSums sums = ReplicateSums.of(grown, run.doubles(name));
    int place = grown.statistic().responses().indexOf(name);
    String stage = "after-bootstrap-" + place + "-" + grown.items();
    Run summed =
        runner.withLimits(ItemLimits.NONE).withSlices(sums.chunks()).stage(run, stage, sums);
    return JackknifeAfterBootstrap.of(sums, summed.store(), leftOut.doubles(name));
  }

  /** Why replicates are undefined; what failed is told apart. */
  private static Map<String, Integer> causes(Bootstrap grown, Run run, BootstrapResult result) {
    if (result.undefined() == 0) {
      return Map.of();
    }
    BitSet failed = new BitSet();
    run.store()
        .forEach(block -> block.result().failures().forEach(f -> failed.set((int) f.item())));
    return UndefinedCauses.of(grown, run.doubles(result.name()), failed);
  }

  private boolean exact() {
    return bootstrap.kind() == ResamplingKind.EXACT;
  }

  private void add(List<ResultPage> pages, Run run, Findings findings) {
    Map<String, Object> statistics = new LinkedHashMap<>();
    for (ResultPage page : pages) {
      if (pages.size() > 1) {
        findings.lines().add(new Line(page.result().name(), ""));
        statistics.put(page.result().name(), page.fields());
      } else {
        findings.fields().putAll(page.fields());
      }
      findings.lines().addAll(page.lines());
    }
    addCounts(run.workload().items(), findings);
    if (!statistics.isEmpty()) {
      findings.fields().put("statistics", statistics);
    }
  }

  private void addCounts(long resamples, Findings findings) {
    int rows = bootstrap.sample().rows();
    int skipped = bootstrap.sample().skipped();
    String left = skipped == 0 ? "" : ", " + skipped + " skipped: a value is missing";
    findings.lines().add(new Line("rows", rows + left));
    String drawn = bootstrap.ofSums() ? "sums" : "resamples";
    findings.lines().add(new Line(drawn, resamples + (exact() ? ", all there are" : "")));
    findings.lines().addAll(exact() ? ResultPage.EXACT : ResultPage.CONVENTIONS);
    findings.fields().put("resamples", resamples);
    findings.fields().put("rows", rows);
    findings.fields().put("rows_skipped", skipped);
  }
}
