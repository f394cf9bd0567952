"""Writes the arrays beside it, with NumPy 2.4.6: python3 write.py, in this folder."""

import numpy as np

BIG, SMALL = 2**63 - 1, 5e-324
ROWS = [
    # f8, f4, f2, i1, i2, i4, i8, u1, u2, u4, u8, b1, U, S
    (SMALL, 1e-45, 6e-8, -128, -(2**15), -(2**31), -BIG - 1, 0, 0, 0, 0, True, "Größe", b"ab"),
    (-0.0, 0.1, 0.1, 127, 2**15 - 1, 2**31 - 1, BIG, 255, 2**16 - 1, 2**32 - 1, BIG, False, "\U0001d538", b""),
    (np.nan, np.nan, np.nan, 0, 0, 0, 2**53 + 1, 1, 1, 1, 2**53 + 1, True, "", b" x y "),
    (-np.inf, np.inf, -np.inf, -1, -1, -1, -1, 128, 2**15, 2**31, 1, False, "nan", b"xyz"),
    (1.7976931348623157e308, 3.4028235e38, 65504, 1, 1, 1, 1, 2, 2, 2, 2, True, "1.5", b"-"),
]
TYPES = "f8 f4 f2 i1 i2 i4 i8 u1 u2 u4 u8 b1 U5 S5".split()

for name, order in ("little", "<"), ("big", ">"):
    fields = [(kind, order + kind) for kind in TYPES]
    np.save(name, np.array(ROWS, dtype=fields))

# With gaps, a title, an array in a row, and what is not read.
fields = [("when", "M8[s]"), ("flag", "?"), (("What it is", "x"), "f8"), ("both", "f4", (2,))]
fields += [("one", "i2", (1,)), ("z", "c16"), ("w", "i1"), ("none", "V3")]
mixed = np.zeros(3, dtype=np.dtype(fields, align=True))
mixed["x"], mixed["one"][:, 0], mixed["w"] = [1.5, np.nan, -2], [7, 8, 9], [1, 2, 3]
mixed["flag"] = [True, False, True]
np.save("mixed", mixed)

np.save("unsigned", np.array([0, 2**63, 2**64 - 1], dtype="<u8"))
with open("version3.npy", "wb") as out:
    np.lib.format.write_array(out, np.array([(1.5,)], dtype=[("漢'\n\\", "f8")]), (3, 0))
with open("version2.npy", "wb") as out:
    np.lib.format.write_array(out, np.arange(3) / 4, (2, 0))
