package dev.parallax.bootstrap.resampling;

import dev.parallax.bootstrap.sample.Units;
import dev.parallax.random.KeyedPermutation;
import dev.parallax.random.Purpose;
import java.util.ArrayList;
import java.util.List;

/**
 * The balanced bootstrap: over all B resamples together each unit is drawn exactly B times. The B m
 * places of a stratum of m units are permuted by a keyed permutation, and place i of replicate b
 * gets unit π(b m + i) mod m; so no replicate needs another.
 *
 * @param units what is drawn
 * @param resamples B, on which every replicate depends
 * @see <a href="https://doi.org/10.1093/biomet/73.3.555">Davison, Hinkley and Schechtman, Efficient
 *     bootstrap simulation (1986)</a>
 */
record BalancedResampling(Units units, long resamples) implements Resampling {
  private static final long serialVersionUID = 1L;

  @Override
  public Sampler sampler(int rows) {
    DrawnRows drawn = new DrawnRows(units.rows().length);
    int[] numbers = new int[units.largest()];
    List<KeyedPermutation> permutations = new ArrayList<>();
    return random -> {
      if (permutations.isEmpty()) {
        for (int stratum = 0; stratum < units.strata(); stratum++) {
          long places = Math.multiplyExact(resamples, (long) units.size(stratum));
          permutations.add(new KeyedPermutation(random.seed(), Purpose.RESAMPLE, stratum, places));
        }
      }
      drawn.clear();
      for (int stratum = 0; stratum < units.strata(); stratum++) {
        int size = units.size(stratum);
        permutations.get(stratum).fill(random.item() * size, size, size, numbers);
        UnitResampling.add(units, stratum, numbers, drawn);
      }
      return drawn.done();
    };
  }
}
