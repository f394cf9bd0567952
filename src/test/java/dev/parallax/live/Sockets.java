package dev.parallax.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The sockets on which a process listens, as Linux tells. */
final class Sockets {
  private static final String LISTENING = "0A";

  private Sockets() {}

  /** The addresses and ports, in hexadecimal as in {@code /proc/net/tcp}. */
  static List<String> listening(long process) throws IOException {
    return addresses(process, LISTENING, "tcp", "tcp6");
  }

  /** Those from which datagrams are taken, connected or not. */
  static List<String> datagrams(long process) throws IOException {
    return addresses(process, "", "udp", "udp6");
  }

  private static List<String> addresses(long process, String state, String... tables)
      throws IOException {
    Set<String> own = inodes(process);
    List<String> addresses = new ArrayList<>();
    for (String table : tables) {
      try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/net/" + table))) {
        lines
            .skip(1)
            .map(line -> line.strip().split("\\s+"))
            .filter(fields -> fields[3].endsWith(state) && own.contains(fields[9]))
            .forEach(fields -> addresses.add(fields[1]));
      }
    }
    return addresses;
  }

  /** Those that another machine could reach. */
  static List<String> beyondLoopback(long process) throws IOException {
    return listening(process).stream().filter(address -> !isLoopback(address)).toList();
  }

  /** 127.x.y.z, low byte first, by itself or mapped into IPv6, or ::1. */
  private static boolean isLoopback(String address) {
    String host = address.substring(0, address.indexOf(':'));
    return host.length() == 8
        ? host.endsWith("7F")
        : host.equals("00000000000000000000000001000000")
            || host.startsWith("0000000000000000FFFF0000") && host.endsWith("7F");
  }

  private static Set<String> inodes(long process) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of("/proc/" + process + "/fd"))) {
      for (Path file : files.toList()) {
        try {
          String target = Files.readSymbolicLink(file).toString();
          if (target.startsWith("socket:[")) {
            inodes.add(target.substring("socket:[".length(), target.length() - 1));
          }
        } catch (IOException e) {
          continue; // closed meanwhile
        }
      }
    }
    return inodes;
  }
}
