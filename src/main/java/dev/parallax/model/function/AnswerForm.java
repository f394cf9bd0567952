package dev.parallax.model.function;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.model.PointModel;
import dev.parallax.text.Thrown;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a function answers: one value, or a record of several.
 *
 * @param type the record's class; {@link Object} where it is one value
 * @param fields the value, or the record's components in their order
 * @param known whether it is known, or only supposed
 */
record AnswerForm(Class<?> type, List<AnswerField> fields, boolean known) implements Serializable {
  private static final int MOST = 10_000;

  /** What is supposed where no answer is known: a number. */
  static AnswerForm unknown(String name) {
    return new AnswerForm(
        Object.class, List.of(new AnswerField(name, ColumnType.DOUBLE, 0)), false);
  }

  /**
   * The form of an answer.
   *
   * @param name what it is called if it is one value
   * @throws IllegalArgumentException if it is of no type that there are columns for
   */
  static AnswerForm of(String name, Object answer) {
    AnswerForm form =
        answer instanceof Record
            ? ofRecord(answer)
            : new AnswerForm(
                Object.class,
                List.of(AnswerField.of(name, answer.getClass(), Optional.of(answer))),
                true);
    if (form.columns().size() > MOST) {
      throw new IllegalArgumentException(
          "the function answers with "
              + form.columns().size()
              + " numbers, which are too many for an item; "
              + MOST
              + " at most");
    }
    return form;
  }

  private static AnswerForm ofRecord(Object answer) {
    RecordComponent[] components = answer.getClass().getRecordComponents();
    if (components.length == 0) {
      throw new IllegalArgumentException(
          "the function answers with a " + answer.getClass().getName() + ", which is empty");
    }
    Reader reader = new Reader(answer.getClass(), List.of());
    List<AnswerField> fields = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      Optional<Object> value = Optional.ofNullable(reader.component(answer, i));
      fields.add(AnswerField.of(components[i].getName(), components[i].getType(), value));
    }
    return new AnswerForm(answer.getClass(), List.copyOf(fields), true);
  }

  /** The columns of its values. */
  List<Response> columns() {
    return fields.stream().flatMap(field -> field.columns().stream()).toList();
  }

  /** What takes answers apart, for one thread. */
  Reader reader() {
    return new Reader(type, fields);
  }

  /** Takes answers apart. */
  static final class Reader {
    private final Class<?> type;
    private final boolean several;
    private final List<AnswerField> fields;
    private final Method[] accessors;

    private Reader(Class<?> type, List<AnswerField> fields) {
      this.type = type;
      this.several = type.isRecord();
      this.fields = fields;
      this.accessors =
          Stream.of(several ? type.getRecordComponents() : new RecordComponent[0])
              .map(RecordComponent::getAccessor)
              .toArray(Method[]::new);
      for (Method accessor : accessors) {
        accessor.setAccessible(true); // a record within a class is often private
      }
    }

    /**
     * Reads an answer.
     *
     * @throws IllegalStateException if it is of another form
     */
    void read(Object answer, PointModel.Answer to) {
      if (several && !type.isInstance(answer)) {
        throw new IllegalStateException(
            "the function returned "
                + (answer == null ? "null" : "a " + answer.getClass().getName())
                + " instead of a "
                + type.getName());
      }
      int column = 0;
      for (int i = 0; i < fields.size(); i++) {
        Object value = several ? component(answer, i) : answer;
        column = fields.get(i).put(value, column, to);
      }
    }

    private Object component(Object answer, int place) {
      try {
        return accessors[place].invoke(answer);
      } catch (InvocationTargetException e) {
        throw new IllegalStateException(
            accessors[place].getName() + "() threw " + Thrown.text(e.getCause()), e);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("record " + answer.getClass().getName() + " is closed", e);
      }
    }
  }
}
