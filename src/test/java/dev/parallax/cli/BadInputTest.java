package dev.parallax.cli;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, values and options that are wrong, and what the program says: command | text. */
class BadInputTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "swep | unknown command 'swep'; did you mean 'sweep'?",
        "regress | unknown command 'regress'; there is demo, sweep, map, bootstrap, shell, list, help, completion, session",
        "sweep --modle normal-sum | unknown option '--modle'; did you mean '--model'?",
        "map --arry range:0:5 | unknown option '--arry'; did you mean '--array'?",
        "--frobnicate | unknown option '--frobnicate'",
        "shell --master spark://host:7077 | --master spark://host:7077: the shell has local masters"
            + " only, as what is defined in it lives in its process",
        "demo extra | unexpected argument 'extra'",
        "sweep -p mu=1 -p sigma=1 --model normal-sm"
            + " | no model 'normal-sm'; did you mean 'normal-sum'?",
        "sweep -p mu=1 -p sigma=1 --model lorenz"
            + " | no model 'lorenz'; there is driven-oscillator, normal-sum",
        "map --array range:0:5 --function is-prim | no function 'is-prim'; did you mean"
            + " 'is-prime'?",
        "bootstrap t.csv --x a --y b --statistic pearsn"
            + " | no statistic 'pearsn'; did you mean 'pearson'?",
        "sweep -p mu=1 -p sigma=1 --design pared --model normal-sum"
            + " | no design 'pared'; did you mean 'paired'?",
        "sweep -p mu=1 -p sigm=1 --model normal-sum"
            + " | no parameter 'sigm'; did you mean 'sigma'?",
        "sweep -p mu=1 --model normal-sum | the model's parameter 'sigma' has no values",
        "sweep -p mu=1 -p sigma=1 --model normal-sum --set draw=5"
            + " | no setting 'draw'; did you mean 'draws'?",
        "sweep -p frequency=1 -p damping=1 --model driven-oscillator --set a=1"
            + " | no setting 'a': this model has none",
        "map --array range:0:5 --function is-prime --format fist"
            + " | no table format 'fist'; did you mean 'fits'?",
        "map --array rang:0:5 --function is-prime | no form of array 'rang'; did you mean 'range'?",
        "map --array unknown --function is-prime"
            + " | no form of array 'unknown'; there is random, range, linspace, logspace, geomspace,"
            + " file, lines, files, column",
      })
  void anUnknownNameIsSaidWithTheNearestOne(String line, String expected) {
    BadInput.check(CommandRun.of(line), line, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "linspace:0:1:0 | the number of values must be 1 or more, not 0",
        "linspace:0:1:-3 | the number of values must be 1 or more, not -3",
        "linspace:0:1:2.5 | the number of values must be a whole number up to 2^63-1, not \"2.5\"",
        "linspace:0:1:9223372036854775808"
            + " | the number of values must be a whole number up to 2^63-1,"
            + " not \"9223372036854775808\"",
        "linspace:0:one:5 | \"one\" is not a finite number",
        "linspace:nan:1:5 | \"nan\" is not a finite number",
        "linspace:NaN:1:5 | \"NaN\" is not a finite number",
        "linspace:0:inf:5 | \"inf\" is not a finite number",
        "linspace:-Infinity:0:5 | \"-Infinity\" is not a finite number",
        "linspace:0:1e999:5 | \"1e999\" is above the greatest double",
        "linspace:-1e308:1e308:5 | the ends are too far apart: -1.0E308 and 1.0E308",
        "linspace:0:1 | linspace is written linspace:a:b:n",
        "linspac:0:1:3 | no form of values \"linspac\"; did you mean \"linspace\"?",
        "geomspace:0:1:3 | a geometric progression needs two ends of one sign, not 0.0 and 1.0",
        "logspace:0:400:3 | an end is above the greatest double, 10^308.25",
        "range:0:1:0 | range has step 0",
        "range:0:1:-1 | range has no values: from 0 to 1 in steps of -1",
        "range:0:1 | range is written range:a:b:step",
        "range:0:1e300:1e-300 | range has more than 2^63-1 values",
        "1,,2 | a value is missing",
        "1,NaN | \"NaN\" is not a finite number",
      })
  void valuesThatAreNone(String values, String expected) {
    String line = "sweep -p mu=" + values + " -p sigma=1 --model normal-sum";
    BadInput.check(CommandRun.of(line), line, "parameter 'mu': " + expected.replace('"', '\''));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "-p mu=1,2 -p sigma=1,2,3 --design paired"
            + " | paired parameters have different numbers of values: mu has 2, sigma has 3",
        "-p mu=1 -p mu=2 -p sigma=1 | parameter 'mu' is given more than once",
        "-p mu=linspace:0:1:4000000000 -p sigma=linspace:0:1:4000000000"
            + " | the factorial design has more than 2^63-1 points",
        "-p mu=linspace:0:1:4000000000 -p sigma=linspace:0:1:5000"
            + " | 20000000000000 items are too many; a run has 17592186044416 at most",
        "-p mu | parameter 'mu' is not of the form NAME=VALUES, such as x=linspace:0:1:5",
        "-p =3 | parameter '=3' is not of the form NAME=VALUES, such as x=linspace:0:1:5",
        "-p | no value: give --parameter NAME=VALUES",
        "-p mu= -p sigma=1 | parameter 'mu': a value is missing",
        "-p mu=1,two -p sigma=1"
            + " | parameter 'mu': it mixes numbers and texts, such as 'two'; quote the numbers if they are meant as texts",
        "--set draws=5 | no parameters: give -p NAME=VALUES or --points TABLE",
        "--points t.csv -p mu=1 | --points goes with neither -p nor --design",
        "--points t.csv --design paired | --points goes with neither -p nor --design",
        "-p mu=1 -p sigma=1 --set draws=0 | draws must be 1 or more, not 0",
        "-p mu=1 -p sigma=1 --set draws=many"
            + " | setting 'draws' must be a whole number, not 'many'",
        "-p mu=1 -p sigma=1 --set draws=2.5 | setting 'draws' must be a whole number, not '2.5'",
        "-p mu=1 -p sigma=1 --set draws | --set is written --set NAME=VALUE, not 'draws'",
      })
  void designsThatAreNone(String options, String expected) {
    String line = "sweep --model normal-sum " + options;
    BadInput.check(CommandRun.of(line), line, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "random:5:5:10 | low must be below high: 5 is not below 5",
        "random:9:5:10 | low must be below high: 9 is not below 5",
        "random:0:5:-1 | the size must be a whole number, 0 or more, not '-1'",
        "random:0:5:2.5 | the size must be a whole number, 0 or more, not '2.5'",
        "random:0:5:1e3 | the size must be a whole number, 0 or more, not '1e3'",
        "random:0:5:9223372036854775808"
            + " | the size must be an integer within -2^63 .. 2^63-1, not '9223372036854775808'",
        "random:0:5 | random is written random:low:high:size",
        "range:0:5:0 | the step is 0",
        "range:a:5 | the start must be an integer within -2^63 .. 2^63-1, not 'a'",
        "range:0:1.5 | real numbers need a step: range:from:to:step",
        "range | range is written range:from:to or range:from:to:step",
        "range:-9223372036854775808:9223372036854775807 | more than 2^63-1 integers",
      })
  void arraysThatAreNone(String array, String expected) {
    String line = "map --function is-prime --array " + array;
    BadInput.check(CommandRun.of(line), line, "array '" + array + "': " + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "map --function is-prime"
            + " | no array: give --array ARRAY; there is random, range, linspace, logspace, geomspace,"
            + " file, lines, files, column",
        "map --array range:0:5"
            + " | no function: give --expression TEXT or --command LINE or --function NAME; there is is-prime, is-prime-by-division",
        "sweep -p mu=1 | no model: give --expression TEXT or --command LINE or --model NAME; there is driven-oscillator, normal-sum",
        "bootstrap --x a --y b --statistic pearson | no table: give TABLE",
        "bootstrap t.csv --x a --y b | no statistic: give --statistic NAME,"
            + " --expression TEXT or --command LINE;"
            + " there is auc, cv, difference:mean, difference:median, intercept, kendall,"
            + " log-ratio, log-ratio:median, mad, mean, mean-difference, median, orthogonal,"
            + " partial-correlation, pearson, quantile:p, ratio, ratio:mean, sd, skewness, slope,"
            + " slope-through-origin, spearman, theil-sen, trimmed-mean:f, variance, variance-n,"
            + " weighted-mean, york",
        "map --array file: --function is-prime | file is written file:PATH",
        "map --array column:t.csv --function is-prime | column is written column:TABLE:NAME",
        "map --array column:t.csv: --function is-prime | column is written column:TABLE:NAME",
      })
  void somethingIsNotGiven(String line, String expected) {
    BadInput.check(CommandRun.of(line), line, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "--slices 0 | --slices must be 1 or more, not 0",
        "--slices -1 | --slices must be 1 or more, not -1",
        "--slices 1.5 | --slices must be a whole number, not '1.5'",
        "--slices 2000000 | --slices must be at most 1048576, not 2000000",
        "--seed x | --seed must be a whole number within -2^63 .. 2^63-1, not 'x'",
        "--seed 1.5 | --seed must be a whole number within -2^63 .. 2^63-1, not '1.5'",
        "--seed 9223372036854775808"
            + " | --seed must be a whole number within -2^63 .. 2^63-1, not '9223372036854775808'",
        "--seed | no value: give --seed N",
        "--serial=maybe | --serial takes no value, not 'maybe'",
        "--serial --master local[2] | --serial and --master exclude each other",
        "--master locl[2] | unknown master 'locl[2]':"
            + " use threads[N], local, local[N], local[*], spark://HOST:PORT, yarn or k8s://URL",
        "--master threads | unknown master 'threads': use threads[N] with N within 1 .. 4096,"
            + " or threads[*] for all cores",
        "--master threads[0] | unknown master 'threads[0]': use threads[N] with N within 1 .. 4096,"
            + " or threads[*] for all cores",
        "--master threads[x] | unknown master 'threads[x]': use threads[N] with N within 1 .. 4096,"
            + " or threads[*] for all cores",
        "--master thread[2] | unknown master 'thread[2]': use threads[N] with N within 1 .. 4096,"
            + " or threads[*] for all cores",
        "--master threads[2] --ui | --ui is for Spark, and --master threads[2] runs without Spark",
        "--master threads[2] --event-log events | --event-log is for Spark, and --master threads[2]"
            + " runs without Spark",
        "--serial --master threads[2] | --serial and --master exclude each other",
        "--master local[0] | unknown master 'local[0]':"
            + " use threads[N], local, local[N], local[*], spark://HOST:PORT, yarn or k8s://URL",
        "--master local[1000000] | unknown master 'local[1000000]':"
            + " use threads[N], local, local[N], local[*], spark://HOST:PORT, yarn or k8s://URL",
        "--master spark://h:70000 | master 'spark://h:70000': a port is within 1 .. 65535, not"
            + " 70000",
        "--master spark://a:1,b_c:2 | master 'spark://a:1,b_c:2': 'b_c' cannot be the name of a"
            + " host",
        "--master yarn | master 'yarn' needs a Spark with spark-yarn, which this one has not:"
            + " submit with the cluster's own Spark, spark-submit --master yarn"
            + " target/parallax.jar ...; without it there is local[N] and spark://HOST:PORT",
        "--master k8s://https://h:6443 | master 'k8s://https://h:6443' needs a Spark with"
            + " spark-kubernetes, which this one has not: submit with the cluster's own Spark,"
            + " spark-submit --master k8s://https://h:6443 target/parallax.jar ...; without it"
            + " there is local[N] and spark://HOST:PORT",
        "--master local-cluster[1,1,1024] | unknown master 'local-cluster[1,1,1024]':"
            + " use threads[N], local, local[N], local[*], spark://HOST:PORT, yarn or k8s://URL",
        "--master spark:/host | unknown master 'spark:/host':"
            + " use threads[N], local, local[N], local[*], spark://HOST:PORT, yarn or k8s://URL",
        "--jars no.jar | no.jar: no such file",
        "--jars pom.xml | pom.xml: is not a jar",
        "--jars src | src: is a folder",
      })
  void optionsOfTheRun(String options, String expected) {
    String line = "map --array range:0:5 --function is-prime " + options;
    BadInput.check(CommandRun.of(line), line, expected);
  }
}
