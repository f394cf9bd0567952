package dev.parallax.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.parallax.fuzz.Fuzzing;
import dev.parallax.fuzz.Fuzzing.Seed;
import dev.parallax.identity.JobFile;
import dev.parallax.identity.JobIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Damaged job files, which are checked and not run; see {@link Fuzzing}. */
class JobFuzzTest {
  @TempDir private Path folder;

  @Test
  void noJobFileBreaksItsCheck() throws Exception {
    List<Seed> seeds =
        new ArrayList<>(List.of(new Seed("a.job", "sweep @b.job\n".getBytes(ISO_8859_1))));
    try (Stream<Path> jobs = Files.list(Path.of("jobs"))) {
      for (Path job : jobs.filter(file -> file.toString().endsWith(".job")).sorted().toList()) {
        seeds.add(new Seed(job.getFileName().toString(), Files.readAllBytes(job)));
      }
    }
    List<String> words =
        List.of("@", "@@", "#", "\"", "'", "\\", "-p", "=", ":", "\0", "\u00E9", "@a.job");
    CommandLine commands = Main.commands();
    new Fuzzing("jobs", seeds, words, folder)
        .run(
            2_000,
            0.05,
            (file, bytes, random) -> {
              JobIdentity.parse(new String(bytes, ISO_8859_1)); // of a folder's run.job
              try {
                JobFile.expanded(List.of("@" + file), commands);
              } catch (IllegalArgumentException e) { // it may begin with another one, named there
                String name = file + ": ";
                String whole = Complaints.oneLine(e.getMessage());
                String message = whole.substring(0, Math.min(350, whole.length()));
                String said = message.startsWith(file.toString()) ? message : name + message;
                throw new IllegalArgumentException(said, e);
              }
            });
  }
}
