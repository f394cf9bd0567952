"""The manual's function of files: a path in, the number of the table's rows out, comments and names aside."""
import sys

for line in sys.stdin:
    path = line.rstrip("\n")
    with open(path, encoding="utf-8") as table:
        rows = [row for row in table if row.strip() and not row.startswith("#")]
    print(len(rows) - 1, flush=True)
