package dev.parallax.cli;

import dev.parallax.identity.Effects;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lays out a command's help: what is computed, then how it is run. */
final class HelpText {
  private static final int WIDTH = 94;

  private HelpText() {}

  static void arrange(CommandLine commands) {
    commands.setUsageHelpWidth(WIDTH);
    for (CommandLine command : commands.getSubcommands().values()) {
      command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpText::options);
    }
  }

  private static String options(Help help) {
    Predicate<OptionSpec> ofTheJob = option -> Effects.of(option).isOfTheJob();
    if (help.commandSpec().options().stream().noneMatch(ofTheJob)) {
      return list(help, option -> true);
    }
    return String.format(Locale.ROOT, "Job:%n")
        + list(help, ofTheJob)
        + String.format(Locale.ROOT, "%nRun (the numbers do not depend on it):%n")
        + list(help, ofTheJob.negate());
  }

  /** Both lists are laid out for all options, so that their columns agree. */
  private static String list(Help help, Predicate<OptionSpec> chosen) {
    List<OptionSpec> all = help.commandSpec().options();
    Help.Layout layout = help.createDefaultLayout(all, List.of(), help.colorScheme());
    layout.addOptions(all.stream().filter(chosen).toList(), help.parameterLabelRenderer());
    return layout.toString();
  }
}
