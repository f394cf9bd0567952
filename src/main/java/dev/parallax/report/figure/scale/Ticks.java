package dev.parallax.report.figure.scale;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Which numbers are written along an axis: round ones, nine at most, none touching another. */
public final class Ticks {
  private static final int MOST = 9;
  private static final int[] STEPS = {1, 2, 5};
  private static final int[] MORE_STEPS = {1, 2, 3, 4, 5, 6, 8};

  /** Which digits are written between powers of ten, the most first. */
  private static final List<List<Integer>> DIGITS =
      List.of(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), List.of(1, 2, 5), List.of(1, 3), List.of(1));

  private Ticks() {}

  /**
   * A number on an axis.
   *
   * @param value the number
   * @param text how it is written; empty for a mark without one
   */
  public record Tick(double value, String text) {}

  /**
   * An axis and the room on it.
   *
   * @param low where it begins
   * @param high where it ends
   * @param log whether it is logarithmic
   * @param length how long it is, in units of the picture
   * @param across whether texts are beside each other along it, and not one above the other
   * @param width how wide a text is
   */
  public record Room(
      double low,
      double high,
      boolean log,
      double length,
      boolean across,
      ToDoubleFunction<String> width) {
    private static final double GAP = 8;
    private static final double LINE = 17;

    private double at(double value) {
      return log
          ? Math.log(value / low) / Math.log(high / low) * length
          : (value - low) / (high - low) * length;
    }

    boolean holds(double value) {
      double slack = (high - low) * 1e-9;
      return log
          ? value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)
          : value >= low - slack && value <= high + slack;
    }

    /** Whether none of them touch; they rise. */
    boolean fits(List<Tick> ticks) {
      return IntStream.range(1, ticks.size())
          .allMatch(i -> apart(ticks.get(i - 1), ticks.get(i)) >= 0);
    }

    private double apart(Tick one, Tick next) {
      double between = at(next.value()) - at(one.value());
      double half = (width.applyAsDouble(one.text()) + width.applyAsDouble(next.text())) / 2;
      return between - (across ? half + GAP : LINE);
    }
  }

  /**
   * Multiples of 1, 2 or 5 times a power of ten: as many as there is room for; of 3 and 4 too, if
   * there is not room for two of those.
   */
  public static List<Tick> round(Room room) {
    List<Tick> usual = round(STEPS, room);
    List<Tick> other = usual.size() < 2 ? round(MORE_STEPS, room) : usual;
    return other.size() > usual.size() ? other : usual;
  }

  private static List<Tick> round(int[] steps, Room room) {
    double range = room.high() - room.low();
    int power = (int) Math.floor(Math.log10(range)) - 1;
    List<Tick> last = List.of();
    for (int i = 0; i < 4 * steps.length; i++) {
      BigDecimal step =
          BigDecimal.valueOf(steps[i % steps.length]).scaleByPowerOfTen(power + i / steps.length);
      if (range / step.doubleValue() <= MOST + 1) {
        last = multiples(step, room);
        if (last.size() <= MOST && room.fits(last)) {
          return last;
        }
      }
    }
    return last.subList(0, Math.min(1, last.size()));
  }

  private static List<Tick> multiples(BigDecimal step, Room room) {
    double size = step.doubleValue();
    NumberTexts texts = NumberTexts.of(Math.max(Math.abs(room.low()), Math.abs(room.high())), step);
    List<Tick> ticks = new ArrayList<>();
    double first = Math.ceil(room.low() / size - 1e-9);
    for (double k = first; room.holds(k * size) && ticks.size() <= MOST; k++) {
      ticks.add(new Tick(k * size, texts.text(step.multiply(BigDecimal.valueOf((long) k)))));
    }
    return ticks;
  }

  /**
   * Of a logarithmic axis: powers of ten, or digits between them too where there are few; if not
   * two of these are on it, round numbers. Marks without a text are at the other digits, if each
   * power has a text.
   */
  public static List<Tick> decades(Room room) {
    int first = (int) Math.floor(Math.log10(room.low()) - 1e-9);
    int last = (int) Math.floor(Math.log10(room.high()) + 1e-9);
    boolean plain = room.low() > 1e-5 && room.high() < 1e6;
    for (List<Integer> digits : DIGITS) {
      List<Tick> ticks = between(first, last, 1, digits, plain, room);
      if (ticks.size() <= MOST && ticks.size() > 1 && room.fits(ticks)) {
        return withMarks(ticks, first, last, room);
      }
    }
    for (int step = 2; step <= last - first; step++) {
      List<Tick> ticks = between(first, last, step, List.of(1), plain, room);
      if (ticks.size() <= MOST && ticks.size() > 1 && room.fits(ticks)) {
        return ticks;
      }
    }
    return withMarks(round(room), first, last, room);
  }

  private static List<Tick> between(
      int first, int last, int step, List<Integer> digits, boolean plain, Room room) {
    List<Tick> ticks = new ArrayList<>();
    for (int power = first; power <= last; power++) {
      for (int digit : digits) {
        BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
        if (Math.floorMod(power, step) == 0 && room.holds(value.doubleValue())) {
          ticks.add(new Tick(value.doubleValue(), NumberTexts.decade(digit, power, plain)));
        }
      }
    }
    return ticks;
  }

  private static List<Tick> withMarks(List<Tick> ticks, int first, int last, Room room) {
    List<Tick> all = new ArrayList<>(ticks);
    for (int power = first; power <= last; power++) {
      for (int digit : DIGITS.get(0)) {
        double value = BigDecimal.valueOf(digit).scaleByPowerOfTen(power).doubleValue();
        boolean written = ticks.stream().anyMatch(tick -> tick.value() == value);
        if (room.holds(value) && !written) {
          all.add(new Tick(value, ""));
        }
      }
    }
    return all;
  }

  /** At these numbers; none if they are too many for the room. */
  public static List<Tick> at(List<Double> marks, Room room) {
    List<Tick> ticks =
        marks.stream()
            .filter(room::holds)
            .map(value -> new Tick(value, NumberTexts.shortest(value)))
            .toList();
    return ticks.size() > 1 && ticks.size() <= MOST && room.fits(ticks) ? ticks : List.of();
  }
}
