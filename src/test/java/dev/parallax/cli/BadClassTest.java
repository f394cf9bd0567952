package dev.parallax.cli;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users' classes that cannot be used, and why; {@code $} stands for the class around them. */
class BadClassTest {
  private static final String HERE = "dev.parallax.cli.UserClasses$";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "$Nowhere | not found; is its jar named by --jar?",
        "Nowhere | not found; is its jar named by --jar?",
        "java.lang.String | does not implement dev.parallax.model.ElementFunction",
        "$Parabola | does not implement dev.parallax.model.ElementFunction",
        "dev.parallax.model.ElementFunction"
            + " | is an interface; name a class that implements it",
        "$Abstract | is abstract; name a class that extends it",
        "$Hidden | is not public",
        "$Closed | has no public constructor without arguments",
        "$Needy | has no public constructor without arguments",
        "$Tied | cannot be serialised: field 'worker' is a java.lang.Thread",
      })
  void aFunctionThatCannotBeUsed(String name, String expected) {
    String className = name.replace("$", HERE);
    String line = "map --array range:0:5 --function " + className;
    BadInput.check(CommandRun.of(line), line, "class " + className + " " + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "$Throwing | the constructor of class $Throwing threw"
            + " java.lang.IllegalStateException: no data; at hand",
        "$Unloadable | class $Unloadable cannot be loaded:"
            + " java.lang.NumberFormatException: For input string: \"broken\"",
      })
  void aFunctionThatFailsToStart(String name, String expected) {
    String line = "map --array range:0:5 --function " + name.replace("$", HERE);
    BadInput.check(CommandRun.of(line), line, expected.replace("$", HERE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "sweep -p a=1 --model $Square | implements none of dev.parallax.model.Model,"
            + " dev.parallax.model.PointFunction, dev.parallax.model.PointFunction.ToObject",
        "bootstrap jobs/data/hubble.ecsv --column distance --statistic $Square"
            + " | does not implement dev.parallax.model.Statistic",
      })
  void aClassOfAnotherKind(String line, String expected) {
    String command = line.replace("$", HERE);
    BadInput.check(CommandRun.of(command), command, "class " + HERE + "Square " + expected);
  }
}
