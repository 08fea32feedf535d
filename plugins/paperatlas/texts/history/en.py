"""The words of what has changed in English."""

from __future__ import annotations

from paperatlas.texts.english import counted
from paperatlas.texts.history.definition import ChangesTexts

CHANGES_EN = ChangesTexts(
    page="What has changed",
    intro="Papers, relations and statuses that were added or changed, month by month, as git has it.",
    since=lambda count, day: f"New since your last visit ({day}): {count}. They are marked; only this browser knows.",
    nothing_since=lambda day: f"Nothing is new since your last visit ({day}).",
    begun=lambda papers: f"{counted(papers, 'paper')} came at once, as the library began or moved.",
    statuses="Statuses",
    from_to=lambda before, status: f"{before} → {status}",
    news=lambda about, change: f"{about}: {change}",
    papers=lambda count: f"{counted(count, 'new paper')}",
    relations=lambda count: f"{counted(count, 'new relation')} between papers that were here",
    changed=lambda count: f"{counted(count, 'changed entry', 'changed entries')}",
)
