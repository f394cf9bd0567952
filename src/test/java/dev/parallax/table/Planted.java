package dev.parallax.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a hostile table would have opened: a server on loopback that answers nothing, a file with a
 * secret, and a pipe that nobody writes to, at which whoever opens it waits for ever.
 */
public final class Planted implements AutoCloseable {
  /** What stands in the file. */
  public static final String SECRET = "4711.125";

  private final ServerSocket server;
  private final AtomicInteger visits = new AtomicInteger();
  private final Path secret;
  private final Path pipe;

  /** Plants them in a folder. */
  public Planted(Path folder) throws IOException, InterruptedException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread listener = new Thread(this::listen, "planted server");
    listener.setDaemon(true);
    listener.start();
    secret = Files.writeString(folder.resolve("secret"), SECRET);
    pipe = folder.resolve("pipe");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start();
    assertTrue(made.waitFor(10, TimeUnit.SECONDS), "mkfifo");
    assertEquals(0, made.exitValue(), "mkfifo");
  }

  private void listen() {
    try {
      while (true) {
        Socket visitor = server.accept(); // kept open, and never answered
        visits.incrementAndGet();
        visitor.setKeepAlive(true);
      }
    } catch (IOException e) {
      // The server is closed.
    }
  }

  /** A text in which HTTP, FTP, JAR, FILE and PIPE stand for the addresses of what is planted. */
  public String bait(String text) {
    String host = "127.0.0.1:" + server.getLocalPort() + "/x";
    return text.replace("HTTP", "http://" + host)
        .replace("FTP", "ftp://" + host)
        .replace("JAR", "jar:http://" + host + "!/y")
        .replace("FILE", secret.toUri().toString())
        .replace("PIPE", pipe.toUri().toString());
  }

  /** That nobody came. */
  public void assertUntouched() {
    assertEquals(0, visits.get(), "somebody came to the server");
  }

  /** That the server would have seen who comes. */
  void assertListens() throws IOException, InterruptedException {
    new Socket(server.getInetAddress(), server.getLocalPort()).close();
    for (int i = 0; i < 1000 && visits.get() == 0; i++) {
      Thread.sleep(10);
    }
    assertEquals(1, visits.getAndSet(0));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
