package dev.parallax.engine.spark;

import org.apache.spark.SparkConf;

/**
 * A configuration under which nothing listens beyond this machine's loopback. The web UI takes its
 * address from the environment alone, which Spark reads through this method.
 */
final class LoopbackConf extends SparkConf {
  private static final long serialVersionUID = 1L;

  LoopbackConf(boolean loadDefaults) {
    super(loadDefaults);
    setIfMissing("spark.driver.host", Loopback.ADDRESS);
    setIfMissing("spark.driver.bindAddress", Loopback.ADDRESS);
  }

  @Override
  public String getenv(String name) {
    String value = super.getenv(name);
    return value == null && name.equals("SPARK_LOCAL_IP") ? Loopback.ADDRESS : value;
  }

  /** Spark works on a copy, which must not forget. */
  @Override
  public SparkConf clone() {
    SparkConf copy = new LoopbackConf(false);
    for (scala.Tuple2<String, String> setting : getAll()) {
      copy.set(setting._1(), setting._2());
    }
    return copy;
  }
}
