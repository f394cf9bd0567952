"""The Java process of a session: it is started here, and spoken to in lines of JSON.

A message may be followed by frames of bytes, whose lengths it names. One thread reads and hands each
message to the request with its id; another passes on what Java and the user's functions write to
stderr. A process that was forked off this one must not write into the same pipes, so a fork cuts them.
"""

from __future__ import annotations

import atexit
import collections
import io
import itertools
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import weakref
from pathlib import Path
from typing import Any, Deque, Dict, List, Optional, Sequence, Tuple

from ._errors import SessionClosed, SessionEnded, SessionError, VersionError, of_event
from ._version import VERSION
from .watch import NOTE

PROTOCOL = 1
_HERE = Path(__file__).resolve()
_processes: "weakref.WeakSet[Process]" = weakref.WeakSet()


def launcher() -> List[str]:
    """The command that starts Parallax.

    It is looked for in PARALLAX_HOME; in the sources around this file, or those that this package was
    installed from; and on PATH.
    """
    home = os.environ.get("PARALLAX_HOME")
    if home:
        for place in (Path(home) / "parallax", Path(home) / "bin" / "parallax"):
            if place.is_file() and os.access(place, os.X_OK):
                return [str(place)]
        raise SessionError(f"PARALLAX_HOME is {home}, but there is no launcher 'parallax' in it")
    for folder in _sources():
        place = folder / "parallax"
        if place.is_file() and os.access(place, os.X_OK):
            return [str(place)]
    found = shutil.which("parallax")
    if found:
        return [found]
    raise SessionError(
        "Parallax was not found: set PARALLAX_HOME to the folder of its launcher, or put it on PATH"
    )


def _sources() -> List[Path]:
    if _HERE.parents[1].name == "python" and _HERE.parents[2].name == "src":
        return [_HERE.parents[3]]
    try:
        from ._home import HOME  # type: ignore[import-not-found]
    except ImportError:
        return []
    return [Path(HOME)]


class Request:
    """A message that was sent, and the events that answer it."""

    def __init__(self, process: "Process", number: int) -> None:
        self.process = process
        self.id = number
        self._events: "queue.SimpleQueue[Any]" = queue.SimpleQueue()

    def put(self, event: Any) -> None:
        self._events.put(event)

    def next(self, timeout: Optional[float] = None) -> Optional[dict]:
        """The next event; None if there is none in time. Raises what ended the process."""
        try:
            event = self._events.get(timeout=timeout)
        except queue.Empty:
            return None
        if isinstance(event, Exception):
            raise _again(event)
        return event

    def answer(self) -> dict:
        """The answer to a small question: its event "done". Raises what "failed" says."""
        while True:
            event = self.next()
            if event is not None and event.get("event") == "done":
                return event
            if event is not None and event.get("event") == "failed":
                raise of_event(event)


class Process:
    """A session's process. Safe for several threads; of no use in a forked child."""

    def __init__(self, command: Sequence[str]) -> None:
        self.pid = os.getpid()
        self.folder_of_start = os.getcwd()
        self._command = list(command)
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._requests: Dict[int, Request] = {}
        self._abandoned: set = set()
        self._forgotten: Deque[Tuple[int, Tuple[str, ...]]] = collections.deque()
        self._numbers = itertools.count(1)
        self._ended: Optional[Exception] = None
        self._closed = False
        self._said: Deque[str] = collections.deque(maxlen=20)
        self._noted: set = set()  # of the job at hand
        self.results: "weakref.WeakSet[Any]" = weakref.WeakSet()
        self._greeting = Request(self, 0)
        self._start()
        try:
            self.hello = self._greet()
        except BaseException:
            self._stop(wait=0)
            raise

    def _start(self) -> None:
        try:
            # A session of its own for the system: Ctrl-C is for Python, which then cancels the job.
            self._java = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                bufsize=0,
                start_new_session=True,
            )
        except OSError as e:
            raise SessionError(f"{self._command[0]} cannot be started: {e.strerror or e}") from e
        _processes.add(self)
        self._threads = [
            threading.Thread(target=self._read, name="parallax-events", daemon=True),
            threading.Thread(target=self._forward, name="parallax-stderr", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def _greet(self) -> dict:
        hello = self._greeting.next()
        assert hello is not None
        theirs = str(hello["parallax"])
        if hello.get("protocol") != PROTOCOL or theirs != VERSION:
            raise VersionError(
                f"this package is of Parallax {VERSION}, but {self._command[0]} is"
                f" {theirs}: install the package that came with it (pip install src/python)"
            )
        return hello

    # What comes in.

    def _read(self) -> None:
        stream = io.BufferedReader(self._java.stdout, 1 << 16)  # type: ignore[arg-type]
        try:
            for line in iter(stream.readline, b""):
                message = self._message(line)
                message["frames"] = [self._frame(stream, n) for n in message.get("frames", ())]
                self._dispatch(message)
            self._end(None)
        except Exception as e:  # a pipe that broke, or words that are none of the protocol
            self._end(e if isinstance(e, SessionError) else SessionEnded(f"the session broke off: {e}"))
        stream.close()

    def _message(self, line: bytes) -> dict:
        try:
            message = json.loads(line)
        except ValueError:
            message = None
        if not isinstance(message, dict) or not ("id" in message or "parallax" in message):
            text = line.decode("utf-8", "replace").strip()
            raise SessionError(
                f"{self._command[0]} does not speak the protocol of a session: it wrote {text[:200]!r}"
            )
        return message

    @staticmethod
    def _frame(stream: Any, length: int) -> bytearray:
        frame = bytearray(length)
        view = memoryview(frame)
        have = 0
        while have < length:
            got = stream.readinto(view[have:])
            if not got:
                raise EOFError("it ended within a frame")
            have += got
        return frame

    def _dispatch(self, message: dict) -> None:
        if "parallax" in message:
            self._greeting.put(message)
            return
        number = message["id"]
        last = message.get("event") in ("done", "failed")
        with self._lock:
            request = self._requests.pop(number, None) if last else self._requests.get(number)
            if last and number in self._abandoned:
                self._abandoned.discard(number)
                self._forgotten.append((number, ()))
        if request is not None:
            request.put(message)

    def _end(self, cause: Optional[Exception]) -> None:
        """Tells all who wait that nothing more will come."""
        if cause is not None:
            self._kill()
        try:
            status = self._java.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._kill()
            status = self._java.wait()
        self._threads[1].join(timeout=1)
        with self._lock:
            self._ended = self._closed_error() if self._closed else cause or self._why(status)
            waiting = list(self._requests.values()) + [self._greeting]
            self._requests.clear()
        for request in waiting:
            request.put(self._ended)

    def _why(self, status: int) -> Exception:
        told = (line for line in list(self._said) if not line.startswith(NOTE))
        last = [line for line in told if line.startswith("parallax: ")][-1:]
        said = f": {last[0][len('parallax: '):]}" if last else ""
        if status < 0:
            try:
                name = signal.Signals(-status).name
            except ValueError:
                name = str(-status)
            return SessionEnded(f"the session's Java process was ended by {name}{said}")
        if not hasattr(self, "hello"):
            return SessionError(f"{' '.join(self._command)} ended with status {status}{said}")
        return SessionEnded(f"the session's Java process ended with status {status}{said}")

    def _forward(self) -> None:
        stream = io.BufferedReader(self._java.stderr)  # type: ignore[arg-type]
        for raw in iter(stream.readline, b""):
            line = raw.decode("utf-8", "replace")
            if line.startswith(NOTE):
                if line in self._noted:  # another worker has said so
                    continue
                self._noted.add(line)
            self._said.append(line.rstrip("\n"))
            try:
                sys.stderr.write(line)
                sys.stderr.flush()
            except (ValueError, OSError, AttributeError):
                pass  # the notebook's stream is closed: nobody is there to read it
        stream.close()

    # What goes out.

    def send(self, do: str, **fields: Any) -> Request:
        """Sends a request; raises if the process is closed, gone, or another process's."""
        self.check()
        self._forget_all()
        if do == "run":
            self._noted.clear()
        request = Request(self, next(self._numbers))
        with self._lock:
            if self._ended is not None:
                raise _again(self._ended)
            self._requests[request.id] = request
        self._write({"id": request.id, "do": do, **fields})
        return request

    def ask(self, do: str, **fields: Any) -> dict:
        """A small question and its answer."""
        return self.send(do, **fields).answer()

    def cancel(self, request: Request) -> None:
        """Ends a run; its last event tells."""
        if self.alive:
            self._write({"id": next(self._numbers), "do": "cancel", "run": request.id})

    def abandon(self, request: Request) -> None:
        """Nobody waits for this run any more; what comes of it is forgotten."""
        with self._lock:
            if self._requests.pop(request.id, None) is not None:
                self._abandoned.add(request.id)

    def forget(self, run: int, files: Tuple[str, ...]) -> None:
        """Frees a run's results with the next request: this may be called by the garbage collector."""
        self._forgotten.append((run, files))

    def _forget_all(self) -> None:
        while self._forgotten:
            try:
                run, files = self._forgotten.popleft()
            except IndexError:
                return
            for file in files:
                try:
                    os.unlink(file)
                except OSError:
                    pass  # its folder is the session's, and goes with it
            self._write({"id": next(self._numbers), "do": "forget", "run": run})

    def _write(self, message: dict) -> None:
        line = json.dumps(message, separators=(",", ":")).encode("ascii")
        data = memoryview(line + b"\n")
        with self._writing:
            try:
                while data:
                    data = data[self._java.stdin.write(data) :]  # type: ignore[union-attr]
            except (OSError, ValueError):
                pass  # it is gone: the reader says why to all who wait

    # The end.

    def check(self) -> None:
        """Raises if this process cannot be spoken to."""
        if os.getpid() != self.pid:
            raise SessionError(
                "this session belongs to the process that forked this one: open another px.Session here"
            )
        if self._closed:
            raise self._closed_error()
        if self._ended is not None:
            raise _again(self._ended)

    @staticmethod
    def _closed_error() -> Exception:
        return SessionClosed("the session is closed")

    @property
    def alive(self) -> bool:
        return self._ended is None and not self._closed and os.getpid() == self.pid

    def close(self, keep: bool = True) -> None:
        """Ends the process. With ``keep``, what results have not fetched yet is fetched first."""
        if os.getpid() != self.pid or self._closed:
            return
        if keep and self._ended is None:
            for result in list(self.results):
                result._keep()
        self._closed = True
        self._stop(wait=5)

    def _stop(self, wait: float) -> None:
        try:
            self._java.stdin.close()  # type: ignore[union-attr]
        except OSError:
            pass
        try:
            self._java.wait(timeout=wait)
        except subprocess.TimeoutExpired:
            self._kill()
            self._java.wait()

    def _kill(self) -> None:
        for number in (signal.SIGTERM, signal.SIGKILL):
            if self._java.poll() is not None:
                return
            try:
                os.killpg(self._java.pid, number)
            except (ProcessLookupError, PermissionError):
                pass
            try:
                self._java.wait(timeout=2)
            except subprocess.TimeoutExpired:
                continue

    def _cut(self) -> None:
        """In a forked child: our ends of the pipes lead nowhere, and Java sees only its parent's."""
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (self._java.stdin, self._java.stdout, self._java.stderr):
            if stream is not None and not stream.closed:
                os.dup2(null, stream.fileno(), inheritable=False)
        os.close(null)


def _again(error: Exception) -> Exception:
    """The same exception anew: each who is told has a traceback of his own."""
    return type(error)(*error.args)


def _cut_all() -> None:
    for process in list(_processes):
        process._cut()


def _close_all() -> None:
    for process in list(_processes):
        process.close(keep=False)


atexit.register(_close_all)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_cut_all)
