package dev.parallax.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parallax.model.Contrast;
import dev.parallax.model.Exchange;
import dev.parallax.model.Resample;
import dev.parallax.model.Statistic;
import dev.parallax.model.Statistic.Evaluator;
import dev.parallax.model.Statistic.Smooth;
import dev.parallax.model.Statistic.Weighted;
import dev.parallax.model.expression.Aggregation;
import dev.parallax.statistic.formula.FormulaStatistic;
import dev.parallax.table.Table;
import dev.parallax.table.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Statistics as formulas: their values, beside other programs and beside those that are built in.
 */
class FormulaStatisticTest {
  private final SplittableRandom random = new SplittableRandom(8);

  private static FormulaStatistic formula(String... texts) {
    return FormulaStatistic.of(Aggregation.of(texts), List.of("x", "y"));
  }

  /** The columns that a formula uses, of x and y. */
  private static double[][] used(FormulaStatistic formula, double[] x, double[] y) {
    return formula.names().stream().map(name -> name.equals("x") ? x : y).toArray(double[][]::new);
  }

  private static double on(Drawn drawn, String text, double[] x, double[] y) {
    FormulaStatistic formula = formula(text);
    return Samples.on(formula, drawn, used(formula, x, y));
  }

  /**
   * Python 3.12 with numpy 2.2 on Hubble's data, x and y, and on rows k of them:
   *
   * <pre>
   * k = (7*np.arange(24)**2 + 3*np.arange(24)) % 24
   * (x*y).sum()/x.sum(), np.exp(np.log(x).mean()), y.std(ddof=1)/y.mean(),
   * np.cov(x, y)[0,1]/x.var(ddof=1), np.corrcoef(np.log(x), y)[0,1],
   * np.quantile(y, 0.9) - np.median(y), y.max() - y.min(), (y > 300).sum()/len(y),
   * np.hypot(x, y/500).mean(), np.sqrt((x**2).mean()), np.log(np.exp(x).mean()),
   * np.where(y < 0, 0, y).mean()
   * </pre>
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum(x*y)/sum(x) | 572.1069354912449 | 534.3774703557312",
        "exp(mean(log(x))) | 0.6130381008660094 | 0.634407993911721",
        "sd(y)/mean(y) | 0.9949873800955923 | 0.9004711669740054",
        "cov(x, y)/var(x) | 454.1584409226283 | 446.00082733275013",
        "corr(log(x), y) | 0.6027325050748477 | 0.6857262204637489",
        "quantile(y, 0.9) - median(y) | 604.0 | 425.0",
        "max(y) - min(y) | 1310.0 | 985.0",
        "count(y > 300)/count() | 0.4583333333333333 | 0.5",
        "mean(hypot(x, y/500)) | 1.2846621917176246 | 1.2610190268378012",
        "sqrt(mean(x^2)) | 1.1090122294185938 | 1.111484517810902",
        "log(mean(exp(x))) | 1.1241029180623527 | 1.1256387670361414",
        "mean(if(y < 0, 0, y)) | 399.5833333333333 | 385.0",
        "mean(max(y, 0)) | 399.5833333333333 | 385.0",
        "max(mean(y) - 1e9, mean(max(y, 0))) | 399.5833333333333 | 385.0",
        "count(x)*mean(x)/sum(x) - 1 + quantile(y, 1/2 + 0.4) - quantile(y, 0.5) | 604 | 425",
      })
  void asNumpyHasIt(String text, double expected, double ofResample) {
    int[] rows = IntStream.range(0, 24).map(k -> (7 * k * k + 3 * k) % 24).toArray();
    double[][] data = Samples.HUBBLE;
    double room = 4e-15 * Math.abs(expected);
    assertEquals(expected, on(Drawn.identity(24), text, data[0], data[1]), room);
    assertEquals(ofResample, on(Drawn.of(24, rows), text, data[0], data[1]), room);
  }

  private static final Map<String, String> SAME_OF_ONE =
      Map.ofEntries(
          Map.entry("mean", "mean(x)"),
          Map.entry("median", "median(x)"),
          Map.entry("quantile:0.3", "quantile(x, 0.3)"),
          Map.entry("quantile:0", "min(x)"),
          Map.entry("quantile:1", "max(x)"),
          Map.entry("sd", "sd(x)"),
          Map.entry("variance", "var(x)"),
          Map.entry("variance-n", "var(x)*(count() - 1)/count()"),
          Map.entry("cv", "sd(x)/mean(x)"));

  private static final Map<String, String> SAME_OF_TWO =
      Map.of(
          "pearson", "corr(x, y)",
          "slope", "cov(x, y)/var(x)",
          "intercept", "mean(y) - mean(x)*cov(x, y)/var(x)",
          "slope-through-origin", "sum(x*y)/sum(x^2)",
          "ratio", "sum(y)/sum(x)",
          "mean-difference", "mean(x - y)");

  /** The numbers of every data set of the tests, in pairs of columns. */
  private static List<double[][]> data() throws IOException {
    List<double[][]> all = new ArrayList<>();
    try (Stream<Path> files =
        Stream.concat(
            Files.list(Path.of("src/test/resources/data")), Files.list(Path.of("jobs/data")))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Table table = TableFile.read(file);
        List<double[]> numbers = new ArrayList<>();
        for (String name : table.names()) {
          try {
            numbers.add(table.doubles(name));
          } catch (IllegalArgumentException e) {
            continue; // a column of words
          }
        }
        for (int k = 0; k < numbers.size(); k++) {
          double[] y = numbers.get((k + 1) % numbers.size());
          all.add(complete(numbers.get(k), y));
        }
      }
    }
    assertTrue(all.size() > 15);
    return all;
  }

  private static double[][] complete(double[] x, double[] y) {
    int[] rows =
        IntStream.range(0, x.length)
            .filter(row -> Double.isFinite(x[row]) && Double.isFinite(y[row]))
            .toArray();
    return new double[][] {
      Arrays.stream(rows).mapToDouble(row -> x[row]).toArray(),
      Arrays.stream(rows).mapToDouble(row -> y[row]).toArray()
    };
  }

  private void compare(String name, String text, double[]... columns) {
    Statistic built = Statistics.find(List.of(name));
    int n = columns[0].length;
    double[][] own = built.columns() == 1 ? new double[][] {columns[0]} : columns;
    FormulaStatistic formula = formula(text);
    double[] y = columns[columns.length - 1];
    double observed = Math.abs(Samples.observed(built, own));
    double size = observed > 0 ? observed : Double.MIN_NORMAL;
    for (int b = 0; b < 50; b++) {
      Drawn drawn = b == 0 ? Drawn.identity(n) : Drawn.random(n, random);
      double expected = Samples.on(built, drawn, own);
      double value = Samples.on(formula, drawn, used(formula, columns[0], y));
      double room = Double.isNaN(expected) ? size : Math.max(size, Math.abs(expected));
      assertEquals(expected, value, 1e-14 * room, text);
    }
  }

  @Test
  void asTheBuiltInHaveIt() throws IOException {
    for (double[][] pair : data()) {
      SAME_OF_ONE.forEach((name, text) -> compare(name, text, pair[0]));
    }
    double[] x = random.doubles(700, 1, 2).toArray(); // by counts
    SAME_OF_ONE.forEach((name, text) -> compare(name, text, x));
  }

  @Test
  void asTheBuiltInOfTwoColumnsHaveIt() throws IOException {
    List<double[][]> pairs = new ArrayList<>(data());
    pairs.removeIf(pair -> Arrays.equals(pair[0], pair[1]));
    for (double[][] pair : pairs) {
      SAME_OF_TWO.forEach(
          (name, text) -> {
            if (!name.equals("intercept") && !name.equals("mean-difference")) {
              compare(name, text, pair); // those two may be anywhere about 0
            }
          });
    }
    double[] x = random.doubles(700, 1, 2).toArray();
    double[] y = Arrays.stream(x).map(v -> 3 + v + random.nextDouble()).toArray();
    SAME_OF_TWO.forEach((name, text) -> compare(name, text, x, y));
  }

  /** At an offset of a thousand million a correlation is as right as the built-in one: its bits. */
  @Test
  void farFromZero() {
    double[] x = random.ints(60, 0, 4096).mapToDouble(v -> v / 4096.0).toArray();
    double[] y = Arrays.stream(x).map(v -> v + random.nextInt(4096) / 4096.0).toArray();
    double[] farX = Arrays.stream(x).map(v -> v + 1e9).toArray();
    double[] farY = Arrays.stream(y).map(v -> v - 1e9).toArray();
    for (int b = 0; b < 100; b++) {
      Drawn drawn = Drawn.random(60, random);
      double r = Samples.on(new Pearson(), drawn, farX, farY);
      assertEquals(r, on(drawn, "corr(x, y)", farX, farY));
      assertEquals(on(drawn, "corr(x, y)", x, y), r, 1e-14);
      double covariance = on(drawn, "cov(x, y)", x, y);
      assertEquals(covariance, on(drawn, "cov(x, y)", farX, farY), 1e-14);
      assertEquals(on(drawn, "var(x)", x, y), on(drawn, "var(x)", farX, farY), 1e-14);
      assertEquals(on(drawn, "sum(x)", x, y) + 60e9, on(drawn, "sum(x)", farX, farY));
    }
  }

  @Test
  void equalValuesGiveExactAnswers() {
    double[] x = random.doubles(40, 1, 2).toArray();
    double[] y = random.doubles(40, 1, 2).toArray();
    Arrays.fill(x, 0, 20, 0.1);
    Drawn equal = Drawn.of(40, random.ints(40, 0, 20).toArray());
    assertEquals(0, on(equal, "var(x)", x, y));
    assertEquals(0, on(equal, "sd(x)", x, y));
    assertEquals(0, on(equal, "cov(x, y)", x, y));
    assertEquals(0, on(equal, "cov(y, x)", x, y));
    assertEquals(Double.NaN, on(equal, "corr(x, y)", x, y));
    assertEquals(Samples.on(new Mean(), equal, x), on(equal, "mean(x)", x, y));
    assertEquals(40, on(equal, "count(x < 0.2)", x, y));
    assertEquals(0, on(equal, "count(x > 0.2)", x, y));
    int[] whole = random.ints(40, -1000, 1000).toArray();
    double[] numbers = Arrays.stream(whole).asDoubleStream().toArray();
    for (int b = 0; b < 50; b++) {
      Drawn drawn = Drawn.random(40, random);
      long sum = Arrays.stream(drawn.rows()).mapToLong(row -> whole[row]).sum();
      assertEquals(sum, on(drawn, "sum(x)", numbers, y));
      long above = Arrays.stream(drawn.rows()).filter(row -> whole[row] > 7).count();
      assertEquals(above, on(drawn, "count(x > 7)", numbers, y));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1/sum(x)",
        "1/(1/sum(x))",
        "mean(y)/mean(x)",
        "log(sum(x))",
        "log(-mean(y))",
        "sqrt(-mean(y))",
        "corr(x, y)",
        "corr(x, y) > 0",
        "corr(x, y) == corr(x, y) ? 1 : 2",
        "mean(y)^1e9",
        "exp(1000*mean(y))"
      })
  void undefinedIsNotANumber(String text) {
    double[] x = {0, 0, 1};
    double[] y = {2, 3, 4};
    assertEquals(Double.NaN, on(Drawn.of(3, 0, 1, 1), text, x, y));
  }

  /** A resample with a row of which nothing can be made is undefined; others are not. */
  @Test
  void aRowWithoutAValue() {
    double[] x = {-1, 4, 9};
    double[] y = {2, 3, 4};
    for (String text :
        List.of("median(sqrt(x))", "mean(sqrt(x))", "min(sqrt(x))", "count(sqrt(x))")) {
      assertEquals(Double.NaN, on(Drawn.of(3, 0, 1, 2), text, x, y), text);
      assertFalse(Double.isNaN(on(Drawn.of(3, 1, 1, 2), text, x, y)), text);
    }
    FormulaStatistic formula = formula("mean(y + sqrt( x ))");
    FormulaStatistic.Gap gap = formula.gap(used(formula, x, y)).orElseThrow();
    assertEquals(new FormulaStatistic.Gap("y + sqrt( x ) is not a number", 0), gap);
    assertEquals(Optional.empty(), formula("mean(1/y)").gap(new double[][] {y}));
  }

  /** What is not chosen is not evaluated; what is compared and not a number leaves no value. */
  @Test
  void conditions() {
    double[] x = {0, 0, 1};
    double[] y = {2, 3, 4};
    assertEquals(7, on(Drawn.of(3, 0, 1, 1), "if(sd(x) == 0, 7, corr(x, y))", x, y));
    double[] values = new double[2];
    FormulaStatistic formula = formula("a = corr(x, y) > 0", "b = mean(y)");
    formula.prepare(new double[][] {x, y}).evaluator().evaluate(Drawn.of(3, 0, 1, 1), values);
    assertEquals(Double.NaN, values[0]);
    assertEquals(8 / 3.0, values[1]);
    assertEquals(
        new FormulaStatistic.Gap("log(x - 1) > 0 is not a number", 0),
        formula("count(log(x - 1) > 0)").gap(new double[][] {x}).orElseThrow());
    assertEquals(
        new FormulaStatistic.Gap("1/(1/x) is not a number", 0),
        formula("mean(1/(1/x))").gap(new double[][] {x}).orElseThrow());
  }

  /** As long as a formula may be, it has its value and its derivatives. */
  @Test
  void theLongestFormula() {
    double[] x = {1, 2, 6};
    String outside = "mean(x)" + "+mean(x)".repeat(79);
    String within = "mean(x" + "+x".repeat(198) + ")";
    for (String text : List.of(outside, within)) {
      FormulaStatistic formula = formula(text);
      var evaluator = (Smooth) formula.prepare(new double[][] {x}).evaluator();
      double times = text.equals(outside) ? 80 : 199;
      assertEquals(3 * times, evaluator.evaluate(Resample.everyRow(3)));
      assertEquals(3 * times, evaluator.towards(0, 2).first(), 1e-12 * times);
    }
    String longer =
        assertThrows(IllegalArgumentException.class, () -> formula(outside + "+1")).getMessage();
    assertEquals(
        "expression: it has more than 400 numbers, names and signs: make it several", longer);
  }

  @Test
  void noRow() {
    for (String text : List.of("sum(x)", "count() + 0*sum(x)", "sum(x)/sum(y)", "median(x)")) {
      assertEquals(
          Double.NaN, on(Drawn.of(3), text, new double[] {1, 2, 3}, new double[] {1, 2, 4}));
    }
  }

  @Test
  void laterValuesUseEarlierOnes() {
    FormulaStatistic formula =
        formula("m = mean(x)", "cv = sd(x)/m", "rest = cv*m - sd(x)", "twice = 2*m");
    assertEquals(List.of("m", "cv", "rest", "twice"), formula.responses());
    double[] values = new double[4];
    double[][] x = {{1, 2, 3, 4, 10}};
    formula.prepare(x).evaluator().evaluate(Resample.everyRow(5), values);
    double sd = Math.sqrt(12.5);
    assertEquals(4, values[0]);
    assertEquals(sd / 4, values[1], 1e-15);
    assertEquals(0, values[2], 1e-15);
    assertEquals(8, values[3]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(x*y)/sum(x)",
        "mean(x)",
        "sd(x)/mean(y)",
        "corr(x, y)",
        "cov(x, y)/var(x)",
        "log(mean(exp(x)))",
        "count(x > 3)/count()",
        "mean(x) > mean(y) ? var(x) : var(y)",
        "mean(x^2) - mean(x)^2"
      })
  void countsAreWeights(String text) {
    double[] x = random.doubles(40, 1, 6).toArray();
    double[] y = random.doubles(40, 1, 5).toArray();
    FormulaStatistic formula = formula(text);
    var evaluator = (Weighted) formula.prepare(used(formula, x, y)).evaluator();
    double[] weights = new double[40];
    double[] value = new double[1];
    for (int b = 0; b < 50; b++) {
      Drawn drawn = b == 0 ? Drawn.identity(40) : Drawn.random(40, random);
      Arrays.setAll(weights, row -> drawn.counts()[row] / 13.0);
      evaluator.weigh(weights, value);
      double plain = evaluator.evaluate(drawn);
      assertEquals(plain, value[0], 1e-12 * Math.max(1, Math.abs(plain)));
    }
  }

  @Test
  void ordersTakeNoWeightsAndStepsHaveNoDerivatives() {
    double[][] columns = {{1, 2, 4}, {3, 5, 4}};
    for (String text :
        List.of("median(x) + 0*mean(y)", "min(x)/sum(y)", "quantile(x, 0.2)*mean(y)")) {
      assertFalse(formula(text).prepare(columns).evaluator() instanceof Weighted, text);
    }
    for (String text : List.of("min(mean(x), mean(y))", "mean(x) > mean(y)", "round(sum(x/y))")) {
      Evaluator evaluator = formula(text).prepare(columns).evaluator();
      assertTrue(evaluator instanceof Weighted && !(evaluator instanceof Smooth), text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mean(y) | km/s",
        "var(y) | (km/s)^2",
        "cov(x, y)/var(x) | (km/s)/Mpc",
        "cov(x, y)/sd(x)^2 | (km/s)/Mpc",
        "corr(x, y) | ''",
        "sd(y)/mean(y) | ''",
        "sum(x*y)/sum(x) | km/s",
        "sqrt(mean(y^2)) | km/s",
        "quantile(y, 0.9) - 2*median(y) + 0 | km/s",
        "mean(y - 273.15) | ''",
        "977.8*mean(x)/mean(y) | ''",
        "mean(if(x > 100, 0, y)) | km/s",
        "mean(abs(y)) | km/s",
        "max(min(x), 2*max(x)) | Mpc",
        "mean(x)*count()/sum(x > 3) | Mpc",
        "1/mean(x) | 1/Mpc",
        "mean(x + y) | ''",
        "exp(mean(log(x))) | ''",
        "exp(mean(log(x)))*mean(y) | ''",
        "-(mean(x)^-2) | 1/Mpc^2",
        "sqrt(mean(x)) | ''",
        "cbrt(mean(x)^3) | Mpc",
      })
  void units(String text, String unit) {
    FormulaStatistic formula = formula(text);
    List<String> columns =
        formula.names().stream().map(name -> name.equals("x") ? "Mpc" : "km/s").toList();
    assertEquals(unit.replace("''", ""), formula.units().get(0).of(columns), text);
  }

  /** Columns of one unit may be added. */
  @Test
  void unitsOfColumnsThatAreAlike() {
    assertEquals("Mpc", formula("mean(x - y)").units().get(0).of(List.of("Mpc", "Mpc")));
    assertEquals("", formula("mean(x - y)").units().get(0).of(List.of("Mpc", "km")));
  }

  @Test
  void whatItSaysOfItself() {
    Optional<Exchange> between = Optional.of(Exchange.BETWEEN_ROWS);
    assertEquals(between, formula("corr(x, y)").exchange());
    assertEquals(between, formula("a = cov(x, y)", "b = corr(log(x), y^2)").exchange());
    assertEquals(
        List.of(Contrast.CORRELATION, Contrast.NONE),
        formula("a = cov(x, y)", "b = corr(log(x), y^2)").contrasts());
    for (String text :
        List.of("corr(x, y)^2", "corr(x*y, y)", "mean(x)", "sum(x*y)/sum(x)", "corr(x, x)")) {
      assertEquals(Optional.empty(), formula(text).exchange(), text);
    }
    assertTrue(formula("mean(x)").translates(0));
    assertTrue(formula("sd(x)/sd(y)").translates(0));
    assertTrue(formula("cov(x, y)/var(x)").translates(1));
    assertFalse(formula("sd(x)/mean(y)").translates(1));
    assertTrue(formula("sd(x)/mean(y)").translates(0));
    assertFalse(formula("mean(x^2)").translates(0));
    assertFalse(formula("sum(x)").translates(0));
    assertTrue(formula("mean(x*y)").meanOf(new double[][] {{1, 2}, {3, 4}}).isPresent());
    assertTrue(formula("2*mean(x*y)").meanOf(new double[][] {{1, 2}, {3, 4}}).isEmpty());
    assertTrue(formula("sum(x*y)/sum(x) + corr(x, y)*sd(x)/count()").fromMoments().isPresent());
    assertTrue(formula("sum(log(x))").fromMoments().isEmpty());
    assertTrue(formula("count(x > 2)").fromMoments().isEmpty());
    assertTrue(formula("median(x)").fromMoments().isEmpty());
  }
}
