"""Chi-square of the line y = a + b x through data with errors in x and y."""
import math
import sys

with open("jobs/data/pearson.ecsv", encoding="utf-8") as table:
    rows = [line.split(",") for line in table if not line.startswith("#")]
data = [tuple(map(float, row)) for row in rows[1:]]  # without the names


def term(a, b, x, y, x_error, y_error):
    residual = y - a - b * x
    return residual * residual / (y_error * y_error + b * b * x_error * x_error)


for line in sys.stdin:
    a, b = map(float, line.split())
    print(math.fsum(term(a, b, *row) for row in data))
