package dev.parallax.session;

import dev.parallax.engine.Engine;
import dev.parallax.run.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What runs the command lines of a session, one at a time. */
public interface Commands {

  /** What is said of the session at its start: version, master, parallelism. */
  Map<String, Object> hello();

  /**
   * Runs a command line.
   *
   * @param words such as {@code sweep -p x=1,2 --expression x^2}
   * @param watcher is told of it
   */
  Answer run(List<String> words, Watcher watcher);

  /** Says that the last command line that is known has ended, and its answer is sent. */
  void idle();

  /** An engine for what else is computed, such as what a picture needs. */
  Engine engine();

  /**
   * How a command line ended.
   *
   * @param status its exit status
   * @param out what it printed beside results
   * @param err what it complained of
   * @param run the run, if it was one
   */
  record Answer(int status, String out, String err, Optional<KeptRun> run) {}

  /** Is told of a command line under way. */
  interface Watcher {
    /** A job begins. */
    void begun(String title, List<String> notices, long items);

    /** Where its progress is told. */
    Progress progress();

    /** Has an engine cancelled if the job is, or at once if it was; the same engine. */
    Engine cancels(Engine engine);
  }
}
