package dev.parallax.model.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parallax.json.JsonText;
import dev.parallax.model.command.LivingProcesses;
import dev.parallax.model.command.ScriptException;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A function of Python's with all that it needs, in the file that the Python package wrote: an
 * archive that Python itself can run.
 */
final class PythonCode implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The most bytes that travel: the driver and each executor hold them in memory. */
  private static final long MOST_BYTES = 1L << 30;

  /** The form of the file, and of what is said to a worker. */
  private static final long FORM = 1;

  private static final String HEADER = "job/header.json";

  /** The files that came from elsewhere, by their contents' SHA-256. */
  private static final Map<String, Path> ARRIVED = new ConcurrentHashMap<>();

  private final String path;
  private final byte[] content; // none where workers read the file itself
  private final String hash;
  private final String python;
  private final String name;
  private final boolean keywords;
  private final boolean onEngine;
  private final String columns; // joined by line feeds
  private final ArrayList<PythonAnswer> answers;

  private PythonCode(String path, byte[] content, Map<String, Object> header) {
    this.path = path;
    this.content = content;
    this.hash = content.length == 0 ? "" : sha256(content);
    this.python = String.valueOf(header.get("python"));
    this.name = header.get("name") instanceof String text ? text : "a Python function";
    this.keywords = "keywords".equals(header.get("call"));
    this.onEngine = Boolean.TRUE.equals(header.get("on_engine"));
    this.columns = header.get("columns") instanceof List<?> names ? joined(names) : "";
    this.answers = new ArrayList<>();
    if (header.get("returns") instanceof List<?> pairs) {
      answers.addAll(PythonAnswer.of(pairs));
    }
  }

  private static String joined(List<?> names) {
    return String.join("\n", names.stream().map(String::valueOf).toList());
  }

  /**
   * Reads what is said of the function.
   *
   * @param travels whether workers do not see this machine's files
   * @throws IllegalArgumentException in one line, if the file is none of these
   */
  static PythonCode read(Path file, boolean travels) {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      ZipEntry entry = archive.getEntry(HEADER);
      if (entry == null) {
        throw new IllegalArgumentException(file + ": is no function of the package parallax");
      }
      String text = new String(archive.getInputStream(entry).readAllBytes(), UTF_8);
      Map<String, Object> header = JsonText.object(text);
      if (!Long.valueOf(FORM).equals(header.get("form"))) {
        throw new IllegalArgumentException(
            file + ": was written by another version of the package parallax than this one's");
      }
      return new PythonCode(
          file.toAbsolutePath().toString(), travels ? content(file) : new byte[0], header);
    } catch (IOException e) {
      String why = Files.exists(file) ? "is no function of the package parallax" : "no such file";
      throw new IllegalArgumentException(file + ": " + why, e);
    }
  }

  private static byte[] content(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a function and its data of "
              + (Files.size(file) >> 20)
              + " MB are too much to be sent to each worker, which takes "
              + (MOST_BYTES >> 20)
              + " MB at most; have the function read files that all workers see");
    }
    return Files.readAllBytes(file);
  }

  /** The Python that runs it. */
  String python() {
    return python;
  }

  /** What the function is called. */
  String name() {
    return name;
  }

  /** Whether workers are on other machines. */
  boolean travels() {
    return content.length > 0;
  }

  /** Whether it takes a point's values by their names; else the first alone. */
  boolean takesKeywords() {
    return keywords;
  }

  /** Whether an item is an engine, which has a process of its own for as long as that lives. */
  boolean onEngine() {
    return onEngine;
  }

  /** The columns of a statistic. */
  List<String> columns() {
    return columns.isEmpty() ? List.of() : List.of(columns.split("\n", -1));
  }

  /** What it answers, where that was known when the file was written. */
  List<PythonAnswer> answers() {
    return List.copyOf(answers);
  }

  /**
   * What a worker is told of a job.
   *
   * @param known what the function answers; none if that is to be learnt
   * @param names the parameters' names
   * @param prompt whether each answer is to be sent at once
   */
  Map<String, Object> job(List<PythonAnswer> known, List<String> names, long seed, boolean prompt) {
    return Map.of(
        "path", here(),
        "shape", known.stream().map(PythonAnswer::pair).toList(),
        "names", names,
        "seed", seed,
        "prompt", prompt);
  }

  /**
   * The file on this machine.
   *
   * @throws ScriptException if it came from elsewhere and cannot be written
   */
  String here() {
    return content.length == 0 ? path : ARRIVED.computeIfAbsent(hash, key -> written()).toString();
  }

  private Path written() {
    try {
      Path file = Files.createTempFile("parallax-python-", ".zip");
      File gone = file.toFile();
      LivingProcesses.add(gone::delete);
      return Files.write(file, content);
    } catch (IOException e) {
      throw new ScriptException("cannot write the function to a temporary file: " + e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // each Java has it
    }
  }
}
