package dev.parallax.workload.bootstrap;

import dev.parallax.bootstrap.Bootstrap;
import dev.parallax.bootstrap.resampling.BlockKind;
import dev.parallax.bootstrap.resampling.ResamplingKind;
import dev.parallax.text.Choices;
import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import dev.parallax.workload.Topic;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that say how resamples are made. */
@Topic(Topic.Heading.RESAMPLING)
final class ResamplingOptions {
  /** Up to here every resample is evaluated by itself: 12 rows have 1,352,078. */
  private static final long SOON_ENUMERATED = 1_500_000;

  private static final long RESAMPLES = 10_000;

  private static final Set<ResamplingKind> EXTENSIBLE =
      EnumSet.complementOf(EnumSet.of(ResamplingKind.BALANCED, ResamplingKind.EXACT));

  @Affects(Effect.LENGTH)
  @Option(
      names = "--resamples",
      paramLabel = "B",
      description =
          "Number of resamples (default: 10000; with 12 rows or fewer, every resample "
              + "that exists).")
  private Long resamples;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--resampling",
      paramLabel = "KIND",
      description =
          "How to draw: rows, balanced, poisson, parametric:normal or exact (default: " + "rows).")
  private String kind;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--block",
      paramLabel = "KIND",
      description =
          "For a series: draw blocks of consecutive rows: moving, circular or " + "stationary.")
  private String block;

  @Affects(Effect.NUMBERS)
  @Option(
      names = "--block-length",
      paramLabel = "L",
      description = "Rows in a block; the mean, if blocks are stationary.")
  private Integer length;

  /** Whether the first resamples stay as they are when there are more. */
  static boolean isExtensible(Bootstrap bootstrap) {
    return EXTENSIBLE.contains(bootstrap.kind());
  }

  /** Why they do not, and with which resampling they would. */
  static String fixed(Bootstrap bootstrap) {
    return isExtensible(bootstrap)
        ? ""
        : bootstrap.kind()
            + " resampling cannot grow ("
            + EXTENSIBLE.stream().map(ResamplingKind::toString).collect(Collectors.joining(", "))
            + " can)";
  }

  /**
   * The bootstrap with the resampling asked for; with a complete enumeration if nothing is said and
   * the sample is small.
   *
   * @throws IllegalArgumentException if it does not go with the sample
   */
  Bootstrap in(Bootstrap bootstrap) {
    if ((block == null) != (length == null)) {
      throw new IllegalArgumentException("--block and --block-length go together: give both");
    }
    if (block != null) {
      bootstrap =
          bootstrap.withBlocks(Choices.find("block bootstrap", BlockKind.class, block), length);
    }
    if (kind == null && resamples == null && bootstrap.enumerable(SOON_ENUMERATED)) {
      return bootstrap.withResampling(ResamplingKind.EXACT);
    }
    if (kind != null) {
      bootstrap = bootstrap.withResampling(Choices.find("resampling", ResamplingKind.class, kind));
    }
    if (bootstrap.kind() == ResamplingKind.EXACT && resamples != null) {
      throw new IllegalArgumentException(
          "--resampling exact has its own number of resamples; leave out --resamples");
    }
    return bootstrap.withResamples(resamples == null ? RESAMPLES : resamples);
  }
}
