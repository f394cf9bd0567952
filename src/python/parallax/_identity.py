"""Whether two functions are the same one, in this process or a later one.

A pickle does not say: it has the names of files and the numbers of lines, and what Python shares
between values in it differs from process to process. So a function is taken apart: its code, and
all that the code refers to.
"""

from __future__ import annotations

import copyreg
import dis
import functools
import hashlib
import os
import site
import struct
import sys
import sysconfig
import types
from typing import Any, Iterable, Iterator

import numpy as np


def of(*values: Any) -> str:
    """The SHA-256 of functions and other values, the same in each process.

    Of a module that is not installed the content of its file counts, of an installed one its name.
    """
    walk = _Walk()
    try:
        for value in values:
            walk.value(value)
    except RecursionError:
        walk.unlike("too deep")
    return walk.digest.hexdigest()


class _Walk:
    def __init__(self) -> None:
        self.digest = hashlib.sha256()
        self.seen: dict = {}  # objects that may refer to themselves, by id; kept alive here

    def say(self, kind: str, content: bytes = b"") -> None:
        self.digest.update(kind.encode() + struct.pack("<q", len(content)) + content)

    def unlike(self, what: str) -> None:
        """Says what is like nothing else, so that no other run is taken for this one."""
        self.say(what, os.urandom(32))

    def value(self, value: Any) -> None:
        if value is None or isinstance(value, (bool, int, str, bytes, range, type(...))):
            self.say(type(value).__name__, _text(value))
        elif isinstance(value, (float, complex)):
            self.say(type(value).__name__, value.hex().encode() if isinstance(value, float)
                     else (value.real.hex() + value.imag.hex()).encode())
        elif type(value) in (tuple, list):
            self.say(type(value).__name__, _text(len(value)))
            self.within(value, value)
        elif type(value) in (set, frozenset):
            self.say(type(value).__name__)
            for part in sorted(of(one) for one in value):
                self.say("part", part.encode())
        elif type(value) is dict:
            self.say("dict", _text(len(value)))
            self.within(value, (part for pair in value.items() for part in pair))
        elif type(value) is np.ndarray and not value.dtype.hasobject:
            self.say("array", f"{value.dtype!r}{value.shape}".encode())
            self.say("data", np.ascontiguousarray(value).tobytes())
        else:
            self.object(value)

    def within(self, whole: Any, parts: Iterable) -> None:
        """What a value consists of, once: it may be among them."""
        if id(whole) in self.seen:
            self.say("again", _text(self.seen[id(whole)][0]))
            return
        self.seen[id(whole)] = (len(self.seen), whole)
        for part in parts:
            self.value(part)

    def object(self, value: Any) -> None:
        if isinstance(value, types.CodeType):
            self.code(value)
        elif isinstance(value, types.ModuleType):
            self.module(value.__name__)
        elif isinstance(value, types.FunctionType):
            self.function(value)
        elif isinstance(value, types.MethodType):
            self.say("method")
            self.within(value, (value.__func__, value.__self__))
        elif isinstance(value, functools.partial):
            self.say("partial")
            self.within(value, (value.func, value.args, value.keywords))
        elif isinstance(value, type):
            self.type(value)
        elif isinstance(value, types.CellType):
            self.say("cell")
            self.within(value, _content(value))
        elif isinstance(value, (staticmethod, classmethod)):
            self.say(type(value).__name__)
            self.value(value.__func__)
        elif isinstance(value, types.MappingProxyType):
            self.say("mapping")
            self.value(dict(value))
        elif isinstance(value, property):
            self.say("property")
            self.within(value, (value.fget, value.fset, value.fdel))
        else:
            self.other(value)

    def code(self, code: types.CodeType) -> None:
        self.say("code", code.co_code)
        self.value(tuple(code.co_consts))
        for names in (code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars):
            self.value(names)
        self.value((code.co_argcount, code.co_kwonlyargcount, code.co_flags))

    def function(self, function: types.FunctionType) -> None:
        if self.named(function):
            return
        self.say("function")
        names = sorted(_names(function.__code__) & function.__globals__.keys())
        self.within(
            function,
            (function.__code__, function.__defaults__, function.__kwdefaults__,
             function.__closure__, names, [function.__globals__[name] for name in names]),
        )

    def type(self, kind: type) -> None:
        if self.named(kind):
            return
        self.say("class", kind.__qualname__.encode())
        own = {
            name: value
            for name, value in vars(kind).items()
            if name not in _OF_CLASSES and not isinstance(value, (types.GetSetDescriptorType,
                                                                   types.MemberDescriptorType))
        }
        self.within(kind, (kind.__bases__, own))

    def named(self, value: Any) -> bool:
        """Says what can be imported by its name; whether it can."""
        module = getattr(value, "__module__", None)
        if module is None or module == "__main__" or module not in sys.modules:
            return False
        found: Any = sys.modules[module]
        for part in value.__qualname__.split("."):
            found = getattr(found, part, None)
        if found is not value:
            return False
        self.say("name", value.__qualname__.encode())
        self.module(module)
        return True

    def module(self, name: str) -> None:
        self.say("module", name.encode())
        file = getattr(sys.modules.get(name), "__file__", None)
        if file and not os.path.abspath(file).startswith(_installed()):
            try:
                with open(file, "rb") as content:
                    self.say("file", hashlib.sha256(content.read()).digest())
            except OSError:
                pass  # in an archive, say

    def other(self, value: Any) -> None:
        """An object: what pickle would make it again from."""
        if id(value) in self.seen:
            self.within(value, ())
            return
        reduce = copyreg.dispatch_table.get(type(value))
        try:
            made = reduce(value) if reduce else value.__reduce_ex__(4)
        except RecursionError:
            raise
        except Exception:  # what is sent instead, cloudpickle alone knows
            self.unlike(type(value).__name__)
            return
        if isinstance(made, str):
            self.say("global", f"{getattr(value, '__module__', '')}.{made}".encode())
            return
        self.say("object")
        lists = [list(part) if isinstance(part, Iterator) else part for part in made]
        self.within(value, [type(value), *lists])


_OF_CLASSES = {"__module__", "__dict__", "__weakref__", "__firstlineno__", "__static_attributes__",
               "__annotations__", "__annotate__", "__annotate_func__", "__annotations_cache__",
               "__abstractmethods__", "_abc_impl", "__parameters__"}


def _text(value: Any) -> bytes:
    return repr(value).encode("utf-8", "surrogatepass")


def _content(cell: Any) -> tuple:
    try:
        return (cell.cell_contents,)
    except ValueError:  # not yet filled
        return ()


def _names(code: types.CodeType) -> set:
    """The names of globals that code, and the code within it, looks up."""
    names = {
        step.argval
        for step in dis.get_instructions(code)
        if step.opname in ("LOAD_GLOBAL", "LOAD_NAME")
    }
    for value in code.co_consts:
        if isinstance(value, types.CodeType):
            names |= _names(value)
    return names


@functools.lru_cache(maxsize=1)
def _installed() -> tuple:
    """Folders of modules of which the name says enough."""
    folders = set(sysconfig.get_paths().values())
    for more in (getattr(site, "getsitepackages", list)(), [site.getusersitepackages()]):
        folders.update(more)
    folders.add(os.path.dirname(os.__file__))
    return tuple(os.path.join(os.path.abspath(folder), "") for folder in folders if folder)

