"""What a function changes besides its result, as a worker sees it.

Each worker has a copy of what came along with a function. What an item changes there is seen only by
the items that come later to the same worker, so results would hang on how items are shared out.
A random generator or an iterator that came along is refused: its copies give the same values again.
Of other variables a line says so.
"""

from __future__ import annotations

import collections
import functools
import io
import os
import pickle
import random
import sys
import types
from typing import Any, Callable, Iterator, List, Tuple

NOTE = "parallax: note: "  # how a line begins that is told once for all workers
_LARGEST = 1 << 20  # bytes of a function whose variables are compared
_DEEPEST = 5  # functions that call each other
_PLAIN = (bool, int, float, complex, str, list, dict, set, bytearray, collections.deque)


class Watch:
    """Looks, after each call of a function, at what it has besides its arguments."""

    def __init__(self, function: Callable, name: str, pickled: bytes) -> None:
        found = dict(_variables(function, _DEEPEST, set()))
        self._name = name
        self._streams = [(name, stream, _position(stream)) for name, stream in _streams(function, found)]
        self._plain = {}  # what may change, and what it was
        if len(pickled) <= _LARGEST:
            for variable, value in found.items():
                if isinstance(value, _PLAIN) or type(value).__name__ == "ndarray":
                    self._plain[variable] = _state(value)
        self._function = function
        self._drawn = () if b"seed" in pickled else _shared_generators()
        self._calls = 0
        self._next = 1
        self._spent = ""

    def look(self) -> str:
        """What the last call has drawn from, if it must not; it is looked for in each call."""
        self._calls += 1
        if self._calls == self._next:  # of other variables after 1, 2, 4, 8, ... calls
            self._next *= 2
            self._tell()
        if not self._streams:
            return ""
        found, now = "", []
        for name, stream, before in self._streams:
            state = _position(stream)
            if state != before:
                found = found or name
                if _rewinds(stream, before, state):
                    state = before
                elif _is_iterator(stream):  # maybe at its end: no item that takes from it would be found
                    self._spent = self._spent or name
            now.append((name, stream, state))
        self._streams = now
        return found or self._spent

    def _tell(self) -> None:
        if self._plain:
            values = dict(_variables(self._function, _DEEPEST, set()))
            for name in [n for n, s in self._plain.items() if n in values and _state(values[n]) != s]:
                del self._plain[name]
                _note(
                    f"{self._name} changes '{name}', of which each worker has a copy of its own:"
                    " here it stays as it was, and results may hang on how items are shared out"
                )
        for name, generator, before in self._drawn:
            if _position(generator) != before:
                self._drawn = ()
                _note(
                    f"{self._name} draws from {name}, which gives other numbers in each run and to each"
                    " worker: take a parameter rng instead"
                )
                return


def _note(text: str) -> None:
    sys.stderr.write(NOTE + text + "\n")
    sys.stderr.flush()


def _state(value: Any) -> bytes:
    """The value as bytes; nothing where it cannot be had."""
    try:
        return pickle.dumps(value, protocol=4)
    except Exception:
        return b""


def _position(stream: Any) -> Any:
    """Where a stream is: what differs once something was taken from it."""
    if isinstance(stream, random.Random):
        return stream.getstate()
    if isinstance(stream, (io.StringIO, io.BytesIO)):
        return stream.tell(), hash(stream.getvalue())
    if _is_iterator(stream):
        return _flat(stream, 10)
    if hasattr(stream, "get_state"):  # numpy's old generators
        return _state([*stream.get_state(legacy=False).items()])
    return _state(getattr(stream, "bit_generator", stream))


def _rewinds(stream: Any, before: Any, now: Any) -> bool:
    """Whether it is a file, which was read alone; it is put to where it was."""
    if isinstance(stream, (io.StringIO, io.BytesIO)) and now[1] == before[1]:
        stream.seek(before[0])
        return True
    return False


def _flat(value: Any, deep: int) -> Any:
    """An iterator's parts; what it goes over by its identity, as it may be large."""
    if isinstance(value, (int, float, str, type(None))):
        return value
    if isinstance(value, tuple):
        return tuple(_flat(part, deep) for part in value[:8])
    if deep and _is_iterator(value):
        try:
            return _flat(value.__reduce__(), deep - 1)
        except Exception:
            return _state(value)
    return id(value)


def _is_iterator(value: Any) -> bool:
    return hasattr(type(value), "__next__")


def _shared_generators() -> Tuple[tuple, ...]:
    """The generators that all functions of a process share, with what tells their state."""
    found = [("random", random._inst, _position(random._inst))]  # type: ignore[attr-defined]
    numpy = sys.modules.get("numpy")
    if numpy is not None and "numpy.random" in sys.modules:
        rand = numpy.random.mtrand._rand
        found.append(("np.random", rand, _position(rand)))
    return tuple(found)


def _variables(function: Any, deep: int, seen: set) -> Iterator[Tuple[str, Any]]:
    """Names and values of what a function, and the functions that it calls, have besides arguments."""
    if deep == 0 or id(function) in seen:
        return
    seen.add(id(function))
    if isinstance(function, functools.partial):
        yield from _within("func", function.func, deep, seen)
        for name, value in [*enumerate(function.args), *function.keywords.items()]:
            yield from _within(str(name), value, deep, seen)
    elif isinstance(function, types.MethodType):
        yield from _variables(function.__func__, deep, seen)
        yield from _variables(function.__self__, deep, seen)
    elif isinstance(function, types.FunctionType):
        for name, value in _of_function(function):
            yield from _within(name, value, deep, seen)
    elif hasattr(function, "__dict__") and not isinstance(function, (type, types.ModuleType)):
        for name, value in list(vars(function).items()):
            yield from _within(name, value, deep, seen)
        called = getattr(type(function), "__call__", None)
        if isinstance(called, types.FunctionType):
            yield from _variables(called, deep, seen)


def _within(name: str, value: Any, deep: int, seen: set) -> Iterator[Tuple[str, Any]]:
    yield name, value
    if isinstance(value, (types.FunctionType, types.MethodType, functools.partial)):
        yield from _variables(value, deep - 1, seen)


def _of_function(function: types.FunctionType) -> List[Tuple[str, Any]]:
    found: List[Tuple[str, Any]] = []
    known = function.__globals__
    for name in sorted(_names(function.__code__)):
        if name in known:
            found.append((name, known[name]))
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or ()):
        try:
            found.append((name, cell.cell_contents))
        except ValueError:  # not yet filled
            pass
    code = function.__code__
    found += vars(function).items()
    arguments = code.co_varnames[: code.co_argcount]
    defaults = function.__defaults__ or ()
    found += zip(arguments[len(arguments) - len(defaults) :], defaults)
    found += (function.__kwdefaults__ or {}).items()
    return found


def _names(code: types.CodeType) -> set:
    names = set(code.co_names)
    for value in code.co_consts:
        if isinstance(value, types.CodeType):
            names |= _names(value)
    return names


def _streams(function: Any, variables: dict) -> List[Tuple[str, Any]]:
    """The random generators and iterators that came along, however deep, and those of own modules."""
    found = _Streams(function).found
    for module in list(sys.modules.values()):
        file = getattr(module, "__file__", None)
        if isinstance(file, str) and not installed(file) and module.__name__ != "__main__":
            found += [value for value in list(vars(module).values()) if _is_generator(value)]
    unique = {id(getattr(stream, "bit_generator", stream)): stream for stream in reversed(found)}.values()
    return [(_named(stream, variables), stream) for stream in unique]


@functools.lru_cache(maxsize=None)
def installed(file: str) -> bool:
    """Whether a file is Python's own, of an installed package, or came along with a function."""
    parts = file.split(os.sep)
    packages = "site-packages" in parts or "dist-packages" in parts
    came = len(parts) > 2 and parts[-2] in ("_parallax", "cloudpickle")
    return packages or came or file.startswith(os.path.dirname(os.__file__))


def _named(stream: Any, variables: dict) -> str:
    for name, value in variables.items():
        if value is stream or getattr(value, "bit_generator", None) is stream:
            return f"'{name}'"
    return f"a {type(stream).__name__}"


def _is_generator(value: Any) -> bool:
    if isinstance(value, random.Random):
        return value is not random._inst  # type: ignore[attr-defined]
    numpy = sys.modules.get("numpy")
    if numpy is None or "numpy.random" not in sys.modules:
        return False
    kinds = (numpy.random.Generator, numpy.random.BitGenerator, numpy.random.RandomState)
    return isinstance(value, kinds) and value is not numpy.random.mtrand._rand


class _Nowhere:
    """A file that keeps nothing."""

    def write(self, content: Any) -> int:
        return len(content)


class _Streams:
    """Finds them on the way that pickle takes."""

    def __init__(self, function: Any) -> None:
        self.found: List[Any] = []
        import cloudpickle

        outer = self

        class Walk(cloudpickle.CloudPickler):
            def reducer_override(self, obj: Any) -> Any:
                outer.see(obj)
                return super().reducer_override(obj)

        try:
            # Large arrays are not copied: they are none of what is looked for.
            Walk(_Nowhere(), protocol=5, buffer_callback=lambda buffer: False).dump(function)
        except Exception:
            pass  # what it has found until then

    def see(self, value: Any) -> None:
        if isinstance(value, (io.StringIO, io.BytesIO)) or _is_iterator(value) or _is_generator(value):
            self.found.append(value)
