"""The power law y = A x^n that least squares give of logarithms: n, and the logarithm of A.

A statistic for parallax bootstrap --command: the path of a table first, then a line of row numbers
for each resample; a line "n log10(A)" out for each of these.
"""
import csv
import math
import sys

with open(sys.stdin.readline().rstrip("\n"), newline="", encoding="utf-8") as table:
    rows = list(csv.reader(table))[1:]  # without the names
x = [math.log10(float(row[0])) for row in rows]
y = [math.log10(float(row[1])) for row in rows]

for line in sys.stdin:
    drawn = [int(row) for row in line.split()]
    mean_x = math.fsum(x[row] for row in drawn) / len(drawn)
    mean_y = math.fsum(y[row] for row in drawn) / len(drawn)
    xx = math.fsum((x[row] - mean_x) ** 2 for row in drawn)
    xy = math.fsum((x[row] - mean_x) * (y[row] - mean_y) for row in drawn)
    index = xy / xx if xx > 0 else math.nan  # all rows drawn are the same one
    print(index, mean_y - index * mean_x)
