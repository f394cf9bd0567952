package dev.parallax.model.command;

import dev.parallax.text.Choices;

/** How a program is told a point and gives the responses. */
public enum Protocol {
  /**
   * One process for a slice; a line of values for each point, a line of numbers for each answer.
   */
  LINES,
  /** One process for a slice; a JSON object on a line for each point, JSON on a line as answer. */
  JSON,
  /** One process for each point, whose values are in its command line; its output is the answer. */
  ARGS;

  @Override
  public String toString() {
    return Choices.text(this);
  }
}
