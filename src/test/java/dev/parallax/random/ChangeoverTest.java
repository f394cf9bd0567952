package dev.parallax.random;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChangeoverTest {
  private static final String SLOW = "slow";
  private static final String FAST = "fast";

  /** A round of the slow one takes far longer than one of the fast one. */
  private static void round(String which) {
    long end = System.nanoTime() + (which.equals(SLOW) ? 20_000 : 0);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void changesOnceTheFasterOneHasShownThatItIs() throws InterruptedException {
    Changeover<String> change =
        new Changeover<>(SLOW, () -> FAST, new Changeover.Patience(100), ChangeoverTest::round);
    assertSame(SLOW, change.current(60));
    change.current(60);
    for (int wait = 0; wait < 1000 && change.current(1).equals(SLOW); wait++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertSame(FAST, change.current(1));
  }

  @Test
  void changesAtOnceWhereMuchWorkIsForeseenAndTheLoopWasUsed() throws InterruptedException {
    Changeover<String> used =
        new Changeover<>(SLOW, () -> FAST, new Changeover.Patience(1000), ChangeoverTest::round);
    Changeover<String> idle =
        new Changeover<>(SLOW, () -> FAST, new Changeover.Patience(1000), ChangeoverTest::round);
    used.current(1);
    Changeover.foreseen(0.1);
    TimeUnit.MILLISECONDS.sleep(50);
    assertSame(SLOW, used.current(0));
    Changeover.foreseen(60);
    for (int wait = 0; wait < 1000 && used.current(0).equals(SLOW); wait++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertSame(FAST, used.current(0));
    assertSame(SLOW, idle.current(0));
  }

  @Test
  void changesWhileNobodyIsAtWorkIfItWasUsedOften() throws InterruptedException {
    Changeover<String> often =
        new Changeover<>(SLOW, () -> FAST, new Changeover.Patience(1000), ChangeoverTest::round);
    Changeover<String> seldom =
        new Changeover<>(SLOW, () -> FAST, new Changeover.Patience(1000), ChangeoverTest::round);
    often.current(110);
    seldom.current(90);
    Changeover.idle();
    for (int wait = 0; wait < 1000 && often.current(0).equals(SLOW); wait++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertSame(FAST, often.current(0));
    assertSame(SLOW, seldom.current(0));
  }

  @Test
  void staysWhereTheOtherOneIsSlowerOrBroken() throws InterruptedException {
    Changeover<String> slower =
        new Changeover<>(FAST, () -> SLOW, new Changeover.Patience(1), ChangeoverTest::round);
    AtomicInteger tried = new AtomicInteger();
    Changeover<String> broken =
        new Changeover<>(
            FAST,
            () -> SLOW,
            new Changeover.Patience(1),
            which -> {
              if (which.equals(SLOW)) {
                tried.incrementAndGet();
                throw new NoSuchMethodError("gone");
              }
            });
    slower.current(1);
    broken.current(1);
    TimeUnit.MILLISECONDS.sleep(300);
    assertSame(FAST, slower.current(1));
    assertTrue(tried.get() > 0);
    assertSame(FAST, broken.current(1));
  }

  @Test
  void whatOneHasCompiledIsThereForTheNext() throws InterruptedException {
    Changeover.Patience shared = new Changeover.Patience(100);
    Changeover<String> first = new Changeover<>(SLOW, () -> FAST, shared, ChangeoverTest::round);
    assertSame(SLOW, first.current(60));
    Changeover<String> second = new Changeover<>(SLOW, () -> FAST, shared, ChangeoverTest::round);
    assertSame(SLOW, second.current(60)); // both together have done enough
    for (int wait = 0; wait < 1000 && second.current(1).equals(SLOW); wait++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertSame(FAST, second.current(1));
    assertSame(FAST, new Changeover<>(SLOW, () -> FAST, shared, ChangeoverTest::round).current(1));
  }

  @Test
  void littleWorkIsNotWorthTheEffort() throws InterruptedException {
    AtomicInteger rounds = new AtomicInteger();
    Changeover<String> change =
        new Changeover<>(
            SLOW, () -> FAST, new Changeover.Patience(1000), which -> rounds.incrementAndGet());
    for (int i = 0; i < 99; i++) {
      assertSame(SLOW, change.current(10));
    }
    TimeUnit.MILLISECONDS.sleep(50);
    assertTrue(rounds.get() == 0);
  }
}
