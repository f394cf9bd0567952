package dev.parallax.run;

import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Effort;
import dev.parallax.engine.block.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Keeps blocks in memory: for results that are small beside it. */
public final class MemoryStore implements Store {
  private TreeMap<Long, Outcome> outcomes = new TreeMap<>();
  private final Map<String, Store> stages = new HashMap<>();
  private Optional<CyclicOrder> cyclic = Optional.empty();

  /** An empty store. */
  public MemoryStore() {}

  @Override
  public void add(Outcome outcome) {
    outcomes.put(outcome.block().first(), outcome);
  }

  @Override
  public List<Block> blocks() {
    return outcomes.values().stream().map(Outcome::block).toList();
  }

  @Override
  public List<Effort> efforts() {
    return outcomes.values().stream().map(Outcome::effort).toList();
  }

  @Override
  public Outcome read(Block block) {
    return outcomes.get(block.first());
  }

  @Override
  public Outcome part(long first, long end) {
    return Merged.part(outcomes.floorEntry(first).getValue(), first, end);
  }

  @Override
  public Optional<CyclicOrder> cyclic() {
    return cyclic;
  }

  @Override
  public void keepCyclic(CyclicOrder other) {
    if (!outcomes.isEmpty()) {
      throw new IllegalStateException("there are blocks already");
    }
    cyclic = Optional.of(other);
    outcomes = new TreeMap<>(CyclicOrder.comparator(cyclic));
  }

  @Override
  public Store stage(String name, Workload<?> stage, Supplier<Store> temporary) {
    return stages.computeIfAbsent(name, n -> temporary.get());
  }

  @Override
  public void forgetStages() {
    stages.values().forEach(Store::close);
    stages.clear();
  }

  @Override
  public void close() {
    forgetStages();
    outcomes.clear();
  }
}
