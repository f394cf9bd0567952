package dev.parallax.workload.sweep.design;

import dev.parallax.random.KeyedPermutation;
import dev.parallax.random.Purpose;
import dev.parallax.random.RandomStream;
import java.util.stream.IntStream;

/**
 * A Latin hypercube: in every dimension, each of {@code size} equal cells holds one point, at a
 * random place within it. The cells of a dimension are permuted by a key, so that no list of them
 * is kept.
 *
 * @param seed what the permutations and the places within the cells come from
 * @param dimension how many dimensions there are
 * @param size how many points there are
 * @see <a href="https://doi.org/10.2307/1268522">McKay, Beckman and Conover (1979)</a>
 */
record LatinHypercube(long seed, int dimension, long size) implements Sampling {

  @Override
  public Design.Pass open() {
    RandomStream random = RandomStream.of(seed, Purpose.DESIGN, 0);
    KeyedPermutation[] cells =
        IntStream.range(0, dimension)
            .mapToObj(p -> new KeyedPermutation(seed, Purpose.DESIGN, p, size))
            .toArray(KeyedPermutation[]::new);
    return (item, point) -> {
      random.moveTo(item);
      for (int p = 0; p < point.length; p++) {
        point[p] = within(cells[p].at(item), random.nextDouble());
      }
    };
  }

  /** A place within a cell, which roundings do not leave: the sign of a fused product is exact. */
  private double within(long cell, double part) {
    double cells = size;
    double place = (cell + part) / cells;
    while (Math.fma(place, cells, -(double) cell) < 0) {
      place = Math.nextUp(place);
    }
    while (Math.fma(place, cells, -(double) (cell + 1)) >= 0) {
      place = Math.nextDown(place);
    }
    return place;
  }
}
