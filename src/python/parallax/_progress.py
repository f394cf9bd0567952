"""Progress of a job: a bar in a notebook; on a terminal tqdm's bar where there is tqdm, else a line.

A notebook gets a bar of plain HTML. The widgets that tqdm would use there need an extension of the
page, of the right version, and what is saved of them is no picture.
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
    """Shows how far a job is, if it takes more than half a second and somebody watches.

    What cannot be shown is left: no job fails for its bar.
    """

    def __init__(self, wanted: Optional[bool] = None) -> None:
        watched = in_notebook() or hasattr(sys.stderr, "isatty") and sys.stderr.isatty()
        self._wanted = watched if wanted is None else wanted
        self._began = time.monotonic()
        self._bar: Any = None
        self._handle: Any = None
        self._stage: Optional[str] = None
        self._drawn = 0
        self._last: dict = {}

    def tick(self) -> None:
        """Shows the last event again, with the seconds that have gone since: slices may take long."""
        if self._last:
            self.show(self._last)

    def show(self, event: dict) -> None:
        """Shows an event "progress"."""
        self._last = event
        if not self._wanted or time.monotonic() - self._began < _LATE:
            return
        try:
            self._show(event)
        except Exception:
            self.close()
            self._wanted = False

    def _show(self, event: dict) -> None:
        done, items = int(event.get("done", 0)), int(event.get("items", 0))
        stage, failed = str(event.get("stage") or ""), int(event.get("failed", 0))
        tqdm = None if in_notebook() else _tqdm()
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
        seconds = time.monotonic() - self._began
        share = f"{done} of {items}, {100 * done / items:.0f} %" if items else str(done)
        line = f"{stage + ': ' if stage else ''}{share}{f', {failed} failed' if failed else ''}, {seconds:.0f} s"
        if in_notebook():
            bar = f'<progress value="{done}" max="{max(1, items)}" style="vertical-align:middle"></progress>'
            self._display(f"{bar} {html.escape(line)}", line)
            return
        sys.stderr.write("\r" + line.ljust(self._drawn))
        sys.stderr.flush()
        self._drawn = len(line)

    def _display(self, shown: str, plain: str) -> None:
        from IPython.display import display

        data = {"text/html": shown, "text/plain": plain}
        if self._handle is None:
            self._handle = display(data, raw=True, display_id=True)
        else:
            self._handle.update(data, raw=True)

    def close(self) -> None:
        """Takes the bar away."""
        try:
            self._close()
        except Exception:
            pass

    def _close(self) -> None:
        if self._handle is not None:
            self._display("", "")
            self._handle = None
        if self._bar is not None:
            bar, self._bar = self._bar, None
            bar.close()
        if self._drawn:
            sys.stderr.write("\r" + " " * self._drawn + "\r")
            sys.stderr.flush()
            self._drawn = 0


def _tqdm() -> Any:
    try:
        from tqdm import tqdm
    except ImportError:
        return None
    return tqdm
