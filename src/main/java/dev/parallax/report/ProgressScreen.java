package dev.parallax.report;

import dev.parallax.engine.LongestItem;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Where progress is shown: one place for a run and its stages, of which one is under way. */
final class ProgressScreen {
  private final Form form;
  private final Surroundings surroundings;
  private Optional<Shown> current = Optional.empty();
  private boolean begun;
  private boolean closed;
  private long due;

  /** A screen of this form. */
  ProgressScreen(Form form, Surroundings surroundings) {
    this.form = form;
    this.surroundings = surroundings;
  }

  /** Says how far some items are. */
  @FunctionalInterface
  interface Source {
    /** How far they are now, and which item of all has been under way for longest. */
    Pace pace(long now, Optional<LongestItem.UnderWay> longest);
  }

  private record Shown(String stage, Source source) {}

  /** What a screen looks like. */
  interface Form {
    /** For how long, in nanoseconds, it stays as it is; 0 where it changes as often as it can. */
    long interval();

    /** Finds out what may take a while, before something is shown. */
    void prepare();

    /** Shows something, in the place of what was there if it has but one line. */
    void show(String stage, Pace pace);

    /** Takes back what is shown, where it can. */
    void clear();
  }

  /** What a screen needs of the world; in tests, no time passes by itself. */
  interface Surroundings {
    /** The time in nanoseconds, from any moment. */
    long now();

    /** Has something done each second, from a second from now on. */
    void eachSecond(Runnable tick);

    /** Has it done no more. */
    void stop();

    /** The item that has been under way for longest. */
    Optional<LongestItem.UnderWay> longest(long now);
  }

  /** The lines of a log. */
  static ProgressScreen ofLog(PrintWriter err) {
    return new ProgressScreen(log(err), new ThisProcess());
  }

  /** The last line of a terminal of this width. */
  static ProgressScreen ofTerminal(PrintStream terminal, IntSupplier columns) {
    return new ProgressScreen(terminal(terminal, columns), new ThisProcess());
  }

  static Form log(PrintWriter err) {
    return new Log(err);
  }

  static Form terminal(PrintStream terminal, IntSupplier columns) {
    return new Terminal(terminal, columns);
  }

  /** No screen. */
  static ProgressScreen none() {
    ProgressScreen none =
        new ProgressScreen(log(new PrintWriter(Writer.nullWriter())), new ThisProcess());
    none.closed = true;
    return none;
  }

  /** The time in nanoseconds, from any moment. */
  long now() {
    return surroundings.now();
  }

  /** Shows these items from the next second on. */
  synchronized void begin(String stage, Source source) {
    if (closed) {
      return;
    }
    current = Optional.of(new Shown(stage, source));
    if (!begun) {
      begun = true;
      due = now() + form.interval();
      surroundings.eachSecond(this::tick);
    }
  }

  private void tick() {
    form.prepare();
    show();
  }

  private synchronized void show() {
    long now = now();
    Optional<LongestItem.UnderWay> longest = surroundings.longest(now);
    if (current.isEmpty() || now - due < 0) {
      return;
    }
    if (form.interval() > 0) {
      due += ((now - due) / form.interval() + 1) * form.interval();
    }
    Shown shown = current.get();
    form.show(shown.stage(), shown.source().pace(now, longest));
  }

  /** Has something else printed where nothing is shown. */
  synchronized void aside(Runnable printing) {
    form.clear();
    printing.run();
  }

  /** Shows these items no longer, if it does. */
  synchronized void end(Source source) {
    if (current.filter(shown -> shown.source() == source).isPresent()) {
      current = Optional.empty();
      form.clear();
    }
  }

  /** Shows nothing any more. */
  synchronized void close() {
    form.clear();
    closed = true;
    current = Optional.empty();
    surroundings.stop();
  }

  /** The line of a terminal that the cursor is in. */
  private static final class Terminal implements Form {
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out;
    private final IntSupplier width;
    private volatile int columns;
    private boolean drawn;

    Terminal(PrintStream out, IntSupplier width) {
      this.out = out;
      this.width = width;
    }

    @Override
    public long interval() {
      return 0;
    }

    @Override
    public void prepare() {
      columns = width.getAsInt();
    }

    @Override
    public void show(String stage, Pace pace) {
      print(CLEAR_LINE + PaceText.line(stage, pace, columns));
      drawn = true;
    }

    @Override
    public void clear() {
      if (drawn) {
        print(CLEAR_LINE);
        drawn = false;
      }
    }

    private void print(String text) {
      out.print(text);
      out.flush();
    }
  }

  /** Lines of a log, which nobody watches: few, and without what moves a cursor. */
  private record Log(PrintWriter err) implements Form {
    @Override
    public long interval() {
      return TimeUnit.SECONDS.toNanos(30);
    }

    @Override
    public void prepare() {}

    @Override
    public void show(String stage, Pace pace) {
      err.println(PaceText.sentence(stage, pace));
      err.flush();
    }

    @Override
    public void clear() {}
  }

  /** The clock, the items and a thread of this process. */
  private static final class ThisProcess implements Surroundings {
    private static final long SECOND = 1000;

    private final LongestItem items = new LongestItem();
    private Optional<Timer> timer = Optional.empty();

    @Override
    public long now() {
      return System.nanoTime();
    }

    @Override
    public void eachSecond(Runnable tick) {
      Timer each = new Timer("parallax-progress", true);
      timer = Optional.of(each);
      each.schedule(
          new TimerTask() {
            @Override
            public void run() {
              tick.run();
            }
          },
          SECOND,
          SECOND);
    }

    @Override
    public void stop() {
      timer.ifPresent(Timer::cancel);
    }

    @Override
    public Optional<LongestItem.UnderWay> longest(long now) {
      return items.look(now);
    }
  }
}
