"""Tracebacks of workers, which do not have the lines of a notebook's cells: they are put in here."""

from __future__ import annotations

import linecache
import os
import re
import sys
from typing import List

_FRAME = re.compile(r'(\s*)File "([^"]+)", line (\d+), in (.+)')
_JAVA = re.compile(r"\b(?:java\.(?:[a-z]+\.)+[A-Z]\w*Exception|ScriptException): ")


def told(text: str) -> str:
    """A text with what cells say at the frames of its tracebacks, and without the classes of Java."""
    text = _JAVA.sub("", text)
    if 'File "' not in text:
        return text
    lines: List[str] = []
    for line in text.split("\n"):
        found = _FRAME.fullmatch(line)
        source = _line(found.group(2), int(found.group(3))) if found else ""
        if not found or not source:
            lines.append(line)
            continue
        indent, file, number, name = found.groups()
        lines += [f"{indent}{_cell(file)}, line {number}, in {name}", f"{indent}  {source}"]
    return "\n".join(lines)


def _line(file: str, number: int) -> str:
    """A line of a cell, or of what else is no file; it is empty of a file, whose lines are there."""
    return "" if os.path.exists(file) else linecache.getline(file, number).strip()


def _cell(file: str) -> str:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    number = getattr(getattr(shell, "compile", None), "_filename_map", {}).get(file)
    return f'File "{file}"' if number is None else f"Cell In [{number}]"
