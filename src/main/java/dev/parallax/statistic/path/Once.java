package dev.parallax.statistic.path;

import java.util.function.Supplier;

/** Makes something when it is first wanted, once for all threads. */
public final class Once<T> implements Supplier<T> {
  private Supplier<T> maker;
  private T made;

  /** What the maker makes, which is asked once. */
  public Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (maker != null) {
      made = maker.get();
      maker = null;
    }
    return made;
  }
}
