package dev.parallax.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of sweeps and maps that say how items are dealt with. */
@Command
final class ItemOptions {
  @Option(names = "--nan-fails", description = "An item fails if a response of it is not a number.")
  boolean nanFails;
}
