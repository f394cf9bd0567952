package dev.parallax.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Gives a reader files that were changed at random. A reader may take a file, or refuse it in one
 * line that begins with its name: nothing else, within ten seconds and 256 MB.
 *
 * <p>The suite runs a fixed number of inputs from a fixed seed. With {@code -Dfuzz.minutes=60}, as
 * the profile {@code fuzz} has it, it goes on so long from a new seed. Every input hangs on the
 * seed and its number alone; one that is not borne is kept in {@code target/fuzz}, and {@code
 * -Dfuzz.seed=S -Dfuzz.from=N} begins with it.
 */
public final class Fuzzing {
  private static final Path KEPT = Path.of("target", "fuzz");
  private static final long FIXED = 20261129;
  private static final double SECONDS = 10;
  private static final long MOST_BYTES = 256L << 20;
  private static final int LONGEST = 400;
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?<!\")\\bnull\\b|\\b(java|javax|org|com|uk)\\.[a-z]+\\.|Exception\\b|Error:|\\bat dev\\.");

  /** A file to begin with, and the name that it has, such as {@code table.csv}. */
  @SuppressWarnings("ArrayRecordComponent") // never leaves the tests
  public record Seed(String name, byte[] bytes) {}

  /** What reads. */
  @FunctionalInterface
  public interface Reader {

    /**
     * Reads a file.
     *
     * @param bytes what it has
     * @param random for choices, the same for the same input
     * @throws IllegalArgumentException if it refuses the file
     */
    void read(Path file, byte[] bytes, SplittableRandom random) throws Exception;
  }

  private final String name;
  private final List<Seed> seeds;
  private final List<String> words;
  private final Path folder;
  private final Map<String, String> faults = new TreeMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final long seed;
  private volatile long begun;
  private volatile long number;
  private volatile byte[] input = {};
  private volatile boolean done;
  private int refused;
  private long most;
  private double slowest;

  /**
   * Of one kind of files.
   *
   * @param words what may be put into them
   * @param folder where they are written
   */
  public Fuzzing(String name, List<Seed> seeds, List<String> words, Path folder) {
    this.name = name;
    this.seeds = List.copyOf(seeds);
    this.words = List.copyOf(words);
    this.folder = folder;
    this.seed = Long.getLong("fuzz.seed", isLong() ? System.nanoTime() : FIXED);
  }

  private static boolean isLong() {
    return minutes() > 0;
  }

  private static double minutes() {
    return Double.parseDouble(System.getProperty("fuzz.minutes", "0"));
  }

  /**
   * Runs; fails if an input was not borne.
   *
   * @param count how many inputs in the suite
   * @param share which part of the minutes is this test's
   */
  public void run(int count, double share, Reader reader) throws Exception {
    long from = Long.getLong("fuzz.from", 0);
    long end = isLong() ? Long.MAX_VALUE : from + count;
    long limit =
        System.nanoTime() + (isLong() ? (long) (minutes() * 60e9 * share) : Long.MAX_VALUE / 2);
    number = from;
    while (!done) {
      Thread worker = new Thread(() -> work(end, limit, reader), "fuzzing " + name);
      worker.setDaemon(true);
      begun = System.nanoTime();
      worker.start();
      if (watch(worker)) {
        number++; // the next worker leaves that input out
      }
    }
    report(from);
  }

  /** Waits for the end; true if an input took too long, whose thread is left to itself. */
  private boolean watch(Thread worker) throws InterruptedException {
    while (worker.isAlive()) {
      worker.join(200);
      if (worker.isAlive() && (System.nanoTime() - begun) / 1e9 > SECONDS) {
        Throwable hang = new AssertionError("takes more than " + SECONDS + " s");
        hang.setStackTrace(worker.getStackTrace());
        fault(number, input, hang);
        return true;
      }
    }
    return false;
  }

  private void work(long end, long limit, Reader reader) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<byte[]> all = seeds.stream().map(Seed::bytes).toList();
    long mine = number;
    while (mine < end && System.nanoTime() < limit) {
      SplittableRandom random = new SplittableRandom(seed + mine * 0x9E3779B97F4A7C15L);
      Seed first = seeds.get(random.nextInt(seeds.size()));
      byte[] bytes = new Mutation(random, all, words).of(first.bytes());
      input = bytes;
      long allocated = threads.getCurrentThreadAllocatedBytes();
      begun = System.nanoTime();
      Throwable thrown = outcome(folder.resolve(first.name()), bytes, random, reader);
      slowest = Math.max(slowest, (System.nanoTime() - begun) / 1e9);
      long bytesUsed = threads.getCurrentThreadAllocatedBytes() - allocated;
      most = Math.max(most, bytesUsed);
      if (mine != number) {
        return; // it was given up
      }
      if (thrown == null && bytesUsed > MOST_BYTES) {
        thrown = new AssertionError("takes " + (bytesUsed >> 20) + " MB");
      }
      if (thrown != null) {
        fault(mine, bytes, thrown);
      }
      number = ++mine;
    }
    done = true;
  }

  /** What is wrong with how a reader took a file; null if nothing is. */
  private Throwable outcome(Path file, byte[] bytes, SplittableRandom random, Reader reader) {
    try {
      Files.write(file, bytes);
      reader.read(file, bytes, random);
      return null;
    } catch (IllegalArgumentException e) {
      refused++;
      String wrong =
          e.getClass() == IllegalArgumentException.class ? wrong(e, file, bytes) : "class";
      return wrong.isEmpty() ? null : new AssertionError(wrong + ": " + e.getMessage(), e);
    } catch (Throwable e) {
      return e;
    }
  }

  /** What is wrong with a message; empty if nothing is. */
  private static String wrong(IllegalArgumentException e, Path file, byte[] bytes) {
    String message = String.valueOf(e.getMessage());
    String rest = message.replace(file.toString(), "").replace(file.getParent().toString(), "");
    if (!message.startsWith(file.toString())) {
      return "begins with no name";
    }
    if (rest.length() > LONGEST) {
      return "is long";
    }
    if (rest.chars().anyMatch(c -> c < ' ' || (c >= 0x7F && c < 0xA0))) {
      return "has control characters";
    }
    if (rest.contains("is damaged (")) {
      return "is a fault";
    }
    if (message.matches("(?s)\\S+\\.(gz|bz2|xz): .*")) {
      return ""; // it may quote what is packed
    }
    String text = new String(bytes, ISO_8859_1);
    boolean foreign =
        FOREIGN.matcher(rest).results().anyMatch(found -> !text.contains(found.group()));
    return foreign ? "has words of Java's" : "";
  }

  private synchronized void fault(long at, byte[] bytes, Throwable thrown) {
    Throwable root = thrown;
    List<StackTraceElement> trace = new ArrayList<>(Arrays.asList(thrown.getStackTrace()));
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
      trace.addAll(0, Arrays.asList(root.getStackTrace())); // where it began first
    }
    String place =
        trace.stream()
            .filter(frame -> frame.getClassName().startsWith("dev.parallax"))
            .filter(frame -> !frame.getClassName().startsWith("dev.parallax.fuzz"))
            .limit(1)
            .map(StackTraceElement::toString)
            .findFirst()
            .orElse("");
    String kind = root.getClass().getSimpleName() + " " + place;
    String key = kind + (thrown instanceof AssertionError ? " " + first(thrown) : "");
    counts.merge(key, 1, Integer::sum);
    if (!faults.containsKey(key) && faults.size() < 100) {
      faults.put(key, keep(at, bytes, thrown));
    }
  }

  private static String first(Throwable thrown) {
    return String.valueOf(thrown.getMessage()).replaceFirst("(?s)[:0-9].*", "");
  }

  /** Keeps an input and what became of it. */
  private String keep(long at, byte[] bytes, Throwable thrown) {
    try {
      Files.createDirectories(KEPT);
      Path file = KEPT.resolve(name + "-" + seed + "-" + at);
      Files.write(file, bytes);
      StringWriter text = new StringWriter();
      thrown.printStackTrace(new PrintWriter(text, true));
      Files.writeString(file.resolveSibling(file.getFileName() + ".txt"), text.toString());
      String message = String.valueOf(thrown.getMessage());
      return file + ": " + message.substring(0, Math.min(300, message.length()));
    } catch (IOException e) {
      return "input " + at + " cannot be kept: " + e;
    }
  }

  private void report(long from) throws IOException {
    String line =
        String.format(
            Locale.ROOT,
            "%s: seed %d, %d inputs, %d refused; at most %d MB and %.2f s",
            name,
            seed,
            number - from,
            refused,
            most >> 20,
            slowest);
    StringBuilder all = new StringBuilder(line).append('\n');
    counts.forEach(
        (key, count) ->
            all.append(count)
                .append(" x ")
                .append(key)
                .append("\n    ")
                .append(faults.get(key))
                .append('\n'));
    if (isLong()) {
      System.out.print(all);
    }
    Files.createDirectories(KEPT);
    Files.writeString(KEPT.resolve(name + ".report"), all);
    if (!faults.isEmpty()) {
      fail(all.toString());
    }
  }
}
