package dev.parallax.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.engine.spark.SparkEngine;
import dev.parallax.engine.spark.SparkSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A master that is not there is said at once, not after Spark's minute. */
class MissingMasterTest {
  private static String complaint(String master) {
    SparkSettings settings = SparkSettings.ofSpark().withMaster(master);
    return assertThrows(EngineException.class, () -> SparkEngine.open(settings)).getMessage();
  }

  @Test
  void aPortWhereNothingListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = socket.getLocalPort();
    }
    String master = "spark://127.0.0.1:" + port;
    String said = complaint(master);
    assertTrue(said.startsWith("no master answers at " + master + ": "), said);
    assertTrue(said.contains("Connection refused"), said);
    assertEquals(1, said.lines().count());
  }

  @Test
  void aHostThatDoesNotExist() {
    String said = complaint("spark://no-such-host.invalid:7077");
    assertTrue(said.startsWith("no master answers at spark://no-such-host.invalid:7077: "), said);
    assertEquals(1, said.lines().count());
  }

  @Test
  void aMasterThatThisSparkCannotReachIsRefusedByTheLibraryToo() {
    for (String master : new String[] {"yarn", "k8s://https://h:6443"}) {
      SparkSettings settings = SparkSettings.ofSpark().withMaster(master);
      assertThrows(IllegalArgumentException.class, () -> SparkEngine.open(settings));
    }
  }

  /** Spark's own part for YARN, where there is one, is found by the class that it brings. */
  @Test
  void aSparkWithItsPartForYarnMayTry(@TempDir Path folder) throws IOException {
    Path type = folder.resolve("org/apache/spark/scheduler/cluster/YarnClusterManager.class");
    Files.createDirectories(type.getParent());
    Files.writeString(type, "found, not loaded");
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader spark = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(spark);
      assertEquals("yarn", SparkSettings.ofSpark().withMaster("yarn").effectiveMaster());
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void aMasterUrlIsReadAsSparkReadsIt() {
    for (String good :
        new String[] {"spark://a:1", "spark://a-b.c:7077,d:7078", "spark://[::1]:7"}) {
      assertEquals(good, SparkSettings.ofSpark().withMaster(good).effectiveMaster());
    }
    for (String wrong : new String[] {"spark://a", "spark://a:b", "spark://a:1,", "spark://:1"}) {
      assertThrows(IllegalArgumentException.class, () -> SparkSettings.ofSpark().withMaster(wrong));
    }
  }
}
