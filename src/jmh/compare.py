#!/usr/bin/env python3
"""The notebook's three jobs in Python beside ./parallax demo, as whole processes, in turn.

    src/jmh/compare.py [--rounds 3] [--cores N] [--python-only JOB]

Needs Python 3 with numpy; uses scipy's pearsonr, as the notebook does, where it is installed, else
numpy's corrcoef, which is faster. The notebook's engines are stood in for by a multiprocessing
pool, which starts faster than an ipyparallel cluster: the comparison favours Python.
"""
import argparse
import os
import statistics
import subprocess
import sys
import time
from multiprocessing import Pool
from pathlib import Path

import numpy as np

try:
    from scipy.stats import pearsonr
except ImportError:
    def pearsonr(x, y):
        return (np.corrcoef(x, y)[0, 1],)

ROOT = Path(__file__).resolve().parents[2]
DISTANCE = np.array([.032, .034, .214, .263, .275, .275, .45, .5, .5, .63, .8, .9, .9, .9, .9, 1,
                     1.1, 1.1, 1.4, 1.7, 2, 2, 2, 2])
VELOCITY = np.array([170, 290, -130, -70, -185, -220, 200, 290, 270, 200, 300, -30, 650, 150, 500,
                     920, 450, 500, 500, 960, 500, 850, 800, 1090.])


def total(point):
    return np.random.normal(point[0], point[1], 100_000).sum()


def primes(numbers):
    def prime(n):
        for i in range(2, n):
            if n % i == 0:
                return False
        return n > 1
    return [prime(n) for n in numbers]


def correlations(count):
    n = DISTANCE.size
    out = np.empty(count)
    for i in range(count):
        rows = np.random.randint(n, size=n)
        out[i] = pearsonr(DISTANCE[rows], VELOCITY[rows])[0]
    return out


def grid_job(pool, cores):
    pool.map(total, list(zip(np.linspace(-1, 1, 3000), np.linspace(0.1, 1, 3000))))


def primes_job(pool, cores):
    numbers = np.random.randint(0, 100_000, 10_000)
    pool.map(primes, [part.tolist() for part in np.array_split(numbers, cores)])


def bootstrap_job(pool, cores):
    r = np.concatenate(pool.map(correlations, [len(p) for p in np.array_split(range(200_000), cores)]))
    np.percentile(r, [2.5, 97.5])


JOBS = {"grid": grid_job, "primes": primes_job, "bootstrap": bootstrap_job}


def in_python(names, cores):
    with Pool(cores) as pool:
        for name in names:
            JOBS[name](pool, cores)


def timed(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--cores", type=int, default=os.cpu_count())
    options.add_argument("--python-only", nargs="*", choices=list(JOBS), help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.python_only is not None:
        in_python(given.python_only or list(JOBS), given.cores)
        return
    master = [] if given.cores == os.cpu_count() else ["--master", f"threads[{given.cores}]"]
    demo = [str(ROOT / "parallax"), "demo", "--no-serial", *master]
    timed(demo)  # builds what is missing, once
    python = [sys.executable, __file__, "--cores", str(given.cores), "--python-only"]
    commands = {"Python, all three": python, "./parallax demo --no-serial": demo}
    commands.update({f"Python, {job}": [*python, job] for job in JOBS})
    seconds = {name: [] for name in commands}
    for _ in range(given.rounds):
        for name, command in commands.items():
            seconds[name].append(timed(command))
    median = {name: statistics.median(values) for name, values in seconds.items()}
    print(f"{'whole process, ' + str(given.cores) + ' cores':<32}{'median s':>10}{'range':>18}")
    for name, values in seconds.items():
        print(f"{name:<32}{median[name]:>10.2f}{min(values):>10.2f} ..{max(values):>6.2f}")
    ratio = median["Python, all three"] / median["./parallax demo --no-serial"]
    print(f"Python takes {ratio:.1f} times as long as Parallax")


if __name__ == "__main__":
    main()
