"""What results are made of: headers of columns, failures, pictures, printed lines."""

from __future__ import annotations

import os
from typing import Any, Dict, List, Union


class Failure:
    """Items that failed alike: how many, the first of them, and Python's traceback of the first."""

    def __init__(self, count: int, message: str, items: List[int], traceback: str) -> None:
        self.count = count
        self.message = message
        self.items = items
        self.traceback = traceback

    def __repr__(self) -> str:
        first = ", ".join(map(str, self.items[:5])) + (", ..." if self.count > len(self.items[:5]) else "")
        return f"{self.count} failed: {self.message} (item {first})"


class Output(str):
    """Lines that a command printed, such as its help."""

    def __repr__(self) -> str:
        return str(self)


class Column:
    """A column's header: its name, type, role (``input`` or ``response``), unit, description."""

    def __init__(self, header: Dict[str, Any]) -> None:
        self.name: str = header["name"]
        self.type: str = header.get("type", "double")
        self.role: str = header.get("role", "")
        self.unit: str = header.get("unit") or ""
        self.description: str = header.get("description") or ""
        self.vector: str = header.get("vector") or ""

    def __repr__(self) -> str:
        return f"Column({self.name!r}, {self.type}, {self.role}{', ' + self.unit if self.unit else ''})"


class Figure:
    """A picture: ``data`` has its bytes, ``save`` writes them. In a notebook it shows itself."""

    def __init__(self, name: str, format: str, data: bytes) -> None:
        self.name = name
        self.format = format
        self.data = data

    def save(self, path: Union[str, os.PathLike]) -> None:
        """Writes the picture's bytes to a file."""
        with open(path, "wb") as file:
            file.write(self.data)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Dict[str, Any]:
        if self.format == "png":
            return {"image/png": self.data}
        if self.format == "svg":
            return {"image/svg+xml": self.data.decode("utf-8")}
        return {"text/plain": repr(self)}

    def __repr__(self) -> str:
        return f"<figure {self.name}, {self.format}, {len(self.data)} bytes>"


def message_of(group: dict) -> str:
    """What items of a kind failed with: that of the first."""
    message, kind = str(group.get("message") or ""), str(group.get("exception") or "")
    script = kind.endswith("ScriptException") or not kind or message.startswith(kind)
    return message if script and message else f"{kind}: {message}" if message else kind
