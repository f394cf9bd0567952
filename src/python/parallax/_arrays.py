"""Arrays, lists and tables of Python as what a job reads: exact, in files of numpy's form .npy.

What is neither a number, a truth nor a text keeps its place in a list, and travels with the function.
"""

from __future__ import annotations

import copy
import os
import re
from collections.abc import ItemsView, KeysView, ValuesView
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
    """Values of one kind (float, int, bool, str), or objects, of which ``numbers`` are the places.

    ``exact`` has what a function is given for each number, where that is not a number of the kind.
    """

    kind: str
    numbers: np.ndarray
    objects: Optional[Sequence[Any]] = None
    unit: str = ""
    exact: Optional[Dict[float, Any]] = None

    def __len__(self) -> int:
        return len(self.numbers)

    def as_numbers(self) -> Values:
        """These, as real numbers if they are integers and such: a built-in, or an axis, has one kind."""
        kinds = {kind_of(item) for item in self.objects or ()}
        if not self.objects or not kinds <= {"integers", "real numbers"}:
            return self
        if any(kind_of(item) == "integers" and abs(int(item)) > _LARGEST for item in self.objects):
            return self
        numbers = np.array([float(item) for item in self.objects], dtype="f8")
        exact = {float(item): int(item) for item in self.objects if kind_of(item) == "integers"}
        if any(float(item) in exact and kind_of(item) != "integers" for item in self.objects):
            return self  # 1 beside 1.0, which a function may tell apart
        return Values("float", numbers, unit=self.unit, exact=exact)

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
    if isinstance(value, (set, frozenset)):
        raise InputError(f"a set has no order: sorted({value!r:.60}) has one")
    if isinstance(value, (str, bytes, bytearray, Mapping)):
        return False
    if isinstance(value, np.ndarray):
        return value.ndim > 0
    if isinstance(value, (ValuesView, KeysView, ItemsView)):
        return True
    return hasattr(value, "__len__") and hasattr(value, "__getitem__") or hasattr(value, "__next__")


def values_of(values: Any, largest: int = _LONGEST, mixed: bool = False) -> Values:
    """Reads a sequence.

    :param largest: integers of this size and more are kept as objects
    :param mixed: whether texts are kept as objects if one could be read as a number, or as missing
    """
    found = _values_of(values, largest)
    if mixed and found.kind == "str" and any(map(_is_doubtful, found.numbers.tolist())):
        return Values("int", np.arange(len(found), dtype="i8"), found.numbers.tolist())
    return found


def _values_of(values: Any, largest: int) -> Values:
    unit = str(values.unit) if hasattr(values, "unit") and values.unit is not None else ""
    if hasattr(values, "to_numpy"):
        plain = values.to_numpy()
        values = list(values) if plain.dtype.kind in "mM" else plain  # pandas' own times
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
    elif items and all(map(_is_whole, items)):
        if all(-largest <= item < largest for item in map(int, items)):
            found = _of_array(np.array(items, dtype="i8"), largest, unit)
    elif items and all(type(item) in (str, np.str_) and not item.endswith("\0") for item in items):
        found = _of_array(np.array(items, dtype="U"), largest, unit)
    if found is not None:
        return found
    return Values("int", np.arange(len(items), dtype="i8"), items)


def _is_whole(item: Any) -> bool:
    # A timedelta64 counts as one of NumPy's integers.
    return isinstance(item, (int, np.integer)) and not isinstance(item, (bool, np.timedelta64))


def kind_of(item: Any) -> str:
    """What a value is for a command line; empty if it is nothing there."""
    if isinstance(item, (bool, np.bool_)):
        return "truths"
    if _is_whole(item):
        return "integers"
    if isinstance(item, (float, np.floating)):
        return "real numbers" if np.isfinite(item) and getattr(item, "itemsize", 8) <= 8 else ""
    return "texts" if isinstance(item, str) else ""


_DOUBTFUL = re.compile(r"[+-]?[.\d].*|\*+|-+|[+-]?(?:inf|infinity|nan)|\.\.\.|na|n/a|null|none|true|false", re.I | re.S)


def _is_doubtful(text: str) -> bool:
    """Whether a text may be read as a number, a truth, or as missing, where it comes from a table."""
    return _DOUBTFUL.fullmatch(text) is not None


def _plain(text: str) -> bool:
    """Whether a text comes back from a table as it was: not empty, nothing that numpy cuts off."""
    return text != "" and "\0" not in text and text == text.strip() and not any(
        0xD800 <= ord(c) < 0xE000 for c in text
    )


def parameter_values(values: Any, mixed: bool = True) -> Values:
    """The values of a sweep's parameter, whose numbers are doubles. A single value is a list of one."""
    if not is_sequence(values) and not (hasattr(values, "unit") and hasattr(values, "value")):
        values = [values]
    elif getattr(values, "ndim", 1) == 0:  # a quantity with a unit
        values = np.atleast_1d(values)
    return values_of(values, _LARGEST, mixed).as_numbers()


def choosing(function: Callable, inputs: Mapping[str, Values], takes_rng: bool) -> Callable:
    """A function of places in lists of objects: it calls ``function`` with the objects themselves.

    Several points may have one object. Each is given its own copy, or an array that is not to be
    written, as what one point changes is none of the others' business.
    """
    parameters = {name: values.objects for name, values in inputs.items() if values.objects is not None}
    exact = {name: values.exact for name, values in inputs.items() if values.exact}
    if not parameters and not exact:
        return function

    # Nested functions travel by value: workers need not have this module.
    def own(value: Any) -> Any:
        if type(value).__name__ != "ndarray" or value.dtype.hasobject:
            return copy.deepcopy(value)
        view = value.view()
        view.flags.writeable = False
        return view

    def chosen(**point: Any) -> Any:
        for name, objects in parameters.items():
            point[name] = own(objects[point[name]])
        for name, known in exact.items():
            point[name] = known.get(point[name], point[name])
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


def table_of(table: Any, left: Optional[Dict[str, InputError]] = None) -> np.ndarray:
    """A table as a structured array: from pandas, astropy, a dict of columns, a structured array.

    Missing values are NaN, or an empty text.

    :param left: takes the columns that have other things than numbers, truths and texts, and why
    :raises InputError: if there is one and ``left`` is not given, or no other column
    """
    columns: Dict[str, np.ndarray] = {}
    may_leave = left is not None
    left = {} if left is None else left
    for name in names_of(table):
        try:
            columns[str(name)] = _cells(str(name), table[name])
        except InputError as e:
            if may_leave:
                left[str(name)] = e
            else:
                raise
    if left and not columns:
        raise next(iter(left.values()))
    return structured(columns)


def plain_of(values: Any) -> np.ndarray:
    """A plain array, list or column of pandas as a table of one column."""
    unread = hasattr(values, "__next__") or isinstance(values, (range, ValuesView, KeysView, ItemsView))
    return structured({"value": _cells("value", list(values) if unread else values)})


def names_of(table: Any) -> tuple:
    """The names of a table's columns, as they are looked up in it."""
    if isinstance(table, np.ndarray) and table.dtype.names:
        return table.dtype.names
    if isinstance(table, Mapping):
        return tuple(table)
    if hasattr(table, "colnames"):
        return tuple(table.colnames)
    if hasattr(table, "columns") and hasattr(table, "iloc"):
        return tuple(table.columns)
    raise InputError(
        f"a table is a file, a pandas DataFrame, an astropy Table, a dict of columns or a numpy"
        f" structured array, not {type(table).__name__}"
    )


def _cells(name: str, column: Any) -> np.ndarray:
    if hasattr(column, "unit") and hasattr(column, "value") and not hasattr(column, "mask"):
        column = column.value
    kinds = set(map(type, column)) if isinstance(column, (list, tuple)) else set()
    # Of mixed lists numpy makes texts, or rounds integers.
    mixed = len(kinds) > 1 and not kinds & {list, tuple, np.ndarray}
    array = np.array(column, dtype=object) if mixed else np.asarray(column)
    if array.ndim == 0:
        raise InputError(f"column '{name}' is the one value {column!r:.60}; a column has one for each row")
    if array.ndim != 1:
        raise InputError(f"column '{name}' has arrays in its cells; a table's column has one value in each")
    missing = _missing(column)
    if array.dtype.kind == "S":
        try:
            array = np.char.decode(array, "utf-8")
        except UnicodeDecodeError as e:
            raise InputError(f"column '{name}' has bytes that are no text in UTF-8") from e
    if array.dtype.kind == "O":
        array, missing = _of_objects(name, array, missing)
    if array.dtype.kind not in "fiubU" or array.dtype.itemsize > 8 and array.dtype.kind == "f":
        raise InputError(f"column '{name}' is of type {array.dtype}, which is neither numbers nor texts")
    if array.dtype.kind == "U":
        _check_texts(name, array)
    if not missing.any():
        return array
    if array.dtype.kind == "U":
        return np.where(missing, "", array)
    largest = np.abs(array[~missing].astype("f8")).max(initial=0)
    if array.dtype.kind in "iu" and largest >= _LARGEST:
        raise InputError(f"column '{name}' has missing values beside integers beyond 2^53")
    return np.where(missing, np.nan, array.astype("f8"))


def _check_texts(name: str, array: np.ndarray) -> None:
    """Refuses different texts that would be read as one number, such as 1 and 01."""
    texts = set(array.tolist()) - {""}
    if not all(map(_is_doubtful, texts)):
        return  # words are among them, and all stay as they are
    numbers: Dict[float, str] = {}
    for text in sorted(texts):
        try:
            number = float(text)
        except ValueError:
            continue
        if numbers.setdefault(number, text) != text:
            raise InputError(
                f"column '{name}' has the texts '{numbers[number]}' and '{text}', which would be read as one number"
            )


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
        others = (c for c in there if not isinstance(c, (str, int, float, np.number)))
        other = next(others, None)
        if other is None:
            raise InputError(f"column '{name}' has texts and numbers")
        raise InputError(f"column '{name}' has {other!r:.60}, which is neither a number nor a text")
    filled = np.zeros(len(array), dtype=found.numbers.dtype)
    filled[~missing] = found.numbers
    return filled, missing


def table_file(folder: str, number: int, table: Any, left: Optional[Dict[str, InputError]] = None) -> str:
    """Writes a table for a job; with units and what is masked if it is astropy's.

    :param left: as in :func:`table_of`
    """
    rich = hasattr(table, "colnames") and any(
        getattr(table[name], "unit", None) is not None or hasattr(table[name], "mask")
        for name in table.colnames
    )
    path = os.path.join(folder, f"table{number}.npy")
    if not rich:
        return save(path, table_of(table, left))
    readable = table_of(table, left)
    import astropy.table

    # A QTable would write how to make its quantities again, which is Python's.
    plain = astropy.table.Table(table, copy=False)[list(readable.dtype.names)]
    plain.write(path[:-4] + ".ecsv", format="ascii.ecsv")
    return path[:-4] + ".ecsv"
