package dev.parallax.run;

import dev.parallax.engine.Block;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the file of a block is called: {@code FIRST-SIZE.block}, or where items went to slices
 * cyclically {@code FIRST-SIZE-of-ITEMS.block}.
 */
final class BlockName {
  static final String END = ".block";

  private static final Pattern NAME =
      Pattern.compile("(\\d{1,19})-(\\d{1,9})(?:-of-(\\d{1,19}))?\\.block");

  private BlockName() {}

  static String of(Block block, Optional<CyclicOrder> cyclic) {
    String all = cyclic.map(d -> "-of-" + d.items()).orElse("");
    return block.first() + "-" + block.size() + all + END;
  }

  /**
   * The index after that of the last item in a file of this name, or of those of all parts; 0 if no
   * block is called so. What no long can hold is the largest there is.
   */
  static long end(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return 0;
    }
    BigInteger end = new BigInteger(parts.group(1)).add(new BigInteger(parts.group(2)));
    BigInteger all = parts.group(3) == null ? end : new BigInteger(parts.group(3));
    return end.max(all).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
  }
}
