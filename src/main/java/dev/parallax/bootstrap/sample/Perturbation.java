package dev.parallax.bootstrap.sample;

import dev.parallax.model.Resample;
import dev.parallax.random.RandomStream;
import java.io.Serializable;

/** How the values of a replicate come to differ from those of the rows drawn. */
public interface Perturbation extends Serializable {

  /**
   * The replicate's own data.
   *
   * @param columns those of the data set
   * @param resample the rows drawn
   * @param random the replicate's stream, from where the rows were drawn with
   * @return as many columns as there are, with a row for each one drawn
   */
  double[][] perturbed(double[][] columns, Resample resample, RandomStream random);
}
