package dev.parallax.engine.spark;

import dev.parallax.engine.BlockFunction;
import dev.parallax.engine.Outcome;
import dev.parallax.engine.Slice;
import dev.parallax.engine.Timed;
import java.io.Serializable;
import org.apache.spark.SparkEnv;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.BlockManagerId;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * What a task does: it applies the broadcast function to its slice. A class, not a lambda, whose
 * byte code Spark would search for what it must not capture.
 *
 * @param <S> the type of the data that travel with a slice
 */
final class SliceTask<S extends Serializable> extends AbstractFunction1<Iterator<Slice<S>>, Outcome>
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<BlockFunction<S>> function;

  SliceTask(Broadcast<BlockFunction<S>> function) {
    this.function = function;
  }

  @Override
  public Outcome apply(Iterator<Slice<S>> slices) {
    return Timed.apply(function.value(), slices.next(), here());
  }

  private static String here() {
    BlockManagerId id = SparkEnv.get().blockManager().blockManagerId();
    return id.isDriver() ? "driver" : "executor " + id.executorId() + " on " + id.host();
  }
}
