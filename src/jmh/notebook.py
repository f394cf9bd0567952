#!/usr/bin/env python3
"""Python functions in a session of Parallax, beside what a notebook has: a pool of processes that is open
already, and, where they are installed, joblib's, and the engines of ipyparallel.

    src/jmh/notebook.py [--rounds 3]

needs NumPy and cloudpickle, and SciPy for ipyparallel's bootstrap. All is warm: each job is done for three seconds,
once at least, before it is timed. Of ipyparallel's bootstrap a tenth is done.
"""
import argparse
import importlib.util
import logging
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
WARM_SECONDS = 3


def total(mu, sigma, rng):
    return rng.normal(mu, sigma, DRAWS).sum()


def total_of(point):
    return total(*point, np.random.default_rng())


def square(x):
    return x * x


IS_PRIME = """
def isprime(n):
    for i in range(3, n):
        if n % i == 0:
            return False
    return True


def f(x):
    return list(map(isprime, x))
"""

BOOTSTRAP = """
import numpy as np
import scipy.stats
r = np.zeros(n)
for i in range(n):
    drawn = np.random.randint(0, xs.size, xs.size)
    r[i] = scipy.stats.pearsonr(xs[drawn], ys[drawn])[0]
"""


def scattered(engines, primes):
    """The notebook's map: a share for each engine, a script on every one, the shares put together."""
    engines.scatter("x", primes)
    engines.execute("y = f(x)")
    return engines.gather("y")


def with_joblib(jobs, numbers, arrays):
    from joblib import Parallel, delayed

    parallel = Parallel(n_jobs=os.cpu_count())
    jobs["the same floats, joblib"] = lambda: parallel(delayed(square)(x) for x in numbers)
    jobs["the same arrays, joblib"] = lambda: parallel(delayed(np.sum)(x) for x in arrays)


def with_ipyparallel(jobs, primes, pairs):
    """Returns what ends its engines."""
    import ipyparallel

    cluster = ipyparallel.Cluster(n=os.cpu_count(), log_level=logging.ERROR)
    cluster.start_cluster_sync()
    client = cluster.connect_client_sync()
    client.wait_for_engines(os.cpu_count())
    engines = client[:]
    engines.block = True
    engines.execute(IS_PRIME)
    jobs["the same scattered, ipyparallel"] = lambda: scattered(engines, primes)
    engines.push({"n": 20_000 // len(engines), "xs": pairs["x"], "ys": pairs["y"]})
    jobs["20,000 of these resamples, ipyparallel"] = lambda: engines.execute(BOOTSTRAP)

    def end():
        client.close()
        cluster.stop_cluster_sync()

    return end


def measure(jobs, rounds):
    for name, job in jobs.items():
        start = time.perf_counter()
        job()
        while time.perf_counter() - start < WARM_SECONDS:
            job()
        seconds = []
        for _ in range(rounds):
            start = time.perf_counter()
            job()
            seconds.append(time.perf_counter() - start)
        told = f"{min(seconds):.2f} .. {max(seconds):.2f}"
        print(f"{name:42} {statistics.median(seconds):8.3f} s  {told}", flush=True)


def there(module):
    return importlib.util.find_spec(module) is not None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    mu, sigma = np.linspace(-1, 1, 3000), np.linspace(0.1, 1, 3000)
    numbers = np.random.default_rng(1).random(1_000_000)
    arrays = [np.random.default_rng(i).random(1_000_000) for i in range(200)]
    primes = np.random.default_rng(1).integers(0, 100_000, 10_000)
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
            "200 arrays of 8 MB, Parallax": lambda: session.map(np.sum, arrays),
            "the same arrays, Pool": lambda: pool.map(np.sum, arrays),
            "200,000 resamples of 300 rows, Parallax": lambda: session.bootstrap(
                pairs, "pearson", x="x", y="y", resamples=200_000
            ),
            "3 points, Parallax": lambda: session.sweep(x=[1, 2, 3], expression="x^2"),
        }
        if there("joblib"):
            with_joblib(jobs, numbers, arrays)
        session.execute(IS_PRIME)
        jobs["10,000 integers scattered, Parallax"] = lambda: scattered(session, primes)
        end = with_ipyparallel(jobs, primes, pairs) if there("ipyparallel") else lambda: None
        try:
            measure(jobs, rounds)
        finally:
            end()


if __name__ == "__main__":
    main()
