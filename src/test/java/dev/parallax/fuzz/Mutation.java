package dev.parallax.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes files at random, as a fault of a disk, of a program or an enemy would. */
final class Mutation {
  private static final int LARGEST = 64 << 10;
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]+(?:\\.[0-9]*)?(?:[eEdD][-+]?[0-9]+)?");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1",
          "2",
          "255",
          "65535",
          "2147483647",
          "2147483648",
          "-2147483648",
          "4294967296",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "1e999",
          "1e-999",
          "-1e999999999",
          "NaN",
          "inf",
          "",
          "-",
          "0x10",
          "1.5.5",
          "1,5",
          "000000000000000000000000000001",
          "99999999999999999999999999999999999999");

  private final SplittableRandom random;
  private final List<byte[]> seeds;
  private final List<String> words;

  Mutation(SplittableRandom random, List<byte[]> seeds, List<String> words) {
    this.random = random;
    this.seeds = seeds;
    this.words = words;
  }

  /** A file after one change or several. */
  byte[] of(byte[] seed) {
    byte[] bytes = seed;
    int changes = 1 + random.nextInt(random.nextInt(4) == 0 ? 12 : 3);
    for (int i = 0; i < changes; i++) {
      bytes = changed(bytes);
      bytes = bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
    }
    return bytes;
  }

  private byte[] changed(byte[] bytes) {
    int length = bytes.length;
    int at = random.nextInt(length + 1);
    int end = at + (int) ((length - at) * Math.pow(random.nextDouble(), 3));
    return switch (random.nextInt(14)) {
      case 0 -> flipped(bytes);
      case 1 -> set(bytes);
      case 2 -> joined(part(bytes, 0, at), part(bytes, end, length)); // a part deleted
      case 3 -> joined(part(bytes, 0, end), part(bytes, at, length)); // a part twice
      case 4 -> joined(part(bytes, 0, at), word(), part(bytes, at, length));
      case 5 -> joined(part(bytes, 0, at), word(), part(bytes, end, length));
      case 6 -> spliced(bytes, at);
      case 7, 8 -> renumbered(bytes);
      case 9 -> part(bytes, 0, at);
      case 10 -> repeated(bytes, at, Math.min(end, at + 32));
      case 11 -> moved(bytes, at, end);
      case 12 -> lines(bytes);
      default -> nested(bytes, at);
    };
  }

  private byte[] flipped(byte[] bytes) {
    byte[] some = bytes.clone();
    if (some.length > 0) {
      some[random.nextInt(some.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return some;
  }

  private byte[] set(byte[] bytes) {
    byte[] some = bytes.clone();
    int[] edges = {0, 1, 9, 10, 13, 32, 34, 35, 39, 44, 45, 60, 92, 124, 127, 128, 195, 255};
    if (some.length > 0) {
      int value = random.nextBoolean() ? edges[random.nextInt(edges.length)] : random.nextInt(256);
      some[random.nextInt(some.length)] = (byte) value;
    }
    return some;
  }

  private byte[] word() {
    String word = words.get(random.nextInt(words.size()));
    return (random.nextInt(4) == 0 ? word + "\n" : word).getBytes(ISO_8859_1);
  }

  private byte[] spliced(byte[] bytes, int at) {
    byte[] other = seeds.get(random.nextInt(seeds.size()));
    int from = random.nextInt(other.length + 1);
    byte[] rest = random.nextBoolean() ? new byte[0] : part(bytes, at, bytes.length);
    int to = random.nextBoolean() ? other.length : Math.min(other.length, from + 80);
    return joined(part(bytes, 0, at), part(other, from, to), rest);
  }

  /** Another number where there is one. */
  private byte[] renumbered(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    List<MatchResult> found = NUMBER.matcher(text).results().toList();
    if (found.isEmpty()) {
      return set(bytes);
    }
    MatchResult number = found.get(random.nextInt(found.size()));
    String other = NUMBERS.get(random.nextInt(NUMBERS.size()));
    String changed = text.substring(0, number.start()) + other + text.substring(number.end());
    return changed.getBytes(ISO_8859_1);
  }

  private byte[] repeated(byte[] bytes, int at, int end) {
    byte[] part = part(bytes, at, Math.max(at, end));
    int most = part.length == 0 ? 1 : LARGEST / part.length;
    int times = 1 + random.nextInt(random.nextInt(4) == 0 ? most : Math.min(most, 40));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      all.writeBytes(part);
    }
    return joined(part(bytes, 0, at), all.toByteArray(), part(bytes, at, bytes.length));
  }

  private byte[] moved(byte[] bytes, int at, int end) {
    byte[] rest = joined(part(bytes, 0, at), part(bytes, end, bytes.length));
    int to = random.nextInt(rest.length + 1);
    return joined(part(rest, 0, to), part(bytes, at, end), part(rest, to, rest.length));
  }

  /** Lines in another order, or some of them missing. */
  private byte[] lines(byte[] bytes) {
    List<String> lines = new ArrayList<>(List.of(new String(bytes, ISO_8859_1).split("\n", -1)));
    if (random.nextBoolean()) {
      Collections.shuffle(lines, new Random(random.nextLong()));
    } else if (random.nextBoolean()) {
      lines.remove(random.nextInt(lines.size()));
    } else {
      Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
    }
    return String.join("\n", lines).getBytes(ISO_8859_1);
  }

  /** One word within itself, many times, closed or not. */
  private byte[] nested(byte[] bytes, int at) {
    String[][] pairs = {
      {"(", ")"}, {"{", "}"}, {"[", "]"}, {"<A>", "</A>"}, {"\"", "\""}, {"-", ""}
    };
    String[] pair = pairs[random.nextInt(pairs.length)];
    int depth = 1 + random.nextInt(random.nextInt(4) == 0 ? 8000 : 30);
    String text = pair[0].repeat(depth) + (random.nextBoolean() ? pair[1].repeat(depth) : "");
    return joined(part(bytes, 0, at), text.getBytes(ISO_8859_1), part(bytes, at, bytes.length));
  }

  private static byte[] part(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), Math.min(to, bytes.length));
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
