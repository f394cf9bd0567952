"""The manual's function of files: what a small spectral image shows.

A function for parallax map --command with --protocol json: an object with a file's path in, one by
the responses' names out. The image is the one of the file's first header, of 32-bit floats; rows
are places along the slit, columns wavelengths. Nothing but the standard library is needed.
"""
import json
import math
import struct
import sys

BLOCK, CARD = 2880, 80  # bytes
SKY = 4  # rows at each edge of the slit that show the sky alone


def value(text):
    """What a card says behind its name: a text, a truth value or a number."""
    text = text.strip()
    if text.startswith("'"):
        return text[1 : text.index("'", 1)].rstrip()
    text = text.split("/")[0].strip()
    return text == "T" if text in ("T", "F") else float(text)


def cards(file):
    """The cards of a header, to its end."""
    while True:
        block = file.read(BLOCK)
        if len(block) < BLOCK:
            raise ValueError("the header is cut short")
        for at in range(0, BLOCK, CARD):
            card = block[at : at + CARD].decode("ascii")
            if card.startswith("END     "):
                return
            yield card


def read(path):
    """The header of a file, by name, and its image, a list of rows."""
    with open(path, "rb") as file:
        found = {c[:8].rstrip(): value(c[10:]) for c in cards(file) if c[8:10] == "= "}
        if found["BITPIX"] != -32 or found["NAXIS"] != 2:
            raise ValueError("no image of two axes and 32-bit floats")
        width, height = int(found["NAXIS1"]), int(found["NAXIS2"])
        data = file.read(4 * width * height)
    if len(data) < 4 * width * height:
        raise ValueError(f"the image has {len(data)} bytes of {4 * width * height}")
    pixels = struct.unpack(f">{width * height}f", data)
    return found, [pixels[row * width : (row + 1) * width] for row in range(height)]


def median(values):
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def measure(path):
    """Flux and its error, of photons and readout, in electrons per second, and the spectrum."""
    header, image = read(path)
    seconds = header["EXPTIME"]
    star = image[SKY:-SKY]
    spectrum, variance = [], 0.0
    for column in range(len(image[0])):
        sky = median([row[column] for row in image[:SKY] + image[-SKY:]])
        light = [row[column] for row in star]
        spectrum.append((math.fsum(light) - sky * len(light)) / seconds)
        variance += math.fsum(light) + len(light) * header["RDNOISE"] * header["RDNOISE"]
    flux, error = math.fsum(spectrum), math.sqrt(variance) / seconds
    if max(map(max, star)) >= header["SATURATE"]:
        comment = "saturated"
    else:
        comment = "ok" if flux >= 5 * error else "faint"
    return {
        "name": header["OBJECT"],
        "flux": flux,
        "error": error,
        "spectrum": spectrum,
        "comment": comment,
    }


sys.tracebacklimit = 0  # of a file that cannot be read the cause is enough
for line in sys.stdin:
    print(json.dumps(measure(json.loads(line)["element"])), flush=True)
