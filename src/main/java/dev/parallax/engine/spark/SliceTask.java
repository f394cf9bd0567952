package dev.parallax.engine.spark;

import dev.parallax.engine.BlockTask;
import dev.parallax.engine.Outcome;
import dev.parallax.engine.Slice;
import java.io.Serializable;
import org.apache.spark.SparkEnv;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.BlockManagerId;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * What a task does: it does the broadcast task for its slice. A class, not a lambda, whose byte
 * code Spark would search for what it must not capture.
 *
 * @param <S> the type of the data that travel with a slice
 */
final class SliceTask<S extends Serializable> extends AbstractFunction1<Iterator<Slice<S>>, Outcome>
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<BlockTask<S>> task;

  SliceTask(Broadcast<BlockTask<S>> task) {
    this.task = task;
  }

  @Override
  public Outcome apply(Iterator<Slice<S>> slices) {
    return task.value().outcome(slices.next(), here());
  }

  private static String here() {
    BlockManagerId id = SparkEnv.get().blockManager().blockManagerId();
    return id.isDriver() ? "driver" : "executor " + id.executorId() + " on " + id.host();
  }
}
