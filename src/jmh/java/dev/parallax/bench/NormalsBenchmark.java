package dev.parallax.bench;

import dev.parallax.random.RandomStream;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds per normal, its sum included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NormalsBenchmark {
  private static final int DRAWS = 100_000;

  private final RandomStream stream = RandomStream.of(1, 0);
  private final Random legacy = new Random(1);
  private final RandomGenerator mix = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
  private final ZigguratSampler.NormalizedGaussian ziggurat =
      ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(1L));
  private final NormalDistribution commonsMath = new NormalDistribution(new Well19937c(1), 0, 1);
  private long item;

  /** The sum of a grid point of normal-sum, seeding included. */
  @Benchmark
  @Fork(value = 1, jvmArgsAppend = "-Dparallax.vector=on")
  @OperationsPerInvocation(DRAWS)
  public double parallax() {
    return stream.moveTo(item++).gaussianSum(DRAWS);
  }

  /** The same in plain Java. */
  @Benchmark
  @OperationsPerInvocation(DRAWS)
  @Fork(value = 1, jvmArgsAppend = "-Dparallax.vector=off")
  public double parallaxScalar() {
    return stream.moveTo(item++).gaussianSum(DRAWS);
  }

  /** One call per normal, as a user's model would. */
  @Benchmark
  @OperationsPerInvocation(DRAWS)
  public double parallaxOneByOne() {
    return sum(stream.moveTo(item++));
  }

  @Benchmark
  @OperationsPerInvocation(DRAWS)
  public double jdkRandom() {
    return sum(legacy);
  }

  @Benchmark
  @OperationsPerInvocation(DRAWS)
  public double jdkL64X128Mix() {
    return sum(mix);
  }

  private static double sum(RandomGenerator random) {
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += random.nextGaussian();
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(DRAWS)
  public double commonsRngZiggurat() {
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += ziggurat.sample();
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(DRAWS)
  public double commonsMathWell() {
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += commonsMath.sample();
    }
    return sum;
  }
}
