"""Progress of a job: tqdm's bar where there is tqdm, else a line on a terminal or in a notebook.

Without ipywidgets tqdm would write its bars to stderr, which notebooks show in red: there we have ours.
"""

from __future__ import annotations

import html
import sys
import time
from typing import Any, Optional

_LATE = 0.5  # seconds after which a job shows its progress


def in_notebook() -> bool:
    """Whether this is a kernel of Jupyter's."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    return shell is not None and getattr(shell, "kernel", None) is not None


class Progress:
    """Shows how far a job is, if it takes more than half a second and somebody watches."""

    def __init__(self, wanted: Optional[bool] = None) -> None:
        watched = in_notebook() or hasattr(sys.stderr, "isatty") and sys.stderr.isatty()
        self._wanted = watched if wanted is None else wanted
        self._began = time.monotonic()
        self._bar: Any = None
        self._handle: Any = None
        self._stage: Optional[str] = None
        self._drawn = 0

    def show(self, event: dict) -> None:
        """Shows an event "progress"."""
        if not self._wanted or time.monotonic() - self._began < _LATE:
            return
        done, items = int(event.get("done", 0)), int(event.get("items", 0))
        stage, failed = str(event.get("stage") or ""), int(event.get("failed", 0))
        tqdm = _tqdm()
        if tqdm is None:
            self._line(done, items, stage, failed)
            return
        if self._bar is not None and stage != self._stage:
            self.close()
        if self._bar is None:
            self._stage = stage
            self._bar = tqdm(total=items or None, desc=stage or None, leave=False, unit="item", unit_scale=True)
        self._bar.total = items or None
        if failed:
            self._bar.set_postfix(failed=failed, refresh=False)
        self._bar.update(done - self._bar.n)

    def _line(self, done: int, items: int, stage: str, failed: int) -> None:
        share = f"{done} of {items}, {100 * done / items:.0f} %" if items else str(done)
        line = f"{stage + ': ' if stage else ''}{share}{f', {failed} failed' if failed else ''}"
        if in_notebook():
            self._display(f'<progress value="{done}" max="{max(1, items)}"></progress> {html.escape(line)}')
            return
        sys.stderr.write("\r" + line.ljust(self._drawn))
        sys.stderr.flush()
        self._drawn = len(line)

    def _display(self, shown: str) -> None:
        from IPython.display import HTML, display

        if self._handle is None:
            self._handle = display(HTML(shown), display_id=True)
        else:
            self._handle.update(HTML(shown))

    def close(self) -> None:
        """Takes the bar away."""
        if self._handle is not None:
            self._display("")
            self._handle = None
        if self._bar is not None:
            self._bar.close()
            self._bar = None
        if self._drawn:
            sys.stderr.write("\r" + " " * self._drawn + "\r")
            sys.stderr.flush()
            self._drawn = 0


def _tqdm() -> Any:
    try:
        if not in_notebook():
            from tqdm import tqdm
        elif _has_widgets():
            from tqdm.notebook import tqdm
        else:
            return None
    except ImportError:
        return None
    return tqdm


def _has_widgets() -> bool:
    try:
        import ipywidgets  # noqa: F401
    except ImportError:
        return False
    return True
