package dev.parallax.engine;

import dev.parallax.engine.block.Slice;
import dev.parallax.text.Thrown;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.security.CodeSource;

/**
 * A task as a worker process would be sent it. That it can be is checked in any case, so that a job
 * which runs on threads runs on a cluster too.
 *
 * <p>Our own code is made for several threads and is shared, with what it has prepared. Where the
 * task has code of others in it, each thread has a copy of its own, as an executor with one core
 * has: what a model keeps in its fields is then touched by one thread at a time.
 *
 * @param <S> the type of the data that travel with a slice
 */
final class SentTask<S extends Serializable> {
  private final BlockTask<S> task;
  private final byte[] bytes;

  private SentTask(BlockTask<S> task, byte[] bytes) {
    this.task = task;
    this.bytes = bytes;
  }

  /**
   * A task that is ready to be sent.
   *
   * @throws EngineException if it, with all that it captures, cannot be serialised
   */
  static <S extends Serializable> SentTask<S> of(BlockTask<S> task) {
    try (Written written = new Written(OutputStream.nullOutputStream())) {
      written.writeObject(task);
      return new SentTask<>(task, written.foreign ? bytes(task) : new byte[0]);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw unsent("the job", e);
    }
  }

  /** The task for a thread that is alone with it, or shares it with others. */
  BlockTask<S> here() {
    if (bytes.length == 0) {
      return task;
    }
    @SuppressWarnings("unchecked") // it is what was written
    BlockTask<S> own = (BlockTask<S>) copy("the job", bytes);
    return own;
  }

  /** A slice as it arrives where the task is. */
  Slice<S> here(Slice<S> slice) {
    if (bytes.length == 0) {
      return slice;
    }
    String what = "slice " + slice.block().index();
    try {
      @SuppressWarnings("unchecked") // it is what was written
      Slice<S> own = (Slice<S>) copy(what, bytes(slice));
      return own;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw unsent(what, e);
    }
  }

  private static EngineException unsent(String what, Throwable e) {
    return e instanceof EngineException known
        ? known
        : new EngineException(what + " cannot be sent to workers: " + Thrown.text(e), e);
  }

  private static byte[] bytes(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static Object copy(String what, byte[] bytes) {
    try (ObjectInputStream in = new Read(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    } catch (IOException | ClassNotFoundException | RuntimeException | StackOverflowError e) {
      throw new EngineException(what + " does not arrive at a worker: " + Thrown.text(e), e);
    }
  }

  /** Notes whether any of the classes written is neither ours nor the JDK's. */
  private static final class Written extends ObjectOutputStream {
    private static final String PACKAGE = "dev.parallax.";
    private static final CodeSource OURS = source(SentTask.class);

    private boolean foreign;

    Written(OutputStream out) throws IOException {
      super(out);
    }

    @Override
    protected void annotateClass(Class<?> type) {
      foreign |= !isKnown(type);
    }

    @Override
    protected void annotateProxyClass(Class<?> type) {
      foreign = true;
    }

    private static boolean isKnown(Class<?> type) {
      Class<?> element = type;
      while (element.isArray()) {
        element = element.getComponentType();
      }
      ClassLoader loader = element.getClassLoader();
      return loader == null
          || loader == ClassLoader.getPlatformClassLoader()
          || (element.getName().startsWith(PACKAGE)
              && OURS != null
              && OURS.equals(source(element)));
    }

    private static CodeSource source(Class<?> type) {
      return type.getProtectionDomain().getCodeSource();
    }
  }

  /** Finds classes where the user's are: by the thread's loader. */
  private static final class Read extends ObjectInputStream {
    Read(InputStream in) throws IOException {
      super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass type)
        throws IOException, ClassNotFoundException {
      try {
        return Class.forName(type.getName(), false, Thread.currentThread().getContextClassLoader());
      } catch (ClassNotFoundException e) {
        return super.resolveClass(type); // a primitive type
      }
    }
  }
}
