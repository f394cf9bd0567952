package dev.parallax.identity;

import dev.parallax.storage.FileGlob;
import dev.parallax.storage.PathText;
import dev.parallax.storage.remote.RemoteFiles;
import dev.parallax.workload.CommandText;
import dev.parallax.workload.ReadsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The paths among the words of job files: they start from the folder of their job file, and are
 * made to start from the current one. Words are told in their order.
 */
public final class JobPaths {
  private static final String HOME = JobIdentity.HOME;

  private static final Set<String> OUTPUTS = Set.of("--output", "--event-log");

  private final CommandLine commands;
  private final Map<String, OptionSpec> options = new HashMap<>();

  /** What takes the next word as its value. */
  private Optional<OptionSpec> waiting = Optional.empty();

  private Optional<CommandLine> command = Optional.empty();

  /** The values of options that take one, each by where it was given. */
  private final Map<String, String> given = new HashMap<>();

  JobPaths(CommandLine commands) {
    this.commands = commands;
    for (CommandLine one : commands.getSubcommands().values()) {
      for (OptionSpec option : one.getCommandSpec().options()) {
        Arrays.stream(option.names()).forEach(name -> options.putIfAbsent(name, option));
      }
    }
  }

  /**
   * Where the paths of a job file start.
   *
   * @param file the job file as it was named
   * @param folder with a slash at its end; empty for the current one
   * @param carries whether it names files that its program finds in a folder of its own
   */
  record Home(String file, String folder, boolean carries) {
    /**
     * That of a job file, from whose words {@value JobIdentity#HOME} is taken.
     *
     * @param file the job file as it was named
     * @param words all words of it; those of the option go
     * @throws IllegalArgumentException if the option has no folder
     */
    static Home of(String file, List<String> words) {
      boolean carries = words.stream().anyMatch(word -> word.matches("--file(=.*)?"));
      Home own = new Home(file, file.substring(0, file.lastIndexOf('/') + 1), carries);
      Home home = own;
      for (int i = 0; i < words.size(); ) {
        String word = words.get(i);
        if (!word.equals(HOME) && !word.startsWith(HOME + "=")) {
          i++;
          continue;
        }
        words.remove(i);
        boolean apart = word.equals(HOME);
        if (apart && i == words.size()) {
          throw new IllegalArgumentException(file + ": " + HOME + " needs a folder");
        }
        String folder = apart ? words.remove(i) : word.substring(HOME.length() + 1);
        home = new Home(file, own.of(folder.endsWith("/") ? folder : folder + "/"), carries);
      }
      return home;
    }

    /** A path, or address, of the job file, from the current folder. */
    String of(String path) {
      if (folder.isEmpty() || path.isEmpty() || path.equals("-") || isWhole(path)) {
        return path;
      }
      if (RemoteFiles.isOne(PathText.of(folder))) {
        return folder + path;
      }
      Path here = Path.of("").toAbsolutePath();
      Path there = here.resolve(PathText.of(folder)).resolve(path);
      Path plain = isSame(there, there.normalize()) ? there.normalize() : there;
      String end = path.endsWith("/") ? "/" : "";
      boolean inside = plain.startsWith(here) || !PathText.of(folder).isAbsolute();
      return (inside ? here.relativize(plain) : plain) + end;
    }

    private static boolean isWhole(String path) {
      return FileGlob.isAddress(path) || PathText.of(path).isAbsolute();
    }

    /** Whether what is written without dots is the same place: a link may lead elsewhere. */
    private static boolean isSame(Path path, Path plain) {
      try {
        return !Files.exists(path) || Files.isSameFile(path, plain);
      } catch (IOException e) {
        return false;
      }
    }

    /**
     * Refuses a path of a file that is there only if it starts from the current folder.
     *
     * @throws IllegalArgumentException if it is one
     */
    String input(String path) {
      String there = of(path);
      if (!there.equals(path)
          && !Files.exists(PathText.of(there))
          && Files.exists(PathText.of(path))) {
        throw new IllegalArgumentException(
            file
                + ": '"
                + path
                + "': no such file beside it; paths in a job file start from its folder, or from"
                + " that which --home names in it");
      }
      return there;
    }
  }

  /** Where the paths of a command start that was given here, for a job file anywhere. */
  public static String home() {
    return Path.of("").toAbsolutePath().toString();
  }

  /**
   * The same for a job file in a folder: from there, if that is below the current one.
   *
   * @param folder of the job file; it is there
   */
  public static String home(Path folder) {
    if (RemoteFiles.isOne(folder)) {
      return home();
    }
    try { // a link may lead to a folder from which the same dots lead elsewhere
      Path here = Path.of("").toRealPath();
      Path there = folder.toRealPath();
      String way = there.relativize(here).toString();
      return !there.startsWith(here) ? home() : way.isEmpty() ? "." : way;
    } catch (IOException e) {
      return home();
    }
  }

  /** A word of the command line, which stays as it is. */
  String typed(String word) {
    place(word, Optional.empty());
    return word;
  }

  /** A word of a job file. */
  String placed(String word, Home home) {
    return place(word, Optional.of(home));
  }

  private String place(String word, Optional<Home> home) {
    if (waiting.isPresent()) {
      OptionSpec option = waiting.get();
      waiting = Optional.empty();
      return value(option, word, home);
    }
    if (word.startsWith("-") && word.length() > 1) {
      return option(word, home);
    }
    CommandLine named = commands.getSubcommands().get(word);
    if (command.isEmpty() && named != null) {
      command = Optional.of(named);
      return word;
    }
    return command.stream()
        .flatMap(one -> one.getCommandSpec().positionalParameters().stream())
        .findFirst()
        .map(table -> value(table, word, home))
        .orElse(word);
  }

  private String option(String word, Optional<Home> home) {
    int sign = word.indexOf('=');
    OptionSpec whole = options.get(sign < 0 ? word : word.substring(0, sign));
    if (whole != null && sign > 0) {
      return word.substring(0, sign + 1) + value(whole, word.substring(sign + 1), home);
    }
    if (whole != null) {
      waiting = Optional.of(whole).filter(option -> option.arity().max() > 0);
      return word;
    }
    OptionSpec letter = options.get(word.substring(0, 2));
    boolean tied = letter != null && !word.startsWith("--") && letter.arity().max() > 0;
    return tied ? word.substring(0, 2) + value(letter, word.substring(2), home) : word;
  }

  private String value(ArgSpec argument, String word, Optional<Home> home) {
    checkOnce(argument, word, home);
    if (home.isEmpty() || home.get().folder().isEmpty()) {
      return word;
    }
    if (argument.splitRegex().isEmpty()) {
      return one(argument, word, home.get());
    }
    return Arrays.stream(word.split(argument.splitRegex(), -1))
        .map(part -> one(argument, part, home.get()))
        .collect(Collectors.joining(argument.splitRegex()));
  }

  /**
   * What a job file says may be said anew, but of two in one place it is not clear which is meant.
   */
  private void checkOnce(ArgSpec argument, String word, Optional<Home> home) {
    if (!(argument instanceof OptionSpec option) || isListed(option)) {
      return;
    }
    String file = home.map(Home::file).orElse("");
    String earlier = given.putIfAbsent(file + "\n" + option.longestName(), word);
    if (earlier != null && !earlier.equals(word)) {
      throw new IllegalArgumentException(
          (file.isEmpty() ? "" : file + ": ")
              + option.longestName()
              + " is given twice, as '"
              + earlier
              + "' and as '"
              + word
              + "'");
    }
  }

  private boolean isListed(OptionSpec option) {
    return command
        .map(one -> one.getCommandSpec().findOption(option.longestName()))
        .orElse(option)
        .isMultiValue();
  }

  private static String one(ArgSpec argument, String text, Home home) {
    for (Class<?> type : argument.auxiliaryTypes()) {
      if (type == Path.class) {
        return isOutput(argument) ? home.of(text) : home.input(text);
      }
    }
    return Arrays.stream(argument.converters())
        .map(converter -> converted(converter, text))
        .filter(ReadsFiles.class::isInstance)
        .filter(value -> !(home.carries() && value instanceof CommandText))
        .findFirst()
        .map(value -> ((ReadsFiles) value).with(path -> file(path, home)))
        .orElse(text);
  }

  private static String file(String path, Home home) {
    return FileGlob.isPattern(path) ? home.of(path) : home.input(path);
  }

  private static Object converted(ITypeConverter<?> converter, String text) {
    try {
      return converter.convert(text);
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (Exception e) { // so the interface has it
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Whether it names what is written, which need not be there. */
  private static boolean isOutput(ArgSpec argument) {
    return argument instanceof OptionSpec option && OUTPUTS.contains(option.longestName());
  }
}
