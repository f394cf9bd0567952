"""Embarrassingly parallel science, on all cores or on a cluster, with the same numbers.

::

    import parallax as px
    sums = px.sweep(f, mu=np.linspace(-1, 1, 3000), sigma=np.linspace(0.1, 1, 3000), design="paired")
    prime = px.map(isprime, range(100_000))
    boot = px.bootstrap(table, "pearson", x="distance", y="velocity", resamples=200_000)

A function ``f(x, rng)`` gets a numpy Generator of its own for each item, from the seed and the item's
index alone. The first call starts a :class:`Session`, which stays; ``px.close()`` ends it.
"""

from __future__ import annotations

from typing import Any, Sequence, Union

from . import _modules
from ._errors import (
    Cancelled,
    FailedItemsWarning,
    InputError,
    Interrupted,
    ItemsFailed,
    JobError,
    NotSent,
    ParallaxError,
    SessionClosed,
    SessionEnded,
    SessionError,
    VersionError,
)
from ._outcomes import Column, Failure, Figure, Output
from ._results import Results
from ._session import Session, close, session
from ._version import VERSION as __version__

__all__ = [
    "Cancelled",
    "Column",
    "FailedItemsWarning",
    "Failure",
    "Figure",
    "InputError",
    "Interrupted",
    "ItemsFailed",
    "JobError",
    "NotSent",
    "Output",
    "ParallaxError",
    "Results",
    "Session",
    "SessionClosed",
    "SessionEnded",
    "SessionError",
    "VersionError",
    "__version__",
    "bootstrap",
    "close",
    "command",
    "map",
    "session",
    "submit",
    "sweep",
]


def sweep(model: Any = None, /, **given: Any) -> Any:
    __tracebackhide__ = True
    return session().sweep(model, **given)


def map(function: Any = None, array: Any = None, /, **given: Any) -> Any:
    __tracebackhide__ = True
    return session().map(function, array, **given)


def bootstrap(table: Any, statistic: Any = None, /, **given: Any) -> Any:
    __tracebackhide__ = True
    return session().bootstrap(table, statistic, **given)


def command(words: Union[str, Sequence[str]]) -> Any:
    return session().command(words)


def submit(what: Any, /, *args: Any, **given: Any) -> Any:
    return session().submit(what, *args, **given)


for _job in (sweep, map, bootstrap, command, submit):
    _job.__doc__ = getattr(Session, _job.__name__).__doc__
del _job


_modules.note()


def __dir__() -> Sequence[str]:
    return __all__


def load_ipython_extension(ipython: Any) -> None:
    """``%load_ext parallax``: the magics %parallax and %%px."""
    from ._magics import ParallaxMagics

    ipython.register_magics(ParallaxMagics)
