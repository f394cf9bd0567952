"""The worker: a Python process in which the functions of jobs run.

Parallax starts it as ``python FILE``, where FILE is what :mod:`parallax._function` wrote, and keeps
it for the jobs that follow. Both talk in frames: a length of four bytes, a byte that says what it
is, and the content; all numbers are little-endian. What functions print goes to standard error.

======  =====================================================================================
to it   ``J`` a job, in JSON; ``B`` a batch of points; ``T`` a table, ``R`` a batch of resamples
from    ``K`` the job is open, with what its function answers, in JSON, if that is known;
        ``E`` it cannot be opened; ``S`` not here, where modules are loaded that changed since; for each point or resample ``V`` its values or ``F`` a failure
======  =====================================================================================
"""

from __future__ import annotations

import base64
import functools
import io
import json
import os
import pickle
import signal
import struct
import sys
import threading
import time
import traceback
import zipfile

from . import watch

_LARGEST = 1 << 53  # every integer up to it is a double
_MOST = 10_000  # numbers of a vector
_FLUSH_SECONDS = 0.001
_FLUSH_BYTES = 1 << 16
_KEPT = 8  # jobs whose functions stay loaded


class Unfit(Exception):
    """A result that is none: not of the kind that the first item's was, or from what is no source."""


def _is(value: object, name: str) -> bool:
    """Whether a value is of a class of NumPy, which is not loaded to know that."""
    numpy = sys.modules.get("numpy")
    return numpy is not None and isinstance(value, getattr(numpy, name))


def _scalar(value: object) -> object:
    """A NumPy scalar, or an array of no dimension, as Python's own.

    What is masked, has a unit, or is a time, is more than its number.
    """
    if _is(value, "generic") and value.dtype.kind not in "mMV":
        return value.item()
    if type(value).__name__ == "ndarray" and _is(value, "ndarray") and value.ndim == 0:
        return _scalar(value[()])
    return value


def _kind(value: object) -> str:
    """What a value is: ``bool``, ``int``, ``float``, ``str``, ``float[N]`` or ``object``."""
    value = _scalar(value)
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int):
        return "int" if abs(value) <= _LARGEST else "object"
    if isinstance(value, float):
        return "float"
    if isinstance(value, str):
        return "str" if _is_plain(value) else "object"
    if not _is(value, "ndarray") or value.ndim != 1 or not 1 <= value.size <= _MOST:
        return "object"
    if type(value).__name__ != "ndarray" or value.dtype.itemsize > 8:
        return "object"  # masked, with units, or longer than a double
    return {"f": f"float[{value.size}]", "i": f"int[{value.size}]"}.get(value.dtype.kind, "object")


def _is_plain(text: str) -> bool:
    """Whether a text has characters alone, and no halves of some."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _width(kind: str) -> int:
    """How many numbers or texts a kind is."""
    return int(kind[kind.index("[") + 1 : -1]) if "[" in kind else 1


def forms(result: object) -> list:
    """What a function answers, by its answer for the first item: pairs of a name and a kind."""
    # With the one key "value" it would be taken for the value alone.
    if isinstance(result, dict) and list(result) not in ([], ["value"]) and all(map(_is_name, result)):
        kinds = [(key, _kind(value)) for key, value in result.items()]
        if sum(_width(kind) for _, kind in kinds) <= _MOST:
            return [list(pair) for pair in kinds]
    return [["value", _kind(result)]]


def _is_name(key: object) -> bool:
    return isinstance(key, str) and key.isidentifier()


def _described(value: object) -> str:
    value = _scalar(value)
    if value is None:
        return "None"
    if _is(value, "ndarray"):
        kind = "an array" if type(value).__name__ == "ndarray" else f"a {type(value).__name__}"
        plain = value.dtype.kind in "fiub" and value.dtype.itemsize <= 8
        return f"{kind} of shape {value.shape}{'' if plain else f' of {value.dtype}'}"
    return f"{type(value).__name__} {value!r}"[:100]


def _number(name: str, value: object) -> float:
    plain = _scalar(value)
    if isinstance(plain, (int, float)):  # of which bool is one
        number = float(plain) if abs(plain) <= _LARGEST or isinstance(plain, float) else None
        if number is not None:
            return number
        raise Unfit(
            f"'{name}' is the integer {str(plain)[:40]}, which is not exact as a number of"
            " 64 bits; return it as a text, or say returns=object"
        )
    raise Unfit(
        f"'{name}' is {_described(value)}, where the first item gave a number;"
        " say returns=object for results of any kind"
    )


def _truth(name: str, value: object) -> float:
    plain = _scalar(value)
    if isinstance(plain, (bool, int, float)) and plain in (0, 1):
        return float(plain)
    raise Unfit(
        f"'{name}' is {_described(value)}, where the first item gave True or False;"
        " say returns=object for results of any kind"
    )


def _text(name: str, value: object) -> bytes:
    plain = _scalar(value)
    if isinstance(plain, str) and _is_plain(plain):
        return plain.encode("utf-8")
    if isinstance(plain, str):
        raise Unfit(f"'{name}' is {plain!a:.100}, which is no text of Unicode; say returns=object")
    raise Unfit(
        f"'{name}' is {_described(value)}, where the first item gave a text;"
        " say returns=object for results of any kind"
    )


def _pickled(name: str, value: object) -> bytes:
    return base64.b64encode(_dumps(value))


def _dumps(value: object) -> bytes:
    try:
        return pickle.dumps(value, protocol=4)
    except Exception:  # of a class or a function that a cell defines
        import cloudpickle

        return cloudpickle.dumps(value, protocol=4)


class Answers:
    """Writes results as bytes, in the order of the responses."""

    def __init__(self, shape: list):
        self.shape = shape
        self.single = len(shape) == 1 and shape[0][0] == "value"
        self._float = self.single and shape[0][1] in ("float", "int")

    def of(self, result: object) -> bytes:
        if self._float and type(result) is float:
            return struct.pack("<d", result)
        if self.single:
            return self._one("value", self.shape[0][1], result)
        if not isinstance(result, dict) or result.keys() != {name for name, _ in self.shape}:
            names = ", ".join(name for name, _ in self.shape)
            what = "keys " + ", ".join(map(str, result)) if isinstance(result, dict) else _described(result)
            raise Unfit(f"the result is {what[:200]}, where the first item gave a dict of {names}")
        return b"".join(self._one(name, kind, result[name]) for name, kind in self.shape)

    def _one(self, name: str, kind: str, value: object) -> bytes:
        if kind in ("float", "int"):
            return struct.pack("<d", _number(name, value))
        if kind == "bool":
            return struct.pack("<d", _truth(name, value))
        if kind in ("str", "object"):
            text = (_text if kind == "str" else _pickled)(name, value)
            return struct.pack("<I", len(text)) + text
        return self._vector(name, _width(kind), value)

    @staticmethod
    def _vector(name: str, length: int, value: object) -> bytes:
        import numpy

        array = numpy.asarray(value)
        rich = _is(value, "ndarray") and type(value).__name__ != "ndarray"  # masked, or with a unit
        if rich or array.shape != (length,) or array.dtype.kind not in "fiub" or array.dtype.itemsize > 8:
            raise Unfit(
                f"'{name}' is {_described(value)}, where the first item gave an array of {length}"
                " numbers; say returns=object for results of any shape"
            )
        numbers = array.astype("<f8")
        if array.dtype.kind in "iu" and not (abs(array) <= _LARGEST).all():
            raise Unfit(f"'{name}' has integers beyond 2^53; say returns=object")
        return numbers.tobytes()


class Namespaces:
    """The names of the session's engines, brought up to date by its log of operations."""

    def __init__(self) -> None:
        self._known: dict = {}  # engine -> (the keys of the operations done, names)

    def of(self, engine: int, log: list, engines: int) -> dict:
        """The names of an engine; -1 stands for what all have in common.

        :param log: for each operation a key, and what loads it
        """
        keys = [key for key, _ in log]
        done, names = self._known.get(engine, ([], None))
        if names is None or keys[: len(done)] != done:
            done, names = [], {"__name__": "__engine__", "__builtins__": __builtins__}
        for key, load in log[len(done) :]:
            self._do(load(), names, engine, engines)
        self._known[engine] = (keys, names)
        return names

    @staticmethod
    def _do(operation: tuple, names: dict, engine: int, engines: int) -> None:
        what = operation[0]
        if what == "push":
            names.update(operation[1])
        elif what == "execute":
            file = operation[2] if len(operation) > 2 else "<execute>"
            exec(compile(operation[1], file, "exec"), names)
        elif what == "scatter" and engine >= 0:
            names[operation[1]] = share(operation[2], engine, engines)


def share(sequence, engine: int, engines: int):
    """The share of an engine: the first n mod p engines get one element more."""
    size = len(sequence)
    least, more = divmod(size, engines)
    start = engine * least + min(engine, more)
    return sequence[start : start + least + (engine < more)]


def _read(path: str, key: str):
    with zipfile.ZipFile(path) as archive:
        return pickle.loads(archive.read(key))


def _check_version(wanted: list) -> None:
    own = list(sys.version_info[:2])
    if own != wanted:
        raise RuntimeError(
            f"the function was made by Python {wanted[0]}.{wanted[1]}, and the worker runs Python"
            f" {own[0]}.{own[1]} ({sys.executable}); choose the workers' by python="
        )


class Code:
    """A function with all that it needs, from the file that :mod:`parallax._function` wrote."""

    def __init__(self, path: str, names: Namespaces):
        with zipfile.ZipFile(path) as archive:
            self.header = json.loads(archive.read("job/header.json"))
            _check_version(self.header["version"])
            for entry in self.header["path"]:
                if entry not in sys.path and os.path.isdir(entry):
                    sys.path.append(entry)
            if os.path.isdir(self.header["folder"]):
                os.chdir(self.header["folder"])
            pickled = archive.read("job/function.pkl")
            self.function = pickle.loads(pickled)
            self.items = self._items(archive)
        self.log = [(key, functools.partial(_read, path, key)) for key in self.header["state"]]
        self.namespaces = names
        self.kinds = [_KINDS[kind] for _, kind in self.header.get("parameters", [])]
        self.on_engine = getattr(self.function, "on_engine", False)
        if self.log and not self.on_engine:
            self._see(names.of(-1, self.log, self.header["engines"]))
        self._watch = None if self.on_engine else watch.Watch(self.function, self.header["name"], pickled)

    def _see(self, names: dict) -> None:
        """Lets functions of the session see the names that were pushed, after their own."""
        known = getattr(self.function, "__globals__", None)
        if isinstance(known, dict) and known.get("__name__") in ("__main__", None):
            for name, value in names.items():
                known.setdefault(name, value)

    def _items(self, archive: zipfile.ZipFile):
        if self.header["items"] == "":
            return None
        if self.header["items"] == "job/items.bin":
            return Items(archive.read("job/items.bin"))
        import mmap

        with open(self.header["items"], "rb") as file:
            if self.header.get("inode") not in (None, os.fstat(file.fileno()).st_ino):
                raise RuntimeError("the job has ended, and its elements are gone")
            return Items(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))

    def watched(self, result: object) -> object:
        """A result of the function, if it has come from the arguments alone.

        :raises Unfit: if it was drawn from a generator or an iterator that came along
        """
        stream = self._watch.look() if self._watch else ""
        if stream:
            raise Unfit(
                f"{self.header['name']} takes from {stream}, which came along: each worker has a copy, which"
                " gives the same values again; for random numbers take a parameter rng"
            )
        return result

    def call(self, item: int, values: list, names: list, seed: int):
        """The function's result at a point."""
        if self.on_engine:
            return self.function(self._engine(item), item)
        arguments = [kind(value) for kind, value in zip(self.kinds, values)] if self.kinds else values
        if self.items is not None:
            arguments = [self.items[item]]
        more = {"rng": generator(seed, item)} if self.header["rng"] else {}
        if self.header["call"] == "element":
            return self.function(arguments[0], **more)
        return self.function(**dict(zip(names, arguments)), **more)

    def _engine(self, number: int) -> "EngineNames":
        printed = io.StringIO()
        former, sys.stdout = sys.stdout, printed
        try:
            names = self.namespaces.of(number, self.log, self.header["engines"])
        finally:
            sys.stdout = former
        return EngineNames(names, printed.getvalue())

    def table(self, content: bytes):
        """The table of a statistic: the number of rows, then its columns."""
        import numpy

        names = self.header["columns"]
        size = struct.unpack_from("<q", content)[0]
        numbers = numpy.frombuffer(content, "<f8", offset=8).reshape(len(names), size)
        table = numpy.empty(size, dtype=[(name, "f8") for name in names])
        for name, column in zip(names, numbers):
            table[name] = column
        return table


class EngineNames:
    """An engine's names, and what its last operations printed."""

    def __init__(self, names: dict, printed: str):
        self.names = names
        self.printed = printed


class Items:
    """The elements of a map: how many; start, end and kind of each; then their contents."""

    def __init__(self, data):
        self._data = memoryview(data)
        self._count = struct.unpack_from("<q", self._data)[0]

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, item: int):
        start, end, kind = struct.unpack_from("<qqq", self._data, 8 + 24 * item)
        content = self._data[start:end]
        if kind == 0:
            return pickle.loads(content)
        import numpy

        head = struct.unpack_from("<I", content)[0]
        dtype, shape = json.loads(bytes(content[4 : 4 + head]))
        numbers = numpy.frombuffer(content[4 + head :], dtype=numpy.dtype(dtype))
        return numbers.reshape(shape)


def generator(seed: int, item: int):
    """The random generator of an item: that of the item-th child of the seed's SeedSequence.

    SFC64 is the fastest of NumPy's bit generators.
    """
    import numpy

    child = numpy.random.SeedSequence(seed & (2**64 - 1), spawn_key=(item,))
    return numpy.random.Generator(numpy.random.SFC64(child))


def _int(value):
    return int(value)


def _bool(value):
    return value == 1 if isinstance(value, float) else value.lower() == "true"


_KINDS = {"float": float, "int": _int, "bool": _bool, "str": str}


class Channel:
    """The frames to and from Parallax."""

    def __init__(self) -> None:
        self._out = os.fdopen(os.dup(1), "wb", buffering=0)
        os.dup2(2, 1)  # what functions print
        sys.stdout = sys.stderr
        devnull = os.open(os.devnull, os.O_RDONLY)
        self._in = os.fdopen(os.dup(0), "rb", buffering=1 << 16)
        os.dup2(devnull, 0)
        os.close(devnull)
        self._parts: list = []
        self._size = 0
        self._flushed = time.perf_counter()
        self.prompt = False

    def read(self):
        """The next frame: its kind and its content; None at the end."""
        head = self._in.read(5)
        if len(head) < 5:
            return None
        size, kind = struct.unpack("<IB", head)
        content = self._in.read(size)
        return (chr(kind), content) if len(content) == size else None

    def write(self, kind: str, content: bytes) -> None:
        self._parts.append(struct.pack("<IB", len(content), ord(kind)))
        self._parts.append(content)
        self._size += len(content)
        now = time.perf_counter()
        if self.prompt or self._size > _FLUSH_BYTES or now - self._flushed > _FLUSH_SECONDS:
            self.flush()

    def flush(self) -> None:
        data = memoryview(b"".join(self._parts))
        while data:
            data = data[self._out.write(data) :]
        self._parts.clear()
        self._size = 0
        self._flushed = time.perf_counter()


class Modules:
    """The user's modules that were loaded, and what their files were then.

    A worker that has loaded what was edited since would go on with the old code.
    """

    def __init__(self) -> None:
        self._known: dict = {}  # file -> time and size
        self._count = 0

    def note(self) -> None:
        """Takes note of what was loaded meanwhile."""
        if len(sys.modules) == self._count:
            return
        self._count = len(sys.modules)
        for module in list(sys.modules.values()):
            file = getattr(module, "__file__", None)
            if isinstance(file, str) and file not in self._known and not watch.installed(file):
                self._known[file] = file_state(file)

    def are_stale(self) -> bool:
        """Whether a file is another than when it was loaded."""
        return any(file_state(file) != state for file, state in self._known.items())


def file_state(file: str):
    """When a file was written, and how long it is; None if it is no file."""
    try:
        stat = os.stat(file)
        return stat.st_mtime_ns, stat.st_size
    except OSError:
        return None  # within an archive, or gone


class Worker:
    """Serves jobs until its input ends."""

    def __init__(self) -> None:
        self._channel = Channel()
        self._loaded: dict = {}
        self._namespaces = Namespaces()
        self._job: dict = {}
        self._code = None
        self._rows = None  # the table that was told last
        self._answers = None
        self._modules = Modules()

    def serve(self) -> None:
        for kind, content in iter(self._channel.read, None):
            {"J": self._open, "B": self._batch, "T": self._table, "R": self._resamples}[kind](content)
            self._channel.flush()
            self._modules.note()

    def _open(self, content: bytes) -> None:
        if self._modules.are_stale():
            self._channel.write("S", b"")
            return
        self._job = json.loads(content)
        self._channel.prompt = self._job["prompt"]
        shape = self._job["shape"]
        self._answers = Answers(shape) if shape else None
        try:
            path = self._job["path"]
            self._code = self._loaded.pop(path, None) or Code(path, self._namespaces)
            self._loaded[path] = self._code
            while len(self._loaded) > _KEPT:
                self._loaded.pop(next(iter(self._loaded)))
            self._channel.write("K", b"")
        except BaseException as e:
            self._channel.write("E", _failure(e))

    def _batch(self, content: bytes) -> None:
        at = 4
        names = self._job["names"]
        seed = self._job["seed"]
        for _ in range(struct.unpack_from("<I", content)[0]):
            item = struct.unpack_from("<q", content, at)[0]
            values, at = _values(content, at + 8, len(names))
            try:
                self._write(self._code.watched(self._code.call(item, values, names, seed)))
            except BaseException as e:
                self._channel.write("F", _failure(e))

    def _write(self, result: object) -> None:
        if self._answers is None:
            shape = self._code.header["returns"] or forms(result)
            self._answers = Answers(shape)
            encoded = self._answers.of(result)
            self._channel.write("K", json.dumps(shape).encode())
            self._channel.write("V", encoded)
        else:
            self._channel.write("V", self._answers.of(result))

    def _table(self, content: bytes) -> None:
        if self._code is not None:
            self._rows = self._code.table(content)

    def _resamples(self, content: bytes) -> None:
        import numpy

        at = 4
        for _ in range(struct.unpack_from("<I", content)[0]):
            size = struct.unpack_from("<I", content, at)[0]
            rows = numpy.frombuffer(content, "<i4", size, at + 4)
            at += 4 + 4 * size
            try:
                self._write(self._code.watched(self._code.function(self._rows[rows])))
            except BaseException as e:
                self._channel.write("F", _failure(e))


def _values(content: bytes, at: int, count: int):
    values = []
    for _ in range(count):
        if content[at] == 0:
            values.append(struct.unpack_from("<d", content, at + 1)[0])
            at += 9
        else:
            size = struct.unpack_from("<I", content, at + 1)[0]
            text = content[at + 5 : at + 5 + size].decode("utf-8")
            values.append(text if content[at] == 1 else _digits(text))
            at += 5 + size
    return values, at


def _digits(text: str):
    """A number of 2^53 or more, whose digits are all there."""
    try:
        return int(text)
    except ValueError:
        return float(text)


def _failure(e: BaseException) -> bytes:
    """The exception in a line, then the traceback from the user's code on."""
    if isinstance(e, Unfit):
        return str(e).encode("utf-8", "replace")
    try:
        frames = e.__traceback__
        while frames is not None and frames.tb_frame.f_code.co_filename.endswith(_OWN):
            frames = frames.tb_next
        lines = traceback.format_exception(type(e), e, frames)
        last = traceback.format_exception_only(type(e), e)[-1].strip()
    except Exception:
        lines, last = [], type(e).__name__
    text = last + "\n" + "".join(lines) if frames is not None else last
    return text[:16_000].encode("utf-8", "replace")


_OWN = os.path.join("_parallax", "worker.py")


def _end_with(parent: int) -> None:
    """Ends this process, in the midst of a function too, when Parallax has ended."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def main() -> None:
    """Runs a worker on this process's input and output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is Parallax's, which ends workers
    import cloudpickle  # noqa: F401  while the archive that has it is there

    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    try:
        Worker().serve()
    except BrokenPipeError:
        os._exit(1)
    sys.stderr.flush()
    os._exit(0)  # threads of functions do not keep it


if __name__ == "__main__":
    main()
