package dev.parallax.engine.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Spark's master is: in this process, or on a cluster.
 *
 * @param text the URL as Spark writes it
 */
record MasterUrl(String text) {
  private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[1-9]\\d*)(,[1-9]\\d*)?])?");
  private static final String HOST_AND_PORT = "(\\[[0-9a-fA-F:.]+]|[^:/,\\[\\]\\s]+):(\\d{1,5})";
  private static final Pattern STANDALONE =
      Pattern.compile("spark://" + HOST_AND_PORT + "(," + HOST_AND_PORT + ")*");
  private static final Pattern OTHER =
      Pattern.compile("local-cluster\\[\\d+,\\d+,\\d+]|k8s://.+|yarn");

  /** One master of a standalone cluster; there may be others that wait to take over. */
  record Address(String host, int port) {}

  MasterUrl {
    if (!LOCAL.matcher(text).matches()
        && !STANDALONE.matcher(text).matches()
        && !OTHER.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "unknown master '"
              + text
              + "': use local, local[N], local[*], spark://HOST:PORT, yarn or k8s://URL");
    }
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
