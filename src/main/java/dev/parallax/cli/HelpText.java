package dev.parallax.cli;

import dev.parallax.cli.process.Shell;
import dev.parallax.identity.Effects;
import dev.parallax.terminal.Terminal;
import dev.parallax.workload.Topic;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Lays out a command's help, its options under headings: what is computed, then how it is run.
 * Picocli's own layout breaks lines within words.
 */
final class HelpText {
  /** Picocli's own; no line of the texts that it lays out is wider than 80. */
  private static final int WIDTH = 100;

  /** Wider lines are hard to read. */
  private static final int WIDEST = 100;

  /** Where the descriptions of options begin. */
  private static final int DESCRIPTIONS = 29;

  private static final String SECOND_HALF = "The options below do not change the numbers.";

  private final Terminal terminal;

  private HelpText(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Arranges the help of all commands for a terminal, or for none. */
  static void arrange(CommandLine commands, Terminal terminal) {
    Ansi ansi = terminal.isColoured() ? Ansi.ON : Ansi.OFF;
    commands.setUsageHelpWidth(WIDTH).setColorScheme(Help.defaultColorScheme(ansi));
    HelpText text = new HelpText(terminal);
    text.arrange(commands);
    commands.getSubcommands().values().forEach(text::arrange);
    for (CommandLine command : commands.getSubcommands().values()) {
      command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, text::options);
    }
  }

  private void arrange(CommandLine command) {
    Map<String, IHelpSectionRenderer> sections = command.getHelpSectionMap();
    sections.replaceAll((key, renderer) -> help -> wrapped(renderer.render(help)));
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, this::commands);
  }

  /** A heading without a line end stands before what follows it. */
  private String wrapped(String text) {
    if (!text.endsWith("\n")) {
      return text;
    }
    return text.lines()
        .flatMap(line -> terminal.wrapped(line, Shell.program()).stream())
        .map(line -> line + System.lineSeparator())
        .collect(Collectors.joining());
  }

  private int columns() {
    return Math.min(WIDEST, terminal.columns());
  }

  private String commands(Help help) {
    int width = help.subcommands().keySet().stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    help.subcommands()
        .forEach(
            (name, command) -> {
              String head = "  " + name + " ".repeat(width - name.length()) + "  ";
              String what = String.join(" ", command.commandSpec().usageMessage().header());
              String coloured = head.replace(name, help.colorScheme().commandText(name).toString());
              add(head, coloured, what, lines);
            });
    return joined(lines);
  }

  private String options(Help help) {
    List<String> lines = new ArrayList<>();
    Map<Topic.Heading, List<OptionSpec>> ofTheJob = new EnumMap<>(Topic.Heading.class);
    Map<Topic.Heading, List<OptionSpec>> ofTheRun = new EnumMap<>(Topic.Heading.class);
    for (OptionSpec option : help.commandSpec().options()) {
      if (option.hidden()) {
        continue;
      }
      (Effects.of(option).isOfTheJob() ? ofTheJob : ofTheRun)
          .computeIfAbsent(topic(option), heading -> new ArrayList<>())
          .add(option);
    }
    if (!ofTheJob.isEmpty()) {
      add(ofTheJob, help, lines);
      lines.add("");
      lines.add(bold(SECOND_HALF, help));
    }
    add(ofTheRun, help, lines);
    return joined(lines);
  }

  private static String joined(List<String> lines) {
    return lines.stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
  }

  private static String bold(String text, Help help) {
    return help.colorScheme().ansi().string("@|bold " + text + "|@");
  }

  private void add(Map<Topic.Heading, List<OptionSpec>> options, Help help, List<String> lines) {
    options.forEach(
        (heading, some) -> {
          if (!lines.isEmpty()) {
            lines.add("");
          }
          lines.add(bold(heading.text() + ":", help));
          some.forEach(option -> add(option, help.colorScheme(), lines));
        });
  }

  private void add(OptionSpec option, Help.ColorScheme colours, List<String> lines) {
    String names = String.join(", ", option.names());
    String shown =
        option.names().length == 1 || names.startsWith("--") ? "      " + names : "  " + names;
    String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
    String plain = shown + label;
    String head = plain + " ".repeat(Math.max(0, DESCRIPTIONS - plain.length()));
    String coloured =
        shown.replace(names, colours.optionText(names).toString())
            + (label.isEmpty() ? "" : colours.parameterText(label).toString())
            + head.substring(plain.length());
    boolean fits = plain.length() + 1 < DESCRIPTIONS;
    if (!fits) {
      lines.add(coloured.stripTrailing());
    }
    String indent = " ".repeat(DESCRIPTIONS);
    boolean first = fits;
    for (String paragraph : option.description()) {
      add(first ? head : indent, first ? coloured : indent, paragraph, lines);
      first = false;
    }
  }

  /** A paragraph beside its head. */
  private void add(String head, String coloured, String text, List<String> lines) {
    List<String> filled = Terminal.filled(head, text, columns());
    lines.add(coloured + filled.get(0).substring(head.length()));
    lines.addAll(filled.subList(1, filled.size()));
  }

  private static Topic.Heading topic(OptionSpec option) {
    if (option.usageHelp() || option.versionHelp()) {
      return Topic.Heading.HELP;
    }
    return option.userObject() instanceof Field field
        ? topic(field).or(() -> topic(field.getDeclaringClass())).orElse(Topic.Heading.OTHER)
        : Topic.Heading.OTHER;
  }

  private static Optional<Topic.Heading> topic(AnnotatedElement said) {
    return Optional.ofNullable(said.getAnnotation(Topic.class)).map(Topic::value);
  }
}
