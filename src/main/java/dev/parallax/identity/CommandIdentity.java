package dev.parallax.identity;

import dev.parallax.identity.JobIdentity.Source;
import dev.parallax.table.InputFile;
import dev.parallax.workload.ReadsFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the job of a command line is, once that is parsed. */
final class CommandIdentity {
  private CommandIdentity() {}

  static JobIdentity of(CommandSpec command, String version) {
    List<ArgSpec> ofTheJob =
        command.args().stream().filter(argument -> Effects.of(argument).isOfTheJob()).toList();
    List<Argument> arguments = new ArrayList<>();
    arguments.add(Argument.word(command.name()));
    command.positionalParameters().stream()
        .flatMap(argument -> argument.originalStringValues().stream().map(Argument::word))
        .forEach(arguments::add);
    command.options().stream()
        .filter(option -> Effects.of(option).isOfTheJob())
        .flatMap(CommandIdentity::arguments)
        .forEach(arguments::add);
    return new JobIdentity(version, files(ofTheJob), code(ofTheJob), arguments);
  }

  /** The files that the job reads: with others in their place it would be another job. */
  private static List<Source> files(List<ArgSpec> arguments) {
    return arguments.stream()
        .flatMap(argument -> paths(argument.getValue()))
        .filter(file -> Files.isRegularFile(file) || InputFile.isStandardInput(file))
        .distinct()
        .map(file -> new Source(file.toString(), FileDigest.of(file)))
        .toList();
  }

  private static Stream<Path> paths(Object value) {
    if (value instanceof Path path) {
      return Stream.of(path);
    }
    if (value instanceof ReadsFiles text) {
      return text.files().stream();
    }
    return value instanceof List<?> list
        ? list.stream().flatMap(CommandIdentity::paths)
        : Stream.empty();
  }

  /** The classes that are named: a job with other code in them would be another one. */
  private static List<Source> code(List<ArgSpec> arguments) {
    return arguments.stream()
        .filter(Effects::namesCode)
        .flatMap(argument -> argument.originalStringValues().stream())
        .flatMap(names -> Arrays.stream(names.split(",")))
        .filter(name -> name.contains(".") || name.matches("\\p{Lu}.*"))
        .flatMap(name -> CodeDigest.of(name).map(digest -> new Source(name, digest)).stream())
        .toList();
  }

  private static Stream<Argument> arguments(OptionSpec option) {
    String name = option.longestName();
    if (option.arity().max() == 0) { // it has no value to be written
      return Boolean.TRUE.equals(option.getValue())
          ? Stream.of(Argument.flag(name))
          : Stream.empty();
    }
    return values(option).stream().map(value -> Argument.option(name, value));
  }

  private static List<String> values(OptionSpec option) {
    List<String> values = option.originalStringValues();
    if (values.isEmpty()) {
      return Optional.ofNullable(option.defaultValue()).stream().toList();
    }
    return option.isMultiValue()
        ? values
        : values.subList(values.size() - 1, values.size()); // the others were overridden
  }
}
