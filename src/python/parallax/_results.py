"""What comes back from a job: values, columns, findings, failures and pictures."""

from __future__ import annotations

import os
import weakref
from typing import Any, Dict, Iterator, List, Optional, Tuple, Union

import numpy as np

from . import _function, _traces
from ._errors import InputError, SessionError
from ._jobs import Job
from ._outcomes import Column, Failure, Figure, Output, message_of
from ._process import Process
from ._progress import in_notebook

_TYPES = {"double": "<f8", "long": "<i8", "boolean": "?"}
_AT_ONCE = 1 << 24  # values up to which all is fetched as soon as a run is done


class Results:
    """The results of a job, in the order of its items.

    ``list(r)`` has the value of each item, as ``Pool.map`` would give it, and ``numpy.asarray(r)`` an
    array of them; where an item failed they have None and NaN. ``r["name"]`` is a column, an input or
    a response.
    """

    def __init__(
        self, process: Process, run: int, job: Job, begun: Dict[str, Any], done: Dict[str, Any], fetch: bool
    ) -> None:
        self._process = process
        self._run = run
        self._job = job
        self._done = done
        #: What the job was, in a line.
        self.title: str = job.told(done.get("title") or begun.get("title") or "")
        #: What was guessed, skipped or dropped, a line each.
        self.notices: List[str] = job.notices(begun.get("notices") or [])
        #: The summary, as in summary.json.
        self.summary: Dict[str, Any] = done.get("summary") or {}
        #: The summary as the command line prints it.
        self.text: str = _traces.told(job.told("\n".join(done.get("text") or [])))
        #: The headers of all columns.
        self.columns: List[Column] = [Column(header) for header in done.get("columns") or []]
        self._answers: Dict[str, str] = dict(map(tuple, done.get("answers") or []))
        self._raw: Dict[str, Any] = {}
        self._pictures: Dict[Tuple[str, str, str], bytes] = {}
        self._status: Optional[np.ndarray] = None
        self._reported: Optional[List[dict]] = None
        self._figures: Optional[List[str]] = done.get("figures")
        self._fetched = False
        process.results.add(self)
        self._end = weakref.finalize(self, process.forget, run, tuple(job.files))
        self._end.atexit = False
        if fetch and len(self) * len(self.columns) <= _AT_ONCE:
            self._fetch()

    def __reduce__(self) -> Any:
        raise TypeError("results stay in their process; take list(r), numpy.asarray(r) or r.frame, or r.save(folder)")

    # Fetching.

    def _fetch(self) -> None:
        """Fetches all columns, and how each item went."""
        if self._fetched:
            return
        vectors = list(dict.fromkeys(c.vector for c in self.columns if c.vector))
        names = [c.name for c in self.columns if not c.vector] + vectors
        missing = [name for name in names if name not in self._raw]
        if missing:
            frames = self._ask("columns", names=missing)["frames"]
            for name, frame in zip(missing, frames):
                self._raw[name] = self._decoded(name, frame, name in vectors)
        frame = self._ask("status")["frames"][0]
        self._status = np.frombuffer(frame, dtype="u1")
        if (self._status == 2).any():
            self._reported = self._ask("failures", most=1000)["failures"]
        self._fetched = True

    def _ask(self, what: str, **more: Any) -> Dict[str, Any]:
        try:
            return self._process.ask(what, run=self._run, **more)
        except SessionError as e:
            here = "; its values are here" if self._fetched else ""
            raise type(e)(f"{e}: what was not fetched of this run is gone with it{here}") from None

    def _decoded(self, name: str, frame: bytearray, vector: bool) -> Any:
        if vector:
            return np.frombuffer(frame, dtype="<f8").reshape(len(self), -1)
        kind = next(c.type for c in self.columns if c.name == name)
        if kind in _TYPES:
            return np.frombuffer(frame, dtype=_TYPES[kind])
        ends = np.frombuffer(frame, dtype="<i8", count=len(self) + 1)
        content = memoryview(frame)[8 * (len(self) + 1) :]
        return [str(content[a:b], "utf-8") for a, b in zip(ends[:-1].tolist(), ends[1:].tolist())]

    def _keep(self) -> None:
        """Fetches what would be lost with the session: its end is near."""
        try:
            self._fetch()
            if in_notebook():  # where it may be shown later
                self._picture("light")
                self._picture("dark")
        except Exception:  # what is not there is said where it is asked for
            pass

    # Values.

    def __len__(self) -> int:
        return int(self.summary.get("items", 0))

    @property
    def digest(self) -> str:
        """SHA-256 over the results' bits: two runs agree exactly when their digests do."""
        return str(self.summary.get("digest", ""))

    @property
    def status(self) -> np.ndarray:
        """How each item went: 0 well, 1 with a response that is NaN, 2 it failed."""
        self._fetch()
        assert self._status is not None
        return self._status

    @property
    def failed(self) -> np.ndarray:
        """Whether each item failed."""
        return self.status == 2

    @property
    def responses(self) -> List[str]:
        """The names of the responses; a vector has one."""
        if self._answers:
            return list(self._answers)
        named = (c.vector or c.name for c in self.columns if c.role == "response")
        return list(dict.fromkeys(named))

    def __getitem__(self, key: Union[str, int, slice]) -> Any:
        """A column by its name; the value of an item by its index."""
        if not isinstance(key, str):
            return self.values[key]
        self._fetch()
        if key in self._answers:
            return self._answered(key, self._answers[key])
        if key in self._job.inputs:
            return self._job.inputs[key].decoded(self._raw[key]) if key in self._raw else self._input(key)
        if key == "element" and self._job.elements is not None:
            return list(self._job.elements)
        if key not in self._raw and not any(c.name == key for c in self.columns):
            raise KeyError(f"no column '{key}'; there is {', '.join(self.names)}")
        return self._plain(key) if key in self._raw else self._of_vector(key)

    def _plain(self, key: str) -> Any:
        """A column as Java has it; NaN, or None, where a response's item failed."""
        column, failed = self._raw[key], self._status == 2
        if not failed.any() or next((c.role for c in self.columns if c.name == key), "") == "input":
            return column
        if isinstance(column, list):
            return [None if gone else text for text, gone in zip(column, failed)]
        if column.dtype.kind == "i" and (np.abs(column) > 1 << 53).any():  # more than doubles hold
            return [None if gone else value for value, gone in zip(column.tolist(), failed)]
        return column if column.dtype.kind == "f" else np.where(failed, np.nan, column)

    def _of_vector(self, key: str) -> np.ndarray:
        vector = next(c.vector for c in self.columns if c.name == key)
        same = [c.name for c in self.columns if c.vector == vector]
        return self._raw[vector][:, same.index(key)]

    def _input(self, key: str) -> Any:
        return self._job.inputs[key].decoded(self._job.inputs[key].numbers)

    def _answered(self, name: str, kind: str) -> Any:
        """A response as the function returned it."""
        column = self._raw[name]
        failed = self._status == 2
        if kind == "object":
            return [None if gone else _function.load(text) for text, gone in zip(column, failed)]
        if kind == "str":
            return [None if gone else text for text, gone in zip(column, failed)]
        if kind == "bool":
            return np.where(failed, np.nan, column) if failed.any() else np.asarray(column) == 1
        # The first item gave an integer; others may have given what is none.
        if kind.startswith("int") and _are_whole(column):
            return column.astype("i8")
        return column

    @property
    def names(self) -> List[str]:
        """The names of inputs and responses, for ``r[name]``; a vector has one."""
        return list(dict.fromkeys(c.vector or c.name for c in self.columns))

    @property
    def values(self) -> List[Any]:
        """The result of each item, as the function returned it; None if it failed."""
        self._fetch()
        failed = self.failed.tolist()
        names = self.responses
        columns = [self._listed(name) for name in names]
        if len(names) == 1 and (names[0] in ("value", "replicate") or not self._answers):
            return [None if gone else value for value, gone in zip(columns[0], failed)]
        rows = zip(*columns)
        return [None if gone else dict(zip(names, row)) for row, gone in zip(rows, failed)]

    def _listed(self, name: str) -> List[Any]:
        column = self[name]
        if not isinstance(column, np.ndarray):
            return column
        kind = self._answers.get(name, "")
        if column.ndim > 1:
            whole = kind.startswith("int") and column.dtype.kind == "f"  # beside failures, or fractions
            return [row.astype("i8") if whole and _are_whole(row) else row for row in column]
        if kind in ("int", "bool") and column.dtype.kind == "f":
            convert = _whole if kind == "int" else bool
            return [None if gone else convert(v) for v, gone in zip(column.tolist(), self.failed)]
        return column.tolist()

    def __iter__(self) -> Iterator[Any]:
        return iter(self.values)

    def __array__(self, dtype: Any = None, copy: Optional[bool] = None) -> np.ndarray:
        """The responses: an array for one, an array with fields for several."""
        names = self.responses
        columns = [self._as_array(self[name]) for name in names]
        if len(columns) == 1:
            found = columns[0]
        else:
            found = np.empty(len(self), [(n, c.dtype, c.shape[1:]) for n, c in zip(names, columns)])
            for name, column in zip(names, columns):
                found[name] = column
        return found if dtype is None else found.astype(dtype)

    @staticmethod
    def _as_array(column: Any) -> np.ndarray:
        if isinstance(column, np.ndarray):
            return column
        if all(isinstance(value, str) and not value.endswith("\0") for value in column):
            return np.array(column, dtype=str)
        shapes = {v.shape if isinstance(v, np.ndarray) and v.dtype.kind in "biufc" else None for v in column}
        if len(shapes) == 1 and None not in shapes:
            return np.stack(column)
        found = np.empty(len(column), dtype=object)
        found[:] = column
        return found

    # Tables.

    @property
    def frame(self) -> Any:
        """A pandas DataFrame of inputs and responses, a row for each item."""
        import pandas

        columns: Dict[str, Any] = {}
        for name in self.names:
            column = self[name]
            if isinstance(column, np.ndarray) and column.ndim > 1:
                columns.update({f"{name}[{i}]": column[:, i] for i in range(column.shape[1])})
            else:
                columns[name] = column
        return pandas.DataFrame(columns)

    @property
    def table(self) -> Any:
        """An astropy Table of the same, with units and descriptions."""
        from astropy.table import Column as TableColumn
        from astropy.table import Table

        found = Table(meta={"title": self.title, "digest": self.digest})
        for name in self.names:
            header = next(c for c in self.columns if name in (c.name, c.vector))
            data = self._as_array(self[name])
            found[name] = TableColumn(data, unit=header.unit or None, description=header.description or None)
        return found

    # Failures.

    @property
    def failures(self) -> List[Failure]:
        """The items that failed, by kind, the most frequent kind first."""
        self._fetch()
        reported = {entry["item"]: entry for entry in self._reported or []}
        groups = self.summary.get("failures") or []
        return [self._failure(group, reported) for group in groups]

    def _failure(self, group: dict, reported: Dict[int, dict]) -> Failure:
        items = list(group.get("items") or [])
        first = reported.get(items[0], {}) if items else {}
        trace = first.get("detail") or group.get("trace") or ""
        message = self._job.complaint(message_of(group))
        return Failure(int(group.get("count", len(items))), message, items, _traces.told(str(trace)))

    # Pictures and files.

    @property
    def figures(self) -> List[str]:
        """The names of the pictures, for :meth:`figure`."""
        if self._figures is None:
            self._figures = list(self._ask("figures").get("figures") or [])
        return self._figures

    def figure(self, name: Optional[str] = None, *, format: str = "svg", theme: str = "light") -> "Figure":
        """A picture, the first one if no name is given: ``r.figure("map")``. It shows itself.

        :param format: ``svg`` or ``png``
        :param theme: ``light`` or ``dark``
        """
        if name is None and not self.figures:
            raise InputError("this run has no picture")
        name = self.figures[0] if name is None else name
        key = (name, format, theme)
        if key not in self._pictures:
            answer = self._ask("figure", name=name, format=format, theme=theme)
            self._pictures[key] = bytes(answer["frames"][0])
        return Figure(name, format, self._pictures[key])

    def save(self, folder: Union[str, os.PathLike], format: str = "ecsv") -> List[str]:
        """Writes a folder as the command line does by ``-o``, and returns the names of its files.

        :param format: of the table: ecsv, csv, votable or fits
        """
        import warnings

        where = os.path.abspath(os.fspath(folder))
        answer = self._ask("save", folder=where, format=format)
        for complaint in answer.get("complaints") or []:
            warnings.warn(complaint, stacklevel=2)
        return sorted(name for name in os.listdir(where) if not name.startswith("."))

    # Showing.

    def __repr__(self) -> str:
        told = f", {self.summary['failed']} failed" if self.summary.get("failed") else ""
        return f"<{self.title or 'results'}{told}; digest {self.digest[:12]}>"

    def __str__(self) -> str:
        return "\n".join(self.notices + [self.title, "", self.text])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Dict[str, str]:
        from . import _display

        return {"text/plain": str(self), "text/html": _display.page(self)}

    def _picture(self, theme: str) -> Optional[bytes]:
        """The first picture for the page; none if it cannot be had any more."""
        try:
            if not self.figures:
                return None
            return self.figure(format="svg" if theme == "light" else "png", theme=theme).data
        except (SessionError, InputError):
            return None


def _are_whole(numbers: np.ndarray) -> bool:
    """Whether all are integers that a double has exactly; -0 is none."""
    with np.errstate(invalid="ignore"):
        whole = np.abs(numbers) <= 1 << 53
        return bool((whole & (numbers == np.trunc(numbers)) & ~((numbers == 0) & np.signbit(numbers))).all())


def _whole(number: float) -> Union[int, float]:
    return int(number) if _are_whole(np.asarray(number)) else number


def command_results(
    process: Process, run: int, job: Job, begun: dict, done: dict, fetch: bool
) -> Union[Results, Output]:
    """What a run came to: results, or lines if it computed nothing."""
    if "columns" not in done and "summary" not in done:
        process.forget(run, tuple(job.files))
        return Output(job.told("\n".join(done.get("text") or [])))
    return Results(process, run, job, begun, done, fetch)


