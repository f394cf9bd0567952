package dev.parallax;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.parallax.engine.Workload;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the house to its plan: which room may import which, how large a room, a file and a method
 * may be.
 */
class HouseTest {
  private static final String ROOT = "dev.parallax.";
  private static final String FRONT = "dev.parallax";
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.parallax");

  private static final int MOST_FILES = 25;
  private static final int MOST_LINES = 25;

  /**
   * Inner loops that are slower or harder to read in parts: one that is short now is struck out.
   */
  private static final Set<String> LONG_LOOPS =
      Set.of(
          "random.ScalarLanes.bounded",
          "statistic.sums.ScalarCountSums.twoLanes",
          "statistic.sums.VectorCountSums.group",
          "statistic.sums.VectorRowSums.over",
          "sum.ExactMoments.add");

  private static final String PAGE = read(Path.of("CONTRIBUTING.md"));

  /** The page's table: room, and what of ours it may import. */
  private static final Map<String, List<String>> MAY_IMPORT = table();

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<String>> table() {
    Map<String, List<String>> table = new TreeMap<>();
    Pattern row = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| [^|]* \\| ([^|]*) \\|$");
    for (MatchResult found : (Iterable<MatchResult>) row.matcher(PAGE).results()::iterator) {
      boolean any = found.group(2).startsWith("everything");
      List<String> allowed =
          found.group(2).equals("nothing") ? List.of() : List.of(found.group(2).split(", "));
      if (!any) {
        table.put(found.group(1), allowed);
      }
    }
    return table;
  }

  @TestFactory
  Stream<DynamicTest> roomsImportOnlyWhatTheTableAllows() {
    return MAY_IMPORT.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage(ROOT + entry.getKey())
                            .should()
                            .dependOnClassesThat(oursExcept(entry.getKey(), entry.getValue()))
                            .check(HOUSE)));
  }

  private static DescribedPredicate<JavaClass> oursExcept(String room, List<String> allowed) {
    String[] packages =
        Stream.concat(Stream.of(room), allowed.stream()).map(ROOT::concat).toArray(String[]::new);
    return resideInAPackage("dev.parallax..")
        .and(DescribedPredicate.not(resideInAnyPackage(packages)));
  }

  @Test
  void everyRoomIsInTheTable() {
    Set<String> rooms =
        HOUSE.stream()
            .map(JavaClass::getPackageName)
            .map(name -> name.equals(FRONT) ? "parallax" : name.substring(ROOT.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>(MAY_IMPORT.keySet());
    known.addAll(List.of("cli", "parallax"));
    assertEquals(known, rooms);
  }

  /** What is worked out has no need of who asked for it: the launcher's main class alone has. */
  @Test
  void nobodyKnowsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "cli..")
        .check(HOUSE);
  }

  /** The other direction: a permission that nobody uses is no part of the plan. */
  @TestFactory
  Stream<DynamicTest> roomsUseWhatTheTableAllows() {
    return MAY_IMPORT.entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> checkUsed(entry)));
  }

  private static void checkUsed(Map.Entry<String, List<String>> entry) {
    Set<String> used =
        HOUSE.stream()
            .filter(type -> type.getPackageName().equals(ROOT + entry.getKey()))
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .map(dependency -> dependency.getTargetClass().getPackageName())
            .collect(Collectors.toSet());
    List<String> unused =
        entry.getValue().stream().filter(room -> !used.contains(ROOT + room)).toList();
    assertEquals(List.of(), unused);
  }

  /** The picture: each room on the lowest line that is above all that it imports. */
  @Test
  void thePictureIsTheTables() {
    Map<Integer, List<String>> lines = new TreeMap<>(Comparator.reverseOrder());
    MAY_IMPORT
        .keySet()
        .forEach(room -> lines.computeIfAbsent(line(room), k -> new ArrayList<>()).add(room));
    String picture =
        lines.values().stream()
            .map(rooms -> String.join("  ", rooms))
            .collect(Collectors.joining("\n", "cli\nparallax\n", "\n"));
    assertTrue(PAGE.contains("<!-- rooms -->\n```text\n" + picture + "```\n"), picture);
  }

  private static int line(String room) {
    return 1 + MAY_IMPORT.get(room).stream().mapToInt(HouseTest::line).max().orElse(-1);
  }

  @Test
  void noCircleLeadsThroughRooms() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(HOUSE);
  }

  /** A type may make its own kinds, as {@code List.of} does; any other circle is one too many. */
  @Test
  void noCircleLeadsThroughClassesOfARoom() {
    Map<String, Set<String>> needs = new TreeMap<>();
    for (JavaClass type : HOUSE) {
      Set<String> needed = needs.computeIfAbsent(outermost(type), name -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(other -> other.getPackageName().equals(type.getPackageName()))
          .filter(other -> !other.isAssignableTo(type.getName()))
          .map(HouseTest::outermost)
          .filter(other -> !other.equals(outermost(type)))
          .forEach(needed::add);
    }
    Set<String> rooms =
        needs.keySet().stream()
            .filter(name -> reached(name, needs).contains(name))
            .map(name -> name.substring(0, name.lastIndexOf('.')))
            .map(name -> name.equals(FRONT) ? "parallax" : name.substring(ROOT.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), rooms);
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }

  /** What a class needs, and what that needs, and so on; the class itself if that needs it. */
  private static Set<String> reached(String name, Map<String, Set<String>> needs) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(needs.get(name));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (reached.add(next)) {
        open.addAll(needs.get(next));
      }
    }
    return reached;
  }

  @Test
  void sparkAndScalaAreUsedInOneRoom() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "engine.spark")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.apache.spark..", "scala.."))
        .check(HOUSE);
  }

  @Test
  void hadoopIsUsedInOneRoom() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "storage.remote")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.apache.hadoop.."))
        .check(HOUSE);
  }

  @Test
  void theIncubatorModuleIsUsedByVectorClassesOnly() {
    noClasses()
        .that()
        .haveSimpleNameNotStartingWith("Vector")
        .should()
        .dependOnClassesThat(resideInAPackage("jdk.incubator.."))
        .check(HOUSE);
  }

  @Test
  void everyClassIsFinalOrAnInterface() {
    classes()
        .that()
        .areNotInterfaces()
        .and()
        .areNotAnonymousClasses()
        .and()
        .areNotEnums() // a constant with a body is a subclass
        .should()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .check(HOUSE);
  }

  /** A number is written alike in every country: formats name their locale. */
  @Test
  void noFormatDependsOnTheLocale() {
    noClasses()
        .should()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .check(HOUSE);
  }

  /** Nor does it depend on the JDK: before 19, these sometimes give more digits. */
  @Test
  void noNumberIsWrittenByTheJdk() {
    noClasses()
        .should()
        .callMethod(Double.class, "toString")
        .orShould()
        .callMethod(Double.class, "toString", double.class)
        .orShould()
        .callMethod(Float.class, "toString")
        .orShould()
        .callMethod(Float.class, "toString", float.class)
        .orShould()
        .callMethod(String.class, "valueOf", double.class)
        .orShould()
        .callMethod(String.class, "valueOf", float.class)
        .orShould()
        .callMethod(StringBuilder.class, "append", double.class)
        .orShould()
        .callMethod(StringBuilder.class, "append", float.class)
        .check(HOUSE);
  }

  /** What is printed in lines shows what would act on a terminal; see the console. */
  @Test
  void theCommandLineWritesLines() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "cli..")
        .should()
        .callMethodWhere(
            target(owner(assignableTo(PrintWriter.class)))
                .and(target(nameMatching("print|printf|format|write|append"))))
        .check(HOUSE);
  }

  /** One that wraps a job could drop what that says of itself: limits and times go with a task. */
  @Test
  void noWorkloadWrapsAnother() {
    noFields()
        .that()
        .haveRawType(assignableTo(Workload.class))
        .should()
        .beDeclaredInClassesThat(assignableTo(Workload.class))
        .check(HOUSE);
  }

  /** What a method does depends on what it is given. */
  @Test
  void nothingHangsOnAThread() {
    noClasses().should().dependOnClassesThat(assignableTo(ThreadLocal.class)).check(HOUSE);
  }

  @Test
  void noFileIsOverFourHundredLines() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        long lines = Files.readAllLines(file).size();
        assertTrue(lines <= 400, () -> file + " has " + lines + " lines");
      }
    }
  }

  @Test
  void noMethodIsOverTwentyFiveLines() throws IOException {
    Map<String, Long> lengths = new TreeMap<>(MethodLengths.of(Path.of("src/main/java")));
    lengths.values().removeIf(lines -> lines <= MOST_LINES);
    assertEquals(new TreeSet<>(LONG_LOOPS), lengths.keySet(), lengths::toString);
  }

  @Test
  void noRoomHasMoreThanTwentyFiveFiles() throws IOException {
    Path top = Path.of("src/main/java/dev/parallax");
    Map<String, Integer> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(top)) {
      all.filter(file -> file.toString().endsWith(".java"))
          .map(file -> top.relativize(file.getParent()).toString().replace('/', '.'))
          .forEach(room -> files.merge(room, 1, Integer::sum));
    }
    files.values().removeIf(count -> count <= MOST_FILES);
    assertEquals(Map.of(), files);
  }
}
