package dev.parallax.run;

import dev.parallax.engine.Workload;
import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Effort;
import dev.parallax.engine.block.Outcome;
import dev.parallax.storage.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps each block in a file of its own, so that memory stays flat and what is computed survives
 * the process: a file appears whole or not at all, and carries a checksum.
 */
public final class DiskStore implements Store {
  private static final int MOST_FILES = 64;
  private static final int COMPACT_ITEMS = 1 << 19;
  private static final Comparator<BlockHead> LARGE_FIRST =
      Comparator.comparing(
          BlockHead::block,
          Comparator.comparingInt(Block::size).reversed().thenComparing(Block::first));

  private final Path folder;
  private final Optional<Origin> origin;
  private final Consumer<Path> written;
  private TreeMap<Long, Block> blocks = new TreeMap<>();
  private final Map<Long, Effort> efforts = new HashMap<>();
  private final List<Path> dropped = new ArrayList<>();
  private final Map<String, DiskStore> stages = new HashMap<>();
  private Optional<CyclicOrder> cyclic = Optional.empty();

  /**
   * A store in a folder, which is made if it is missing. Blocks that an earlier run left there are
   * kept; those that are damaged or overlap another are {@link #dropped}.
   *
   * @throws UncheckedIOException if the folder cannot be made or read
   */
  public DiskStore(Path folder) {
    this(folder, Optional.empty());
  }

  /**
   * A store in a folder for the blocks of one job.
   *
   * @param origin what they are results of; without it, any blocks are taken
   * @throws IllegalArgumentException if it has blocks of {@linkplain #foreign another job}
   * @throws UncheckedIOException if the folder cannot be made or read
   */
  public DiskStore(Path folder, Optional<Origin> origin) {
    this(folder, origin, file -> {});
  }

  /**
   * The same, which tells of each file when it is written.
   *
   * @param written is told the file's path
   */
  public DiskStore(Path folder, Optional<Origin> origin, Consumer<Path> written) {
    this.folder = folder;
    this.origin = origin;
    this.written = written;
    try {
      Files.createDirectories(folder);
      if (origin.isPresent() && foreign(folder, origin.get()).isPresent()) {
        throw new IllegalArgumentException(folder + " has results of another job");
      }
      Map<BlockHead, Path> whole = new LinkedHashMap<>();
      for (Path file : files(folder)) {
        take(file, whole);
      }
      // Large ones first: of a block and those it was made of, the block is kept.
      for (BlockHead head : whole.keySet().stream().sorted(LARGE_FIRST).toList()) {
        take(head, whole.get(head));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep results in " + folder + ": " + reason(e), e);
    }
  }

  /** A file in a store's folder with results of another job, if there is one. */
  public static Optional<Path> foreign(Path folder, Origin origin) throws IOException {
    return files(folder).stream()
        .filter(
            file -> BlockFile.claimed(file).filter(h -> !h.job().equals(origin.job())).isPresent())
        .filter(file -> BlockFile.whole(file, Optional.empty()).isPresent()) // or it is damaged
        .findFirst();
  }

  /** Without its stages' folders. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !isStage(file)).sorted().toList();
    }
  }

  /** A folder whose name no block's file could have. */
  private static boolean isStage(Path path) {
    return isFolder(path) && !path.getFileName().toString().contains(".");
  }

  /** A link is none: it could lead anywhere. */
  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  static DiskStore temporary() {
    try {
      return new DiskStore(Files.createTempDirectory("parallax-"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder", e);
    }
  }

  @Override
  public Store stage(String name, Workload<?> stage, Supplier<Store> temporary) {
    return stages.computeIfAbsent(name, n -> opened(name, stage));
  }

  private DiskStore opened(String name, Workload<?> stage) {
    Path own = folder.resolve(name);
    if (Files.exists(own, LinkOption.NOFOLLOW_LINKS) && !isFolder(own)) {
      throw new UncheckedIOException(new FileSystemException(own + " is no folder"));
    }
    try {
      return new DiskStore(own, origin.map(o -> Origin.of(o.job() + "/" + name, stage)), written);
    } catch (IllegalArgumentException e) {
      throw new UncheckedIOException(new IOException(e.getMessage(), e));
    }
  }

  @Override
  public void forgetStages() {
    stages.clear();
    try {
      deleteStages(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete in " + folder + ": " + reason(e), e);
    }
  }

  private static void deleteStages(Path folder) throws IOException {
    List<Path> stages;
    try (Stream<Path> paths = Files.list(folder)) {
      stages = paths.filter(DiskStore::isStage).toList();
    }
    for (Path stage : stages) {
      delete(stage);
    }
  }

  private static void delete(Path folder) throws IOException {
    deleteStages(folder); // a stage may have some of its own
    for (Path file : files(folder)) {
      Files.delete(file);
    }
    Files.delete(folder);
  }

  private void take(Path file, Map<BlockHead, Path> whole) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(WholeFile.PART)) { // a run was killed while it wrote this
      Files.delete(file);
    } else if (name.endsWith(BlockHead.END)) {
      Optional<BlockHead> head =
          BlockFile.whole(file, origin.map(Origin::columns))
              .filter(h -> BlockHead.name(h.block(), h.cyclic()).equals(name));
      head.ifPresent(h -> whole.put(h, file));
      if (head.isEmpty()) {
        Files.delete(file);
        dropped.add(file);
      }
    }
  }

  private void take(BlockHead head, Path file) throws IOException {
    Block block = head.block();
    if (blocks.isEmpty()) {
      order(head.cyclic());
    }
    if (!head.cyclic().equals(cyclic)) { // no run leaves such a file
      Files.delete(file);
      dropped.add(file);
      return;
    }
    Comparator<Long> order = CyclicOrder.comparator(cyclic);
    Map.Entry<Long, Block> before = blocks.floorEntry(block.last());
    if (before == null || order.compare(before.getValue().last(), block.first()) < 0) {
      keep(block, head.effort());
      return;
    }
    Files.delete(file);
    boolean within =
        order.compare(before.getKey(), block.first()) <= 0
            && order.compare(block.last(), before.getValue().last()) <= 0;
    if (!within) {
      dropped.add(file);
    }
  }

  private void order(Optional<CyclicOrder> other) {
    cyclic = other;
    blocks = new TreeMap<>(CyclicOrder.comparator(cyclic));
  }

  private void keep(Block block, Effort effort) {
    blocks.put(block.first(), block);
    efforts.put(block.first(), effort);
  }

  /** The index after that of the last item in a store's folder, as its files' names tell. */
  public static long end(Path folder) throws IOException {
    return files(folder).stream()
        .mapToLong(file -> BlockHead.end(file.getFileName().toString()))
        .max()
        .orElse(0);
  }

  /** The files of an earlier run that could not be used, and were deleted. */
  public List<Path> dropped() {
    return List.copyOf(dropped);
  }

  @Override
  public void add(Outcome outcome) {
    Block block = outcome.block();
    Path whole = file(block);
    BlockHead head = BlockHead.of(outcome, cyclic, origin.map(Origin::job).orElse(""));
    try {
      WholeFile.write(whole, out -> BlockFile.write(out, head, outcome.result()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + whole + ": " + reason(e), e);
    }
    written.accept(whole);
    keep(block, outcome.effort());
  }

  private static String reason(IOException e) {
    return WholeFile.reason(e, "the folder is gone");
  }

  /** Makes few files of many, if they are many. */
  public void compact() {
    if (blocks.size() <= MOST_FILES || cyclic.isPresent()) { // parts are not put together
      return;
    }
    List<Block> together = new ArrayList<>();
    long size = 0;
    for (Block block : blocks()) {
      boolean adjacent =
          together.isEmpty() || together.get(together.size() - 1).end() == block.first();
      if (!adjacent || size + block.size() > COMPACT_ITEMS) {
        compact(together);
        together.clear();
        size = 0;
      }
      together.add(block);
      size += block.size();
    }
    compact(together);
  }

  private void compact(List<Block> together) {
    if (together.size() < 2) {
      return;
    }
    add(Merged.joined(together.stream().map(this::read).toList()));
    try {
      for (Block block : together) {
        Files.delete(file(block));
        if (block.first() != together.get(0).first()) {
          blocks.remove(block.first());
          efforts.remove(block.first());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete in " + folder + ": " + reason(e), e);
    }
  }

  private Path file(Block block) {
    return folder.resolve(BlockHead.name(block, cyclic));
  }

  @Override
  public Optional<CyclicOrder> cyclic() {
    return cyclic;
  }

  @Override
  public void keepCyclic(CyclicOrder other) {
    if (!blocks.isEmpty()) {
      throw new IllegalStateException("there are blocks already");
    }
    order(Optional.of(other));
  }

  @Override
  public List<Effort> efforts() {
    return blocks.keySet().stream().map(efforts::get).toList();
  }

  @Override
  public Outcome part(long first, long end) {
    Block block = blocks.floorEntry(first).getValue();
    try {
      return BlockFile.part(file(block), first, end);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file(block) + ": " + e.getMessage(), e);
    }
  }

  @Override
  public List<Block> blocks() {
    return List.copyOf(blocks.values());
  }

  @Override
  public Outcome read(Block block) {
    try {
      return BlockFile.read(file(block));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file(block) + ": " + e.getMessage(), e);
    }
  }

  /** Deletes the folder and what it kept. */
  @Override
  public void close() {
    stages.clear();
    try {
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
    blocks.clear();
  }
}
