package dev.parallax.engine.spark;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where Spark's master is: in this process, or on a cluster.
 *
 * @param text the URL as Spark writes it
 */
record MasterUrl(String text) {
  private static final Pattern LOCAL =
      Pattern.compile("local(\\[(\\*|[1-9]\\d{0,5})(,[1-9]\\d{0,5})?])?");
  private static final String HOST_AND_PORT = "(\\[[0-9a-fA-F:.]+]|[^:/,\\[\\]\\s]+):(\\d{1,5})";
  private static final Pattern STANDALONE =
      Pattern.compile("spark://" + HOST_AND_PORT + "(," + HOST_AND_PORT + ")*");

  /**
   * The masters that Spark reaches by a part of its own that need not be there: how each is
   * written, that part, and the class in it that Spark looks for.
   */
  private enum Manager {
    YARN("yarn", "spark-yarn", "YarnClusterManager"),
    KUBERNETES("k8s://.+", "spark-kubernetes", "k8s.KubernetesClusterManager");

    private static final String PACKAGE = "org.apache.spark.scheduler.cluster.";

    private final Pattern form;
    private final String part;
    private final String type;

    Manager(String form, String part, String type) {
      this.form = Pattern.compile(form);
      this.part = part;
      this.type = PACKAGE + type;
    }

    boolean isThere() {
      String file = type.replace('.', '/') + ".class";
      ClassLoader users = Thread.currentThread().getContextClassLoader();
      return MasterUrl.class.getClassLoader().getResource(file) != null
          || (users != null && users.getResource(file) != null);
    }
  }

  /** One master of a standalone cluster; there may be others that wait to take over. */
  record Address(String host, int port) {

    /** Checks what Spark's own reading would refuse later. */
    private void check(String master) {
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException(
            "master '" + master + "': a port is within 1 .. 65535, not " + port);
      }
      try {
        if (new URI("spark://" + host + ":" + port).getHost() != null) {
          return;
        }
      } catch (URISyntaxException e) {
        // It is refused as the other names that no host can have.
      }
      throw new IllegalArgumentException(
          "master '" + master + "': '" + host + "' cannot be the name of a host");
    }
  }

  MasterUrl {
    boolean known = Stream.of(LOCAL, STANDALONE).anyMatch(form -> form.matcher(text).matches());
    if (text.startsWith("threads")) {
      throw new IllegalArgumentException(
          "master '" + text + "' is none of Spark's: it is for --master alone");
    }
    if (!known && manager(text).isEmpty()) {
      throw new IllegalArgumentException(
          "unknown master '"
              + text
              + "': use threads[N], local, local[N], local[*], spark://HOST:PORT, yarn or k8s://URL");
    }
    addresses(text).forEach(address -> address.check(text));
  }

  private static Optional<Manager> manager(String text) {
    return Stream.of(Manager.values())
        .filter(manager -> manager.form.matcher(text).matches())
        .findFirst();
  }

  /**
   * Checks that the Spark that runs here has what it needs for this master.
   *
   * @throws IllegalArgumentException if it has not
   */
  void checkReachable() {
    manager(text)
        .filter(manager -> !manager.isThere())
        .ifPresent(
            manager -> {
              throw new IllegalArgumentException(
                  "master '"
                      + text
                      + "' needs a Spark with "
                      + manager.part
                      + ", which this one has not: submit with the cluster's own Spark,"
                      + " spark-submit --master "
                      + text
                      + " target/parallax.jar ...; without it there is local[N] and"
                      + " spark://HOST:PORT");
            });
  }

  boolean isLocal() {
    return LOCAL.matcher(text).matches();
  }

  /** How many cores a local master has; 1 where only the cluster knows. */
  int cores() {
    Matcher local = LOCAL.matcher(text);
    if (!local.matches() || local.group(2) == null) {
      return 1;
    }
    return local.group(2).equals("*")
        ? Runtime.getRuntime().availableProcessors()
        : Integer.parseInt(local.group(2));
  }

  /** The masters of a standalone cluster; none for another kind. */
  List<Address> addresses() {
    return addresses(text);
  }

  private static List<Address> addresses(String text) {
    List<Address> addresses = new ArrayList<>();
    if (STANDALONE.matcher(text).matches()) {
      Matcher each = Pattern.compile(HOST_AND_PORT).matcher(text.substring("spark://".length()));
      while (each.find()) {
        addresses.add(new Address(each.group(1), Integer.parseInt(each.group(2))));
      }
    }
    return addresses;
  }
}
