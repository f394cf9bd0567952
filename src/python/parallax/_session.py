"""Sessions: one Java process with its engines, which does one job after another."""

from __future__ import annotations

import concurrent.futures
import itertools
import os
import shlex
import sys
import threading
import time
import warnings
from typing import Any, Callable, List, Mapping, Optional, Sequence, Union

from ._direct import Direct
from ._errors import (
    Cancelled,
    FailedItemsWarning,
    InputError,
    Interrupted,
    ItemsFailed,
    ParallaxError,
    SessionError,
    of_event,
    own_frames,
)
from ._jobs import Job, Jobs
from ._outcomes import message_of
from ._process import Process, Request, launcher
from ._progress import Progress
from ._results import Results, command_results

_PATIENCE = 1.0  # seconds that an interrupted job may take to end
_TICK = 1.0  # seconds after which a bar shows that time goes on


class Session(Direct):
    """A Java process that does jobs, on all cores of this machine or on a cluster.

    :param master: ``threads[N]`` or a Spark master; as on the command line if it is not given
    :param seed: what all randomness comes from (default: 1)
    :param launcher: the command that starts Parallax, if it is not to be looked for
    :param progress: whether jobs show their progress; if somebody watches, by default

    It ends with ``close()``, with its ``with`` block, or with Python. If its Java process is killed,
    the job at hand fails, and the next call starts another process.
    """

    def __init__(
        self,
        master: Optional[str] = None,
        seed: Optional[int] = None,
        *,
        launcher: Union[str, os.PathLike, Sequence[str], None] = None,
        progress: Optional[bool] = None,
    ) -> None:
        super().__init__()
        self._closed = False
        self._master = master
        self._seed = seed
        self._launcher = launcher
        self._progress = progress
        self._starting = threading.Lock()
        self._numbers = itertools.count(1)
        self._pid = os.getpid()
        self._process = self._start()

    def __reduce__(self) -> Any:
        raise TypeError("a session stays in its process, and workers start no jobs")

    def _start(self) -> Process:
        if "_parallax.worker" in sys.modules:
            raise SessionError("a function that runs on a worker starts no jobs of its own")
        given = self._launcher
        command = launcher() if given is None else _command(given)
        words = command + ["session"]
        if self._master is not None:
            words += ["--master", str(self._master)]
        return Process(words)

    def _live(self) -> Process:
        """The process; another one if it has ended by itself."""
        if os.getpid() != self._pid or self._closed:
            self._process.check()
        with self._starting:
            if not self._process.alive and not self._closed:
                self._process = self._start()
            return self._process

    # Jobs.

    def sweep(self, model: Any = None, /, **given: Any) -> Any:
        """Evaluates a model at every point of a grid, a sample or a table of parameters.

        ``model`` is a function, which is given the parameters by their names, and ``rng``, a random
        generator for this point alone, if it has such a parameter; or the name of a built-in model.

        The parameters' values are lists, arrays, single values, or texts::

            px.sweep(f, mu=[0, 1], sigma=np.linspace(0.1, 1, 10))                     # a grid
            px.sweep(f, mu=mus, sigma=sigmas, design="paired")                        # the i-th together
            px.sweep(f, mu="normal:0:1", sigma="uniform:0:1", design="sobol", samples=1024)
            px.sweep(f, points=frame)                                                 # a table's rows
            px.sweep(expression="x^2", x="linspace:0:1:11")

        All other keywords are options: output, resume, seed, errors="raise", returns=object,
        serial=True, ... ``px.command("sweep --help")`` shows them; ``--fail-fast`` is fail_fast=True.

        Returns :class:`Results`: ``list(r)``, ``np.asarray(r)``, ``r["mu"]``, ``r.frame``, ``r.figure()``.
        """
        __tracebackhide__ = True
        return self._now("sweep", (model,), given)

    def map(self, function: Any = None, array: Any = None, /, **given: Any) -> Any:
        """Applies a function to each element of an array.

        ``function`` is a function of one element, and of ``rng``, a random generator for this element
        alone, if it has such a parameter; or the name of a built-in function. ``array`` is any list,
        array or range, of numbers, texts or any objects; or a text::

            px.map(f, range(100_000))
            px.map(lambda path: path.stat().st_size, list(Path("data").glob("*.fits")))
            px.map("is-prime", "random:0:100000:10000")

        All other keywords are options: output, resume, seed, errors="raise", returns=object,
        serial=True, ... ``px.command("map --help")`` shows them; ``--fail-fast`` is fail_fast=True.

        Returns :class:`Results`: ``list(r)``, ``np.asarray(r)``, ``r.frame``, ``r.failures``, ``r.figure()``.
        """
        __tracebackhide__ = True
        return self._now("map", (function, array), given)

    def bootstrap(self, table: Any, statistic: Any = None, /, **given: Any) -> Any:
        """Resamples the rows of a table and recomputes a statistic.

        ``table`` is a file, a DataFrame, an astropy Table, a dict of columns, a structured array, or a
        plain array. ``statistic`` is the name of a statistic, or a list of names; or a function of the
        rows, as a structured array, that returns a number or a dict of numbers::

            px.bootstrap(table, "pearson", x="distance", y="velocity", resamples=200_000)
            px.bootstrap(table, lambda t: np.median(t["velocity"] / t["distance"]), resamples=10_000)
            px.bootstrap(values, "mean")

        All other keywords are options: level, interval, strata, where, seed, output, ...
        ``px.command("bootstrap --help")`` shows them.

        Returns :class:`Results`: ``r.summary``, ``np.asarray(r)``, the replicates, ``r.figure()``.
        """
        __tracebackhide__ = True
        return self._now("bootstrap", (table, statistic), given)

    def command(self, words: Union[str, Sequence[str]]) -> Any:
        """Does a command line of ``sweep``, ``map`` or ``bootstrap``.

        :returns: :class:`Results`, or lines if nothing was computed, as by ``--help``
        """
        split = shlex.split(words) if isinstance(words, str) else [str(word) for word in words]
        process = self._live()
        if os.getcwd() != process.folder_of_start:
            warnings.warn(
                f"paths of this command line are those of {process.folder_of_start},"
                " where the session was started",
                stacklevel=_level(),
            )
        return self._done(process, Job(split, typed=True))

    def submit(self, what: Any, /, *args: Any, **given: Any) -> "concurrent.futures.Future[Any]":
        """Begins a job, and returns its future at once.

        ``s.submit("map", f, xs)`` does what ``s.map(f, xs)`` does, ``s.submit(f, x)`` calls a function
        on an engine. Jobs run one after another. ``cancel()`` ends one that runs.
        """
        name = what if isinstance(what, str) else getattr(what, "__name__", "")
        own = name in ("sweep", "map", "bootstrap") and getattr(what, "__module__", "parallax").startswith("parallax")
        process = self._live()
        jobs = self._jobs(process)
        if isinstance(what, str) and not own:
            raise InputError(f"no job {what!r}; there is sweep, map, bootstrap")
        if own:
            job = jobs.make(name, args, given, self._log)
        elif callable(what):
            job = jobs.call_job(what, args, given, self._log)
        else:
            raise InputError(f"{what!r:.60} can be neither called nor done")
        return JobFuture(self, process, job, single=not own)

    # How a job goes.

    def _now(self, kind: str, args: tuple, given: Mapping[str, Any]) -> Any:
        __tracebackhide__ = True
        try:
            process = self._live()
            return self._done(process, self._jobs(process).make(kind, args, given, self._log))
        except Cancelled as e:
            raise e.with_traceback(None) from None
        except KeyboardInterrupt:
            raise Cancelled("the job was cancelled before it began") from None
        except Exception as e:
            own = own_frames(e.__traceback__)  # how it came about in here is of no use to users
            if own is None and not isinstance(e, ParallaxError):
                raise
            raise e.with_traceback(own) from e.__cause__

    def _jobs(self, process: Process) -> Jobs:
        master = str(process.hello["master"])
        here = master.startswith(("threads", "local", "serial", "sequential"))
        moved = os.getcwd() != process.folder_of_start
        engines = int(process.hello["parallelism"])
        return Jobs(str(process.hello["folder"]), moved, engines, not here, self._numbers)

    def _ask_engines(self, function: Callable, log: Sequence[tuple]) -> Any:
        process = self._live()
        job = self._jobs(process).engines_job(function, log)
        job.errors, job.progress = "ignore", False
        return self._done(process, job)

    def _done(self, process: Process, job: Job) -> Any:
        request: Optional[Request] = None
        try:
            request = process.send("run", words=self._seeded(job.words))
            return self._results(process, job, request)
        except KeyboardInterrupt:
            if request is not None:
                _cancel(process, request)
            raise Cancelled(job.cancelled()) from None
        finally:
            job.release()

    def _seeded(self, words: List[str]) -> List[str]:
        """The words of a job with the session's seed, if they name none."""
        if self._seed is None or any(word == "--seed" or word.startswith("--seed=") for word in words):
            return words
        return words + [f"--seed={int(self._seed)}"]

    def _results(self, process: Process, job: Job, request: Request, fetch: bool = True) -> Any:
        """Waits for a job's end, and fetches its results, if that does not have to wait for other jobs."""
        begun: dict = {}
        progress = Progress(self._progress if job.progress is None else job.progress)
        try:
            while True:
                event = request.next(timeout=_TICK) or {}
                kind = event.get("event")
                if kind is None:
                    progress.tick()
                if kind == "begun":
                    begun = event
                elif kind == "progress":
                    job.progressed(event)
                    progress.show(event)
                elif kind == "failed":
                    told = {name: job.complaint(event[name]) for name in ("message", "detail") if event.get(name)}
                    raise of_event({**event, **told})
                elif kind == "done":
                    break
        finally:
            progress.close()
        results = command_results(process, request.id, job, begun, event, fetch)
        if isinstance(results, Results):
            _report(results, job)
        return results

    # The end.

    def close(self) -> None:
        """Ends the session. Results that are still in use stay as they are."""
        self._closed = True
        self._process.close()

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *error: Any) -> None:
        self.close()

    @property
    def master(self) -> str:
        """Where jobs run."""
        return str(self._process.hello["master"])

    def __repr__(self) -> str:
        told = "closed" if self._closed else "" if self._process.alive else "its process has ended"
        return f"<Session on {self.master}{', ' + told if told else ''}>"


class JobFuture(concurrent.futures.Future):
    """The future of a job that runs in a session."""

    def __init__(self, session: Session, process: Process, job: Job, single: bool) -> None:
        super().__init__()
        self._session = session
        self._process = process
        self._job = job
        self._single = single
        self._request = process.send("run", words=session._seeded(job.words))
        threading.Thread(target=self._wait, name="parallax-job", daemon=True).start()

    def _wait(self) -> None:
        try:
            results = self._session._results(self._process, self._job, self._request, fetch=False)
            self._set(self.set_result, results.values[0] if self._single else results)
        except BaseException as e:
            self._set(self.set_exception, e)
        finally:
            self._job.release()

    @staticmethod
    def _set(how: Callable, what: Any) -> None:
        try:
            how(what)
        except concurrent.futures.InvalidStateError:
            pass  # it was cancelled meanwhile

    def running(self) -> bool:
        """Whether the job has not ended."""
        return not self.done()

    def cancel(self) -> bool:
        """Ends the job, which runs or waits for its turn."""
        if not super().cancel():
            return False
        self.set_running_or_notify_cancel()  # tells those who wait
        self._process.cancel(self._request)
        return True


def _cancel(process: Process, request: Request) -> None:
    """Cancels a job, and waits a little for its end."""
    try:
        process.cancel(request)
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            event = request.next(timeout=max(0.01, end - time.monotonic()))
            if event is not None and event.get("event") == "done":
                process.forget(request.id, ())
            if event is not None and event.get("event") in ("done", "failed"):
                return
    except (SessionError, Interrupted, KeyboardInterrupt):
        pass
    process.abandon(request)


def _report(results: Results, job: Job) -> None:
    """Says that items failed."""
    count = int(results.summary.get("failed") or 0)
    if not count or job.errors == "ignore":
        return
    groups = results.summary.get("failures") or []
    told = f"{count} of {len(results)} items failed" + (f": {job.complaint(message_of(groups[0]))}" if groups else "")
    if len(groups) > 1:
        told += f", and in {len(groups) - 1} other way{'s' if len(groups) > 2 else ''}"
    if job.errors == "raise":
        failures = results.failures
        raise ItemsFailed(told, failures[0].traceback if failures else None, results)
    warnings.warn(told + " (r.failures has them)", FailedItemsWarning, stacklevel=_level())


def _level() -> int:
    """The stack level of the first caller outside this package."""
    level, frame = 1, sys._getframe(1)
    while frame.f_back is not None and frame.f_globals.get("__name__", "").startswith("parallax"):
        level, frame = level + 1, frame.f_back
    return level


def _command(given: Union[str, os.PathLike, Sequence[str]]) -> List[str]:
    return [os.fspath(given)] if isinstance(given, (str, os.PathLike)) else [str(word) for word in given]


_default: Optional[Session] = None
_default_lock = threading.RLock()


def session(master: Optional[str] = None, seed: Optional[int] = None) -> Session:
    """The session that ``px.sweep``, ``px.map`` and ``px.bootstrap`` use. The first call starts it.

    With a master or a seed, a new one takes its place.
    """
    global _default
    with _default_lock:
        wanted = master is not None or seed is not None
        if _default is not None and not _default._closed and not wanted:
            return _default
        if _default is not None:
            _default.close()
        _default = Session(master, seed)
        return _default


def close() -> None:
    """Ends the session that ``px.sweep``, ``px.map`` and ``px.bootstrap`` use; a later call starts another."""
    global _default
    with _default_lock:
        if _default is not None:
            _default.close()
        _default = None


def _forked() -> None:
    """A forked child has no session; its first call starts one of its own."""
    global _default, _default_lock
    _default, _default_lock = None, threading.RLock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)

