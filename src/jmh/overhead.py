#!/usr/bin/env python3
"""What handing out items costs: Parallax beside joblib, dask and GNU parallel, as whole processes.

    src/jmh/overhead.py [--items 10000] [--cores 2] [--milliseconds 0 1 10] [--only NAME ...]

An item keeps a core busy for 0, 1 or 10 milliseconds, by the clock, and returns a number. The table
has items per second, from the start of the process to its end. A peer that is not installed is left
out, and said to be. In Debian: apt-get install python3-joblib python3-distributed parallel.
"""
import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

JAVA = """
import dev.parallax.model.Model;
import dev.parallax.random.RandomStream;
import java.util.List;

public final class Burn implements Model {
  public List<String> parameters() { return List.of("x", "ms"); }

  public List<String> responses() { return List.of("same"); }

  public double[] evaluate(double[] p, RandomStream random) {
    long end = System.nanoTime() + Math.round(1e6 * p[1]);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return new double[] {p[0]};
  }
}
"""

# Of what starts quickly and knows the time in microseconds, bash is on every machine.
SHELL = """#!/bin/bash
ms=${2%.*}
if ((ms)); then
  end=$((${EPOCHREALTIME/[.,]/} + 1000 * ms))
  while ((${EPOCHREALTIME/[.,]/} < end)); do :; done
fi
echo $1
"""


def burn(x, ms):
    if ms:
        end = time.perf_counter() + ms / 1000
        while time.perf_counter() < end:
            pass
    return x


def by_line():
    """A model for Parallax: in go x and ms, out comes x."""
    for line in sys.stdin:
        x, ms = line.split("\t")
        print(burn(float(x), float(ms)))


def by_joblib(items, ms, cores):
    from joblib import Parallel, delayed
    return Parallel(n_jobs=cores)(delayed(burn)(i, ms) for i in range(items))


def by_dask(items, ms, cores):
    from dask.distributed import Client
    with Client(n_workers=cores, threads_per_worker=1, dashboard_address=None) as client:
        return client.gather(client.map(burn, range(items), [ms] * items, batch_size=items))


def by_dask_bag(items, ms, cores):
    import dask.bag
    return dask.bag.range(items, npartitions=100).map(burn, ms).compute(num_workers=cores)


# Slower than dask's bags at items this short, so measured on request only.
DISTRIBUTED = "dask distributed, a task per item"
IN_PYTHON = {"joblib": by_joblib, "dask": by_dask, "dask bag": by_dask_bag}


def commands(folder, items, ms, cores):
    """The contestants: what the table says of each, and its command."""
    chosen = [] if cores == os.cpu_count() else ["--master", f"threads[{cores}]"]
    parallax = [ROOT / "parallax", "sweep", *chosen, "--quiet",
                "-p", f"x=range:0:{items}:1", "-p", f"ms={ms}"]
    me = [sys.executable, __file__]
    shell = folder / "burn.sh"
    python = [*me, "--items", items, "--cores", cores, "--milliseconds", ms, "--by"]
    return {
        "Parallax, a class": [*parallax, "--jar", folder / "burn.jar", "--model", "Burn"],
        "Parallax, a script, `--protocol lines`": [
            *parallax, "--command", f"{sys.executable} {__file__} --by lines"],
        "joblib, processes": [*python, "joblib"],
        "dask bag, 100 partitions": [*python, "dask bag"],
        DISTRIBUTED: [*python, "dask"],
        "Parallax, a process per item, `--protocol args`": [
            *parallax, "--protocol", "args", "--command", f"bash {shell} {{x}} {{ms}}"],
        "GNU parallel, a process per item": [
            "sh", "-c", f"seq {items} | parallel -j{cores} bash {shell} {{}} {ms} >/dev/null"],
    }


def missing(name):
    if name.startswith("GNU"):
        return None if shutil.which("parallel") else "GNU parallel"
    module = {"joblib": "joblib", "dask bag": "dask.bag", "dask distributed": "distributed"}.get(
        name.split(",")[0])
    if module is None:
        return None
    try:
        return None if importlib.util.find_spec(module) else module
    except ImportError:
        return module


def build(folder):
    """The Java item, the shell's, and what a first call of the launcher does once."""
    (folder / "burn.sh").write_text(SHELL)
    (folder / "Burn.java").write_text(JAVA)
    run([ROOT / "parallax", "map", "--array", "range:0:10", "--function", "is-prime", "--quiet"])
    run(["javac", "-cp", ROOT / "target/parallax.jar", "-d", folder / "burn", folder / "Burn.java"])
    run(["jar", "--create", "--file", folder / "burn.jar", "-C", folder / "burn", "."])


def run(command):
    start = time.perf_counter()
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stderr[-2000:]}")
    return time.perf_counter() - start


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--items", type=int, default=10_000)
    options.add_argument("--cores", type=int, default=2)
    options.add_argument("--milliseconds", type=int, nargs="+", default=[0, 1, 10])
    options.add_argument("--only", nargs="+", help="names begin with one of these")
    options.add_argument("--by", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.by == "lines":
        return by_line()
    if given.by:
        return IN_PYTHON[given.by](given.items, given.milliseconds[0], given.cores)
    with tempfile.TemporaryDirectory() as name:
        build(Path(name))
        table(Path(name), given)


def table(folder, given):
    print(f"| items per second, {given.items} items, {given.cores} cores | "
          + " | ".join(f"{ms} ms" for ms in given.milliseconds) + " |")
    print("|---|" + "---|" * len(given.milliseconds))
    print("| what the cores can do | " + " | ".join(
        f"{1000 * given.cores / ms:.0f}" if ms else "" for ms in given.milliseconds) + " |")
    left_out = []
    for name in commands(folder, 0, 0, 0):
        if name == DISTRIBUTED if not given.only else not name.startswith(tuple(given.only)):
            continue
        if missing(name):
            left_out.append(f"{name}: left out, for {missing(name)} is not installed")
            continue
        rates = (given.items / run(commands(folder, given.items, ms, given.cores)[name])
                 for ms in given.milliseconds)
        print(f"| {name} | " + " | ".join(f"{rate:.0f}" for rate in rates) + " |", flush=True)
    print("\n".join(left_out))


if __name__ == "__main__":
    main()
