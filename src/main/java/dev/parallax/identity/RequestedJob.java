package dev.parallax.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parallax.workload.Effect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A job that is asked for, beside one that was begun: whether the results of that one are results
 * of this one.
 *
 * @param identity what the job is
 * @param effects what its options affect
 * @param extensible whether its first items stay as they are when it has more
 */
public record RequestedJob(JobIdentity identity, Effects effects, boolean extensible) {
  /**
   * The job of a command whose command line was parsed.
   *
   * @param version the program and its version
   * @param known other names of files, which say what is in them
   * @throws IllegalArgumentException if a file or the code that it names cannot be read
   */
  public static RequestedJob of(
      CommandSpec command, String version, Map<String, String> known, boolean extensible) {
    return new RequestedJob(
        CommandIdentity.of(command, version, known), Effects.of(command), extensible);
  }

  /**
   * What one job has and the other has not.
   *
   * @param effect what it affects
   * @param text what each of them has, in a few words
   */
  public record Difference(Effect effect, String text) {}

  /**
   * Why the results of a job that was begun are not results of this one.
   *
   * @param there the job that was begun
   * @param retrying whether items that failed there are tried again
   * @return none if they are; a longer job may be the same one
   */
  public List<Difference> differences(JobIdentity there, boolean retrying) {
    Map<String, List<String>> before = there.parts();
    Map<String, List<String>> now = identity.parts();
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(now.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String key : keys) {
      List<String> old = before.getOrDefault(key, List.of());
      List<String> wanted = now.getOrDefault(key, List.of());
      Effect effect = effects.of(key);
      if (!old.equals(wanted) && !effect.mayChange(retrying) && !isLonger(key, there)) {
        difference(key, old, wanted, differences);
      }
    }
    return differences.isEmpty() ? ofFiles(before, now) : differences;
  }

  /** Files that are read by one of the two jobs alone, though the options are the same. */
  private static List<Difference> ofFiles(
      Map<String, List<String>> before, Map<String, List<String>> now) {
    List<Difference> differences = new ArrayList<>();
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(now.keySet());
    for (String key : keys) {
      if (key.startsWith("#") && before.containsKey(key) != now.containsKey(key)) {
        String which =
            now.containsKey(key) ? " is read now, and was not" : " was read, and is not now";
        differences.add(new Difference(Effect.NUMBERS, key.substring(1) + which));
      }
    }
    return differences;
  }

  private void difference(
      String key, List<String> old, List<String> wanted, List<Difference> differences) {
    if (!key.startsWith("#")) {
      differences.add(
          new Difference(
              effects.of(key), text(key, old) + " there, " + text(key, wanted) + " here"));
    } else if (!old.isEmpty() && !wanted.isEmpty()) { // else the options differ as well
      differences.add(new Difference(Effect.NUMBERS, key.substring(1) + " has changed since"));
    }
  }

  private static String text(String key, List<String> lines) {
    return lines.isEmpty() ? "no " + key : String.join(" ", lines);
  }

  /** Whether this is the other job with more items at its end. */
  public boolean isLongerThan(JobIdentity there) {
    return identity.parts().keySet().stream().anyMatch(key -> isLonger(key, there));
  }

  private boolean isLonger(String key, JobIdentity there) {
    OptionalLong old = number(there.values(key));
    OptionalLong wanted = number(identity.values(key));
    return extensible
        && effects.of(key) == Effect.LENGTH
        && old.isPresent()
        && wanted.isPresent()
        && wanted.getAsLong() > old.getAsLong();
  }

  private static OptionalLong number(List<String> values) {
    try {
      return values.size() == 1
          ? OptionalLong.of(Long.parseLong(values.get(0)))
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty(); // a job file that was changed by hand
    }
  }

  /**
   * The SHA-256 of all that a job's items depend on: the same for jobs without a {@linkplain
   * #differences difference}.
   */
  public String fingerprint() {
    SortedMap<String, List<String>> parts = identity.parts();
    parts.keySet().removeIf(key -> !marks(effects.of(key)));
    try (InputStream in = new ByteArrayInputStream(parts.toString().getBytes(UTF_8))) {
      return FileDigest.of(in);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  private boolean marks(Effect effect) {
    return effect == Effect.NUMBERS || (effect == Effect.LENGTH && !extensible);
  }
}
