"""A template that fails, as a problem of the template and not of the program."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from paperatlas.diagnostics.problem import Span


class BrokenTemplateError(Exception):
    """A template cannot be rendered: the message names the template, the line, and what is wrong there."""


def broken_template(error: Exception, folders: Iterable[str | Path]) -> BrokenTemplateError | None:
    """Return what to tell of an error that was raised while a template in one of `folders` was read or rendered.

    None if no template had a part in it. The template is named relative to its folder.
    """
    span = _span(error, [Path(folder) for folder in folders])
    if span is None and not isinstance(error, TemplateError):
        return None
    where = f"The template {span}" if span else "A template"
    what = f"it needs '{error.name}', which does not exist" if isinstance(error, TemplateNotFound) else str(error)
    return BrokenTemplateError(f"{where} cannot be used: {what}.")


def _span(error: Exception, folders: list[Path]) -> Span | None:
    """Return the innermost line of a template in the error's way."""
    lines = [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        lines.append((error.filename, error.lineno))
    for name, line in reversed(lines):
        path = Path(name)
        folder = next((folder for folder in folders if path.suffix != ".py" and path.is_relative_to(folder)), None)
        if folder:
            return Span(f"{folder.name}/{path.relative_to(folder).as_posix()}", line)
    return None
