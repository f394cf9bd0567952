package dev.parallax.engine.spark;

import dev.parallax.engine.BlockTask;
import dev.parallax.engine.block.Outcome;
import dev.parallax.engine.block.Slice;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.Partition;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.apache.spark.storage.BlockManagerId;
import scala.collection.Iterator;
import scala.collection.immutable.List$;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction1;

/**
 * An RDD with one slice in each partition, which travels with that partition's task alone. What
 * {@code SparkContext.parallelize} makes would do the same and write the operation's name as JSON
 * for a web page that is not there, a tenth of a second in a young JVM.
 *
 * @param <S> the type of the data that travel with a slice
 */
final class SliceRdd<S extends Serializable> extends RDD<Slice<S>> {
  private static final long serialVersionUID = 1L;

  private final transient List<Slice<S>> slices;

  SliceRdd(SparkContext context, List<Slice<S>> slices) {
    super(context, List$.MODULE$.empty(), ClassTag$.MODULE$.apply(Slice.class));
    this.slices = slices;
  }

  @Override
  public Partition[] getPartitions() {
    Partition[] partitions = new Partition[slices.size()];
    for (int index = 0; index < partitions.length; index++) {
      partitions[index] = new Part<>(index, slices.get(index));
    }
    return partitions;
  }

  @Override
  @SuppressWarnings("unchecked") // the partitions are those made above
  public Iterator<Slice<S>> compute(Partition partition, TaskContext task) {
    return scala.collection.Iterator$.MODULE$.single(((Part<S>) partition).slice());
  }

  private record Part<S extends Serializable>(int index, Slice<S> slice) implements Partition {

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return index;
    }
  }

  /**
   * What a task does: it does the broadcast task for its slice. A class, not a lambda, whose byte
   * code Spark would search for what it must not capture.
   *
   * @param <S> the type of the data that travel with a slice
   */
  static final class Task<S extends Serializable>
      extends AbstractFunction1<Iterator<Slice<S>>, Parcel> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Broadcast<BlockTask<S>> task;
    private final String inbox;

    /** The task for each slice, whose outcomes are for the inbox of that name. */
    Task(Broadcast<BlockTask<S>> task, String inbox) {
      this.task = task;
      this.inbox = inbox;
    }

    @Override
    public Parcel apply(Iterator<Slice<S>> slices) {
      Outcome outcome = task.value().outcome(slices.next(), here());
      int slice = TaskContext.getPartitionId();
      Inbox.reserve(inbox, slice, Parcel.bytes(outcome));
      return new Parcel(inbox, slice, outcome);
    }

    private static String here() {
      BlockManagerId id = SparkEnv.get().blockManager().blockManagerId();
      return id.isDriver() ? "driver" : "executor " + id.executorId() + " on " + id.host();
    }
  }
}
