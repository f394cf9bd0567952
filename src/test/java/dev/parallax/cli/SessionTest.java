package dev.parallax.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.PythonCell;
import dev.parallax.json.JsonText;
import dev.parallax.session.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A session, spoken to as a program does. */
@Timeout(120)
class SessionTest {
  @TempDir private Path folder;

  private final PipedOutputStream requests = new PipedOutputStream();
  private final PipedInputStream answers = new PipedInputStream(1 << 20);
  private Session session;
  private Thread serving;
  private Map<String, Object> hello;

  /**
   * A message from the session.
   *
   * @param fields its JSON
   * @param frames what follows
   */
  private record Message(Map<String, Object> fields, List<byte[]> frames) {
    Object get(String key) {
      return fields.get(key);
    }

    boolean isEnd() {
      return List.of("done", "failed").contains(get("event"));
    }
  }

  @BeforeEach
  void begin() throws IOException {
    EngineOptions engine = new EngineOptions();
    engine.master = "threads[2]";
    PipedInputStream in = new PipedInputStream(requests, 1 << 16);
    PipedOutputStream out = new PipedOutputStream(answers);
    session = new Session(new SessionJobs(engine, Main::run), in, out);
    serving = new Thread(this::serve, "serving");
    serving.start();
    hello = read().fields();
  }

  private void serve() {
    try {
      session.serve();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void end() throws IOException, InterruptedException {
    say("{\"do\":\"end\"}");
    serving.join();
    session.close();
    assertFalse(Files.exists(Path.of((String) hello.get("folder"))));
  }

  private void say(String request) throws IOException {
    requests.write((request + "\n").getBytes(UTF_8));
    requests.flush();
  }

  private Message read() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = answers.read(); b != '\n'; b = answers.read()) {
      line.write(b);
    }
    Map<String, Object> fields = JsonText.object(line.toString(UTF_8));
    List<byte[]> frames = new ArrayList<>();
    if (fields.get("frames") instanceof List<?> sizes) {
      for (Object size : sizes) {
        frames.add(answers.readNBytes(((Long) size).intValue()));
      }
    }
    return new Message(fields, frames);
  }

  /** The messages of a request up to its last. */
  private List<Message> all(String request) throws IOException {
    say(request);
    List<Message> all = new ArrayList<>(List.of(read()));
    while (!all.get(all.size() - 1).isEnd()) {
      all.add(read());
    }
    return all;
  }

  private Message last(String request) throws IOException {
    List<Message> all = all(request);
    return all.get(all.size() - 1);
  }

  private static String running(long id, String line) {
    String words =
        Arrays.stream(line.split(" "))
            .map(word -> "\"" + word + "\"")
            .collect(Collectors.joining(","));
    return "{\"id\":" + id + ",\"do\":\"run\",\"words\":[" + words + "]}";
  }

  private static double[] doubles(byte[] frame) {
    double[] values = new double[frame.length / Double.BYTES];
    ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
    return values;
  }

  private static long[] longs(byte[] frame, int count) {
    long[] values = new long[count];
    ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(values);
    return values;
  }

  @Test
  void aRunIsThatOfTheCommandLine() throws IOException {
    assertEquals(1L, hello.get("protocol"));
    assertEquals("threads[2]", hello.get("master"));
    String line = "sweep -p x=linspace:0:1:5 -p c=red,green --expression x^2 --seed 3";
    List<Message> messages = all(running(7, line));
    Message begun = messages.get(0);
    assertEquals("begun", begun.get("event"));
    assertEquals(10L, begun.get("items"));
    Message progress = messages.get(messages.size() - 2);
    assertEquals("progress", progress.get("event"));
    assertEquals(10L, progress.get("done"));
    Message done = messages.get(messages.size() - 1);
    assertEquals(0L, done.get("status"));
    Map<?, ?> summary = (Map<?, ?>) done.get("summary");
    assertEquals(CommandRun.of(line + " --serial").digest(), summary.get("digest"));
    assertEquals(
        List.of("x", "c", "value"),
        ((List<?>) done.get("columns")).stream().map(c -> ((Map<?, ?>) c).get("name")).toList());
    Message columns =
        last("{\"id\":8,\"do\":\"columns\",\"run\":7,\"names\":[\"value\",\"c\",\"x\"]}");
    assertEquals(0.0625, doubles(columns.frames().get(0))[2]);
    assertEquals(0.25, doubles(columns.frames().get(2))[3]);
    byte[] texts = columns.frames().get(1);
    long[] starts = longs(texts, 11);
    assertArrayEquals(new long[] {0, 3, 8}, Arrays.copyOf(starts, 3));
    assertEquals("redgreen", new String(texts, 11 * Long.BYTES, 8, UTF_8));
    assertEquals(11L * Long.BYTES + starts[10], texts.length);
  }

  @Test
  void failuresAreThereToBeAskedFor() throws IOException {
    Path script = folder.resolve("odd.awk");
    Files.writeString(script, "{ if ($1 % 2) print \"odd\"; else print $1 / 2; fflush() }");
    String line = "map --array range:0:6 --command awk~-f~" + script;
    Message done = last(running(1, line).replace('~', ' '));
    assertEquals(3L, done.get("status"));
    assertArrayEquals(
        new byte[] {0, 2, 0, 2, 0, 2},
        last("{\"id\":2,\"do\":\"status\",\"run\":1}").frames().get(0));
    List<?> failures =
        (List<?>) last("{\"id\":3,\"do\":\"failures\",\"run\":1,\"most\":2}").get("failures");
    assertEquals(2, failures.size());
    assertEquals(3L, ((Map<?, ?>) failures.get(1)).get("item"));
    double[] values =
        doubles(
            last("{\"id\":4,\"do\":\"columns\",\"run\":1,\"names\":[\"value\"]}").frames().get(0));
    assertArrayEquals(new double[] {0, Double.NaN, 1, Double.NaN, 2, Double.NaN}, values);
  }

  @Test
  void aRunIsDrawnSavedAndForgotten() throws IOException {
    last(
        running(
            1, "bootstrap jobs/data/hubble.ecsv --x distance --y velocity --statistic pearson"));
    List<?> names = (List<?>) last("{\"id\":2,\"do\":\"figures\",\"run\":1}").get("figures");
    assertTrue(names.contains("distribution"), names.toString());
    Message figure =
        last("{\"id\":3,\"do\":\"figure\",\"run\":1,\"name\":\"distribution\",\"format\":\"svg\"}");
    assertTrue(new String(figure.frames().get(0), UTF_8).contains("<svg"));
    Path out = folder.resolve("saved");
    Message saved = last("{\"id\":4,\"do\":\"save\",\"run\":1,\"folder\":\"" + out + "\"}");
    assertEquals(List.of(), saved.get("complaints"));
    String job = Files.readString(out.resolve("run.job"));
    assertTrue(job.contains("--statistic pearson"), job);
    assertEquals(0, again(out).status(), again(out).err());
    Message twice = last("{\"id\":5,\"do\":\"save\",\"run\":1,\"folder\":\"" + out + "\"}");
    assertEquals("output folder '" + out + "' has a run; name a new folder", twice.get("message"));
    assertEquals("done", last("{\"id\":6,\"do\":\"forget\",\"run\":1}").get("event"));
    Message gone = last("{\"id\":7,\"do\":\"status\",\"run\":1}");
    assertEquals("no run 1 is kept", gone.get("message"));
    assertEquals(2L, gone.get("status"));
  }

  /** A folder's results are there to be asked for as well, and its questions wait for no job. */
  @Test
  void aRunWithAFolderIsKept() throws IOException {
    Path out = folder.resolve("out");
    last(running(1, "map --array range:0:300 --expression element*2 -o " + out));
    assertTrue(Files.exists(out.resolve("table.ecsv")));
    List<?> names = (List<?>) last("{\"id\":9,\"do\":\"figures\",\"run\":1}").get("figures");
    String figure = ",\"do\":\"figure\",\"run\":1,\"name\":\"" + names.get(0) + "\"}";
    assertTrue(new String(last("{\"id\":10" + figure).frames().get(0), UTF_8).contains("<svg"));
    say(
        running(
            2,
            "sweep -p sigma=linspace:1:2:4000 --set mu=0 --set draws=100000000"
                + " --model normal-sum"));
    say("{\"id\":3,\"do\":\"columns\",\"run\":1,\"names\":[\"value\"]}");
    Message next = read();
    while (!next.get("id").equals(3L)) {
      assertFalse(next.isEnd(), next.toString());
      next = read();
    }
    assertEquals(598, doubles(next.frames().get(0))[299]);
    say("{\"do\":\"cancel\",\"run\":2}");
    while (!next.isEnd() || next.get("id").equals(3L)) {
      next = read();
    }
    assertEquals(130L, next.get("status"));
  }

  /** What was saved is a finished run to the command line: it has nothing more to do. */
  private static CommandRun again(Path out) {
    return CommandRun.of("@" + out.resolve("run.job") + " --resume -o " + out);
  }

  @Test
  void theJobUnderWayIsCancelledAndTheNextRuns() throws IOException {
    String line = "sweep -p sigma=linspace:1:2:4000 --set mu=0 --set draws=100000000";
    say(running(1, line + " --model normal-sum"));
    while (!"progress".equals(read().get("event"))) {
      // it begins
    }
    say(running(2, "sweep -p x=1,2 --expression x"));
    say(running(3, "sweep -p x=1,2,3 --expression x"));
    say("{\"do\":\"cancel\",\"run\":3}");
    say("{\"do\":\"cancel\",\"run\":1}");
    long start = System.nanoTime();
    List<Message> ends = new ArrayList<>();
    while (ends.size() < 3) {
      Message message = read();
      if (message.isEnd()) {
        ends.add(message);
      }
    }
    assertTrue(System.nanoTime() - start < 60e9, "it was not computed to its end");
    assertEquals(List.of(1L, 2L, 3L), ends.stream().map(end -> end.get("id")).toList());
    assertEquals(130L, ends.get(0).get("status"));
    assertEquals("done", ends.get(1).get("event"));
    assertEquals("interrupted", ends.get(2).get("message"));
  }

  /** The pilot's items are computed on no engine. */
  @Test
  void aPilotIsCancelledToo() throws IOException {
    Path script = folder.resolve("slow.sh");
    Files.writeString(script, "while read -r x; do sleep 60; echo 1; done\n");
    say(running(1, "map --array range:0:500 --command sh~" + script).replace('~', ' '));
    assertEquals("begun", read().get("event"));
    say("{\"do\":\"cancel\",\"run\":1}");
    long start = System.nanoTime();
    Message end = read();
    while (!end.isEnd()) {
      end = read();
    }
    assertEquals(130L, end.get("status"));
    assertTrue(System.nanoTime() - start < 30e9, "an item was waited for");
    assertEquals("done", last(running(2, "sweep -p x=1,2 --expression x")).get("event"));
  }

  @Test
  void whatIsWrongIsSaidInALine() throws IOException {
    Message option = last(running(1, "sweep -p x=1 --expresion x"));
    assertEquals(2L, option.get("status"));
    assertEquals(
        "unknown option '--expresion'; did you mean '--expression'?", option.get("message"));
    assertTrue(
        ((String) last(running(2, "sweep -p x=1 --expression x --master local[2]")).get("message"))
            .startsWith("what jobs run on is chosen for a whole session"));
    assertEquals(
        "unknown command 'regress'; there is demo, sweep, map, bootstrap, list, help",
        last(running(3, "regress")).get("message"));
    assertEquals(
        "no request 'colums'; did you mean 'columns'?",
        last("{\"id\":4,\"do\":\"colums\",\"run\":1}").get("message"));
    assertTrue(((String) last("no JSON").get("message")).startsWith("the request is no JSON"));
    last(running(5, "map --array 1,2,3 --expression element"));
    assertEquals(
        "no column 'elment'; did you mean 'element'?",
        last("{\"id\":6,\"do\":\"columns\",\"run\":5,\"names\":[\"elment\"]}").get("message"));
    Message help = last(running(7, "sweep --help"));
    assertTrue(help.get("text").toString().contains("--expression"));
  }

  @Test
  void aPythonFunctionSaysWhatItAnswers() throws Exception {
    PythonCell.run(
        folder,
        """
        F.write("f.zip", lambda n: {"n": n, "h": n / 2, "p": n > 1, "o": [n], "v": np.ones(2) * n},
                parameters=[("element", "int")], call="element")
        """);
    Message done = last(running(1, "map --array range:0:3 --python " + folder.resolve("f.zip")));
    assertEquals(
        "[[n, int], [h, float], [p, bool], [o, object], [v, float[2]]]",
        String.valueOf(done.get("answers")));
    Message vector = last("{\"id\":2,\"do\":\"columns\",\"run\":1,\"names\":[\"v\",\"p\"]}");
    assertArrayEquals(new double[] {0, 0, 1, 1, 2, 2}, doubles(vector.frames().get(0)));
    assertArrayEquals(new byte[] {0, 0, 1}, vector.frames().get(1));
  }
}
