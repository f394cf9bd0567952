package dev.parallax.model.expression;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.engine.block.Response;
import dev.parallax.lexer.Token;
import dev.parallax.model.Opening;
import dev.parallax.model.Point;
import dev.parallax.model.PointModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A model written as a formula of the parameters, such as {@code exp(-x^2/2)*cos(k*y)}; or as
 * several with a name each, such as {@code r = hypot(x, y)}, which later ones may use.
 *
 * <p>An expression is a number, a text, or true or false: what a comparison gives is true or false,
 * as a response too, and counts as 1 or 0 where a number is wanted.
 *
 * <p>It is compiled to bytecode that calls {@link StrictMath}, so its values are the same bits
 * everywhere; {@code x^2} is {@code x*x}, other powers are {@link StrictMath#pow}. {@code
 * normal()}, {@code uniform()} and {@code exponential()} draw from the item's random stream, in the
 * order in which they stand. What a condition does not choose is not evaluated.
 */
public final class Expression implements PointModel {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 60;

  /** What is sent to workers is the text. */
  private final ArrayList<String> texts;

  private final ArrayList<Response> responses;
  private transient volatile Compiled compiled;

  private Expression(List<String> texts, List<Response> responses) {
    this.texts = new ArrayList<>(texts);
    this.responses = new ArrayList<>(responses);
  }

  /**
   * A model of one response, {@code value} unless it is given a name, or of several with names.
   *
   * @param texts one expression for each response, such as {@code x^2} or {@code r = x^2}
   * @throws IllegalArgumentException if one cannot be read, in one line with the column
   */
  public static Expression of(String... texts) {
    if (texts.length == 0) {
      throw new IllegalArgumentException("expression: there is none");
    }
    List<String> names = new ArrayList<>();
    for (Definition definition : definitions(List.of(texts))) {
      String name = name(definition);
      if (names.contains(name)) {
        String more = texts.length > 1 && definition.unnamed() ? "; write 'name = ...'" : "";
        throw new IllegalArgumentException(
            "expression: two give a response '" + Token.shown(name) + "'" + more);
      }
      names.add(name);
    }
    return new Expression(
        List.of(texts), names.stream().map(name -> new Response(name, ColumnType.DOUBLE)).toList());
  }

  /** What it is called in a summary: its text, or the names of its responses. */
  public String title() {
    String title = texts.size() == 1 ? texts.get(0).strip() : String.join(", ", responses());
    return title.length() <= SHOWN ? title : title.substring(0, SHOWN) + "...";
  }

  @Override
  public void check(List<String> names, Set<String> texts) {
    compiled(names, texts);
  }

  @Override
  public boolean computesWith(String parameter) {
    Compiled known = compiled;
    return known != null && known.uses(parameter);
  }

  @Override
  public List<String> responses() {
    return responses.stream().map(Response::name).toList();
  }

  /** Numbers, as long as it is not known of which parameters it is. */
  @Override
  public List<Response> columns() {
    return List.copyOf(responses);
  }

  /** These expressions, each of which is a number, a truth value or a text there. */
  @Override
  public Expression at(List<String> names, Set<String> textNames) {
    Compiled made = compiled(names, textNames);
    Expression known =
        new Expression(
            texts,
            IntStream.range(0, responses.size())
                .mapToObj(r -> new Response(responses.get(r).name(), made.types().get(r)))
                .toList());
    known.compiled = made;
    return known;
  }

  @Override
  public Evaluator open(Opening opening) {
    List<String> names = opening.names();
    Point first = opening.points().pass().at(0);
    Set<String> texts =
        IntStream.range(0, names.size())
            .filter(first::isText)
            .mapToObj(names::get)
            .collect(Collectors.toSet());
    return compiled(names, texts).evaluator();
  }

  private Compiled compiled(List<String> names, Set<String> texts) {
    Compiled known = compiled;
    if (known == null || !known.isFor(names, texts)) {
      synchronized (this) {
        known = compiled;
        if (known == null || !known.isFor(names, texts)) {
          known = compile(names, texts);
          compiled = known;
        }
      }
    }
    return known;
  }

  private Compiled compile(List<String> names, Set<String> textNames) {
    JavaSource translation = new JavaSource(names, textNames);
    List<JavaSource.Result> java = new ArrayList<>();
    checkNames(names, texts);
    for (Definition definition : definitions(texts)) {
      String name = name(definition);
      if (names.contains(name)) {
        throw definition.wrong("'" + name + "' is the name of a parameter");
      }
      try {
        java.add(translation.result(name, definition.expression()));
      } catch (IllegalArgumentException e) {
        throw definition.wrong(e.getMessage());
      }
    }
    try {
      return Compiled.of(names, textNames, translation, java);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("expression: " + e.getMessage(), e);
    }
  }

  /**
   * Checks that no parameter whose name is no word, such as {@code log-m}, stands in expressions as
   * if it were one.
   *
   * @throws IllegalArgumentException if one does: it says how the name is written
   */
  public static void checkNames(List<String> names, List<String> texts) {
    checkNames("parameter", names, texts);
  }

  /** The same of what is called something else than a parameter. */
  static void checkNames(String kind, List<String> names, List<String> texts) {
    for (String name : names) {
      if (texts.stream().anyMatch(text -> Notation.isMistaken(name, text))) {
        throw new IllegalArgumentException(
            "expression: "
                + kind
                + " '"
                + Token.shown(name)
                + "' is no plain word: write it in backticks, "
                + Notation.written(name)
                + " (if signs are meant, put blanks around them)");
      }
    }
  }

  private static List<Definition> definitions(List<String> texts) {
    return texts.stream().map(text -> Definition.parse(text, false)).toList();
  }

  private static String name(Definition definition) {
    return definition.given().orElse("value");
  }
}
