package dev.parallax.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parallax.workload.sweep.DesignKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes the run in an output folder another one than the one that is asked for: their job
 * files, line by line. What is only said of the results may differ, and a run may be made longer.
 */
final class JobDifference {
  private static final Pattern VERSION = Pattern.compile("# (parallax [^;]*).*");
  private static final Pattern DIGEST = Pattern.compile("# (reads|code of) (.*), SHA-256 (.*)");
  private static final Pattern OPTION = Pattern.compile("\"?(--[a-z][a-z0-9-]*)(?:[ =].*)?");

  private JobDifference() {}

  /**
   * One line for each difference; none if the results of the one are results of the other.
   *
   * @param free the options that may differ
   */
  static List<String> between(String there, String here, Set<String> free) {
    Map<String, List<String>> before = parts(there);
    Map<String, List<String>> now = parts(here);
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(now.keySet());
    keys.removeAll(free);
    List<String> differences = new ArrayList<>();
    for (String key : keys) {
      List<String> old = before.getOrDefault(key, List.of());
      List<String> wanted = now.getOrDefault(key, List.of());
      if (!old.equals(wanted) && !(isExtensible(key, now) && isLonger(key, old, wanted))) {
        difference(key, old, wanted, differences);
      }
    }
    return differences;
  }

  /**
   * The SHA-256 of all that a job's items depend on: the same for jobs that have no {@linkplain
   * #between difference}.
   */
  static String digest(String job) {
    Map<String, List<String>> parts = new TreeMap<>(parts(job));
    parts.keySet().removeAll(RunOptions.FINDINGS);
    parts.keySet().removeAll(RunOptions.FAILURES);
    parts.remove(RunOptions.ITEM_TIMEOUT); // another one is for items that are tried again
    parts.keySet().removeIf(key -> RunOptions.LENGTHS.contains(key) && isExtensible(key, parts));
    try (InputStream in = new ByteArrayInputStream(parts.toString().getBytes(UTF_8))) {
      return FileDigest.of(in);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  /** Whether the second job is the first one with more items at its end. */
  static boolean isLonger(String there, String here) {
    Map<String, List<String>> before = parts(there);
    Map<String, List<String>> now = parts(here);
    return RunOptions.LENGTHS.stream()
        .filter(key -> isExtensible(key, now))
        .anyMatch(
            key ->
                isLonger(
                    key, before.getOrDefault(key, List.of()), now.getOrDefault(key, List.of())));
  }

  /**
   * Whether a run's items stay as they are when it gets more: those of a balanced bootstrap and of
   * a Latin hypercube do not.
   */
  private static boolean isExtensible(String key, Map<String, List<String>> job) {
    if (key.equals("--samples")) {
      List<String> designs = DesignKind.names(DesignKind::isExtensible);
      return job.getOrDefault("--design", List.of()).stream()
          .anyMatch(line -> designs.contains(line.replaceFirst("^--design[ =]", "")));
    }
    return job.getOrDefault("--resampling", List.of()).stream()
        .noneMatch(line -> line.contains("balanced"));
  }

  private static boolean isLonger(String key, List<String> old, List<String> wanted) {
    return RunOptions.LENGTHS.contains(key)
        && old.size() == 1
        && wanted.size() == 1
        && number(wanted.get(0)) > number(old.get(0));
  }

  private static long number(String line) {
    String digits = line.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private static void difference(
      String key, List<String> old, List<String> wanted, List<String> differences) {
    if (key.startsWith("#")) { // a file that only one of them reads is in its command too
      if (!old.isEmpty() && !wanted.isEmpty()) {
        differences.add(key.substring(1) + " has changed since");
      }
      return;
    }
    differences.add(text(key, old) + " there, " + text(key, wanted) + " here");
  }

  private static String text(String key, List<String> lines) {
    return lines.isEmpty() ? "no " + key : String.join(" ", lines);
  }

  /** The lines of a job file by what they are about. */
  private static Map<String, List<String>> parts(String job) {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    for (String line : job.lines().toList()) {
      Matcher version = VERSION.matcher(line);
      Matcher digest = DIGEST.matcher(line);
      Matcher option = OPTION.matcher(line);
      if (version.matches()) {
        add(parts, "version", version.group(1));
      } else if (digest.matches()) {
        String what = digest.group(1).equals("reads") ? "" : "the code of ";
        add(parts, "#" + what + digest.group(2), digest.group(3));
      } else if (option.matches()) {
        add(parts, option.group(1), line);
      } else {
        add(parts, "argument", line);
      }
    }
    return parts;
  }

  private static void add(Map<String, List<String>> parts, String key, String value) {
    parts.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
  }
}
