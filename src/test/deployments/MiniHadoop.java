import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * A file system of Hadoop's with one data node, and with {@code yarn} as the second argument a
 * resource manager with two node managers, on the loopback. The first argument is a folder for
 * their files, in which {@code conf} says where they are; they end when standard input does. Run
 * as a source file by the tests of deployments, on Hadoop's own class path.
 */
public final class MiniHadoop {
  private static final String HERE = "127.0.0.1";

  private MiniHadoop() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Configuration files = new Configuration();
    files.set("hdfs.minidfs.basedir", folder.resolve("dfs").toString());
    files.setBoolean("dfs.permissions.enabled", false);
    MiniDFSCluster store = new MiniDFSCluster.Builder(files).numDataNodes(1).build();
    store.waitActive();
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Configuration core = new Configuration(false);
    core.set("fs.defaultFS", store.getFileSystem().getUri().toString());
    write(core, conf.resolve("core-site.xml"));
    if (arguments.length > 1) {
      write(yarn(folder, store).getConfig(), conf.resolve("yarn-site.xml"));
    }
    Files.writeString(folder.resolve("ready"), store.getFileSystem().getUri().toString());
    while (System.in.read() >= 0) {
      // until it is closed
    }
    Runtime.getRuntime().halt(0);
  }

  private static MiniYARNCluster yarn(Path folder, MiniDFSCluster store) {
    YarnConfiguration settings = new YarnConfiguration();
    settings.set("fs.defaultFS", "hdfs://" + HERE + ":" + store.getNameNodePort());
    settings.set(YarnConfiguration.RM_BIND_HOST, HERE);
    settings.set(YarnConfiguration.NM_BIND_HOST, HERE);
    settings.set(
        YarnConfiguration.RM_SCHEDULER,
        "org.apache.hadoop.yarn.server.resourcemanager.scheduler.fifo.FifoScheduler");
    settings.setInt(YarnConfiguration.NM_PMEM_MB, 6144);
    settings.setInt(YarnConfiguration.NM_VCORES, 4);
    settings.setBoolean(YarnConfiguration.NM_PMEM_CHECK_ENABLED, false);
    settings.setBoolean(YarnConfiguration.NM_VMEM_CHECK_ENABLED, false);
    settings.setBoolean(YarnConfiguration.NM_DISK_HEALTH_CHECK_ENABLE, false);
    settings.setBoolean(YarnConfiguration.YARN_MINICLUSTER_FIXED_PORTS, false);
    System.setProperty("test.build.data", folder.resolve("yarn").toString());
    MiniYARNCluster yarn = new MiniYARNCluster("parallax", 2, 1, 1);
    yarn.init(settings);
    yarn.start();
    return yarn;
  }

  private static void write(Configuration settings, Path file) throws Exception {
    try (OutputStream out = Files.newOutputStream(file)) {
      settings.writeXml(out);
    }
  }
}
