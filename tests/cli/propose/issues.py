"""Issues as GitHub's form "add a paper" writes them."""

from __future__ import annotations

import json

from paperatlas.texts.commands import propose as texts


def body(identifier: str, direction: str = "", why: str = "", code: str = "", method: str = "") -> str:
    """Return the body of an issue: a heading for each field, and GitHub's words for one that was left empty."""
    place = {texts.IDENTIFIER: identifier, texts.DIRECTION: direction, texts.METHOD: method}
    fields = {**place, texts.WHY: why, texts.CODE: code}
    return "\n\n".join(f"### {label}\n\n{value or '_No response_'}" for label, value in fields.items())


def event(text: object, number: object = 7) -> str:
    """Return the event of an issue with a body."""
    return json.dumps({"action": "opened", "issue": {"number": number, "body": text, "title": "[Paper]"}})
