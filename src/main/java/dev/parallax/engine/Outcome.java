package dev.parallax.engine;

import java.io.Serializable;

/**
 * A block that is done.
 *
 * @param block the items
 * @param result their columns and failures
 * @param seconds how long the block function took
 * @param where the worker that did it
 */
public record Outcome(Block block, BlockResult result, double seconds, String where)
    implements Serializable {}
