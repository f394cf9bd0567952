package dev.parallax.identity;

import dev.parallax.identity.JobIdentity.Source;
import dev.parallax.table.InputFile;
import dev.parallax.workload.ReadsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the job of a command line is, once that is parsed. */
final class CommandIdentity {
  private CommandIdentity() {}

  /**
   * What the job is.
   *
   * @param known other names of files, which say what is in them
   */
  static JobIdentity of(CommandSpec command, String version, Map<String, String> known) {
    List<ArgSpec> ofTheJob =
        command.args().stream().filter(argument -> Effects.of(argument).isOfTheJob()).toList();
    List<Argument> arguments = new ArrayList<>();
    arguments.add(Argument.word(command.name()));
    command.positionalParameters().stream()
        .flatMap(argument -> argument.originalStringValues().stream())
        .map(word -> Argument.word(named(word, known)))
        .forEach(arguments::add);
    command.options().stream()
        .filter(option -> Effects.of(option).isOfTheJob())
        .flatMap(option -> arguments(option, known))
        .forEach(arguments::add);
    return new JobIdentity(version, files(ofTheJob, known), code(ofTheJob), arguments);
  }

  /** The files that the job reads: with others in their place it would be another job. */
  private static List<Source> files(List<ArgSpec> arguments, Map<String, String> known) {
    return arguments.stream()
        .flatMap(argument -> paths(argument.getValue()))
        .filter(file -> Files.isRegularFile(file) || InputFile.isStandardInput(file))
        .distinct()
        .filter(file -> !known.containsKey(file.toString()))
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
        .flatMap(name -> codeDigest(name).map(digest -> new Source(name, digest)).stream())
        .toList();
  }

  /**
   * The SHA-256 of the code behind a name, of its jar or, outside a jar, of its file; none if it is
   * not the name of a class.
   */
  private static Optional<String> codeDigest(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try {
      Class<?> type = Class.forName(name, false, loader);
      Optional<Path> jar = jar(type);
      if (jar.isPresent()) {
        return Optional.of(FileDigest.of(jar.get()));
      }
      String file = "/" + type.getName().replace('.', '/') + ".class";
      try (InputStream in = type.getResourceAsStream(file)) {
        return in == null ? Optional.empty() : Optional.of(FileDigest.of(in));
      }
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty(); // no class, or none that a job could use
    } catch (IOException e) { // without a digest nobody would know when it is another
      throw new IllegalArgumentException("the code of " + name + " cannot be read: " + e, e);
    }
  }

  private static Optional<Path> jar(Class<?> type) {
    URL place =
        Optional.ofNullable(type.getProtectionDomain().getCodeSource())
            .map(CodeSource::getLocation)
            .orElse(null);
    try {
      return place != null && place.getProtocol().equals("file")
          ? Optional.of(Path.of(place.toURI())).filter(Files::isRegularFile)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String named(String value, Map<String, String> known) {
    String named = value;
    for (Map.Entry<String, String> file : known.entrySet()) {
      named = named.replace(file.getKey(), file.getValue());
    }
    return named;
  }

  private static Stream<Argument> arguments(OptionSpec option, Map<String, String> known) {
    String name = option.longestName();
    if (option.arity().max() == 0) { // it has no value to be written
      return Boolean.TRUE.equals(option.getValue())
          ? Stream.of(Argument.flag(name))
          : Stream.empty();
    }
    return values(option).stream().map(value -> Argument.option(name, named(value, known)));
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
