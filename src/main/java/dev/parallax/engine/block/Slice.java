package dev.parallax.engine.block;

import java.io.Serializable;

/**
 * A block with the data that only it needs, which travel to its worker and to no other.
 *
 * @param <S> the type of those data; {@code null} where the item index says everything
 * @param block the items
 * @param data what only this block needs
 */
public record Slice<S extends Serializable>(Block block, S data) implements Serializable {}
