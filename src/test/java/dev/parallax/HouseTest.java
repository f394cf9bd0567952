package dev.parallax;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the house to its plan: which room may import which, and how large a file may grow. */
class HouseTest {
  private static final String ROOT = "dev.parallax.";
  private static final String FRONT = "dev.parallax";
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.parallax");

  /** The table of the README: room, and what of ours it may import. */
  static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("spelling", List.of()),
          Map.entry("random", List.of()),
          Map.entry("sum", List.of()),
          Map.entry("engine", List.of("spelling")),
          Map.entry("storage", List.of("spelling")),
          Map.entry("table", List.of("spelling", "storage")),
          Map.entry("model", List.of("random", "spelling")),
          Map.entry("model.expression", List.of("model", "random", "spelling")),
          Map.entry("model.command", List.of("model", "random", "spelling")),
          Map.entry("point", List.of("engine", "model", "random")),
          Map.entry("kernel", List.of("model", "random", "spelling", "sum")),
          Map.entry(
              "sweep", List.of("engine", "model", "point", "random", "spelling", "sum", "table")),
          Map.entry(
              "array",
              List.of(
                  "engine", "kernel", "model", "point", "random", "spelling", "storage", "table")),
          Map.entry(
              "bootstrap",
              List.of("engine", "kernel", "model", "random", "spelling", "sum", "table")),
          Map.entry("run", List.of("engine", "storage", "sum")),
          Map.entry("engine.spark", List.of("engine")),
          Map.entry("report.figure", List.of("spelling", "storage")),
          Map.entry(
              "report.page",
              List.of("engine", "findings", "report", "report.figure", "run", "spelling")),
          Map.entry("report.picture", List.of("engine", "report.figure", "run", "sum")),
          Map.entry("findings", List.of("engine", "report.figure", "run", "spelling", "table")),
          Map.entry(
              "workload",
              List.of(
                  "engine",
                  "findings",
                  "model",
                  "model.command",
                  "model.expression",
                  "run",
                  "spelling",
                  "table")),
          Map.entry(
              "workload.sweep",
              List.of(
                  "engine",
                  "findings",
                  "kernel",
                  "model",
                  "report.picture",
                  "run",
                  "spelling",
                  "sum",
                  "sweep",
                  "table",
                  "workload")),
          Map.entry(
              "workload.map",
              List.of(
                  "array",
                  "engine",
                  "findings",
                  "kernel",
                  "model",
                  "report.picture",
                  "run",
                  "spelling",
                  "workload")),
          Map.entry(
              "workload.bootstrap",
              List.of(
                  "bootstrap",
                  "engine",
                  "findings",
                  "kernel",
                  "model",
                  "report.figure",
                  "run",
                  "spelling",
                  "table",
                  "workload")),
          Map.entry(
              "report",
              List.of(
                  "engine",
                  "findings",
                  "report.figure",
                  "report.picture",
                  "run",
                  "spelling",
                  "storage",
                  "table")));

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
        .resideOutsideOfPackage(ROOT + "cli")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "cli")
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

  /** What is printed in lines shows what would act on a terminal; see the console. */
  @Test
  void theCommandLineWritesLines() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "cli")
        .and()
        .doNotHaveSimpleName("FailureNotice") // it clears the line of the progress
        .should()
        .callMethodWhere(
            target(owner(assignableTo(PrintWriter.class)))
                .and(target(nameMatching("print|printf|format|write|append"))))
        .check(HOUSE);
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
}
