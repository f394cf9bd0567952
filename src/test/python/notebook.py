"""Runs all cells of docs/notebook.ipynb, prints how long each took, and fails on an error.

python3 src/test/python/notebook.py [OUTPUT.ipynb]

needs nbclient and ipykernel; OUTPUT keeps the notebook with what its cells gave. PARALLAX_HOME is the
folder of the launcher, if it is not this project's.
"""

import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

DOCS = Path(__file__).resolve().parents[3] / "docs"


def main() -> int:
    notebook = nbformat.read(DOCS / "notebook.ipynb", as_version=4)
    client = NotebookClient(notebook, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(DOCS)}})
    began = time.perf_counter()
    status = 0
    with client.setup_kernel():
        for index, cell in enumerate(notebook.cells):
            if cell.cell_type != "code":
                continue
            start = time.perf_counter()
            try:
                client.execute_cell(cell, index)
            except CellExecutionError as e:
                print(e)
                status = 1
            first = cell.source.split("\n", 1)[0]
            print(f"{time.perf_counter() - start:7.2f} s  cell {index}: {first[:60]}", flush=True)
            for output in cell.outputs:
                if output.output_type == "stream" and output.text.strip():
                    print("           | " + output.text.strip().replace("\n", "\n           | "), flush=True)
            if status:
                break
    print(f"{time.perf_counter() - began:7.2f} s  in all")
    if len(sys.argv) > 1:
        nbformat.write(notebook, sys.argv[1])
    return status


if __name__ == "__main__":
    sys.exit(main())
