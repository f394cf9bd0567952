"""Makes the 500 FITS files that the manual's recipe measures: make_spectra.py FOLDER

Each is a spectral image of 16 x 16 pixels, of a star of a brightness of its own; the 17th is cut
short. They are the same on every machine: of all functions they need roots alone, which are rounded
in one way everywhere.
"""
import math
import os
import random
import struct
import sys

SIZE, FILES, CUT = 16, 500, 17
SATURATE = 60000.0  # electrons


def card(name, value):
    if isinstance(value, bool):
        value = "T" if value else "F"
    elif isinstance(value, str):
        return f"{name:<8}= '{value:<8}'".ljust(80)
    return f"{name:<8}= {value:>20}".ljust(80)


def header(name, seconds):
    cards = [
        card("SIMPLE", True),
        card("BITPIX", -32),
        card("NAXIS", 2),
        card("NAXIS1", SIZE),
        card("NAXIS2", SIZE),
        card("OBJECT", name),
        card("EXPTIME", seconds),
        card("RDNOISE", 3.0),
        card("SATURATE", SATURATE),
        "END",
    ]
    return "".join(cards).ljust(2880).encode("ascii")


def image(draws, electrons):
    """Rows are places along the slit: the sky, and a star with an absorption line."""
    pixels = []
    for row in range(SIZE):
        for column in range(SIZE):
            line = 1 - 0.6 / (1 + (column - 9.5) * (column - 9.5))
            across = 1 + (row - 7.5) * (row - 7.5) / 2.25
            star = electrons * line / (across * across * across)
            mean = 50 + star
            noise = math.fsum(draws.random() for _ in range(12)) - 6  # nearly normal
            pixels.append(min(SATURATE, mean + noise * math.sqrt(mean + 9)))
    return struct.pack(f">{len(pixels)}f", *pixels).ljust(2880, b"\0")


folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
for number in range(1, FILES + 1):
    draws = random.Random(number)
    electrons = 500 * (1 / (1 - draws.random()) - 0.98)  # few are bright
    content = header(f"star {number}", float(30 * draws.randint(1, 4))) + image(draws, electrons)
    with open(os.path.join(folder, f"star-{number:03}.fits"), "wb") as file:
        file.write(content[:3000] if number == CUT else content)
