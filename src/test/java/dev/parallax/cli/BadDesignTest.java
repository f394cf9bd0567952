package dev.parallax.cli;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Designs, distributions and replications that are wrong, and what the program says. */
class BadDesignTest {
  private static final String ALL = "uniform, latin-hypercube, sobol, halton, saltelli";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "--design sobl --samples 8 | no design 'sobl'; did you mean 'sobol'?",
        "--design cube --samples 8 | no design 'cube'; there is factorial, paired,"
            + " one-at-a-time, uniform, latin-hypercube, sobol, halton, saltelli",
        "--design sobol | design sobol needs --samples N",
        "--design uniform --samples 0 | --samples must be 1 or more, not 0",
        "--design uniform --samples x"
            + " | --samples must be a whole number within -2^63 .. 2^63-1, not 'x'",
        "--design uniform --samples 9000000000000000"
            + " | the number of samples must be within 1 .. 2^52, not 9000000000000000",
        "--samples 8 | --samples is for --design ALL; not for factorial",
        "--design paired --samples 8 | --samples is for --design ALL; not for paired",
        "--design uniform --samples 8 --scramble"
            + " | --scramble is for --design sobol, halton, saltelli; not for uniform",
        "--design sobol --samples 8 --baseline mu=1"
            + " | --baseline is for --design one-at-a-time; not for sobol",
        "--replications 0 | --replications must be 1 or more, not 0",
        "--replications -2 | --replications must be 1 or more, not -2",
        "--replications x | --replications must be a whole number, not 'x'",
      })
  void optionsOfADesign(String options, String expected) {
    check("-p mu=uniform:0:1 -p sigma=uniform:1:2 --model normal-sum " + options, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "-p mu=uniform:0:1 -p sigma=1 | parameter 'mu': uniform is a distribution, for a sampled"
            + " design such as --design sobol --samples N; a grid takes linspace:0:1:n",
        "-p mu=choice:1,2 -p sigma=1 | parameter 'mu': choice is a distribution, for a sampled"
            + " design such as --design sobol --samples N; a grid takes 1,2",
        "-p mu=linspace:0:1:5 SOBOL | parameter 'mu': linspace is for a grid; a sampled design"
            + " takes uniform:0:1",
        "-p mu=1,2,3 SOBOL | parameter 'mu': '1,2,3' lists values of a grid; for any of these at"
            + " random, write choice:1,2,3",
        "-p mu=3 SOBOL | parameter 'mu': '3' is one value, not a distribution; to fix it, give"
            + " --set mu=3",
        "-p mu=unifrm:0:1 SOBOL | parameter 'mu': no distribution 'unifrm'; did you mean"
            + " 'uniform'?",
        "-p mu=normal:0:1 -p sigma=uniform:1:2 SOBOL | parameter 'mu': normal has no value at the"
            + " origin, the sequence's first point; give --scramble",
        "-p mu=choice:red,green --set sigma=1 SOBOL"
            + " | the model's parameter 'mu' is a number; its values here are texts",
        "-p mu=1,2 --set sigma=red"
            + " | the model's parameter 'sigma' is a number; its values here are texts",
        "-p mu=1,2 --set sigma=nan | parameter 'sigma': 'nan' is not a finite number",
        "-p mu=1,2 --set sigma=1 --set sigm=2 | no setting 'sigm'; there is draws",
        "-p mu=1 -p sigma=1 --design one-at-a-time --baseline m=1"
            + " | no parameter 'm'; there is mu, sigma",
        "-p mu=1 -p sigma=1 --design one-at-a-time --baseline mu=x"
            + " | baseline of parameter 'mu': 'x' is not a finite number",
        "-p mu=1 -p sigma=1 --replications 2 -p replication=1"
            + " | no parameter 'replication'; there is mu, sigma",
        "--points t.csv --replications 0 | --replications must be 1 or more, not 0",
        "--points t.csv --samples 8 | --samples is for --design ALL; not for --points",
        "--points t.csv --scramble"
            + " | --scramble is for --design sobol, halton, saltelli; not for --points",
      })
  void valuesOfADesign(String options, String expected) {
    String sobol = "--design sobol --samples 8";
    check("--model normal-sum " + options.replace("SOBOL", sobol), expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sobol | 1001 | a sobol sequence has 1000 dimensions at most, not 1001",
        "halton | 41 | a halton sequence has 40 dimensions at most, not 41",
        "saltelli | 501 | saltelli takes 500 parameters at most, as a sobol sequence has 1000"
            + " dimensions; not 501",
      })
  void moreParametersThanASequenceHas(String design, int parameters, String expected) {
    String given =
        IntStream.range(0, parameters)
            .mapToObj(p -> "-p x" + p + "=uniform:0:1")
            .collect(Collectors.joining(" "));
    check(given + " --expression x0 --samples 8 --design " + design, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x=linspace:0:1:3 --set x=1 | parameter 'x' is given by -p and by --set",
        "x=1,2 --set replication=3 -p replication=1"
            + " | parameter 'replication' is given by -p and by --set",
        "x=1,2 -p replication=1 --replications 2"
            + " | a parameter has the name of the replications' column, 'replication'",
      })
  void whatAFormulaIsNotGiven(String options, String expected) {
    check("--expression x -p " + options, expected);
  }

  private static void check(String options, String expected) {
    String line = "sweep " + options;
    BadInput.check(CommandRun.of(line), line, expected.replace("ALL", ALL));
  }
}
