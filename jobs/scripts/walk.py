"""Where a random walker ends, and how far it has been, after 1000 steps.

A model for parallax --command: a line "drift<tab>noise" in, a line "end furthest" out.
"""
import os
import random
import sys

seed = os.environ["PARALLAX_SEED"]
item = int(os.environ["PARALLAX_ITEM"])  # of the first line
step = int(os.environ["PARALLAX_STEP"])  # to the next line's

for line in sys.stdin:
    drift, noise = map(float, line.split("\t"))
    draws = random.Random(f"{seed}:{item}")  # a generator for each item: its numbers, anywhere
    position = furthest = 0.0
    for _ in range(1000):
        position += drift + noise * draws.gauss(0, 1)
        furthest = max(furthest, abs(position))
    print(position, furthest)
    item += step
