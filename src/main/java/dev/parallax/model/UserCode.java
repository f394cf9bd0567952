package dev.parallax.model;

import dev.parallax.text.Thrown;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes a user's model, function or statistic from its class name. */
public final class UserCode {
  private UserCode() {}

  /**
   * A new object of the named class, found through the thread's context class loader, where both
   * spark-submit and {@code --jar} put a user's jars.
   *
   * @param types what it must be one of
   * @throws IllegalArgumentException if there is no such class, it is none of that type, has no
   *     public constructor without arguments, that throws, or the object cannot be serialised
   */
  public static <T extends Serializable> T create(
      String className, List<? extends Class<? extends T>> types) {
    Object made = instance(find(className, types), className);
    T object =
        types.stream().filter(type -> type.isInstance(made)).findFirst().orElseThrow().cast(made);
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

  /**
   * What a user's object answers to a question, such as for its names.
   *
   * @param method the method that is called
   * @throws UserCodeException if it throws or answers null
   */
  public static <T> T asked(Object user, String method, Supplier<T> question) {
    T answer;
    try {
      answer = question.get();
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      throw wrong(user, method, "threw " + Thrown.text(e), e);
    }
    if (answer == null) {
      throw wrong(user, method, "returned null", null);
    }
    return answer;
  }

  /**
   * The names that a user's object gives, of parameters or responses.
   *
   * @throws UserCodeException if it throws, answers null, or one of them is null
   */
  public static List<String> names(Object user, String method, Supplier<List<String>> question) {
    List<String> names = new ArrayList<>();
    for (String name : asked(user, method, question)) {
      if (name == null) {
        throw wrong(user, method, "returned a name that is null", null);
      }
      names.add(name);
    }
    return List.copyOf(names);
  }

  private static UserCodeException wrong(Object user, String method, String why, Throwable cause) {
    String name = user.getClass().getName();
    return new UserCodeException("class " + name + ": " + method + "() " + why, cause);
  }

  private static Class<?> find(String className, List<? extends Class<?>> types) {
    Class<?> found = loaded(className);
    if (types.stream().noneMatch(type -> type.isAssignableFrom(found))) {
      String wanted = types.stream().map(Class::getCanonicalName).collect(Collectors.joining(", "));
      throw new IllegalArgumentException(
          "class "
              + className
              + (types.size() == 1 ? " does not implement " : " implements none of ")
              + wanted);
    }
    return found;
  }

  private static Class<?> loaded(String className) {
    try {
      return Class.forName(className, true, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      throw new IllegalArgumentException(
          "class " + className + " not found; is its jar named by --jar?", e);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (RuntimeException | Error e) { // a static initialiser may throw anything
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException(
          "class " + className + " cannot be loaded: " + Thrown.text(cause), e);
    }
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
          "the constructor of class " + className + " threw " + Thrown.text(e.getCause()), e);
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
