package dev.parallax.report.figure.drawing;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.intermediate.CommandSequence;
import de.erichseifert.vectorgraphics2d.intermediate.MutableCommandSequence;
import de.erichseifert.vectorgraphics2d.intermediate.commands.AffineTransformCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.Command;
import de.erichseifert.vectorgraphics2d.intermediate.commands.CreateCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.DisposeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.DrawImageCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.DrawShapeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.DrawStringCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.FillShapeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetClipCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetColorCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetCompositeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetFontCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetHintCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetPaintCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetStrokeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetTransformCommand;
import dev.parallax.text.Visible;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;

/**
 * What was drawn, to be drawn again: the layout is worked out once for all forms of a picture, and
 * all of them are alike.
 */
public final class Recording {
  private final CommandSequence commands;

  private Recording(CommandSequence commands) {
    this.commands = commands;
  }

  /** Draws a picture into a recording. */
  public static Recording of(Picture picture) {
    VectorGraphics2D graphics = wellFormed();
    picture.drawing().draw(graphics, new Rectangle2D.Double(0, 0, Picture.WIDTH, picture.height()));
    return new Recording(graphics.getCommands());
  }

  /** Writes nothing that XML has no place for. */
  private static VectorGraphics2D wellFormed() {
    return new VectorGraphics2D() {
      @Override
      public void drawString(String text, float x, float y) {
        super.drawString(Visible.line(text), x, y);
      }
    };
  }

  /** What was drawn, for a file of vectors. */
  public CommandSequence commands() {
    return commands;
  }

  /** The same by fonts that have names on this system, not in Java alone. */
  public Recording withSystemFonts() {
    MutableCommandSequence named = new MutableCommandSequence();
    for (Command<?> command : commands) {
      named.add(
          command instanceof SetFontCommand font
              ? new SetFontCommand(SystemFont.of(font.getValue()))
              : command);
    }
    return new Recording(named);
  }

  /**
   * The same with letters as outlines, which need no font where they are shown.
   *
   * @param scale how many times as large
   */
  public Recording outlined(double scale) {
    VectorGraphics2D graphics = new VectorGraphics2D();
    graphics.scale(scale, scale);
    new Player(graphics, UnaryOperator.identity(), true).play(commands);
    return new Recording(graphics.getCommands());
  }

  /**
   * Draws it.
   *
   * @param colours the colour to draw with for each of those of the recording
   */
  public void play(Graphics2D graphics, UnaryOperator<Color> colours) {
    new Player(graphics, colours, false).play(commands);
  }

  /** Draws command by command. */
  private static final class Player {
    private final Deque<Graphics2D> open = new ArrayDeque<>();
    private final AffineTransform base;
    private final UnaryOperator<Color> colours;
    private final boolean outlines;

    /** That of each of the open graphics, if letters are outlines: no font is then named. */
    private final Deque<Font> fonts = new ArrayDeque<>();

    Player(Graphics2D graphics, UnaryOperator<Color> colours, boolean outlines) {
      this.open.push(graphics);
      this.base = graphics.getTransform();
      this.colours = colours;
      this.outlines = outlines;
      this.fonts.push(graphics.getFont());
    }

    void play(CommandSequence commands) {
      for (Command<?> command : commands) {
        if (command instanceof CreateCommand) {
          open.push((Graphics2D) open.element().create());
          fonts.push(fonts.element());
        } else if (command instanceof DisposeCommand) {
          open.pop().dispose();
          fonts.pop();
        } else if (!draw(open.element(), command) && !move(open.element(), command)) {
          set(open.element(), command);
        }
      }
    }

    private boolean draw(Graphics2D graphics, Command<?> command) {
      if (command instanceof DrawShapeCommand shape) {
        graphics.draw(shape.getValue());
      } else if (command instanceof FillShapeCommand shape) {
        graphics.fill(shape.getValue());
      } else if (command instanceof DrawStringCommand text) {
        draw(graphics, text);
      } else if (command instanceof DrawImageCommand image) {
        int width = (int) Math.round(image.getWidth());
        int height = (int) Math.round(image.getHeight());
        int x = (int) image.getX();
        graphics.drawImage(image.getValue(), x, (int) image.getY(), width, height, null);
      } else {
        return false;
      }
      return true;
    }

    private void draw(Graphics2D graphics, DrawStringCommand text) {
      float x = (float) text.getX();
      float y = (float) text.getY();
      if (outlines) {
        graphics.fill(
            fonts
                .element()
                .createGlyphVector(graphics.getFontRenderContext(), text.getValue())
                .getOutline(x, y));
      } else {
        graphics.drawString(text.getValue(), x, y);
      }
    }

    private boolean move(Graphics2D graphics, Command<?> command) {
      if (command instanceof SetTransformCommand to) {
        graphics.setTransform(base);
        graphics.transform(to.getValue());
      } else if (command instanceof AffineTransformCommand by) {
        graphics.transform(by.getValue());
      } else if (command instanceof SetClipCommand clip) {
        graphics.setClip(clip.getValue());
      } else {
        return false;
      }
      return true;
    }

    private void set(Graphics2D graphics, Font font) {
      if (outlines) {
        fonts.pop();
        fonts.push(font);
      } else {
        graphics.setFont(font);
      }
    }

    private void set(Graphics2D graphics, Command<?> command) {
      if (command instanceof SetColorCommand colour) {
        graphics.setColor(colours.apply(colour.getValue()));
      } else if (command instanceof SetPaintCommand paint) {
        Paint value = paint.getValue();
        graphics.setPaint(value instanceof Color colour ? colours.apply(colour) : value);
      } else if (command instanceof SetStrokeCommand stroke) {
        graphics.setStroke(stroke.getValue());
      } else if (command instanceof SetFontCommand font) {
        set(graphics, font.getValue());
      } else if (command instanceof SetCompositeCommand composite) {
        graphics.setComposite(composite.getValue());
      } else if (command instanceof SetHintCommand hint
          && hint.getKey() instanceof RenderingHints.Key key) {
        graphics.setRenderingHint(key, hint.getValue());
      }
    }
  }
}
