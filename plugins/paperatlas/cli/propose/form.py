"""The form "add a paper" as GitHub hands it over: the event of an issue, whose body has a heading for each field."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from paperatlas.cli.propose.answers import is_nothing
from paperatlas.cli.usage import UsageError
from paperatlas.storage.files import read_bytes
from paperatlas.texts.commands import propose as texts

_HEADING = re.compile(r"^### (?P<label>[^\n]+)$", re.MULTILINE)
_NOTHING = "_No response_"
"""What GitHub writes for a field that was left empty."""

_LONGEST_BODY = 70_000
"""In characters. GitHub allows 65,536 in the body of an issue."""

_LONGEST_METHOD = 60
"""In characters. The longest name of a method in the atlas has 38."""

_LONGEST_VALUE = 2_000
"""How many characters of a field are read: a reason of a page."""


@dataclass(frozen=True, slots=True)
class PaperForm:
    """What was written into the form, by strangers: text to look at, never to run.

    All but `identifier` and `why` are the first lines of their fields; what was left open is empty, and so is what says
    that there is nothing, `none`.
    """

    number: int
    identifier: str
    direction: str = ""
    method: str = ""
    why: str = ""
    code: str = ""


def read_form(event: Path) -> PaperForm:
    """Read the event of an issue. Raises `UsageError` if it is none, or not that of the form."""
    try:
        data = json.loads(read_bytes(event))
        number, body = data["issue"]["number"], data["issue"]["body"]
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        raise UsageError(texts.no_event(event)) from error
    if not isinstance(number, int) or isinstance(number, bool) or not isinstance(body, str):
        raise UsageError(texts.no_event(event))
    fields = _fields(body[:_LONGEST_BODY].replace("\r\n", "\n"))
    return PaperForm(
        number=number,
        identifier=fields.get(texts.IDENTIFIER, ""),
        direction=_line(fields.get(texts.DIRECTION, "")),
        method=_line(fields.get(texts.METHOD, ""))[:_LONGEST_METHOD],
        why=fields.get(texts.WHY, ""),
        code=_line(fields.get(texts.CODE, "")),
    )


def _fields(body: str) -> dict[str, str]:
    """Return what stands below each heading; of two alike the first, since the second is what somebody wrote."""
    fields: dict[str, str] = {}
    headings = [*_HEADING.finditer(body)]
    for number, heading in enumerate(headings):
        end = headings[number + 1].start() if number + 1 < len(headings) else len(body)
        value = body[heading.end() : end].strip()[:_LONGEST_VALUE]
        fields.setdefault(heading["label"].strip(), "" if value == _NOTHING else value)
    return fields


def _line(value: str) -> str:
    line = value.partition("\n")[0].strip()
    return "" if is_nothing(line) else line
