package dev.parallax.engine.spark;

import dev.parallax.engine.EngineException;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.util.Utils;

/**
 * The name by which Spark in this JVM calls the machine. By itself it asks the resolver, which may
 * be slow or know nothing, when the first of its settings is looked at, and never again.
 */
final class Loopback {
  static final String ADDRESS = "127.0.0.1";

  private static boolean told;

  private Loopback() {}

  /** Before anything else of Spark: on one machine no name is asked for. */
  static synchronized void tell() {
    Utils.setCustomHostname(ADDRESS);
    told = true;
  }

  /**
   * For a cluster, whose executors must find this machine, in a JVM that was told the loopback: the
   * address from which its master is reached.
   */
  static synchronized void take(MasterUrl master, SparkConf conf) {
    if (told) {
      address(master.addresses())
          .ifPresent(
              address -> {
                Utils.setCustomHostname(address);
                conf.setIfMissing("spark.driver.host", address);
              });
    }
  }

  /** None if the master is of an unknown name: whoever calls it next will say so. */
  private static Optional<String> address(List<MasterUrl.Address> masters) {
    try (DatagramSocket socket = new DatagramSocket()) {
      if (masters.isEmpty()) {
        return Optional.of(InetAddress.getLocalHost().getHostAddress());
      }
      var first = new InetSocketAddress(masters.get(0).host(), masters.get(0).port());
      if (first.isUnresolved()) {
        return Optional.empty();
      }
      socket.connect(first); // which sends nothing
      return Optional.of(socket.getLocalAddress().getHostAddress());
    } catch (IOException | RuntimeException e) {
      throw new EngineException("this machine's address is not known: " + e.getMessage(), e);
    }
  }

  /**
   * A configuration under which nothing listens beyond this machine's loopback. The web UI takes
   * its address from the environment alone, which Spark reads through this method.
   */
  static final class Conf extends SparkConf {
    private static final long serialVersionUID = 1L;

    Conf(boolean loadDefaults) {
      super(loadDefaults);
      setIfMissing("spark.driver.host", ADDRESS);
      setIfMissing("spark.driver.bindAddress", ADDRESS);
    }

    @Override
    public String getenv(String name) {
      String value = super.getenv(name);
      return value == null && name.equals("SPARK_LOCAL_IP") ? ADDRESS : value;
    }

    /** Spark works on a copy, which must not forget. */
    @Override
    public SparkConf clone() {
      SparkConf copy = new Conf(false);
      for (scala.Tuple2<String, String> setting : getAll()) {
        copy.set(setting._1(), setting._2());
      }
      return copy;
    }
  }
}
