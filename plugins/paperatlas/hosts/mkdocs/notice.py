"""What pages of `mkdocs serve` tell of what is broken, at their foot, and what MkDocs logs of a build that fails."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


def with_notice(page: bytes, notice: str) -> bytes:
    """Return a page with a notice at its end."""
    before, end, after = page.rpartition(b"</body>")
    return b"%b%b%b%b" % (before, notice.encode(), end, after) if end else page + notice.encode()


@contextmanager
def logged_errors() -> Iterator[list[str]]:
    """Collect what MkDocs and its plugins log as errors meanwhile."""
    found: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    handler = Collect(logging.ERROR)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
