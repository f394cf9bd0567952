package dev.parallax.model;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Optional;

/** Makes a user's model, function or statistic from its class name. */
public final class UserCode {
  private UserCode() {}

  /**
   * A new object of the named class, found through the thread's context class loader, where both
   * spark-submit and {@code --jar} put a user's jars.
   *
   * @param type what it must be
   * @throws IllegalArgumentException if there is no such class, it is not of that type, has no
   *     public constructor without arguments, that throws, or the object cannot be serialised
   */
  public static <T extends Serializable> T create(String className, Class<T> type) {
    Object made = instance(find(className, type), className);
    T object = type.cast(made);
    unserialisable(object)
        .ifPresent(
            field -> {
              throw new IllegalArgumentException(
                  "class " + className + " cannot be serialised: " + field);
            });
    return object;
  }

  /** Whether there is a class of this name, good or bad. */
  public static boolean exists(String className) {
    try {
      Class.forName(className, false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static Class<?> find(String className, Class<?> type) {
    Class<?> found;
    try {
      found = Class.forName(className, true, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      throw new IllegalArgumentException(
          "class " + className + " not found; is its jar named by --jar?", e);
    } catch (LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException("class " + className + " cannot be loaded: " + cause, e);
    }
    if (!type.isAssignableFrom(found)) {
      throw new IllegalArgumentException(
          "class " + className + " does not implement " + type.getName());
    }
    return found;
  }

  private static Object instance(Class<?> type, String className) {
    String obstacle = obstacle(type);
    if (!obstacle.isEmpty()) {
      throw new IllegalArgumentException("class " + className + " " + obstacle);
    }
    try {
      return type.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "the constructor of class " + className + " threw " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "class " + className + " has no public constructor without arguments", e);
    }
  }

  /** Why no object of the class can be made, whatever its constructors; empty if nothing is. */
  private static String obstacle(Class<?> type) {
    int modifiers = type.getModifiers();
    if (type.isInterface()) {
      return "is an interface; name a class that implements it";
    }
    if (Modifier.isAbstract(modifiers)) {
      return "is abstract; name a class that extends it";
    }
    if (type.isMemberClass() && !Modifier.isStatic(modifiers)) {
      return "is an inner class; make it static";
    }
    return Modifier.isPublic(modifiers) ? "" : "is not public";
  }

  /** The path to the first field that keeps an object from being serialised, and its type. */
  private static Optional<String> unserialisable(Object object) {
    if (canWrite(object)) {
      return Optional.empty();
    }
    for (Class<?> c = object.getClass(); c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        Optional<String> culprit = unserialisable(object, field);
        if (culprit.isPresent()) {
          return culprit;
        }
      }
    }
    return Optional.of("it is a " + object.getClass().getName());
  }

  private static Optional<String> unserialisable(Object object, Field field) {
    int modifiers = field.getModifiers();
    if (Modifier.isStatic(modifiers) || Modifier.isTransient(modifiers)) {
      return Optional.empty();
    }
    try {
      field.setAccessible(true);
      Object value = field.get(object);
      if (canWrite(value)) {
        return Optional.empty();
      }
      return Optional.of("field '" + field.getName() + "' is a " + value.getClass().getTypeName());
    } catch (IllegalAccessException | RuntimeException e) {
      return Optional.of("field '" + field.getName() + "'");
    }
  }

  private static boolean canWrite(Object object) {
    try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
      out.writeObject(object);
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
