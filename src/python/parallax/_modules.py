"""The user's own modules: whether workers, which import them anew, get what this process has."""

from __future__ import annotations

import os
import struct
import sys
import types
from typing import Any, Dict, Iterator, Optional, Tuple

from . import watch, worker
from ._errors import InputError

_HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "")
_known: Dict[str, Tuple[Any, Any]] = {}  # file -> how it was imported, and its state then


def note() -> list:
    """Takes note of the files of modules that were imported, or reloaded, since the last time.

    :returns: the user's own modules
    """
    own = [module for module in list(sys.modules.values()) if _file(module)]
    for module in own:
        file = module.__file__
        if file not in _known or _known[file][0] is not module.__spec__:
            _known[file] = (module.__spec__, _imported(module, file))
    return own


def check(pickled: bytes, what: str) -> None:
    """Checks that no module that a function needs was edited after it was imported here.

    :param pickled: the function, which has the names of modules in it
    :raises InputError: if one was: workers would run what it says now
    """
    own = note()
    for module in _with_theirs([one for one in own if one.__name__.encode() in pickled]):
        file = _file(module)
        known = _known.get(file or "")
        now = worker.file_state(file or "")
        if file and known and now is not None and known[1] is not None and known[1] != now:
            name = module.__name__
            raise InputError(
                f"{what} needs the module {name}, and {file} was edited after it was imported here:"
                f" workers would run what it says now; importlib.reload({name}), or start Python again"
            )


def _file(module: Any) -> Optional[str]:
    """The file of a module that is the user's own."""
    file = getattr(module, "__file__", None)
    if not isinstance(file, str) or watch.installed(file) or not file.endswith(".py"):
        return None
    own = getattr(module, "__spec__", None) is not None and module.__name__ != "__main__"
    return file if own and not file.startswith(_HERE) else None


def _imported(module: Any, file: str) -> Any:
    """The state of a module's file when it was imported, as far as its cached bytes tell."""
    now = worker.file_state(file)
    cached = getattr(module.__spec__, "cached", None)
    if now is None or not cached or sys.dont_write_bytecode or not os.access(os.path.dirname(cached), os.W_OK):
        return now
    try:
        with open(cached, "rb") as bytecode:
            flags, time, size = struct.unpack("<4xIII", bytecode.read(16))
    except (OSError, struct.error):
        return now
    same = flags != 0 or (time, size) == (now[0] // 10**9 & 0xFFFFFFFF, now[1] & 0xFFFFFFFF)
    return now if same else (time * 10**9, size)


def _with_theirs(modules: list) -> Iterator[Any]:
    """Modules, and the user's own ones that they use."""
    seen = set()
    while modules:
        module = modules.pop()
        if module.__name__ in seen:
            continue
        seen.add(module.__name__)
        yield module
        for value in list(vars(module).values()):
            name = value.__name__ if isinstance(value, types.ModuleType) else getattr(value, "__module__", None)
            other = sys.modules.get(name) if isinstance(name, str) else None
            if other is not None and _file(other):
                modules.append(other)
