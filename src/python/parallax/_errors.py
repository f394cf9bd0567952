"""What can go wrong, as exceptions. All are ParallaxError; those that Java reports carry its line."""

from __future__ import annotations

from typing import Any, Optional


class ParallaxError(Exception):
    """Something went wrong in Parallax. ``detail`` has a traceback or more lines, where there are."""

    def __init__(self, message: str, detail: Optional[str] = None) -> None:
        super().__init__(message)
        self.detail = detail

    def __str__(self) -> str:
        message = super().__str__()
        return f"{message}\n\n{self.detail.rstrip()}" if self.detail else message


class InputError(ParallaxError, ValueError):
    """The input is wrong; the message says what, where and the nearest right spelling."""


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
    return kind(str(event.get("message", "the job failed")), event.get("detail"))
