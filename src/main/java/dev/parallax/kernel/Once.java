package dev.parallax.kernel;

import java.util.function.Supplier;

/** Makes something when it is first wanted, once for all threads. */
final class Once<T> implements Supplier<T> {
  private Supplier<T> maker;
  private T made;

  Once(Supplier<T> maker) {
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
