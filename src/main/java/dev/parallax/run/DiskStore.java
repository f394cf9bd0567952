package dev.parallax.run;

import dev.parallax.engine.Block;
import dev.parallax.engine.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps each block in a file of its own, so that memory stays flat and what is computed survives
 * the process: a file appears whole or not at all.
 */
public final class DiskStore implements Store {
  private static final Pattern NAME = Pattern.compile("(\\d+)-(\\d+)\\.block");

  private final Path folder;
  private final List<Block> blocks;

  /**
   * A store in a folder, which is made if it is missing; finished blocks that lie there are kept.
   *
   * @throws UncheckedIOException if the folder cannot be made or read
   */
  public DiskStore(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(folder)) {
        blocks = new ArrayList<>(files.flatMap(DiskStore::block).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep results in " + folder, e);
    }
    blocks.sort(Comparator.comparingLong(Block::first));
  }

  private static Stream<Block> block(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches()
        ? Stream.of(new Block(0, Long.parseLong(name.group(1)), Integer.parseInt(name.group(2))))
        : Stream.empty();
  }

  @Override
  public void add(Outcome outcome) {
    Block block = outcome.block();
    Path whole = file(block);
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      BlockFile.write(part, outcome);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + whole, e);
    }
    blocks.add(block);
    blocks.sort(Comparator.comparingLong(Block::first));
  }

  private Path file(Block block) {
    return folder.resolve(block.first() + "-" + block.size() + ".block");
  }

  @Override
  public List<Block> blocks() {
    return List.copyOf(blocks);
  }

  @Override
  public Iterator<Outcome> iterator() {
    return blocks().stream().map(this::read).iterator();
  }

  private Outcome read(Block block) {
    try {
      return BlockFile.read(file(block));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file(block), e);
    }
  }

  /** Deletes the folder and what it kept. */
  @Override
  public void close() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
    blocks.clear();
  }
}
