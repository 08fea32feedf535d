"""The note of a new direction, to fill in."""

from __future__ import annotations

import yaml

from paperatlas.notes import STATUSES
from paperatlas.texts.directions.definition import NoteTexts


def new_note(slug: str, title: str, order: int, texts: NoteTexts) -> str:
    """Return the text of a direction's note whose front matter is valid as it is, with hints for its author."""
    statuses = ", ".join(STATUSES)
    lines = [
        "---",
        yaml.safe_dump({"title": title}, allow_unicode=True, width=10_000).rstrip("\n"),
        f"summary: # {texts.summary}",
        f"status: # {texts.status.format(statuses=statuses)}",
        f"order: {order} # {texts.order}",
        f"# {texts.groups.format(slug=slug)}",
        "groups:",
        "#  - slug: models",
        f"#    title: {texts.group_title}",
        f"#    summary: {texts.group_summary}",
        f"related: # {texts.related}",
        "---",
        "",
        f"# {title}",
    ]
    for heading, hint in texts.sections:
        # In a comment, so that the page has no heading without a text.
        lines += ["", "<!--", f"## {heading}", "", hint, "-->"]
    return "\n".join(lines) + "\n"
