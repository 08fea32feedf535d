"""What keeps a record from being had."""

from __future__ import annotations


class SourceError(Exception):
    """There is no record, or none that can become an entry; the message says why, and what to do, for people."""
