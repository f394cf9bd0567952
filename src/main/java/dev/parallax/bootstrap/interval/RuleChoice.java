package dev.parallax.bootstrap.interval;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the rule of a method, or the one that has to stand in for it. */
final class RuleChoice {
  private final Evidence evidence;
  private final Transform transform;
  private final BootstrapDistribution scaled;
  private final Map<IntervalMethod, Optional<EndRule>> made = new EnumMap<>(IntervalMethod.class);

  /**
   * A rule and how it came to be chosen.
   *
   * @param rule the rule
   * @param transform the scale it works on
   * @param fallback why it is not the method's own, and whose it is; empty if it is
   */
  record Chosen(EndRule rule, Transform transform, String fallback) {}

  RuleChoice(Evidence evidence, Transform transform) {
    this.evidence = evidence;
    this.transform = transform;
    scaled =
        transform == Transform.NONE
            ? evidence.replicates()
            : evidence.replicates().transformed(transform::apply);
  }

  /**
   * The rule of a method, if the evidence allows it.
   *
   * @param ends for which shares of error below an end it has to hold
   */
  Optional<Chosen> of(IntervalMethod method, List<Double> ends) {
    Optional<EndRule> rule = made.computeIfAbsent(method, this::rule);
    if (rule.isPresent() && rule.get() instanceof BiasCorrection correction) {
      return Optional.of(corrected(correction, method, ends));
    }
    Transform own = method.takesScale() ? transform : Transform.NONE;
    return rule.map(found -> new Chosen(found, own, found.withheld(ends)));
  }

  private Optional<EndRule> rule(IntervalMethod method) {
    double estimate = evidence.estimate();
    BootstrapDistribution replicates = evidence.replicates();
    double centre = transform.apply(estimate);
    return switch (method) {
      case NORMAL -> Optional.of(EndRules.back(transform, EndRules.normal(centre, scaled)));
      case BASIC -> Optional.of(EndRules.back(transform, EndRules.basic(centre, scaled)));
      case PERCENTILE -> Optional.of(EndRules.percentile(replicates));
      case BC -> Optional.of(BiasCorrection.of(replicates, estimate, 0));
      case BCA ->
          evidence.jackknife().map(j -> BiasCorrection.of(replicates, estimate, acceleration(j)));
      case STUDENTIZED ->
          evidence
              .studentization()
              .map(s -> EndRules.back(transform, studentized(s, estimate, centre)));
      case ABC -> evidence.abc();
    };
  }

  private static double acceleration(JackknifeResult jackknife) {
    return jackknife.defined() ? jackknife.acceleration() : 0;
  }

  private static String withoutAcceleration(JackknifeResult jackknife) {
    if (jackknife.defined()) {
      return "";
    }
    return "bc in its place: "
        + (jackknife.rounded()
            ? "leaving out a row changes the statistic by little more than rounding does"
            : "the statistic is undefined without one of the rows");
  }

  private EndRule studentized(Studentization s, double estimate, double centre) {
    double error = transform.derivative(estimate) * s.error();
    return EndRules.studentized(centre, error, s.pivots(estimate, transform));
  }

  private Chosen corrected(BiasCorrection rule, IntervalMethod method, List<Double> ends) {
    EndRule percentile = EndRules.percentile(evidence.replicates());
    if (Double.isInfinite(rule.z0())) {
      String where = rule.below() == 0 ? "no replicate lies" : "all replicates lie";
      String why = "percentile in its place: z0 is infinite, as " + where + " below the estimate";
      return new Chosen(percentile, Transform.NONE, why);
    }
    if (!ends.stream().allMatch(rule::reaches)) {
      String why = "percentile in its place: the level is beyond what acceleration allows";
      return new Chosen(percentile, Transform.NONE, why);
    }
    String why =
        method == IntervalMethod.BCA
            ? evidence.jackknife().map(RuleChoice::withoutAcceleration).orElse("")
            : "";
    return new Chosen(rule, Transform.NONE, why);
  }
}
