package dev.parallax.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** The generators against published and independent values, and their states' distinctness. */
class GeneratorTest {

  /** Published with the reference C code, from the state 1, 2, 3, 4. */
  private static final long[] KNOWN = {
    41943041L,
    58720359L,
    3588806011781223L,
    3591011842654386L,
    Long.parseUnsignedLong("9228616714210784205"),
    Long.parseUnsignedLong("9973669472204895162"),
    Long.parseUnsignedLong("14011001112246962877"),
    Long.parseUnsignedLong("12406186145184390807"),
    Long.parseUnsignedLong("15849039046786891736"),
    Long.parseUnsignedLong("10450023813501588000")
  };

  @Test
  void xoshiroGivesThePublishedWords() {
    Xoshiro256 generator = new Xoshiro256().state(1, 2, 3, 4);
    for (long word : KNOWN) {
      assertEquals(word, generator.next());
    }
  }

  @Test
  void xoshiroAgreesWithCommonsRng() {
    long[] state = {0x9e3779b97f4a7c15L, -2, 3, Long.MIN_VALUE};
    UniformRandomProvider peer = RandomSource.XO_SHI_RO_256_PP.create(state);
    Xoshiro256 generator = new Xoshiro256().state(state[0], state[1], state[2], state[3]);
    for (int k = 0; k < 10_000; k++) {
      assertEquals(peer.nextLong(), generator.next());
    }
  }

  @Test
  void splitMixGivesThePublishedWords() {
    assertEquals(6457827717110365317L, Keys.splitMix(1234567, 0));
    assertEquals(3203168211198807973L, Keys.splitMix(1234567, 1));
    assertEquals(Long.parseUnsignedLong("9817491932198370423"), Keys.splitMix(1234567, 2));
    assertEquals(4593380528125082431L, Keys.splitMix(1234567, 3));
    assertEquals(Long.parseUnsignedLong("16408922859458223821"), Keys.splitMix(1234567, 4));
  }

  @Test
  void wordsAreTheLanesInTurn() {
    long[] keys = Keys.of(42, Purpose.ITEM);
    for (long item : new long[] {0, 1, -1, 123456789, Long.MAX_VALUE, Long.MIN_VALUE}) {
      RandomStream stream = RandomStream.of(42, item);
      Xoshiro256[] lanes = new Xoshiro256[Lanes.WIDTH];
      for (int l = 0; l < Lanes.WIDTH; l++) {
        lanes[l] = new Xoshiro256().seed(keys, item, l);
      }
      assertEquals(Keys.firstWord(keys, item), RandomStream.of(42, item).nextLong());
      for (int k = 0; k < 2000; k++) {
        assertEquals(lanes[k % Lanes.WIDTH].next(), stream.nextLong());
      }
    }
  }

  @Test
  void stateWordsGiveItemAndLaneBack() {
    for (long seed = -3; seed < 3; seed++) {
      long[] keys = Keys.of(seed, Purpose.ARRAY);
      for (long item : new long[] {0, 1, -1, 1L << 60, 5L << 59, Long.MAX_VALUE, Long.MIN_VALUE}) {
        for (int lane = 0; lane <= Keys.SPARE; lane++) {
          long low =
              unmix(unmix(Keys.mix(Keys.low(keys, item, lane) ^ keys[1])) ^ keys[1]) ^ keys[0];
          long high =
              unmix(unmix(Keys.mix(Keys.high(keys, item, lane) ^ keys[4])) ^ keys[4]) ^ keys[3];
          int lowLane = (int) (low & 15);
          assertEquals(lane, lowLane);
          assertEquals(item, high - ((long) lowLane << 60));
        }
      }
    }
  }

  private static long unmix(long mixed) {
    long z = unshift(mixed, 31) * inverse(Keys.M2);
    z = unshift(z, 27) * inverse(Keys.M1);
    return unshift(z, 30);
  }

  private static long unshift(long z, int shift) {
    return z ^ (z >>> shift) ^ (2 * shift < Long.SIZE ? z >>> (2 * shift) : 0);
  }

  /** Newton's iteration modulo 2^64; an odd number is its own inverse modulo 8. */
  private static long inverse(long odd) {
    long x = odd;
    for (int k = 0; k < 5; k++) {
      x *= 2 - odd * x;
    }
    return x;
  }

  @Test
  void keysDifferBetweenSeedsAndPurposes() {
    Set<Long> seen = new HashSet<>();
    for (Purpose purpose : Purpose.values()) {
      for (long seed = -500; seed < 500; seed++) {
        for (long key : Keys.of(seed, purpose)) {
          assertTrue(seen.add(key), () -> "repeated key of " + purpose);
        }
      }
    }
  }

  @Test
  void itemsSeedsAndPurposesStartDifferently() {
    Set<Long> seen = new HashSet<>();
    for (Purpose purpose : Purpose.values()) {
      for (long seed = 0; seed < 100; seed++) {
        RandomStream stream = RandomStream.of(seed, purpose, 0);
        for (long item = 0; item < 100; item++) {
          for (int lane = 0; lane < Lanes.WIDTH; lane++) {
            assertTrue(seen.add((lane == 0 ? stream.moveTo(item) : stream).nextLong()));
          }
        }
      }
    }
  }

  @Test
  void frozenPurposes() {
    String[] names = {"ITEM", "ARRAY", "RESAMPLE", "DESIGN", "SYNTHETIC"};
    long[] keys = {
      0x8f1bbcdc5a827999L,
      0x6a09e667f3bcc908L,
      0xbb67ae8584caa73bL,
      0x3c6ef372fe94f82bL,
      0xa54ff53a5f1d36f1L
    };
    for (int j = 0; j < names.length; j++) {
      assertEquals(keys[j], Purpose.valueOf(names[j]).key());
    }
    assertArrayEquals(Keys.of(1, Purpose.ITEM), Keys.of(1, Purpose.ITEM));
    assertNotEquals(Keys.of(1, Purpose.ITEM)[0], Keys.of(2, Purpose.ITEM)[0]);
  }
}
