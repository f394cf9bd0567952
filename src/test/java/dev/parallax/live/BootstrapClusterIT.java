package dev.parallax.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.parallax.cli.Main;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of resampling on a real standalone cluster gives what {@code --serial} gives. */
@ExtendWith(Lab.Extension.class)
class BootstrapClusterIT {
  private static final String TWO =
      "bootstrap jobs/data/hubble.ecsv --x distance --y velocity --resamples 300 --statistic"
          + " pearson,spearman,kendall,slope,intercept,slope-through-origin,ratio,mean-difference ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        TWO + "--resampling balanced",
        TWO + "--resampling poisson",
        TWO + "--block stationary --block-length 4",
        TWO + "--error x=distance --error y=distance --weights distance",
        "bootstrap jobs/data/hubble.ecsv --column velocity --resamples 300"
            + " --resampling parametric:normal --statistic"
            + " mean,median,quantile:0.9,trimmed-mean:0.1,sd,variance,variance-n,mad,cv,skewness",
        "bootstrap jobs/data/hubble.ecsv --column velocity --resampling exact --statistic mean"
      })
  void everyKindOfResampling(String line, Lab lab) {
    String[] job = line.split(" ");
    try (Child run = lab.run(java.util.List.of(), Lab.with(job, "--json", "--slices", "5"))) {
      assertEquals(Main.DONE, run.status(), run.err());
      assertEquals(lab.serially(job), run.digest());
      assertFalse(run.out().contains("\"where\":\"driver\""), run.out());
    }
  }
}
