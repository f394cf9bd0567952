# The power law y = A x^n that least squares give of logarithms: n, and the logarithm of A.
# A statistic for parallax bootstrap --command: the path of a table first, then a line of row
# numbers for each resample; a line "n log10(A)" out for each of these.
input <- file("stdin", "r")
table <- read.csv(readLines(input, n = 1), check.names = FALSE)
x <- log10(table[[1]])
y <- log10(table[[2]])
while (length(line <- readLines(input, n = 1)) > 0) {
  drawn <- 1 + as.integer(strsplit(line, " ", fixed = TRUE)[[1]])  # rows are numbered from 0
  fit <- lm.fit(cbind(1, x[drawn]), y[drawn])
  cat(format(rev(unname(fit$coefficients)), digits = 17), "\n")
}
