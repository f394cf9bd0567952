package dev.parallax.model;

import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;

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
    Captures.culprit(object)
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
}
