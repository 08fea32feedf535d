"""What stops a build that is no fault of the program: a failing template, a full disk, a file that cannot be used."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable

from paperatlas.pages.broken_template import BrokenTemplateError, broken_template
from paperatlas.storage.files import WriteError, reason_of

_FULL = (errno.ENOSPC, errno.EDQUOT)


_LAST_TIME = 2**32 - 1
"""In 2106: MkDocs compresses the sitemap, and that format has no later time."""


def why_no_time(epoch: str | None) -> str:
    """Return what is wrong with SOURCE_DATE_EPOCH, by which MkDocs dates pages; empty if nothing is, or it is not set.

    MkDocs by itself ends in a traceback.
    """
    if epoch is None or (epoch.isdecimal() and epoch.isascii() and int(epoch[:20]) <= _LAST_TIME):
        return ""
    return (
        f"SOURCE_DATE_EPOCH is '{epoch[:40]}', which is no time: write the seconds since 1970, such as 1767225600 "
        f"(at most {_LAST_TIME}), or take it out of the environment."
    )


def why_stopped(error: Exception, folders: Iterable[str]) -> str:
    """Return the sentence for whoever builds the site, whose theme is in `folders`; empty if it is another error."""
    is_full = getattr(error.__cause__ or error, "errno", None) in _FULL
    advice = " Make room on the disk, and build again." if is_full else ""
    if isinstance(error, WriteError):
        return f"PaperAtlas {error}.{advice}"
    if isinstance(error, OSError) and is_full:
        return f"The site cannot be written: {reason_of(error)}.{advice}"
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"'{os.fsdecode(error.filename)}' cannot be used: {reason_of(error)}."
    broken = error if isinstance(error, BrokenTemplateError) else broken_template(error, folders)
    return str(broken) if broken else ""
