package dev.parallax.run;

import dev.parallax.engine.block.Block;
import dev.parallax.engine.block.Effort;
import dev.parallax.engine.block.Outcome;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the file of a block begins: what it is, and nothing of its results.
 *
 * @param job the job that it is of; empty where that is not known
 * @param block the items
 * @param effort what it took
 * @param cyclic the order that its items are of, where they went to slices cyclically
 */
record BlockHead(String job, Block block, Effort effort, Optional<CyclicOrder> cyclic) {
  /** Of the file's form; a run's folder is refused by any other version of the program. */
  private static final int VERSION = 8;

  /** How its name ends. */
  static final String END = ".block";

  private static final Pattern NAME =
      Pattern.compile("(\\d{1,19})-(\\d{1,9})(?:-of-(\\d{1,19}))?\\.block");

  /** Checks that there can be such a block. */
  BlockHead {
    boolean possible = Double.isFinite(effort.seconds()) && effort.seconds() >= 0;
    if (!possible || Double.isInfinite(effort.began())) {
      throw new IllegalArgumentException("no such effort: " + effort);
    }
    if (!cyclic.map(order -> order.has(block)).orElse(block.step() == 1)) {
      throw new IllegalArgumentException(block + " is no block of " + cyclic);
    }
  }

  static BlockHead of(Outcome outcome, Optional<CyclicOrder> cyclic, String job) {
    return new BlockHead(job, outcome.block(), outcome.effort(), cyclic);
  }

  /**
   * What the file of a block is called: {@code FIRST-SIZE.block}, or where items went to slices
   * cyclically {@code FIRST-SIZE-of-ITEMS.block}.
   */
  static String name(Block block, Optional<CyclicOrder> cyclic) {
    String all = cyclic.map(order -> "-of-" + order.items()).orElse("");
    return block.first() + "-" + block.size() + all + END;
  }

  /**
   * The index after that of the last item in a file of this name, or of those of all parts; 0 if no
   * block is called so. What no long can hold is the largest there is.
   */
  static long end(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return 0;
    }
    BigInteger end = new BigInteger(parts.group(1)).add(new BigInteger(parts.group(2)));
    BigInteger all = parts.group(3) == null ? end : new BigInteger(parts.group(3));
    return end.max(all).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(VERSION);
    out.writeUTF(job);
    out.writeInt(block.index());
    out.writeLong(block.first());
    out.writeInt(block.size());
    out.writeDouble(effort.seconds());
    out.writeUTF(effort.where());
    out.writeDouble(effort.began());
    out.writeInt(cyclic.map(CyclicOrder::parts).orElse(0));
    out.writeLong(cyclic.map(CyclicOrder::items).orElse(0L));
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if there can be no such block
   */
  static BlockHead read(DataInputStream in) throws IOException {
    if (in.readInt() != VERSION) {
      throw new IOException("it was written by another version");
    }
    String job = in.readUTF();
    int index = in.readInt();
    long first = in.readLong();
    int size = in.readInt();
    Effort effort = new Effort(in.readDouble(), in.readUTF(), in.readDouble());
    int parts = in.readInt();
    long items = in.readLong();
    Optional<CyclicOrder> cyclic =
        parts == 0 ? Optional.empty() : Optional.of(new CyclicOrder(parts, items));
    int step = cyclic.map(order -> order.step(first)).orElse(1);
    return new BlockHead(job, new Block(index, first, size, step), effort, cyclic);
  }
}
