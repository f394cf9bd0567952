package dev.parallax.engine.spark;

import dev.parallax.engine.EngineException;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
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
      String address = address(master.addresses());
      Utils.setCustomHostname(address);
      conf.setIfMissing("spark.driver.host", address);
    }
  }

  private static String address(List<MasterUrl.Address> masters) {
    try (DatagramSocket socket = new DatagramSocket()) {
      if (masters.isEmpty()) {
        return InetAddress.getLocalHost().getHostAddress();
      }
      MasterUrl.Address first = masters.get(0);
      socket.connect(new InetSocketAddress(first.host(), first.port())); // which sends nothing
      return socket.getLocalAddress().getHostAddress();
    } catch (IOException | RuntimeException e) {
      throw new EngineException("this machine's address is not known: " + e.getMessage(), e);
    }
  }
}
