# The power of Student's two-sample t test at the 5 % level.
# A model for parallax --command: a line "n<tab>delta" in, a line with the power out.
input <- file("stdin", "r")
while (length(line <- readLines(input, n = 1)) > 0) {
  p <- as.numeric(strsplit(line, "\t")[[1]])
  cat(format(power.t.test(n = p[1], delta = p[2])$power, digits = 17), "\n", sep = "")
}
