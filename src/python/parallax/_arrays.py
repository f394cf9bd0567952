"""Arrays, lists and tables of Python as what a job reads: exact, in files of numpy's form .npy.

What is neither a number, a truth nor a text keeps its place in a list, and travels with the function.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np

from ._errors import InputError

_LARGEST = 1 << 53  # every whole number up to it is a double
_LONGEST = 1 << 63
_KINDS = {"f": "float", "i": "int", "u": "int", "b": "bool", "U": "str"}
_DTYPES = {"float": "<f8", "int": "<i8", "bool": "?"}


@dataclass(frozen=True)
class Values:
    """Values of one kind (float, int, bool, str), or objects, of which ``numbers`` are the places."""

    kind: str
    numbers: np.ndarray
    objects: Optional[Sequence[Any]] = None
    unit: str = ""

    def __len__(self) -> int:
        return len(self.numbers)

    def listed(self) -> str:
        """The values as a list on the command line; each number in digits that give its bits."""
        if self.kind == "str":
            return ",".join('"' + text.replace('"', '""') + '"' for text in self.numbers.tolist())
        if self.kind == "bool":
            return ",".join("1" if value else "0" for value in self.numbers.tolist())
        return ",".join(map(repr, self.numbers.tolist()))

    def repeated(self, count: int) -> np.ndarray:
        """The values as a column: a single one in each of ``count`` rows."""
        return np.repeat(self.numbers, count) if len(self) == 1 else self.numbers

    def decoded(self, column: np.ndarray) -> Any:
        """What a column of a run's results stands for: the objects, truths and integers again."""
        if self.objects is not None:
            return [self.objects[int(place)] for place in column]
        return column.astype(_DTYPES[self.kind]) if self.kind in ("int", "bool") else column


def is_sequence(value: Any) -> bool:
    """Whether a keyword's value has many values: a list, a tuple, a range, an array, a column."""
    if isinstance(value, (str, bytes, bytearray, Mapping)):
        return False
    if isinstance(value, np.ndarray):
        return value.ndim > 0
    return hasattr(value, "__len__") and hasattr(value, "__getitem__") or hasattr(value, "__next__")


def values_of(values: Any, largest: int = _LONGEST) -> Values:
    """Reads a sequence.

    :param largest: integers of this size and more are kept as objects
    """
    unit = str(values.unit) if hasattr(values, "unit") and values.unit is not None else ""
    if hasattr(values, "to_numpy"):
        values = values.to_numpy()
    elif hasattr(values, "unit") and hasattr(values, "value"):
        values = values.value
    if isinstance(values, np.ma.MaskedArray):
        values = values.tolist() if np.ma.is_masked(values) else values.data
    if isinstance(values, np.ndarray) and values.ndim == 1 and values.dtype.kind in "fiubU":
        found = _of_array(np.asarray(values), largest, unit)
        if found is not None:
            return found
    return _of_list(list(values), largest, unit)


def _of_array(array: np.ndarray, largest: int, unit: str = "") -> Optional[Values]:
    kind = _KINDS[array.dtype.kind]
    if kind == "float" and (array.dtype.itemsize > 8 or not np.isfinite(array).all()):
        return None
    if kind == "int" and array.size and max(-int(array.min()) - 1, int(array.max())) >= largest:
        return None
    if kind == "str":
        return Values(kind, array, unit=unit) if all(map(_plain, array.tolist())) else None
    return Values(kind, array.astype(_DTYPES[kind]), unit=unit)


def _of_list(items: List[Any], largest: int, unit: str = "") -> Values:
    found = None
    if items and all(isinstance(item, (bool, np.bool_)) for item in items):
        found = _of_array(np.array(items, dtype=bool), largest, unit)
    elif items and all(type(item) is float or isinstance(item, np.floating) and item.itemsize <= 8 for item in items):
        found = _of_array(np.array(items, dtype="f8"), largest, unit)
    elif items and all(isinstance(item, (int, np.integer)) and not isinstance(item, bool) for item in items):
        if all(-largest <= item < largest for item in map(int, items)):
            found = _of_array(np.array(items, dtype="i8"), largest, unit)
    elif items and all(type(item) in (str, np.str_) and not item.endswith("\0") for item in items):
        found = _of_array(np.array(items, dtype="U"), largest, unit)
    if found is not None:
        return found
    return Values("int", np.arange(len(items), dtype="i8"), items)


def _plain(text: str) -> bool:
    """Whether a text comes back from a table as it was: not empty, nothing that numpy cuts off."""
    return text != "" and "\0" not in text and text == text.strip() and not any(
        0xD800 <= ord(c) < 0xE000 for c in text
    )


def parameter_values(values: Any) -> Values:
    """The values of a sweep's parameter, whose numbers are doubles. A single value is a list of one."""
    if not is_sequence(values) and not (hasattr(values, "unit") and hasattr(values, "value")):
        values = [values]
    elif getattr(values, "ndim", 1) == 0:  # a quantity with a unit
        values = np.atleast_1d(values)
    return values_of(values, _LARGEST)


def choosing(function: Callable, levels: Dict[str, Sequence[Any]], takes_rng: bool) -> Callable:
    """A function of places in lists of objects: it calls ``function`` with the objects themselves."""

    # Nested functions travel by value: workers need not have this module.
    def chosen(**point: Any) -> Any:
        for name, objects in levels.items():
            point[name] = objects[point[name]]
        return function(**point)

    def chosen_with_rng(rng: Any, **point: Any) -> Any:
        return chosen(rng=rng, **point)

    made = chosen_with_rng if takes_rng else chosen
    made.__name__ = getattr(function, "__name__", type(function).__name__)
    return made


def called(function: Callable, takes_rng: bool) -> Callable:
    """A function of one element, the arguments of a call of ``function``."""

    def call(element: Any) -> Any:
        return function(*element[0], **element[1])

    def call_with_rng(element: Any, rng: Any) -> Any:
        return function(*element[0], rng=rng, **element[1])

    made = call_with_rng if takes_rng else call
    made.__name__ = getattr(function, "__name__", type(function).__name__)
    return made


def save(path: str, array: np.ndarray) -> str:
    """Writes an array; returns its path."""
    with open(path, "wb") as file:
        np.lib.format.write_array(file, np.ascontiguousarray(array), allow_pickle=False)
    return path


def structured(columns: Mapping[str, np.ndarray]) -> np.ndarray:
    """Columns of one length as an array with a field for each."""
    lengths = {name: len(column) for name, column in columns.items()}
    if len(set(lengths.values())) > 1:
        told = ", ".join(f"{name} has {length}" for name, length in lengths.items())
        raise InputError(f"columns of different lengths: {told}")
    if not columns:
        raise InputError("the table has no columns")
    rows = np.empty(next(iter(lengths.values())), [(str(n), c.dtype) for n, c in columns.items()])
    for name, column in columns.items():
        rows[str(name)] = column
    return rows


def table_of(table: Any) -> np.ndarray:
    """A table as a structured array: from pandas, astropy, a dict of columns, a structured array.

    Missing values are NaN, or an empty text.

    :raises InputError: if a column has other things than numbers, truths and texts
    """
    if isinstance(table, np.ndarray) and table.dtype.names:
        names = table.dtype.names
    elif isinstance(table, Mapping):
        names = tuple(table)
    elif hasattr(table, "colnames"):
        names = tuple(table.colnames)
    elif hasattr(table, "columns") and hasattr(table, "iloc"):
        names = tuple(table.columns)
    else:
        raise InputError(
            f"a table is a file, a pandas DataFrame, an astropy Table, a dict of columns or a numpy"
            f" structured array, not {type(table).__name__}"
        )
    return structured({str(name): _cells(str(name), table[name]) for name in names})


def _cells(name: str, column: Any) -> np.ndarray:
    if hasattr(column, "unit") and hasattr(column, "value") and not hasattr(column, "mask"):
        column = column.value
    missing = _missing(column)
    array = np.asarray(column)
    if array.ndim != 1:
        raise InputError(f"column '{name}' has arrays in its cells; a table's column has one value in each")
    if array.dtype.kind == "S":
        array = np.char.decode(array, "utf-8")
    if array.dtype.kind == "O":
        array, missing = _of_objects(name, array, missing)
    if array.dtype.kind not in "fiubU" or array.dtype.itemsize > 8 and array.dtype.kind == "f":
        raise InputError(f"column '{name}' is of type {array.dtype}, which is neither numbers nor texts")
    if not missing.any():
        return array
    if array.dtype.kind == "U":
        return np.where(missing, "", array)
    largest = np.abs(array[~missing].astype("f8")).max(initial=0)
    if array.dtype.kind in "iu" and largest >= _LARGEST:
        raise InputError(f"column '{name}' has missing values beside integers beyond 2^53")
    return np.where(missing, np.nan, array.astype("f8"))


def _missing(column: Any) -> np.ndarray:
    if hasattr(column, "isna"):
        return np.asarray(column.isna(), dtype=bool)
    return np.ma.getmaskarray(column) if isinstance(column, np.ma.MaskedArray) else np.zeros(len(column), bool)


def _of_objects(name: str, array: np.ndarray, missing: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
    missing = missing | np.array([cell is None for cell in array], dtype=bool)
    there = array[~missing].tolist()
    if all(isinstance(cell, str) for cell in there):
        return np.array(["" if gone else cell for cell, gone in zip(array, missing)], dtype="U"), missing
    found = _of_list(there, _LONGEST)
    if found.objects is not None and all(isinstance(cell, (int, float, np.number)) for cell in there):
        if any(isinstance(c, (int, np.integer)) and abs(int(c)) > _LARGEST for c in there):
            raise InputError(f"column '{name}' has integers beyond 2^53 beside other numbers")
        found = Values("float", np.array(there, dtype="f8"))
    if found.objects is not None:
        other = next(c for c in there if not isinstance(c, (str, int, float, np.number)))
        raise InputError(f"column '{name}' has {other!r:.60}, which is neither a number nor a text")
    filled = np.zeros(len(array), dtype=found.numbers.dtype)
    filled[~missing] = found.numbers
    return filled, missing


def table_file(folder: str, number: int, table: Any) -> str:
    """Writes a table for a job; with units and what is masked if it is astropy's."""
    rich = hasattr(table, "colnames") and any(
        getattr(table[name], "unit", None) is not None or hasattr(table[name], "mask")
        for name in table.colnames
    )
    if rich:
        path = os.path.join(folder, f"table{number}.ecsv")
        table.write(path, format="ascii.ecsv")
        return path
    if isinstance(table, np.ndarray) and table.dtype.names is None or isinstance(table, (list, tuple)):
        column = _cells("value", np.asarray(table))
        return save(os.path.join(folder, f"table{number}.npy"), column)
    return save(os.path.join(folder, f"table{number}.npy"), table_of(table))
