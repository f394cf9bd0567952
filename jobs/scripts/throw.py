"""How far and how high a stone flies without air, on three worlds.

A model for parallax --command with --protocol json: an object by the parameters' names in, one by
the responses' names out.
"""
import json
import math
import sys

GRAVITY = {"earth": 9.80665, "moon": 1.625, "mars": 3.728}  # m/s^2

for line in sys.stdin:
    point = json.loads(line)
    angle = math.radians(point["angle"])
    gravity = GRAVITY[point["world"]]
    print(
        json.dumps(
            {
                "distance": point["speed"] ** 2 * math.sin(2 * angle) / gravity,
                "height": (point["speed"] * math.sin(angle)) ** 2 / (2 * gravity),
            }
        )
    )
