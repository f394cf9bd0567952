package dev.parallax.model;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what keeps an object, or a lambda with what it captures, from being sent to workers. */
public final class Captures {
  /** Deeper than this nobody reads on. */
  private static final int DEEPEST = 8;

  private static final String SELF = "captured 'this'";

  private Captures() {}

  /** A part of an object: how it is reached, and what it is. */
  private record Part(String way, Object value) {}

  /**
   * Checks that an object can be sent to workers.
   *
   * @param what it is, such as {@code the model}
   * @throws IllegalArgumentException if it cannot: with the field or the captured variable, and its
   *     class
   */
  public static void check(String what, Object object) {
    culprit(object)
        .ifPresent(
            path -> {
              throw new IllegalArgumentException(what + " cannot be sent to workers: " + path);
            });
  }

  /** The way to the first part that keeps an object from being serialised, and its class. */
  static Optional<String> culprit(Object object) {
    if (canWrite(object)) {
      return Optional.empty();
    }
    List<String> path = new ArrayList<>();
    Optional<Part> part = firstBad(object);
    while (part.isPresent() && path.size() < DEEPEST) {
      Object value = part.get().value();
      path.add(part.get().way() + " is a " + value.getClass().getTypeName());
      part = firstBad(value);
    }
    if (path.isEmpty()) {
      return Optional.of("it is a " + object.getClass().getName());
    }
    boolean self = path.size() == 1 && path.get(0).startsWith(SELF);
    String hint = self ? "; copy what it needs of it to local variables" : "";
    return Optional.of(String.join(", whose ", path) + hint);
  }

  private static Optional<Part> firstBad(Object object) {
    return parts(object).stream().filter(part -> !canWrite(part.value())).findFirst();
  }

  private static List<Part> parts(Object object) {
    if (object instanceof Object[] array) {
      return elements(Arrays.asList(array));
    }
    if (object instanceof Map<?, ?> map) {
      List<Part> parts = new ArrayList<>();
      map.forEach((key, value) -> parts.add(new Part("value of '" + key + "'", value)));
      return parts;
    }
    if (object instanceof Collection<?> all) {
      return elements(all);
    }
    Optional<SerializedLambda> lambda = lambda(object);
    return lambda.isPresent() ? captured(lambda.get()) : fields(object);
  }

  private static List<Part> elements(Collection<?> all) {
    List<Part> parts = new ArrayList<>();
    for (Object element : all) {
      parts.add(new Part("element " + parts.size(), element));
    }
    return parts;
  }

  /** What a lambda captures: its variables have no names any more, but for {@code this}. */
  private static List<Part> captured(SerializedLambda lambda) {
    List<Part> parts = new ArrayList<>();
    boolean bound = lambda.getImplMethodKind() != MethodHandleInfo.REF_invokeStatic;
    for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
      boolean self = bound && i == 0 && lambda.getImplMethodName().startsWith("lambda$");
      parts.add(new Part(self ? SELF : "captured variable", lambda.getCapturedArg(i)));
    }
    return parts;
  }

  private static Optional<SerializedLambda> lambda(Object object) {
    if (!object.getClass().isSynthetic() || !(object instanceof Serializable)) {
      return Optional.empty();
    }
    try {
      Method replace = object.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      return replace.invoke(object) instanceof SerializedLambda lambda
          ? Optional.of(lambda)
          : Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The fields of an object whose class lets itself be written. */
  private static List<Part> fields(Object object) {
    List<Part> parts = new ArrayList<>();
    if (!(object instanceof Serializable)) {
      return parts;
    }
    for (Class<?> c = object.getClass(); c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        int modifiers = field.getModifiers();
        if (!Modifier.isStatic(modifiers) && !Modifier.isTransient(modifiers)) {
          value(object, field)
              .ifPresent(value -> parts.add(new Part("field '" + field.getName() + "'", value)));
        }
      }
    }
    return parts;
  }

  private static Optional<Object> value(Object object, Field field) {
    try {
      field.setAccessible(true);
      return Optional.ofNullable(field.get(object));
    } catch (IllegalAccessException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static boolean canWrite(Object object) {
    try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
      out.writeObject(object);
      return true;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return false;
    }
  }
}
