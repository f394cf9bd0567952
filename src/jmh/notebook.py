#!/usr/bin/env python3
"""Python functions in a session of Parallax, beside a pool of processes that is open already.

    src/jmh/notebook.py [--rounds 3]

needs NumPy and cloudpickle. All is warm: each job is done once before it is timed.
"""
import argparse
import multiprocessing
import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src" / "python"))
os.environ.setdefault("PARALLAX_HOME", str(ROOT))
import numpy as np  # noqa: E402
import parallax as px  # noqa: E402

DRAWS = 100_000


def total(mu, sigma, rng):
    return rng.normal(mu, sigma, DRAWS).sum()


def total_of(point):
    return total(*point, np.random.default_rng())


def square(x):
    return x * x


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    mu, sigma = np.linspace(-1, 1, 3000), np.linspace(0.1, 1, 3000)
    numbers = np.random.default_rng(1).random(1_000_000)
    arrays = [np.random.default_rng(i).random(1_000_000) for i in range(100)]
    pairs = {"x": numbers[:300], "y": 0.5 * numbers[:300] + numbers[300:600]}
    with multiprocessing.Pool() as pool, px.Session(progress=False) as session:
        jobs = {
            "3000 points of 100,000 draws, Parallax": lambda: session.sweep(
                total, mu=mu, sigma=sigma, design="paired"
            ),
            "the same points, Pool": lambda: pool.map(total_of, list(zip(mu, sigma))),
            "the same points, built-in model": lambda: session.sweep(
                "normal-sum", mu=mu, sigma=sigma, design="paired", set={"draws": DRAWS}
            ),
            "10^6 floats, Parallax": lambda: session.map(square, numbers),
            "the same floats, Pool": lambda: pool.map(square, numbers),
            "100 arrays of 8 MB, Parallax": lambda: session.map(np.sum, arrays),
            "the same arrays, Pool": lambda: pool.map(np.sum, arrays),
            "200,000 resamples of 300 rows, Parallax": lambda: session.bootstrap(
                pairs, "pearson", x="x", y="y", resamples=200_000
            ),
            "3 points, Parallax": lambda: session.sweep(x=[1, 2, 3], expression="x^2"),
        }
        for name, job in jobs.items():
            job()
            seconds = []
            for _ in range(rounds):
                start = time.perf_counter()
                job()
                seconds.append(time.perf_counter() - start)
            told = f"{min(seconds):.2f} .. {max(seconds):.2f}"
            print(f"{name:42} {statistics.median(seconds):8.2f} s  {told}", flush=True)


if __name__ == "__main__":
    main()
