package dev.parallax.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.deploy.history.EventLogFileReader;
import org.apache.spark.util.JsonProtocol;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The event log of one run, read as the history server reads it.
 *
 * @param text its events, one a line, in JSON
 */
record EventLog(String text) {

  /** The only log in a folder. */
  static EventLog in(Path folder) throws IOException {
    try (Stream<Path> logs = Files.list(folder)) {
      org.apache.hadoop.fs.Path log =
          new org.apache.hadoop.fs.Path(
              logs.filter(file -> !file.getFileName().toString().startsWith("."))
                  .findFirst()
                  .orElseThrow()
                  .toUri());
      return of(FileSystem.getLocal(new Configuration()), log);
    }
  }

  /** The only log in a folder of HDFS. */
  static EventLog in(URI folder) throws IOException {
    FileSystem files = FileSystem.get(folder, new Configuration());
    FileStatus[] logs = files.listStatus(new org.apache.hadoop.fs.Path(folder));
    if (logs.length != 1) {
      throw new AssertionError(folder + " has " + logs.length + " logs");
    }
    return of(files, logs[0].getPath());
  }

  private static EventLog of(FileSystem files, org.apache.hadoop.fs.Path log) throws IOException {
    StringBuilder text = new StringBuilder();
    for (FileStatus file :
        CollectionConverters.asJava(
            EventLogFileReader.apply(files, log).get().listEventLogFiles())) {
      try (InputStream in = EventLogFileReader.openEventLog(file.getPath(), files)) {
        text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return new EventLog(text.toString());
  }

  /** How many events of a kind there are, as the history server understands them. */
  long count(String kind) {
    return text.lines()
        .map(JsonProtocol::sparkEventFromJson)
        .filter(event -> event.getClass().getSimpleName().equals(kind))
        .count();
  }
}
