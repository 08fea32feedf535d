"""How far a long command is, on the last line of a terminal."""

from __future__ import annotations

import shutil
import sys
from types import TracebackType
from typing import Self


class Progress:
    """A line that is written over again and again, and gone at the end; nothing where no person looks on."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.show("")

    def show(self, text: str) -> None:
        """Put a text in the place of the last one."""
        if self._shown:
            width = shutil.get_terminal_size((80, 24)).columns - 1
            sys.stderr.write(f"\r\x1b[K{text[:width]}")
            sys.stderr.flush()
