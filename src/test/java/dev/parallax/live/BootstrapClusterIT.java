package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.parallax.cli.process.ExitStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every kind of resampling on a real standalone cluster gives what {@code --serial} gives. */
@ExtendWith(Lab.Extension.class)
class BootstrapClusterIT {
  private static final String TWO =
      "bootstrap jobs/data/hubble.ecsv --x distance --y velocity --resamples 300 --statistic"
          + " pearson,spearman,kendall,slope,intercept,slope-through-origin,ratio,mean-difference ";

  private static final List<String> JOBS =
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

  @Test
  void everyKindOfResampling(Lab lab) {
    try (Child run = lab.jobs(JOBS)) {
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      List<String> summaries = run.out().lines().toList();
      assertEquals(JOBS.size(), summaries.size(), run.out());
      for (int i = 0; i < JOBS.size(); i++) {
        String digest = lab.serially(JOBS.get(i).split(" "));
        assertEquals(digest, Child.digest(summaries.get(i)), JOBS.get(i));
      }
      assertFalse(run.out().contains("\"where\":\"driver\""), run.out());
    }
  }
}
