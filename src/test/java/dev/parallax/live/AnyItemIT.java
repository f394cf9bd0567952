package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parallax.PythonCell;
import dev.parallax.cli.process.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Items, statistics and resamplings of every kind on the cluster; the recipe goes on after its
 * driver died.
 */
@ExtendWith(Lab.Extension.class)
class AnyItemIT {
  private static final int SLICES = 24;

  private static final String TWO =
      "bootstrap jobs/data/hubble.ecsv --x distance --y velocity --resamples 300 --statistic"
          + " pearson,spearman,kendall,slope,intercept,slope-through-origin,ratio,mean-difference ";

  private static final List<String> RESAMPLINGS =
      List.of(
          "@jobs/hubble.job --resamples 20000",
          TWO + "--resampling balanced",
          TWO + "--resampling poisson",
          TWO + "--block stationary --block-length 4",
          TWO + "--error x=distance --error y=distance --weights distance",
          "bootstrap jobs/data/hubble.ecsv --column velocity --resamples 300"
              + " --resampling parametric:normal --statistic"
              + " mean,median,quantile:0.9,trimmed-mean:0.1,sd,variance,variance-n,mad,cv,skewness",
          "bootstrap jobs/data/hubble.ecsv --column velocity --resampling exact --statistic mean");

  /** One after the other on the same executors, which take longer to start than these jobs. */
  @Test
  void textsRealsFormulasAndEveryKindOfResampling(Lab lab) throws IOException {
    Path names = lab.emptyFolder().resolve("names.txt");
    Files.writeString(names, "Sirius\nγ Cas\n\n  α Cen A \n");
    List<String> items =
        List.of(
            "map --array lines:" + names + " --expression length(element)",
            "map --array linspace:-1:3:1001 --expression sin(element)/element",
            "map --array 1,2.5,-4e-3 --expression element^3",
            "map --array red,green --expression length(element)*2",
            "bootstrap jobs/data/hubble.ecsv --resamples 3000"
                + " --expression sum(distance*velocity)/sum(distance)",
            "bootstrap jobs/data/hubble.ecsv --resamples 1000"
                + " --expression a=median(velocity) --expression b=a-corr(distance,velocity)");
    List<String> jobs = Stream.concat(items.stream(), RESAMPLINGS.stream()).toList();
    List<String> digests = new ArrayList<>();
    try (Child run = lab.jobs(jobs)) {
      assertEquals(ExitStatus.DONE, run.status(), run.out() + run.err());
      assertFalse(run.out().contains("\"where\":\"driver\""), run.out());
      run.out().lines().map(Child::digest).forEach(digests::add);
    }
    assertEquals(jobs.stream().map(job -> lab.serially(job.split(" "))).toList(), digests);
  }

  /** They travel with their job; a worker that is killed is replaced, and nothing is lost. */
  @Test
  void functionsOfPython(Lab lab) throws IOException, InterruptedException {
    Path folder = lab.emptyFolder();
    PythonCell.run(
        folder,
        """
        once = os.path.abspath("once")
        def f(n, rng):
            if n == 2000 and not os.path.exists(once):
                open(once, "w").close()
                os.kill(os.getpid(), 9)
            return {"n": n * n, "text": f"{n} \u03b3", "noise": rng.normal()}
        F.write("f.zip", f, parameters=[("element", "int")], call="element", travels=True)
        F.write("g.zip", lambda x: x.sum(), items=[np.ones(n) for n in range(50)],
                parameters=[("element", "int")], call="element", travels=True)
        t = np.zeros(4, dtype=[("distance", "f8"), ("velocity", "f8")])
        t["distance"] = [1, 2, 4, 8]
        F.statistic("s.zip", lambda t: np.median(t["velocity"] / t["distance"]), t)
        """);
    List<String> jobs =
        List.of(
            "map --array range:0:4000 --python " + folder.resolve("f.zip"),
            "map --array range:0:50 --python " + folder.resolve("g.zip"),
            "bootstrap jobs/data/hubble.ecsv --resamples 500 --python " + folder.resolve("s.zip"));
    List<String> digests = new ArrayList<>();
    try (Child run = lab.jobsOnOne(jobs)) {
      assertEquals(ExitStatus.DONE, run.status(), run.out() + run.err());
      run.out().lines().map(Child::digest).forEach(digests::add);
    }
    assertTrue(Files.exists(folder.resolve("once")), "no worker was killed");
    assertEquals(jobs.stream().map(job -> lab.serially(job.split(" "))).toList(), digests);
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** In Python and in R, where they are. */
  @ParameterizedTest
  @CsvSource({"python3, @jobs/power-law.job", "Rscript, @jobs/power-law-r.job"})
  void statisticsInOtherLanguages(String program, String job, Lab lab) {
    assumeTrue(isThere(program), "no " + program + " here");
    String[] words = {job, "--resamples", "12"};
    try (Child run = lab.runOnOne(Lab.with(words, "--json", "--slices", "3"))) {
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertEquals(lab.serially(words), run.digest());
    }
  }

  /** Five hundred files, by a relative path, which they keep where they are carried. */
  private static Path spectra() throws IOException {
    Path folder = Files.createDirectories(Path.of("target/stars"));
    try {
      Process made =
          new ProcessBuilder("python3", "jobs/scripts/make_spectra.py", folder.toString())
              .inheritIO()
              .start();
      assertEquals(0, made.waitFor());
    } catch (IOException e) {
      assumeTrue(false, "no python3 here");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return folder;
  }

  private static long blocks(Path output) {
    try (Stream<Path> files = Files.list(output.resolve("blocks"))) {
      return files.filter(file -> file.toString().endsWith(".block")).count();
    } catch (IOException e) {
      return 0;
    }
  }

  @Test
  void theRecipeOfFiveHundredFilesGoesOnAfterItsDriverDied(Lab lab) throws IOException {
    String stars = spectra() + "/star-*.fits";
    String[] job = {"@jobs/photometry.job", "--array", "files:" + stars, "--file", stars};
    Path output = lab.emptyFolder().resolve("stars");
    String[] kept = {"--json", "--slices", Integer.toString(SLICES), "-o", output.toString()};
    try (Child killed = lab.run(List.of(), Lab.with(job, kept))) {
      killed.await(() -> blocks(output) > 2);
      killed.kill();
      killed.status();
    }
    long left = blocks(output);
    assertTrue(left > 0 && left < SLICES, left + " blocks");
    try (Child resumed = lab.runOnOne(Lab.with(Lab.with(job, kept), "--resume"))) {
      assertEquals(ExitStatus.FAILED_ITEMS, resumed.status(), resumed.err());
      assertEquals(lab.serially(job), resumed.digest());
    }
  }
}
