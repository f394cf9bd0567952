package dev.parallax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** How many lines the methods of a folder of sources have, as the JDK's own parser sees them. */
final class MethodLengths extends TreePathScanner<Void, Void> {
  private final SourcePositions positions;
  private final Map<String, Long> lengths = new TreeMap<>();

  private MethodLengths(SourcePositions positions) {
    this.positions = positions;
  }

  /**
   * The lines of each method from that of its return type, or the first of a constructor, to the
   * closing brace. Of several methods of one name, the longest counts.
   *
   * @return by room, class and method, such as {@code random.ScalarLanes.bounded}
   */
  static Map<String, Long> of(Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
      Iterable<? extends JavaFileObject> sources =
          manager.getJavaFileObjectsFromPaths(sources(folder));
      List<String> options = List.of("-proc:none");
      JavacTask task = (JavacTask) compiler.getTask(null, manager, said, options, null, sources);
      MethodLengths methods = new MethodLengths(Trees.instance(task).getSourcePositions());
      methods.scan(task.parse(), null);
      assertEquals(List.of(), errors(said));
      return methods.lengths;
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static List<String> errors(DiagnosticCollector<JavaFileObject> said) {
    return said.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(Diagnostic::toString)
        .toList();
  }

  @Override
  public Void visitMethod(MethodTree method, Void nothing) {
    if (method.getBody() != null) {
      lengths.merge(name(method), lines(method), Math::max);
    }
    return super.visitMethod(method, nothing);
  }

  private String name(MethodTree method) {
    String room = getCurrentPath().getCompilationUnit().getPackageName().toString();
    ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
    String name = room + "." + type.getSimpleName() + "." + method.getName();
    return name.replaceFirst("^dev\\.parallax\\.", "");
  }

  private long lines(MethodTree method) {
    CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
    Tree first = method.getReturnType() == null ? method : method.getReturnType();
    LineMap lines = unit.getLineMap();
    long from = lines.getLineNumber(positions.getStartPosition(unit, first));
    return lines.getLineNumber(positions.getEndPosition(unit, method)) - from + 1;
  }
}
