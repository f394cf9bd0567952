"""What can go wrong, as exceptions. All are ParallaxError; those that Java reports carry its line."""

from __future__ import annotations

import sys
import types
from typing import Any, List, Optional


class Brief:
    """An exception of which a notebook shows the user's own lines alone, and the message."""

    def _render_traceback_(self) -> List[str]:
        shell = sys.modules["IPython"].get_ipython()  # who asks is IPython
        own = own_frames(self.__traceback__)  # type: ignore[attr-defined]
        shown: List[str] = shell.InteractiveTB.structured_traceback(type(self), self, own, tb_offset=0)
        return shown


def own_frames(trace: Optional[types.TracebackType]) -> Optional[types.TracebackType]:
    """A traceback without the frames of this package and of IPython."""
    frames = []
    while trace is not None:
        name = str(trace.tb_frame.f_globals.get("__name__", ""))
        if name.split(".")[0] not in (__package__, "IPython"):
            frames.append(trace)
        trace = trace.tb_next
    found: Optional[types.TracebackType] = None
    for one in reversed(frames):
        found = types.TracebackType(found, one.tb_frame, one.tb_lasti, one.tb_lineno)
    return found


class ParallaxError(Brief, Exception):
    """Something went wrong in Parallax. ``detail`` has a traceback or more lines, where there are."""

    def __init__(self, message: str, detail: Optional[str] = None) -> None:
        super().__init__(message)
        self.detail = detail

    def __str__(self) -> str:
        message = super().__str__()
        return f"{message}\n\n{self.detail.rstrip()}" if self.detail else message


class InputError(ParallaxError, ValueError):
    """The input is wrong; the message says what, where and the nearest right spelling."""


class NotSent(ParallaxError, TypeError):
    """A function, or a value, cannot be pickled and so not be sent to workers; the message names it."""


class JobError(ParallaxError, RuntimeError):
    """An error of Parallax, of Spark, of the disk or of the machine."""


class ItemsFailed(ParallaxError, RuntimeError):
    """Items failed, and ``errors="raise"`` was asked for, or the job stopped for it.

    ``results`` has all that was computed, unless the job was stopped.
    """

    def __init__(self, message: str, detail: Optional[str] = None, results: Any = None) -> None:
        super().__init__(message, detail)
        self.results = results


class Interrupted(ParallaxError):
    """The job was interrupted by somebody else than this call: another thread, a signal to Java."""


class Cancelled(Brief, KeyboardInterrupt):
    """The stop button, or Ctrl-C, has ended the job of this call. The session goes on."""


class SessionError(ParallaxError, RuntimeError):
    """The session cannot be started or used."""


class SessionClosed(SessionError):
    """The session was closed."""


class SessionEnded(SessionError):
    """The session's Java process is gone. The next call starts another one."""


class VersionError(SessionError):
    """This package and the Parallax it found are not of one version."""


class FailedItemsWarning(UserWarning):
    """Some items failed; the others have their results."""


def of_event(event: dict) -> Exception:
    """The exception for an event "failed" of a session."""
    status = event.get("status", 1)
    kind = {2: InputError, 3: ItemsFailed, 130: Interrupted}.get(status, JobError)
    message, detail = str(event.get("message", "the job failed")), event.get("detail")
    said, _, last = (detail or "").rstrip().rpartition("\n")
    if kind is ItemsFailed and last.startswith("parallax: "):  # what ended it, below what had failed
        message, detail = message + "; " + last[len("parallax: ") :], said.rstrip() or None
    return kind(message, detail)


for _kind in (*ParallaxError.__subclasses__(), *SessionError.__subclasses__(), ParallaxError, Cancelled):
    _kind.__module__ = __package__  # as users know them
del _kind
