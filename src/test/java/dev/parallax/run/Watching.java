package dev.parallax.run;

import dev.parallax.engine.BlockTask;
import dev.parallax.engine.Engine;
import dev.parallax.engine.Incidents;
import dev.parallax.engine.Receiver;
import dev.parallax.engine.SequentialEngine;
import dev.parallax.engine.block.Slice;
import java.io.Serializable;
import java.util.List;

/**
 * The serial engine, as if it had several cores and as if a slice were tried again in each map;
 * remembers what is asked of it.
 */
record Watching(SequentialEngine serial, int parallelism, List<String> asked) implements Engine {
  @Override
  public <S extends Serializable> void map(
      BlockTask<S> task, List<Slice<S>> slices, Receiver receiver) {
    asked.add("map " + slices.size());
    serial.map(task, slices, receiver);
  }

  @Override
  public void ready() {
    asked.add("ready");
  }

  @Override
  public Incidents incidents() {
    return new Incidents((int) asked.stream().filter(a -> a.startsWith("map")).count(), 0);
  }

  @Override
  public void cancel() {
    serial.cancel();
  }

  @Override
  public String master() {
    return "watched";
  }

  @Override
  public void close() {
    serial.close();
  }
}
