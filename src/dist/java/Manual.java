import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parallax.cli.Main;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes the manual's pages, in AsciiDoc, and the completion of the command line, from what picocli
 * knows of it; run from its source by {@code mvn -Pdist package}.
 */
final class Manual {
  private static final Pattern LINES =
      Pattern.compile("(?s)(== (?:Synopsis|Description|Notes)\n)\n+(.*?)\n+(// end::)");

  private Manual() {}

  /**
   * Writes them.
   *
   * @param folders where the pages go, and where the completion goes
   */
  public static void main(String[] folders) throws IOException {
    CommandLine commands = Main.commands();
    Path pages = Path.of(folders[0]);
    Stream.concat(Stream.of(commands), commands.getSubcommands().values().stream())
        .forEach(Manual::arrange);
    int status =
        ManPageGenerator.generateManPage(
            pages.toFile(), null, new boolean[0], true, commands.getCommandSpec());
    if (status != 0) {
      throw new IllegalStateException("no manual: status " + status);
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(pages, "*.adoc")) {
      for (Path page : all) {
        Files.writeString(page, asWritten(Files.readString(page)));
      }
    }
    Path completion = Files.createDirectories(Path.of(folders[1]));
    Files.writeString(
        completion.resolve("parallax.sh"), AutoComplete.bash("parallax", commands), UTF_8);
  }

  /**
   * Says of a command what its help says: a generator knows neither what that fills in, nor why.
   */
  private static void arrange(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    String text =
        command
            .getHelpSectionMap()
            .get(UsageMessageSpec.SECTION_KEY_DESCRIPTION)
            .render(command.getHelp());
    usage.description(text.replace("%", "%%").lines().toArray(String[]::new));
    if (usage.footer().length > 0) {
      usage.footerHeading("Notes%n");
    }
  }

  /** Keeps the lines of what the help shows line by line, and the stars of patterns elsewhere. */
  private static String asWritten(String page) {
    String starred =
        page.replace("[%hardbreaks]\n", "").replace("**/*", "+**/*+").replace("*_=", "*=_");
    return LINES.matcher(starred).replaceAll(found -> Matcher.quoteReplacement(byLine(found)));
  }

  private static String byLine(MatchResult found) {
    String lines = found.group(2).replace("+**/*+", "**/*").replace("*=_", "*_=");
    return found.group(1) + "\n....\n" + lines + "\n....\n\n" + found.group(3);
  }
}
