package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps each block in a file of its own, so that memory stays flat and what is computed survives
 * the process: a file appears whole or not at all, and carries a checksum.
 */
public final class DiskStore implements Store {
  private static final String WHOLE = ".block";
  private static final String PART = ".part";

  private final Path folder;
  private final TreeMap<Long, Block> blocks = new TreeMap<>();
  private final List<Path> dropped = new ArrayList<>();

  /**
   * A store in a folder, which is made if it is missing. Blocks that an earlier run left there are
   * kept; those that are damaged or overlap another are {@link #dropped}.
   *
   * @throws UncheckedIOException if the folder cannot be made or read
   */
  public DiskStore(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      for (Path file : files()) {
        take(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep results in " + folder, e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private void take(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(PART)) { // a run was killed while it wrote this
      Files.delete(file);
    } else if (name.endsWith(WHOLE)) {
      Optional<Block> block = BlockFile.whole(file).filter(b -> file(b).equals(file) && isNew(b));
      block.ifPresent(b -> blocks.put(b.first(), b));
      if (block.isEmpty()) {
        Files.delete(file);
        dropped.add(file);
      }
    }
  }

  /** Whether none of the block's items is in another block; two processes at a time do that. */
  private boolean isNew(Block block) {
    Map.Entry<Long, Block> before = blocks.lowerEntry(block.end());
    return before == null || before.getValue().end() <= block.first();
  }

  /** The files of an earlier run that could not be used, and were deleted. */
  public List<Path> dropped() {
    return List.copyOf(dropped);
  }

  @Override
  public void add(Outcome outcome) {
    Block block = outcome.block();
    Path whole = file(block);
    Path part = whole.resolveSibling(whole.getFileName() + PART);
    try {
      BlockFile.write(part, outcome);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + whole + ": " + e.getMessage(), e);
    }
    blocks.put(block.first(), block);
  }

  private Path file(Block block) {
    return folder.resolve(block.first() + "-" + block.size() + WHOLE);
  }

  @Override
  public List<Block> blocks() {
    return List.copyOf(blocks.values());
  }

  @Override
  public Iterator<Outcome> iterator() {
    return blocks().stream().map(this::read).iterator();
  }

  private Outcome read(Block block) {
    try {
      return BlockFile.read(file(block));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file(block) + ": " + e.getMessage(), e);
    }
  }

  /** Deletes the folder and what it kept. */
  @Override
  public void close() {
    try {
      for (Path file : files()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
    blocks.clear();
  }
}
