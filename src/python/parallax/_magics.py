"""Magics of IPython: %parallax does a command line, %%px executes a cell on every engine."""

from __future__ import annotations

import shlex
from typing import Any, Optional

from IPython.core.error import UsageError
from IPython.core.magic import Magics, line_cell_magic, magics_class, no_var_expand

from ._errors import ParallaxError
from ._session import session


@magics_class
class ParallaxMagics(Magics):
    """The magics of ``%load_ext parallax``."""

    @no_var_expand
    @line_cell_magic
    def parallax(self, line: str, cell: Optional[str] = None) -> Any:
        """Do a command line of Parallax; what comes of it is shown below, with its picture.

        ::

            %parallax sweep -p x=linspace:0:1:11 --expression 'x^2'
            r = %parallax map --array range:0:100000 --function is-prime
            %parallax bootstrap jobs/data/hubble.ecsv --x distance --y velocity --statistic pearson

        A line is taken as it stands: nothing in it is replaced. As ``%%parallax`` it goes on in the
        cell, over as many lines as it likes. All options:

            %parallax sweep --help
            %parallax map --help
            %parallax bootstrap --help
        """
        try:
            words = shlex.split(line + " " + (cell or "").replace("\\\n", " "), comments=cell is not None)
        except ValueError as e:
            raise UsageError(f"%parallax: {e}") from None
        if not words:
            raise UsageError("%parallax needs sweep, map or bootstrap; %parallax? shows more")
        try:
            return session().command(words)
        except ParallaxError as e:
            if e.detail is not None:
                raise
            raise UsageError(f"parallax: {e}") from None

    @no_var_expand
    @line_cell_magic
    def px(self, line: str, cell: Optional[str] = None) -> None:
        """Execute a line (%px) or a cell (%%px) on every engine of the session."""
        session().execute(line if cell is None else cell)
