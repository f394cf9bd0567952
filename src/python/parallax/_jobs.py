"""Jobs: what a call of sweep, map or bootstrap becomes, words of a command line and files beside them."""

from __future__ import annotations

import hashlib
import itertools
import os
import re
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np

from . import _arrays, _function, _identity, _traces, _words
from ._arrays import Values
from ._errors import InputError

_OWN = ("errors", "returns", "python", "progress")


@dataclass
class Job:
    """What is sent, and what is needed to read the answer."""

    words: List[str]
    files: List[str] = field(default_factory=list)
    inputs: Dict[str, Values] = field(default_factory=dict)
    elements: Optional[Sequence[Any]] = None
    notes: List[str] = field(default_factory=list)
    shown: List[Tuple[str, str]] = field(default_factory=list)
    function: Optional[tuple] = None  # its file, itself, what it knows of the engines, elements
    errors: str = "keep"
    progress: Optional[bool] = None
    memory: Optional[_function.Memory] = None  # has elements for as long as the job runs
    typed: bool = False  # whether it was typed as a command line, with dashes
    done: Optional[Tuple[int, int]] = None  # how many items, of how many, have been computed

    def release(self) -> None:
        """Frees the elements that lie in memory."""
        if self.memory is not None:
            self.memory.release()

    def told(self, text: str) -> str:
        """What Java says, without the names of files that nobody but this session knows."""
        for written, name in self.shown:
            text = text.replace(written, name)
        return text

    def complaint(self, text: str) -> str:
        """What Java complains of, with options as keywords, and the lines of cells."""
        text = _traces.told(self.told(text))
        return text if self.typed else _words.undashed(text)

    def progressed(self, event: Mapping[str, Any]) -> None:
        """Notes an event "progress"."""
        self.done = int(event.get("done", 0)), int(event.get("items", 0))

    def cancelled(self) -> str:
        """What is to be said of a job that was cancelled."""
        done, items = self.done or (0, 0)
        told = "the job was cancelled" + (f" when {done} of {items} items were done" if done else "")
        kept = any(word == "-o" or word.startswith("--output") for word in self.words)
        return told + ("; resume=True goes on with it" if kept and not self.typed else "")

    def notices(self, lines: Sequence[str]) -> List[str]:
        """What was guessed, skipped or dropped; not that our own array was read."""
        own = tuple(f"{written}: " for written, name in self.shown if name in ("array", "points"))
        read = [line for line in lines if own and line.startswith(own) and line.endswith((" column", " columns"))]
        return [self.complaint(line) for line in lines if line not in read] + self.notes


class Jobs:
    """Makes jobs for one session's process."""

    def __init__(self, folder: str, moved: bool, engines: int, travels: bool, numbers: "itertools.count[int]") -> None:
        self.folder = folder
        self.moved = moved
        self.engines = engines
        self.travels = travels
        self._numbers = numbers

    def make(self, kind: str, args: Tuple[Any, ...], given: Mapping[str, Any], state: Sequence[tuple]) -> Job:
        """A job of a kind, ``sweep``, ``map`` or ``bootstrap``, from the arguments of its function."""
        own = {name: given.get(name) for name in _OWN}
        rest = {name: value for name, value in given.items() if name not in _OWN}
        errors = own["errors"] or "keep"
        if errors not in ("keep", "raise"):
            raise InputError(f"errors is 'keep' or 'raise', not {errors!r}")
        self._returns = _words.returns_of(own["returns"])
        self._python = own["python"] or ""
        self._state = list(state)
        made: Job = getattr(self, "_" + kind)(*args, rest)
        made.errors = errors
        made.progress = own["progress"]
        if rest.get("output") is not None:
            self._known(made)
        return made

    def _known(self, job: Job) -> None:
        """Has what is kept of a job call our files by what they hold, so that a later process may resume it."""
        for path in job.files:
            if any(path in word for word in job.words):
                with open(path, "rb") as file:
                    content = hashlib.sha256(file.read()).hexdigest()
                job.words.append(f"--known-as={path}={dict(job.shown).get(path, 'file')}, SHA-256 {content}")
        if job.function is not None:
            path, function, state, items = job.function
            content = _identity.of(function, state, items)
            job.words.append(f"--known-as={path}={_function.described(function)}, SHA-256 {content}")

    # A sweep.

    def _sweep(self, model: Any, given: Dict[str, Any]) -> Job:
        parameters, rest = _words.split(model, given)
        job = Job(["sweep"])
        points = rest.get("points")
        of_file = isinstance(points, (str, os.PathLike))
        if points is not None and not of_file and callable(model) and not parameters and "design" not in rest:
            del rest["points"]
            parameters, rest = self._columns(job, model, points), {**rest, "design": "paired"}
            points = None
        if points is not None and not of_file:
            del rest["points"]
            kinds = self._points_table(job, model, points)
        else:
            kinds = self._parameters(job, model, parameters, rest)
        if callable(model):
            if points is None:
                _words.check_complete(model, [name for name, _ in kinds])
            function = _arrays.choosing(model, job.inputs, _words.takes_rng(model))
            self._python_words(job, function, parameters=kinds)
        elif model is not None:
            rest = {"model": model, **rest}
        job.words += self._options(job, rest)
        return job

    def _points_table(self, job: Job, model: Any, points: Any) -> List[Tuple[str, str]]:
        table = _arrays.table_of(points)
        path = _arrays.table_file(self.folder, next(self._numbers), points)
        self._file(job, "--points", path, "points")
        kinds = {"f": "float", "i": "int", "u": "int", "b": "bool", "U": "str"}
        return [(name, kinds[table.dtype[name].kind]) for name in table.dtype.names]

    @staticmethod
    def _columns(job: Job, model: Any, points: Any) -> Dict[str, Any]:
        """The columns of a table that a function of Python has parameters for: any values."""
        columns = {str(name): points[name] for name in _arrays.names_of(points)}
        known, _, any_name = _words.signature(model)
        left = [name for name in columns if name not in known and not any_name]
        if left:
            job.notes.append(f"columns that the function has no parameter for: {', '.join(left)}")
        return {name: column for name, column in columns.items() if name not in left}

    def _parameters(
        self, job: Job, model: Any, parameters: Mapping[str, Any], rest: Dict[str, Any]
    ) -> List[Tuple[str, str]]:
        kinds: List[Tuple[str, str]] = []
        for name, given in parameters.items():
            if isinstance(given, str):
                kinds.append((name, _words.kind_of(given)))
                continue
            # Texts of a table may be read as numbers; in a list on the command line they are quoted.
            values = _arrays.parameter_values(given, callable(model) and rest.get("design") == "paired")
            if values.kind == "str" and len(values) > len(set(values.numbers.tolist())):
                # A design's texts differ; these are chosen by their places instead.
                values = Values("int", np.arange(len(values)), values.numbers.tolist())
            if values.objects is not None and not callable(model):
                raise InputError(f"values of {name}: {_odd(values.objects)}")
            if values.unit:
                rest["unit"] = {name: values.unit, **(rest.get("unit") or {})}
            job.inputs[name] = values
            kinds.append((name, values.kind))
        if rest.get("design") == "paired" and len(job.inputs) == len(parameters) > 0:
            del rest["design"]
            count = max(len(values) for values in job.inputs.values())
            columns = {name: values.repeated(count) for name, values in job.inputs.items()}
            path = os.path.join(self.folder, f"points{next(self._numbers)}.npy")
            self._file(job, "--points", _arrays.save(path, _arrays.structured(columns)), "points")
        else:
            for name, given in parameters.items():
                values = job.inputs.get(name)
                job.words += ["-p", f"{name}={given if values is None else values.listed()}"]
        return kinds

    # A map.

    def _map(self, function: Any, array: Any, given: Dict[str, Any]) -> Job:
        job = Job(["map"])
        array = given.pop("array", array) if array is None else array
        kind, items = "", None
        if isinstance(array, str):
            kind = _words.array_kind(array)
            job.words.append(f"--array={array}")
        elif isinstance(array, range) and len(array) and abs(array[0]) < 1 << 53 and abs(array[-1]) < 1 << 53:
            kind = "int"
            job.words.append(f"--array=range:{array.start}:{array.stop}:{array.step}")
        elif array is not None:
            kind, items = self._array(job, function, array)
        if callable(function):
            self._python_words(
                job, function, parameters=[("element", kind)] if kind else [], items=items, call="element"
            )
        elif function is not None:
            given = {"function": function, **given}
        job.words += self._options(job, given)
        return job

    def _array(self, job: Job, function: Any, array: Any) -> Tuple[str, Optional[Sequence[Any]]]:
        if hasattr(array, "iloc") and hasattr(array, "columns"):
            raise InputError(
                "a DataFrame is a table: px.sweep(f, points=frame) gives a function its columns by their names;"
                " an array is frame['a'], or list(frame.itertuples(index=False, name=None))"
            )
        if not _arrays.is_sequence(array):
            raise InputError(f"an array is a list, an array or a text such as 'range:0:10', not {array!r:.60}")
        # A function is given numbers as doubles; Parallax's own work on 64 bits.
        values = _arrays.values_of(array, *([1 << 53, True] if callable(function) else []))
        values = values if callable(function) else values.as_numbers()
        if values.objects is not None and not callable(function):
            raise InputError(f"the array: {_odd(values.objects)}")
        if not len(values):
            raise InputError("the array is empty: there is nothing to do")
        if values.unit and not callable(function):
            job.words.append(f"--unit=element={values.unit}")
        if values.objects is not None:
            job.elements = values.objects
            job.words.append(f"--array=range:0:{len(values)}")
            job.shown.append((f"over range:0:{len(values)}:", "over a list:"))
            return "int", values.objects
        path = os.path.join(self.folder, f"array{next(self._numbers)}.npy")
        _arrays.save(path, values.numbers)
        job.files.append(path)
        job.words.append(f"--array=column:{path}:value")
        job.shown += [(f"column:{path}:value", "an array"), (path, "array")]
        job.inputs["element"] = values
        return values.kind, None

    # A bootstrap.

    def _bootstrap(self, table: Any, statistic: Any, given: Dict[str, Any]) -> Job:
        job = Job(["bootstrap"])
        given = dict(given)
        is_file = isinstance(table, (str, os.PathLike))
        plain = not is_file and _arrays.is_sequence(table) and not _has_columns(table)
        if callable(statistic):
            if is_file:
                raise InputError(
                    "a function of the rows takes the table itself:"
                    " read it first, by pandas.read_csv or astropy.table.Table.read"
                )
            self._statistic_words(job, table, statistic, plain, given)
        elif is_file:
            job.words.append(_words.path(os.fspath(table), self.moved))
        else:
            number, left = next(self._numbers), {}
            path = os.path.join(self.folder, f"table{number}.npy")
            path = _arrays.save(path, _arrays.plain_of(table)) if plain else _arrays.table_file(
                self.folder, number, table, left
            )
            self._file(job, "", path, "table")
            self._left(job, left, given)
            roles = ("column", "x", "y", "columns", "expression", "command")
            if plain and not any(given.get(role) is not None for role in roles):
                given["column"] = "value"
        if statistic is not None and not callable(statistic):
            given = {"statistic": statistic, **given}
        job.words += self._options(job, given)
        return job

    @staticmethod
    def _left(job: Job, left: Mapping[str, InputError], given: Mapping[str, Any]) -> None:
        """Says which columns are left out, and refuses if an option names one."""
        words = {word for value in given.values() for word in re.split(r"[^\w.-]+", str(value))}
        for name, why in left.items():
            if name in words:
                raise why
        if left:
            job.notes.append(f"columns left out, which have neither numbers nor texts: {', '.join(left)}")

    def _statistic_words(
        self, job: Job, table: Any, statistic: Callable, plain: bool, given: Mapping[str, Any]
    ) -> None:
        left: Dict[str, InputError] = {}
        rows = _arrays.plain_of(table) if plain else _arrays.table_of(table, left)
        self._left(job, left, given)
        texts = [name for name in rows.dtype.names if rows.dtype[name].kind == "U"]
        if texts:
            job.notes.append(f"columns of texts, which a function is not given: {', '.join(texts)}")
            rows = _arrays.structured({name: rows[name] for name in rows.dtype.names if name not in texts})
        function = _of_values(statistic) if plain else statistic
        number = next(self._numbers)
        self._file(job, "", _arrays.save(os.path.join(self.folder, f"table{number}.npy"), rows), "table")
        path = self._function_path(statistic)
        _function.statistic(
            path,
            function,
            rows,
            state=self._state_of(statistic),
            python=self._python,
            returns=self._returns,
            engines=self.engines,
        )
        job.function = (path, statistic, self._state_of(statistic), None)
        job.words += ["--python", path]  # stays: a worker that it started imports from it later

    # What they share.

    def engines_job(self, function: Any, log: Sequence[tuple]) -> Job:
        """A job of each engine: ``function`` is one of what an engine is asked for."""
        count = self.engines
        job = Job(["map", f"--array=range:0:{count}", f"--slices={count}", "--keep-going"])
        self._python, self._returns, self._state = "", [["value", "object"]], list(log)
        self._python_words(job, function, parameters=[("element", "int")], call="element", engine=True)
        return job

    def call_job(self, function: Callable, args: tuple, kwargs: Mapping[str, Any], state: Sequence[tuple]) -> Job:
        """A job of one item: a call of a function."""
        job = Job(["map", "--array=range:0:1"], elements=[None], errors="raise", progress=False)
        self._python, self._returns, self._state = "", [["value", "object"]], list(state)
        called = _arrays.called(function, _words.takes_rng(function) and "rng" not in kwargs)
        self._python_words(
            job, called, parameters=[("element", "int")], items=[(args, dict(kwargs))], call="element", of=function
        )
        return job

    def _python_words(self, job: Job, function: Callable, *, of: Any = None, engine: bool = False, **how: Any) -> None:
        path = self._function_path(of or function)
        job.memory = _function.write(
            path,
            function,
            state=self._state if engine else self._state_of(of or function),
            python=self._python,
            returns=self._returns,
            engines=self.engines,
            travels=self.travels,
            **how,
        )
        job.function = (path, of or function, self._state_of(of or function), how.get("items"))
        job.files.append(path + ".items")
        job.words += ["--python", path]  # stays: a worker that it started imports from it later

    def _state_of(self, function: Callable) -> List[tuple]:
        """What the function has to know of the engines: of most, nothing.

        What is executed after something was scattered works on shares, which jobs do not have.
        """
        if not self._state or not _words.free_names(function):
            return []
        first = next((i for i, op in enumerate(self._state) if op[0] == "scatter"), len(self._state))
        return self._state[:first] + [op for op in self._state[first:] if op[0] == "push"]

    def _function_path(self, function: Any) -> str:
        name = getattr(function, "__name__", type(function).__name__)
        plain = "".join(c for c in name if c.isalnum() and c.isascii()) or "function"
        return os.path.join(self.folder, f"{plain[:40]}-{next(self._numbers)}.pyz")

    @staticmethod
    def _file(job: Job, flag: str, path: str, shown: str = "") -> None:
        job.files.append(path)
        if shown:
            job.shown.append((path, shown))
        job.words += [flag, path] if flag else [path]

    def _options(self, job: Job, given: Mapping[str, Any]) -> List[str]:
        if job.function is not None and given.get("responses") is not None:
            raise InputError(
                "responses is for a command; a function names its responses by the keys of a dict:"
                " return {'chi2': 1.5}"
            )
        return _words.options(given, self.moved)


def _odd(objects: Sequence[Any]) -> str:
    """What is among values that are to be numbers, or texts, for what is no function of Python."""
    kinds = [_arrays.kind_of(value) for value in objects]
    odd = next((i for i, kind in enumerate(kinds) if not kind), None)
    if odd is None:
        found = " and ".join(dict.fromkeys(kinds))
        return f"has {found}; a built-in or a program takes numbers or texts of one kind"
    return f"has {objects[odd]!r:.60} at place {odd}, which is neither a finite number nor a text"


def _has_columns(table: Any) -> bool:
    named = isinstance(table, np.ndarray) and table.dtype.names is not None
    return named or hasattr(table, "colnames") or hasattr(table, "columns")


def _of_values(function: Callable) -> Callable:
    """A function of a plain array, as one of the rows of a table with that one column."""

    def of_values(rows: Any) -> Any:
        return function(rows["value"])

    of_values.__name__ = getattr(function, "__name__", type(function).__name__)
    return of_values
