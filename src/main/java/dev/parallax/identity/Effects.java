package dev.parallax.identity;

import dev.parallax.workload.Affects;
import dev.parallax.workload.Effect;
import java.lang.reflect.AnnotatedElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the options of a command affect, as is said beside them. */
public final class Effects {
  private final Map<String, Effect> options;

  private Effects(Map<String, Effect> options) {
    this.options = options;
  }

  /**
   * The effects of a command's options.
   *
   * @throws IllegalStateException if it is not said of one of them
   */
  public static Effects of(CommandSpec command) {
    Map<String, Effect> options = new HashMap<>();
    for (ArgSpec argument : command.args()) {
      Effect effect = of(argument);
      if (argument instanceof OptionSpec option) {
        options.put(option.longestName(), effect);
      }
    }
    return new Effects(options);
  }

  /**
   * Checks that it is said of every option of a command.
   *
   * @throws IllegalStateException if it is not
   */
  public static void check(CommandSpec command) {
    command.args().forEach(Effects::of);
  }

  /**
   * The effect of an option or an argument.
   *
   * @throws IllegalStateException if it is not said
   */
  public static Effect of(ArgSpec argument) {
    boolean asks = argument instanceof OptionSpec o && (o.usageHelp() || o.versionHelp());
    return asks // these are picocli's own
        ? Effect.EXECUTION
        : said(argument)
            .orElseThrow(
                () -> new IllegalStateException(argument + " does not say what it @Affects"))
            .value();
  }

  /** Whether the value may be the name of a user's class. */
  static boolean namesCode(ArgSpec argument) {
    return said(argument).map(Affects::code).orElse(false);
  }

  private static Optional<Affects> said(ArgSpec argument) {
    return argument.userObject() instanceof AnnotatedElement element
        ? Optional.ofNullable(element.getAnnotation(Affects.class))
        : Optional.empty();
  }

  /** The effect of an option by its longest name; of one that is not known, the greatest. */
  Effect of(String option) {
    return options.getOrDefault(option, Effect.NUMBERS);
  }
}
