"""Pearson's r of resampled rows: resampling.py numba|numpy CSV RESAMPLES THREADS

numba: a compiled loop on threads that draws rows by numba's own generator. numpy: blocks of
resamples at a time, rows drawn and sums taken by whole arrays, on threads.
"""
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np


def by_numba(x, y, resamples, threads):
    import numba

    numba.set_num_threads(threads)

    @numba.njit(parallel=True, fastmath=True)
    def replicates(x, y, resamples):
        n = x.size
        out = np.empty(resamples)
        for b in numba.prange(resamples):
            sx = sy = sxx = syy = sxy = 0.0
            for _ in range(n):
                row = np.random.randint(n)
                u = x[row]
                v = y[row]
                sx += u
                sy += v
                sxx += u * u
                syy += v * v
                sxy += u * v
            out[b] = (n * sxy - sx * sy) / np.sqrt((n * sxx - sx * sx) * (n * syy - sy * sy))
        return out

    return replicates(x, y, resamples)


def by_numpy(x, y, resamples, threads):
    n, block = x.size, 1000

    def replicates(first):
        count = min(block, resamples - first)
        stream = np.random.Generator(np.random.SFC64([1, first]))
        rows = stream.integers(n, size=(count, n))
        u, v = x[rows], y[rows]
        sxy = np.einsum("ij,ij->i", u, v) - u.sum(1) * v.sum(1) / n
        sxx = np.einsum("ij,ij->i", u, u) - u.sum(1) ** 2 / n
        syy = np.einsum("ij,ij->i", v, v) - v.sum(1) ** 2 / n
        return sxy / np.sqrt(sxx * syy)

    with ThreadPoolExecutor(threads) as pool:
        return np.concatenate(list(pool.map(replicates, range(0, resamples, block))))


def main(how, file, resamples, threads):
    table = np.loadtxt(file, delimiter=",", skiprows=1)
    x, y = (column - column.mean() for column in table.T)
    way = {"numba": by_numba, "numpy": by_numpy}[how]
    r = way(x, y, int(resamples), int(threads))
    low, high = np.quantile(r, [0.025, 0.975])
    print(f"standard error {r.std(ddof=1):.4f}, 95 % from {low:.4f} to {high:.4f}")


main(*sys.argv[1:5])
