"""Sums of normals at the points of a paired grid, by numpy on threads: grid.py POINTS DRAWS THREADS

Each point has a stream of its own (SFC64 keyed by the point), as Parallax's items have. Threads
work side by side, as numpy lets go of the interpreter's lock while it draws.
"""
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np


def main(points, draws, threads):
    means = np.linspace(-1, 1, points)
    deviations = np.linspace(0.1, 1, points)

    def total(point):
        stream = np.random.Generator(np.random.SFC64([1, point]))
        return means[point] * draws + deviations[point] * stream.standard_normal(draws).sum()

    with ThreadPoolExecutor(threads) as pool:
        totals = np.array(list(pool.map(total, range(points))))
    z = (totals - means * draws) / (deviations * np.sqrt(draws))
    print(f"chi-square {np.sum(z * z):.0f} of {points} sums")


main(*map(int, sys.argv[1:4]))
