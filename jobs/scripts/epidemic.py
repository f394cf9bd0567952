"""An epidemic: how many are ill on its worst day, and which day that is."""
import sys


def epidemic(infection, recovery):
    healthy, ill = 0.999, 0.001  # shares of the population
    peak, peak_day = ill, 0
    for day in range(1, 366):
        new = infection * healthy * ill
        healthy, ill = healthy - new, ill + new - recovery * ill
        if ill > peak:
            peak, peak_day = ill, day
    return peak, peak_day


for line in sys.stdin:  # a point a line: the parameters in, the responses out
    print(*epidemic(*map(float, line.split())))
