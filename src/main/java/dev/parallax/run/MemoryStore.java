package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.BlockResult;
import dev.parallax.engine.Effort;
import dev.parallax.engine.Outcome;
import dev.parallax.engine.Workload;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Keeps blocks in memory: for results that are small beside it. */
public final class MemoryStore implements Store {
  private final TreeMap<Long, Outcome> outcomes = new TreeMap<>();
  private final Map<String, Store> stages = new HashMap<>();
  private Optional<CyclicOrder> cyclic = Optional.empty();

  /** An empty store. */
  public MemoryStore() {}

  @Override
  public void add(Outcome outcome) {
    outcomes.put(outcome.block().first(), outcome);
  }

  @Override
  public void amend(long[] items, BlockResult result) {
    Merged.amend(items, result, item -> outcomes.floorEntry(item).getValue(), this::add);
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
  public Outcome part(long first, long end) {
    return Merged.part(outcomes.floorEntry(first).getValue(), first, end);
  }

  @Override
  public Optional<CyclicOrder> cyclic() {
    return cyclic;
  }

  @Override
  public void keepCyclic(CyclicOrder other) {
    cyclic = Optional.of(other);
  }

  @Override
  public Iterator<Outcome> iterator() {
    return Collections.unmodifiableCollection(outcomes.values()).iterator();
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
