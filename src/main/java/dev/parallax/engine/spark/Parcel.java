package dev.parallax.engine.spark;

import dev.parallax.engine.block.Column;
import dev.parallax.engine.block.Outcome;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/**
 * An outcome on its way to the driver. Spark's threads there unpack it when its {@link Inbox} has
 * room: until then it stays with the executor, or in few bytes.
 */
final class Parcel implements Serializable {
  private static final long serialVersionUID = 1L;

  private transient String inbox;
  private transient int slice;
  private transient Outcome outcome;

  /**
   * An outcome.
   *
   * @param inbox the name of the inbox that it is for
   * @param slice the place of its slice in the job
   */
  Parcel(String inbox, int slice, Outcome outcome) {
    this.inbox = inbox;
    this.slice = slice;
    this.outcome = outcome;
  }

  int slice() {
    return slice;
  }

  Parcel with(Outcome other) {
    return new Parcel(inbox, slice, other);
  }

  Outcome outcome() {
    return outcome;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.writeUTF(inbox);
    out.writeInt(slice);
    out.writeLong(bytes(outcome));
    out.writeObject(outcome);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    inbox = in.readUTF();
    slice = in.readInt();
    Inbox.await(inbox, slice, in.readLong());
    outcome = (Outcome) in.readObject();
  }

  /** About how many bytes of memory an outcome takes. */
  static long bytes(Outcome outcome) {
    long items = outcome.block().size();
    long bytes = 0;
    for (Column column : outcome.result().columns()) {
      bytes += column instanceof Column.Texts texts ? bytes(texts) : 8 * items;
    }
    return bytes;
  }

  private static long bytes(Column.Texts texts) {
    long bytes = 0;
    for (String text : texts.values()) {
      bytes += 56 + 2L * text.length(); // the object, its characters and their array
    }
    return bytes;
  }
}
