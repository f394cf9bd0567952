package dev.parallax.engine.block;

import java.io.Serializable;

/**
 * A block that is done.
 *
 * @param block the items
 * @param result their columns and failures
 * @param effort what it took
 */
public record Outcome(Block block, BlockResult result, Effort effort) implements Serializable {}
