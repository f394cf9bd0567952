package dev.parallax.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parallax.cli.process.ExitStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WarmUpCommandTest {

  /** The launcher relies on it: an archive made from a command that fails holds next to nothing. */
  @Test
  void worksInSilence() {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    assertEquals(ExitStatus.DONE, Main.run(new String[] {"warm-up"}, writer, writer));
    assertEquals("", said.toString());
  }
}
