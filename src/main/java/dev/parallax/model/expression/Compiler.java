package dev.parallax.model.expression;

import dev.parallax.random.RandomStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.SimpleCompiler;

/** Compiles the Java of expressions to bytecode, within the process. */
final class Compiler {
  private static final String NAME = "Compiled";
  private static final String RANDOM = RandomStream.class.getName();

  /** Compilers recurse; the text has been bounded, so this is enough. */
  private static final long STACK = 256L << 20;

  private Compiler() {}

  /**
   * A formula of these results.
   *
   * @param results the Java of each, and what it is
   * @throws IllegalArgumentException if they are too much for a method of Java
   */
  static Formula compile(List<JavaSource.Result> results) {
    CompletableFuture<Formula> formula = new CompletableFuture<>();
    String source = source(results);
    Runnable task =
        () -> {
          try {
            formula.complete(load(source));
          } catch (Throwable e) { // whatever it is, the one who waits is told
            formula.completeExceptionally(e);
          }
        };
    Thread thread = new Thread(null, task, "expression", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return formula.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CompileException
          || e.getCause() instanceof StackOverflowError
          || e.getCause() instanceof ClassFormatError) {
        throw new IllegalArgumentException("it is too long to be compiled: make it several", e);
      }
      throw new IllegalStateException("the expression was not compiled", e.getCause());
    }
  }

  private static Formula load(String source) throws ReflectiveOperationException, CompileException {
    SimpleCompiler compiler = new SimpleCompiler();
    compiler.setParentClassLoader(Formula.class.getClassLoader());
    compiler.cook(source);
    Class<?> made = compiler.getClassLoader().loadClass(NAME);
    return (Formula) made.getDeclaredConstructor().newInstance();
  }

  /** A method for each result: what is large is then at least not all in one method. */
  private static String source(List<JavaSource.Result> results) {
    String arguments =
        "(double[] n, String[] t, String[] q, " + RANDOM + " random, double[] r, String[] s)";
    StringBuilder java = new StringBuilder();
    java.append("public final class " + NAME + " implements " + Formula.class.getName() + " {\n");
    java.append("static double square(double v) { return v * v; }\n");
    java.append("static double quotient(double a, double b) {\n");
    java.append("return b == 0 ? Double.NaN : a / b;\n}\n");
    java.append("static double defined(double v) {\n");
    java.append("if (v != v) { throw new ArithmeticException(); }\nreturn v;\n}\n");
    java.append("public void evaluate" + arguments + " {\n");
    for (int i = 0; i < results.size(); i++) {
      java.append(assigned(i, results.get(i).isText()));
    }
    java.append("}\n");
    for (int i = 0; i < results.size(); i++) {
      String type = results.get(i).isText() ? "String" : "double";
      java.append("static " + type + " result" + i + arguments + " {\n");
      java.append("return " + results.get(i).java() + ";\n}\n");
    }
    return java.append("}\n").toString();
  }

  private static String assigned(int place, boolean text) {
    String value = "[" + place + "] = result" + place + "(n, t, q, random, r, s);";
    return text
        ? "s" + value + "\n"
        : "try { r"
            + value
            + " }\ncatch (ArithmeticException e) { r["
            + place
            + "] = Double.NaN; }\n";
  }
}
