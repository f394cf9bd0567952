package dev.parallax.workload;

import dev.parallax.engine.ItemLimits;
import java.util.OptionalInt;

/**
 * What the description of a job may depend on of the run that is wanted.
 *
 * @param seed what all randomness comes from
 * @param slices how many slices are wanted; empty for a timed pilot's choice
 * @param limits what each item is allowed
 * @param onCluster whether items are computed on other machines than this one
 */
public record RunSettings(long seed, OptionalInt slices, ItemLimits limits, boolean onCluster) {}
