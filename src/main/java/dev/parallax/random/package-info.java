/**
 * Random streams keyed by (seed, purpose, item), and the samplers on them. May import spelling.
 *
 * <p>The format, version 1 (counts of trials since 0.2), frozen by tests with stored values:
 *
 * <ol>
 *   <li>Key j = 0..5 of (seed, purpose) is mix(S(seed, j) ^ S(purpose's constant, j)), where S(x,
 *       j) is output j of SplitMix64 started at x, and mix its finalizer. If keys 1 and 2 or keys 4
 *       and 5 are equal, the second is complemented.
 *   <li>Each item has nine xoshiro256++ generators: lanes 0 to 7, and the spare, lane 8. Lane l of
 *       item i starts from words mix(p ^ key 1), mix(p ^ key 2), mix(q ^ key 4), mix(q ^ key 5),
 *       where p = mix((16 i + l) ^ key 0) and q = mix((i + 2<sup>60</sup> l) ^ key 3). All is
 *       invertible: under one (seed, purpose) no two lanes of any 64-bit items share a state, and
 *       none starts at zero.
 *   <li>Word k of the stream is the output of step k / 8 of lane k % 8. Each draw takes the next
 *       word. A draw that rejects its word takes what more it needs from the spare, in draw order.
 *   <li>Doubles take a word's high 53 bits, floats its high 24, ints its high 32, booleans its
 *       sign.
 *   <li>Bounded values are the high half of word times bound, rejected when the low half, modulo
 *       2<sup>64</sup>, is below 2<sup>64</sup> mod bound; then the spare's words are tried until
 *       one is accepted. Arrays of bounded ints use the two 32-bit halves of each word, low first,
 *       in the same way with 2<sup>32</sup>; their rejections try the spare's whole words.
 *   <li>Normals come from a ziggurat of 1021 layers in 1024 slots: bits 0 to 9 choose the slot,
 *       bits 12 to 63 the point; the other slots draw from the overhangs and the tail by the spare.
 *   <li>Poisson number i of an array takes bits 16 (i % 4) to 16 (i % 4) + 15 of word i / 4, as
 *       {@code PoissonCells} reads them, and the spare's next unit where no cell decides, once in
 *       some thousand draws and in their order.
 *   <li>Counts of n trials among n outcomes are an array of Poisson numbers of mean max(0, 1 - 2 /
 *       √n). Where trials are missing, as many bounded ints below n, as an array, add one each;
 *       where there are too many, long bounded values below n times the largest count c are drawn
 *       until enough of them, v, have found outcome v / c with a count above v % c, which each time
 *       loses one.
 *   <li>A sum of normals has one accumulator for each lane and one for rejected draws, added in a
 *       fixed tree at the end.
 * </ol>
 */
package dev.parallax.random;
