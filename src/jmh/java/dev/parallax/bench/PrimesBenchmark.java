package dev.parallax.bench;

import dev.parallax.prime.IsPrime;
import dev.parallax.random.RandomStream;
import java.math.BigInteger;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds per integer tested for primality. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PrimesBenchmark {
  private static final int SIZE = 100_000;

  /** Random integers below a bound, or all of 63 bits. */
  @Param({"below 1e5", "63 bits"})
  private String integers;

  private final IsPrime isPrime = new IsPrime();
  private final long[] values = new long[SIZE];
  private final boolean[] results = new boolean[SIZE];

  /** Draws the integers. */
  @Setup
  public void draw() {
    RandomStream random = RandomStream.of(1, 0);
    for (int i = 0; i < SIZE; i++) {
      values[i] =
          integers.equals("63 bits")
              ? random.nextLong(1L << 62, Long.MAX_VALUE)
              : random.nextLong(100_000);
    }
  }

  @Benchmark
  @OperationsPerInvocation(SIZE)
  public boolean[] parallax() {
    isPrime.testAll(values, results);
    return results;
  }

  /** The JDK's test at the certainty that is often copied, 2^-40. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public boolean[] bigInteger() {
    for (int i = 0; i < SIZE; i++) {
      results[i] = BigInteger.valueOf(values[i]).isProbablePrime(40);
    }
    return results;
  }
}
