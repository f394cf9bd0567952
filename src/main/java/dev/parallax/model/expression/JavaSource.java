package dev.parallax.model.expression;

import dev.parallax.engine.block.ColumnType;
import dev.parallax.lexer.Token;
import dev.parallax.text.Digits;
import dev.parallax.text.Spelling;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes expressions in Java. No name and no text of the user's gets into the code: they become
 * places of arrays.
 */
final class JavaSource {
  private static final Map<String, String> CONSTANTS =
      new TreeMap<>(
          Map.of(
              "pi", "Math.PI",
              "e", "Math.E",
              "inf", "Double.POSITIVE_INFINITY",
              "nan", "Double.NaN"));

  private final List<String> parameters;
  private final Set<String> texts;
  private final boolean defined;
  private final List<String> numbers = new ArrayList<>();
  private final List<String> used = new ArrayList<>();
  private final List<String> quoted = new ArrayList<>();
  private final List<String> results = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();

  /**
   * A translation of nothing yet.
   *
   * @param parameters the names of the parameters
   * @param texts those of them whose values are texts
   */
  JavaSource(List<String> parameters, Set<String> texts) {
    this(parameters, texts, false);
  }

  private JavaSource(List<String> parameters, Set<String> texts, boolean defined) {
    this.parameters = parameters;
    this.texts = texts;
    this.defined = defined;
  }

  /**
   * A translation with numbers alone, in which a quotient by 0 is no number, nor is what depends on
   * a comparison with one that is none.
   */
  static JavaSource ofDefined(List<String> parameters) {
    return new JavaSource(parameters, Set.of(), true);
  }

  /** Whether a name is that of a constant. */
  static boolean isConstant(String name) {
    return CONSTANTS.containsKey(name);
  }

  private enum Kind {
    NUMBER("a number", ColumnType.DOUBLE),
    TRUTH("true or false", ColumnType.BOOLEAN),
    TEXT("a text", ColumnType.TEXT);

    private final String shown;
    private final ColumnType type;

    Kind(String shown, ColumnType type) {
      this.shown = shown;
      this.type = type;
    }
  }

  /**
   * The Java of a result, and what that is.
   *
   * @param java a number, which for a truth value is 1 or 0; or a text
   * @param type what it stands for
   */
  record Result(String java, ColumnType type) {
    static Result number(String java) {
      return new Result(java, ColumnType.DOUBLE);
    }

    boolean isText() {
      return type == ColumnType.TEXT;
    }
  }

  /** A piece of Java, what it yields, and where it stands in the expression. */
  private record Piece(String java, Kind kind, int column) {

    String number() {
      if (kind == Kind.TEXT) {
        throw new IllegalArgumentException("a text at column " + column + " is used as a number");
      }
      return kind == Kind.TRUTH ? "(" + java + " ? 1.0 : 0.0)" : java;
    }

    String text() {
      if (kind != Kind.TEXT) {
        throw new IllegalArgumentException(
            kind.shown + " at column " + column + " is used as a text");
      }
      return java;
    }

    String truth() {
      if (kind != Kind.TRUTH) {
        throw new IllegalArgumentException(
            kind.shown + " at column " + column + " is used as a condition: compare it");
      }
      return java;
    }
  }

  /**
   * The Java of a result; later expressions may use it. Of a statistic, it is a number.
   *
   * @throws IllegalArgumentException if something in it is unknown, or of the wrong kind
   */
  Result result(String name, Node expression) {
    Piece piece = piece(expression);
    Kind kind = defined ? Kind.NUMBER : piece.kind();
    String java = kind == Kind.TEXT ? piece.text() : piece.number();
    results.add(name);
    kinds.add(kind);
    return new Result(java, kind.type);
  }

  /** The Java of a number to which nothing else refers. */
  String number(Node expression) {
    return piece(expression).number();
  }

  /** Whether an expression is true or false, and no number. */
  boolean isCondition(Node expression) {
    return piece(expression).kind() == Kind.TRUTH;
  }

  /** The parameters that are used as numbers, in the order of their places. */
  List<String> numbers() {
    return numbers;
  }

  /** The parameters that are used as texts, in the order of their places. */
  List<String> texts() {
    return used;
  }

  /** The texts that stand in the expressions, in the order of their places. */
  List<String> quoted() {
    return quoted;
  }

  private Piece piece(Node node) {
    if (node instanceof Node.Constant constant) {
      return new Piece(Digits.shortest(constant.value()), Kind.NUMBER, node.column());
    }
    if (node instanceof Node.Name name) {
      return name(name);
    }
    if (node instanceof Node.Quoted text) {
      return new Piece("q[" + place(quoted, text.text()) + "]", Kind.TEXT, node.column());
    }
    if (node instanceof Node.Prefixed prefixed) {
      Piece operand = piece(prefixed.operand());
      return prefixed.sign().equals("!")
          ? new Piece("!(" + operand.truth() + ")", Kind.TRUTH, node.column())
          : new Piece("(-" + operand.number() + ")", Kind.NUMBER, node.column());
    }
    if (node instanceof Node.Infixed infixed) {
      return infixed(infixed);
    }
    return node instanceof Node.Choice choice ? choice(choice) : call((Node.Call) node);
  }

  private Piece name(Node.Name node) {
    String name = node.name();
    if (results.contains(name)) {
      return earlier(results.indexOf(name), node);
    }
    if (texts.contains(name)) {
      return new Piece("t[" + place(used, name) + "]", Kind.TEXT, node.column());
    }
    if (parameters.contains(name)) {
      return new Piece("n[" + place(numbers, name) + "]", Kind.NUMBER, node.column());
    }
    if (CONSTANTS.containsKey(name)) {
      return new Piece(CONSTANTS.get(name), Kind.NUMBER, node.column());
    }
    if (Function.exists(name)) {
      throw new IllegalArgumentException(
          "function '" + name + "' at column " + node.column() + " has no brackets");
    }
    List<String> known = new ArrayList<>(parameters.stream().map(Notation::written).toList());
    known.addAll(results);
    known.addAll(CONSTANTS.keySet());
    throw Spelling.unknown("variable", Token.shown(name), " at column " + node.column(), known);
  }

  /** An earlier result. */
  private Piece earlier(int place, Node.Name node) {
    Kind kind = kinds.get(place);
    String java =
        switch (kind) {
          case NUMBER -> "r[" + place + "]";
          case TRUTH -> "(r[" + place + "] != 0)";
          case TEXT -> "s[" + place + "]";
        };
    return new Piece(java, kind, node.column());
  }

  private static int place(List<String> names, String name) {
    if (!names.contains(name)) {
      names.add(name);
    }
    return names.indexOf(name);
  }

  /** Goes along what stands from left to right, which may be long, without going deeper. */
  private Piece infixed(Node.Infixed last) {
    Deque<Node.Infixed> nodes = new ArrayDeque<>();
    Node first = last;
    while (first instanceof Node.Infixed node) {
      nodes.push(node);
      first = node.left();
    }
    Piece left = piece(first);
    for (Node.Infixed node : nodes) {
      left = infixed(left, piece(node.right()), node);
    }
    return left;
  }

  private Piece infixed(Piece left, Piece right, Node.Infixed node) {
    String sign = node.sign();
    return switch (sign) {
      case "&&", "||" -> truth(left.truth(), sign, right.truth(), node);
      case "==", "!=" -> equality(left, right, node);
      case "<", "<=", ">", ">=" -> order(left, right, node);
      case "^" -> power(left, right, node);
      case "/" -> quotient(left, right, node);
      default ->
          new Piece(
              "(" + left.number() + " " + sign + " " + right.number() + ")",
              Kind.NUMBER,
              node.column());
    };
  }

  private Piece quotient(Piece left, Piece right, Node node) {
    String java =
        defined
            ? "quotient(" + left.number() + ", " + right.number() + ")"
            : "(" + left.number() + " / " + right.number() + ")";
    return new Piece(java, Kind.NUMBER, node.column());
  }

  private static Piece truth(String left, String sign, String right, Node node) {
    return new Piece("(" + left + " " + sign + " " + right + ")", Kind.TRUTH, node.column());
  }

  private String compared(Piece piece) {
    return defined ? "defined(" + piece.number() + ")" : piece.number();
  }

  /** Whether both are texts; they come one after the other by the numbers of their characters. */
  private static boolean areTexts(Piece left, Piece right, Node.Infixed node) {
    boolean texts = left.kind() == Kind.TEXT;
    if (texts != (right.kind() == Kind.TEXT)) {
      throw new IllegalArgumentException(
          "'" + node.sign() + "' at column " + node.column() + " compares a number and a text");
    }
    return texts;
  }

  private Piece order(Piece left, Piece right, Node.Infixed node) {
    return areTexts(left, right, node)
        ? truth(left.java() + ".compareTo(" + right.java() + ")", node.sign(), "0", node)
        : truth(compared(left), node.sign(), compared(right), node);
  }

  private Piece equality(Piece left, Piece right, Node.Infixed node) {
    if (!areTexts(left, right, node)) {
      return truth(compared(left), node.sign(), compared(right), node);
    }
    String not = node.sign().equals("!=") ? "!" : "";
    return new Piece(
        not + left.java() + ".equals(" + right.java() + ")", Kind.TRUTH, node.column());
  }

  /** A square is a product; its base may be a draw, so it is evaluated once. */
  private static Piece power(Piece base, Piece exponent, Node node) {
    String java =
        exponent.java().equals("2.0")
            ? "square(" + base.number() + ")"
            : "StrictMath.pow(" + base.number() + ", " + exponent.number() + ")";
    return new Piece(java, Kind.NUMBER, node.column());
  }

  private Piece choice(Node.Choice node) {
    String condition = piece(node.condition()).truth();
    Piece yes = piece(node.yes());
    Piece no = piece(node.no());
    Kind kind = yes.kind() == no.kind() ? yes.kind() : Kind.NUMBER;
    if (kind == Kind.NUMBER && (yes.kind() == Kind.TEXT || no.kind() == Kind.TEXT)) {
      throw new IllegalArgumentException(
          "the choice at column "
              + node.column()
              + " is between "
              + (yes.kind().shown + " and " + no.kind().shown)
              + ": make both texts, or none");
    }
    boolean same = kind != Kind.NUMBER;
    String values = same ? yes.java() + " : " + no.java() : yes.number() + " : " + no.number();
    return new Piece("(" + condition + " ? " + values + ")", kind, node.column());
  }

  private Piece call(Node.Call node) {
    List<Piece> arguments = node.arguments().stream().map(this::piece).toList();
    Function function = node.function();
    if (function.name().equals("pow")) {
      return power(arguments.get(0), arguments.get(1), node);
    }
    if (function.takesText()) {
      String java = function.java() + "(" + arguments.get(0).text() + ")";
      return new Piece(java, Kind.NUMBER, node.column());
    }
    String java = String.join(", ", arguments.stream().map(Piece::number).toList());
    if (arguments.size() > 2) {
      java = arguments.get(0).number();
      for (Piece next : arguments.subList(1, arguments.size() - 1)) {
        java = function.java() + "(" + java + ", " + next.number() + ")";
      }
      java += ", " + arguments.get(arguments.size() - 1).number();
    }
    return new Piece(function.java() + "(" + java + ")", Kind.NUMBER, node.column());
  }
}
