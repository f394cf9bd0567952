"""Functions on their way to workers: one file each, which Python itself can run.

The file is a zip archive of what :mod:`parallax.worker` needs (the worker, cloudpickle) and of the
job: ``job/header.json``, the pickled function, the session's log, the elements of a map.
"""

from __future__ import annotations

import base64
import concurrent.futures
import functools
import hashlib
import inspect
import io
import json
import os
import pickle
import struct
import sys
import zipfile
from typing import Any, Callable, Iterable, Iterator, Optional, Sequence, Tuple

import cloudpickle

from . import _engines, _modules, _version, watch, worker
from ._errors import NotSent

cloudpickle.register_pickle_by_value(_engines)  # workers have no package parallax of their own

_HERE = os.path.dirname(os.path.abspath(__file__))
_MAIN = "import os, sys\nsys.path.insert(0, os.path.abspath(sys.argv[0]))\nfrom _parallax import worker\nworker.main()\n"
_SHARE = 4  # of the free memory, elements take this part at most
_INSIDE = 1 << 20  # bytes of elements that travel within the file; more lie beside it


def write(
    path: str,
    function: Callable,
    *,
    parameters: Sequence[tuple],
    items: Optional[Sequence] = None,
    state: Iterable[tuple] = (),
    python: str = "",
    call: str = "keywords",
    returns: Optional[list] = None,
    engines: int = 1,
    travels: bool = False,
) -> Optional[Memory]:
    """Writes a function for ``--python``; returns what has its elements in memory, if they are there.

    :param parameters: name and kind of each value of a point; kinds: float, int, bool, str
    :param items: the elements of a map over any objects: item i is ``items[i]``
    :param state: the session's log of operations
    :param python: the Python that runs it; this one if empty
    :param call: ``keywords`` (a sweep) or ``element`` (a map)
    :param returns: pairs of name and kind, where that is not to be known from the first answer
    :param engines: how many engines the session has
    :param travels: whether workers are on other machines, which do not see this one's files
    :raises TypeError: if something cannot be pickled; names what
    """
    header = {
        "parameters": [list(pair) for pair in parameters],
        "call": call,
        "returns": returns,
        "engines": engines,
        "on_engine": bool(getattr(function, "on_engine", False)),
        "rng": _takes_rng(function),
        "items": "",
        "name": _name(function),
    }
    parts = {"job/function.pkl": _function_pickled(function)}
    memory = None
    if items is not None and not travels and _fit_memory(items):
        try:
            memory = Memory(items)
            header["items"], header["inode"] = memory.path, memory.inode
        except OSError:  # this system has none, or no more
            pass
    if items is not None and memory is None:
        beside = os.path.abspath(path) + ".items"
        with open(beside, "wb") as file:
            size = _pack(items, file)
        header["items"] = beside
        if travels or size <= _INSIDE:
            with open(beside, "rb") as file:
                parts["job/items.bin"] = file.read()
            os.remove(beside)
            header["items"] = "job/items.bin"
    _write(path, header, parts, state, python)
    return memory


class Memory:
    """Arrays in a file without a name in memory, which workers on this machine read: gone with this process."""

    _file: Optional[int] = None

    def __init__(self, arrays: Sequence) -> None:
        self._file = os.memfd_create("parallax")
        self._owner = os.getpid()
        self.inode = os.fstat(self._file).st_ino  # its number may be another file's one day
        self.path = f"/proc/{self._owner}/fd/{self._file}"
        index, writes = [len(arrays)], []
        at = 8 + 24 * len(arrays)
        for array in arrays:
            at += -at % 64
            kind, parts = _element(array)
            index += [at, at + sum(map(len, parts)), kind]
            for part in parts:
                writes.append((part, at))
                at += len(part)
        self._write(struct.pack(f"<{len(index)}q", *index), 0)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:  # a copy takes no lock of Python's
            list(threads.map(self._write, *zip(*writes)))

    def _write(self, content: Any, at: int) -> None:
        rest = memoryview(content)
        while rest:
            written = os.pwrite(self._file, rest, at)  # type: ignore[arg-type]
            rest, at = rest[written:], at + written

    def release(self) -> None:
        """Frees it, although workers may have it mapped still."""
        file, self._file = self._file, None
        if file is not None:
            if self._owner == os.getpid():
                os.ftruncate(file, 0)
            os.close(file)

    __del__ = release


def _fit_memory(items: Sequence) -> bool:
    """Whether elements are arrays of much data, for which there is room: on a disk they would take longer."""
    numpy = sys.modules.get("numpy")
    if numpy is None or not hasattr(os, "memfd_create") or not os.path.isdir(f"/proc/{os.getpid()}/fd"):
        return False
    if not all(type(item) is numpy.ndarray and item.dtype.kind in "biufc" for item in items):
        return False
    return _INSIDE < sum(item.nbytes for item in items) < _room() // _SHARE


def _room() -> int:
    """The bytes of memory that are free, of this machine and of this process's group; 0 where nobody tells."""
    free = [_number_in("/proc/meminfo", "MemAvailable:") * 1024]
    for most, used in (
        ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"),
        ("/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory/memory.usage_in_bytes"),
    ):
        limit = _number_in(most)
        if limit:
            free.append(max(0, limit - _number_in(used)))
    return min(free)


def _number_in(path: str, name: str = "") -> int:
    """The number in a file, or behind a name there; 0 if there is none."""
    try:
        with open(path, encoding="ascii") as file:
            words = file.read().split()
        return int(words[words.index(name) + 1 if name else 0])
    except (OSError, ValueError, IndexError):
        return 0


def statistic(
    path: str,
    function: Callable,
    table: Any,
    *,
    state: Iterable[tuple] = (),
    python: str = "",
    returns: Optional[list] = None,
    engines: int = 1,
) -> None:
    """Writes a statistic for ``bootstrap --python``: a function of rows of a table.

    :param table: a NumPy array with a field for each column; its values are Parallax's to send
    """
    forms = returns or [[name, "float"] for name in _numbers(function, table)]
    header = {"parameters": [], "call": "rows", "returns": forms, "engines": engines}
    header.update({"rng": False, "items": "", "columns": list(table.dtype.names)})
    header["name"] = _name(function)
    parts = {"job/function.pkl": _function_pickled(function)}
    _write(path, header, parts, state, python)


def _numbers(function: Callable, table: Any) -> list:
    """The names of a statistic's values, by what it gives for the table as it is."""
    forms = worker.forms(function(table))
    for name, kind in forms:
        if kind not in ("float", "int", "bool"):
            raise TypeError(
                f"a statistic gives a number, or a dict of numbers, and {described(function)}"
                f" gives {kind} for '{name}'"
            )
    return [name for name, _ in forms]


def load(text: str) -> Any:
    """An object that a function returned."""
    return pickle.loads(base64.b64decode(text))


def _write(path: str, header: dict, parts: dict, state: Iterable[tuple], python: str) -> None:
    log = list(state)
    pickles = [_pickled(operation, _operation(operation)) for operation in log]
    keys = [f"job/{i}-{hashlib.sha1(p).hexdigest()}.pkl" for i, p in enumerate(pickles)]
    header.update(
        {
            "form": 1,
            "parallax": _version.VERSION,
            "python": python or sys.executable,
            "version": list(sys.version_info[:2]),
            "path": [os.path.abspath(entry or ".") for entry in sys.path],
            "folder": os.getcwd(),
            "state": keys,
        }
    )
    with zipfile.ZipFile(path + ".part", "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("job/header.json", json.dumps(header))
        archive.writestr("__main__.py", _MAIN)
        archive.writestr("_parallax/__init__.py", "")
        for name in ("worker.py", "watch.py"):
            archive.writestr("_parallax/" + name, _source(os.path.join(_HERE, name)))
        folder = os.path.dirname(os.path.abspath(cloudpickle.__file__))
        for name in sorted(os.listdir(folder)):
            if name.endswith(".py"):
                archive.writestr("cloudpickle/" + name, _source(os.path.join(folder, name)))
        for key, content in zip(keys, pickles):
            archive.writestr(key, content)
        for name, content in parts.items():
            archive.writestr(name, content)
    os.replace(path + ".part", path)


def _operation(operation: tuple) -> str:
    if operation[0] == "push":
        return "what is pushed, " + ", ".join(operation[1])
    return "what is scattered" if operation[0] == "scatter" else "the code"


_SOURCES: dict = {}


def _source(file: str) -> str:
    if file not in _SOURCES:
        with open(file, encoding="utf-8") as text:
            _SOURCES[file] = text.read()
    return _SOURCES[file]


def _takes_rng(function: Callable) -> bool:
    try:
        return "rng" in inspect.signature(function).parameters
    except (TypeError, ValueError):  # a builtin without a signature
        return False


def _name(function: Callable) -> str:
    name = getattr(function, "__name__", type(function).__name__)
    return "a lambda" if name == "<lambda>" else name


def described(function: Callable) -> str:
    """A function as it is called in a sentence."""
    name = _name(function)
    return name if name == "a lambda" else "the function " + name


_CACHED: Any = type(functools.lru_cache()(len))  # which pickle would look up by its name


class _Pickler(cloudpickle.CloudPickler):
    """Cloudpickle, which would send an open file as its text: each worker would read it from there."""

    def reducer_override(self, obj: Any) -> Any:
        if isinstance(obj, io.IOBase) and not _may_travel(obj):
            raise TypeError("it is an open file; open it in the function")
        if type(obj) is _CACHED and getattr(obj.__wrapped__, "__module__", "") == "__main__":
            how = obj.cache_parameters()
            return _CACHED, (obj.__wrapped__, how["maxsize"], how["typed"], functools._CacheInfo), vars(obj)
        return super().reducer_override(obj)


def _may_travel(stream: io.IOBase) -> bool:
    names = ("stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__")
    standard = any(getattr(sys, name, None) is stream for name in names)
    return standard or isinstance(stream, (io.BytesIO, io.StringIO))


def _dumped(value: Any) -> bytes:
    with io.BytesIO() as file:
        _Pickler(file, protocol=4).dump(value)
        return file.getvalue()


def _function_pickled(function: Callable) -> bytes:
    """A function's bytes, if the modules that it needs are to workers what they are here."""
    pickled = _pickled(function, described(function))
    _modules.check(pickled, described(function))
    return pickled


def _pickled(value: Any, what: str) -> bytes:
    try:
        return _dumped(value)
    except Exception as e:
        name = _culprit(value)
        where = f": its variable '{name}' cannot be pickled" if name else ""
        raise NotSent(f"{what} cannot be sent to workers{where}: {e}") from None


def _culprit(value: Any) -> str:
    """The name of a variable of a function, or of what is pushed, that cannot be pickled.

    Of a function that calls others, the name of theirs.
    """
    for name, content in _parts(value):
        try:
            _dumped(content)
        except Exception:
            within = _culprit(content) if inspect.isfunction(content) else ""
            return f"{within}' of '{name}" if within else name
    return ""


def _parts(value: Any) -> Iterator[Tuple[str, Any]]:
    if isinstance(value, tuple) and len(value) > 1 and isinstance(value[1], dict):
        yield from value[1].items()
    elif isinstance(value, functools.partial):
        yield from _parts(value.func)
        yield from ((f"argument {i}", one) for i, one in enumerate(value.args))
        yield from value.keywords.items()
    elif inspect.ismethod(value):
        yield from _parts(value.__self__)
        yield from _parts(value.__func__)
    elif inspect.isfunction(value):
        yield from watch._of_function(value)
    elif hasattr(value, "__dict__") and not isinstance(value, type):
        yield from vars(value).items()


def _pack(items: Sequence, file: Any) -> int:
    """Writes the elements: how many; start, end and kind of each; then their contents."""
    index = [len(items)]
    file.seek(8 + 24 * len(items))
    at = file.tell()
    for item in items:
        at += file.write(b"\0" * (-at % 64))  # arrays are read where they lie
        kind, parts = _element(item)
        start = at
        at += sum(file.write(part) for part in parts)
        index += [start, at, kind]
    file.seek(0)
    file.write(struct.pack(f"<{len(index)}q", *index))
    return at


def _element(item: Any) -> tuple:
    """Its kind, 1 for an array of numbers, and its content in parts."""
    numpy = sys.modules.get("numpy")
    if numpy is not None and type(item) is numpy.ndarray and item.dtype.kind in "biufc":
        head = json.dumps([item.dtype.str, list(item.shape)]).encode()
        head += b" " * (-(4 + len(head)) % 64)
        data = numpy.ascontiguousarray(item).reshape(-1).view(numpy.uint8)
        return 1, [struct.pack("<I", len(head)), head, data]
    try:
        content = pickle.dumps(item, protocol=4)
        if b"__main__" not in content:
            return 0, [content]
    except Exception:
        pass
    return 0, [_pickled(item, "an element")]  # of a class that a cell defines, perhaps
