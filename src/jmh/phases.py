#!/usr/bin/env python3
"""What a command spends its time on beside its slices: the phases of its main thread, in a table.

    src/jmh/phases.py [--rounds 5] [--home FOLDER] [COMMAND ...]

runs ./parallax of FOLDER (this project) in whole processes, medians of the rounds. Without commands, those of the
performance page. An agent looks at the main thread every millisecond: that costs some tenths of a second
itself. The last phase is until Java's end.
"""
import argparse
import os
import shlex
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AGENT = ROOT / "src" / "jmh" / "java" / "dev" / "parallax" / "bench" / "PhaseAgent.java"
COMMANDS = [
    "@jobs/hubble.job --quiet",
    "demo --no-serial",
    "bootstrap {pairs} --x x --y y --statistic pearson --resamples 2000000 --quiet",
    "sweep -p mu=linspace:-1:1:30000 -p sigma=1 --model normal-sum --set draws=100000 --quiet",
    "map --array random:1:9223372036854775807:10000000 --function is-prime --quiet",
]
ORDER = ["launcher and Java", "command line", "tables", "pilot", "slices", "findings", "digest",
         "page, pictures and files", "end"]


def agent(folder):
    classes = folder / "classes"
    subprocess.run(["javac", "--release", "17", "-d", classes, AGENT], check=True)
    manifest = folder / "manifest"
    manifest.write_text("Premain-Class: dev.parallax.bench.PhaseAgent\n")
    jar = folder / "agent.jar"
    subprocess.run(["jar", "cfm", jar, manifest, "-C", classes, "."], check=True)
    return jar


def pairs(folder):
    import random

    rng = random.Random(1)
    file = folder / "pairs.csv"
    rows = ((x, 0.5 * x + rng.gauss(0, 1)) for x in (rng.gauss(0, 1) for _ in range(300)))
    file.write_text("x,y\n" + "".join(f"{x},{y}\n" for x, y in rows))
    return file


def measured(words, home, jar, folder):
    told = folder / "told"
    options = os.environ.get("PARALLAX_JAVA_OPTS", "")
    environment = {**os.environ, "PARALLAX_JAVA_OPTS": f"{options} -javaagent:{jar}={time.time_ns()},{told}"}
    start = time.perf_counter()
    subprocess.run([home / "parallax", *words], cwd=home, env=environment, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    total = time.perf_counter() - start
    phases = {name: float(seconds) for name, seconds in
              (line.split("\t") for line in told.read_text().splitlines())}
    phases["all"] = total
    return phases


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--home", type=Path, default=ROOT)
    parser.add_argument("commands", nargs="*", default=COMMANDS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        jar = agent(folder)
        columns = []
        for command in given.commands:
            words = shlex.split(command.format(pairs=pairs(folder)))
            rounds = [measured(words, given.home.resolve(), jar, folder) for _ in range(given.rounds)]
            columns.append({phase: statistics.median(r.get(phase, 0.0) for r in rounds)
                            for phase in [*ORDER, "all"]})
    for number, command in enumerate(given.commands, 1):
        print(f"{number}: {command}")
    for phase in [*ORDER, "all"]:
        print(f"{phase:26}" + "".join(f"{column[phase]:8.3f}" for column in columns))


if __name__ == "__main__":
    main()
