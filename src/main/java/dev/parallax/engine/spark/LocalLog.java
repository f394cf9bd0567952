package dev.parallax.engine.spark;

import java.nio.file.Path;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.impl.Log4jContextFactory;

/** Starts Spark's log, which by itself asks the resolver for the machine's name. */
final class LocalLog {
  private static final String FILE = "log4j2.configurationFile";
  private static final String HOST = "hostName";

  private LocalLog() {}

  /** Starts it as the file says that the launcher names; not where it is at work, or no file is. */
  static void start() {
    String file = System.getProperty(FILE);
    if (file != null && LogManager.getFactory() instanceof Log4jContextFactory factory) {
      start(factory, file, false);
      start(factory, file, true); // Spark asks for both
    }
  }

  private static void start(Log4jContextFactory factory, String file, boolean current) {
    String name = LocalLog.class.getName();
    ClassLoader loader = LocalLog.class.getClassLoader();
    if (factory.hasContext(name, loader, current)) {
      return;
    }
    Configuration configuration =
        ConfigurationFactory.getInstance()
            .getConfiguration(new LoggerContext(name), name, Path.of(file).toUri());
    Map<String, String> properties = configuration.getComponent(Configuration.CONTEXT_PROPERTIES);
    properties.put(HOST, "localhost");
    factory.getContext(name, loader, null, current, configuration);
  }
}
