"""The verbs of a notebook's engines: push, execute, scatter, gather, pull, run."""

from __future__ import annotations

import os
import sys
import threading
from typing import Any, Callable, List, Sequence, Union

import cloudpickle
import numpy as np

from . import _engines, _function
from ._errors import InputError, ItemsFailed


class Direct:
    """What a session's engines can be told. Each engine has names of its own.

    The session keeps a log of what its engines were told; a worker that starts later catches up.
    """

    def __init__(self) -> None:
        self._log: List[tuple] = []
        self._telling = threading.RLock()

    @property
    def engines(self) -> int:
        """How many engines there are: as many as the master runs things at a time."""
        return int(self._live().hello["parallelism"])  # type: ignore[attr-defined]

    def push(self, *names: dict, **values: Any) -> None:
        """Gives every engine a copy of these values: ``s.push(n=1000, xs=xs)``."""
        given = {key: value for more in names for key, value in more.items()}
        given.update(values)
        bad = [name for name in given if not (isinstance(name, str) and name.isidentifier())]
        if bad:
            raise InputError(f"{bad[0]!r} is no name of a variable")
        self._note(("push", given), "what is pushed, " + ", ".join(given))

    def scatter(self, name: str, sequence: Any) -> List[int]:
        """Gives every engine its share of a sequence, and returns the sizes of the shares.

        Shares are contiguous; the first n mod p engines have one element more.
        """
        if not (isinstance(name, str) and name.isidentifier()):
            raise InputError(f"{name!r} is no name of a variable")
        if not (hasattr(sequence, "__len__") and hasattr(sequence, "__getitem__")):
            sequence = list(sequence)
        self._note(("scatter", name, sequence), "what is scattered")
        least, more = divmod(len(sequence), self.engines)
        return [least + (engine < more) for engine in range(self.engines)]

    def execute(self, code: str) -> None:
        """Executes code on every engine, and prints what it prints there: ``[0]`` is engine 0."""
        self._execute(code, "<execute>")

    def run(self, script: Union[str, os.PathLike]) -> None:
        """Executes a script on every engine: what it defines is there afterwards."""
        path = os.path.abspath(os.fspath(script))
        try:
            with open(path, encoding="utf-8") as file:
                code = file.read()
        except OSError as e:
            raise InputError(f"{path}: {e.strerror or e}") from None
        self._execute(code, path)

    def pull(self, expression: str) -> List[Any]:
        """The value of a name, or of an expression, on each engine: ``s.pull("x.size")``."""
        function = _engines.Pull(expression) if expression.isidentifier() else _value(expression)
        with self._telling:
            return self._tell(function, self._log)

    def gather(self, name: str) -> Any:
        """The shares of all engines in one: arrays and lists joined, other values in a list."""
        shares = self.pull(name)
        if all(isinstance(share, np.ndarray) and share.ndim for share in shares):
            return np.concatenate(shares)
        if all(isinstance(share, (list, tuple)) for share in shares):
            return [element for share in shares for element in share]
        if all(hasattr(share, "iloc") for share in shares):
            import pandas

            return pandas.concat(shares)
        return shares

    def __getitem__(self, expression: str) -> List[Any]:
        return self.pull(expression)

    def __setitem__(self, name: str, value: Any) -> None:
        self.push({name: value})

    def _execute(self, code: str, file: str) -> None:
        try:
            compile(code, file, "exec")
        except SyntaxError as e:
            raise InputError(f"{file}, line {e.lineno}: {e.msg}") from None
        with self._telling:
            log = self._log + [("execute", code, file)]
            printed = self._tell(_engines.Execute(), log)
            self._log = log  # what failed is not done again
        for engine, text in enumerate(printed):
            for line in (text or "").splitlines():
                sys.stdout.write(f"[{engine}] {line}\n")

    def _note(self, operation: tuple, what: str) -> None:
        """Logs an operation with a copy of its values: what is changed here later is not told."""
        content = _function._pickled(operation, what)
        with self._telling:
            self._log = self._log + [cloudpickle.loads(content)]

    def _tell(self, function: Callable, log: Sequence[tuple]) -> List[Any]:
        results = self._ask_engines(function, log)  # type: ignore[attr-defined]
        if results.failed.any():
            failure = results.failures[0]
            which = ", ".join(str(i) for i in np.flatnonzero(results.failed))
            raise ItemsFailed(f"engine {which}: {failure.message}", failure.traceback, results)
        return results.values


def _value(expression: str) -> Callable:
    """An engine's value of an expression. Nested, so that it travels by value."""
    try:
        compile(expression, "<pull>", "eval")
    except SyntaxError as e:
        raise InputError(f"{expression!r} is no expression: {e.msg}") from None

    def value(engine: Any, number: int) -> Any:
        return eval(expression, engine.names)

    value.on_engine = True  # type: ignore[attr-defined]
    return value


