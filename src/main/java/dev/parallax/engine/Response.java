package dev.parallax.engine;

/**
 * A result column that a workload promises.
 *
 * @param name its name in tables and summaries
 * @param type what its entries are
 */
public record Response(String name, ColumnType type) {}
