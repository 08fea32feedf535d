"""The changes between two versions of a site as Markdown, for a summary of a GitHub workflow or a comment.

All text is the author's of the change and stands there as text alone, see `changes/markdown.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar
from urllib.parse import quote

from paperatlas.atlas import Address
from paperatlas.changes.markdown import inline, link
from paperatlas.changes.model import ChangedItem, Changes, FieldChange, Items
from paperatlas.diagnostics.problem import Problem
from paperatlas.exports.site import SiteInfo

LIMIT = 65_536
"""The characters that a comment on GitHub may have; a step's summary may have 1 MiB (GitHub's documentation)."""

LEAST = 1_000
"""Room for the counts, which are always there."""

_STEPS = (500, 200, 100, 50, 25, 10, 5, 2, 1, 0)
"""How many things of a list are named, tried in turn until everything fits."""

_NAME, _VALUE, _FIELDS = 200, 80, 20
"""How long a name and a quoted value may be, and of how many fields of one thing changes are told."""

_Thing = TypeVar("_Thing")
_KINDS = ("papers", "relations", "directions", "pages", "citations")
_RARE = frozenset({"citations"})
"""What a table of counts leaves out where nothing of it changed."""


def changes_markdown(changes: Changes, site_url: str = "", limit: int = LIMIT) -> str:
    """Markdown of at most `limit` characters, at least `LEAST`; lists are cut to fit, and say so.

    With `site_url`, where the site will be, everything that has a page is a link to it.
    """
    if not changes:
        return f"## Changes to the atlas\n\nNone. {_remaining(changes)}\n"
    texts = ("\n".join(_lines(changes, SiteInfo("", url=site_url), most)) + "\n" for most in _STEPS)
    return next(text for text in texts if len(text) <= max(limit, LEAST))


def _lines(changes: Changes, site: SiteInfo, most: int) -> Iterator[str]:
    """Yield the whole text; of each list `most` things are named."""
    yield from ("## Changes to the atlas", "", "| | added | changed | removed |", "| --- | ---: | ---: | ---: |")
    for kind in _KINDS:
        items: Items = getattr(changes, kind)
        if not items and kind in _RARE:
            continue
        yield f"| {kind.capitalize()} | {len(items.added):,} | {len(items.changed):,} | {len(items.removed):,} |"
    new, fixed = len(changes.new_problems), len(changes.fixed_problems)
    yield from ("", f"**Problems:** {new:,} new, {fixed:,} fixed. {_remaining(changes)}")
    yield from _section("New problems", changes.new_problems, most, _problem, site)
    for kind in _KINDS:
        items = getattr(changes, kind)
        for what in ("added", "changed", "removed"):
            yield from _section(f"{kind.capitalize()} {what}", getattr(items, what), most, _item, site)
    yield from _section("Fixed problems", changes.fixed_problems, most, _problem, site)


def _remaining(changes: Changes) -> str:
    number = changes.remaining
    return "No other problem." if not number else f"{number:,} other{'s' if number > 1 else ''} as before."


def _section(
    title: str, things: Sequence[_Thing], most: int, lines: Callable[[_Thing, SiteInfo], Iterable[str]], site: SiteInfo
) -> Iterator[str]:
    """Yield a heading and the lines of the things below it."""
    if things and most:
        yield from ("", f"### {title}", "")
        for thing in things[:most]:
            yield from lines(thing, site)
        if len(things) > most:
            yield f"- … and {len(things) - most:,} more"


def _item(item: ChangedItem, site: SiteInfo) -> Iterator[str]:
    """Yield one thing, and a line for each of its fields that changed."""
    name = link(item.name, _page(item.address, site), _NAME)
    yield " · ".join([f"- {name}", *(inline(remark, _NAME) for remark in item.remarks)])
    yield from (f"  - {_field(change)}" for change in item.fields[:_FIELDS])
    if len(item.fields) > _FIELDS:
        yield f"  - … and {len(item.fields) - _FIELDS:,} more fields"


def _field(change: FieldChange) -> str:
    """Return a field and its value before and after, if both can be taken in at a glance."""
    name = inline(change.name, _VALUE)
    if change.before is None and change.after is None:
        return f"{name}: changed"
    if change.before is None or change.after is None:
        what, value = ("added", change.after) if change.before is None else ("removed", change.before)
        return f"{name} {what}: {inline(value or '', _VALUE)}"
    if max(len(change.before), len(change.after)) > _VALUE:
        return f"{name}: changed"
    return f"{name}: {inline(change.before) or '∅'} → {inline(change.after) or '∅'}"


def _problem(problem: Problem, site: SiteInfo) -> Iterator[str]:
    rule = link(problem.code, f"{_page(Address('problems/'), site)}#{quote(problem.code)}" if site.url else "")
    sentences = " ".join(part for part in (problem.message, problem.hint) if part)
    where = f"{inline(problem.file, _NAME)}{f' line {problem.line}' if problem.line else ''}"
    yield f"- {rule} {problem.severity} · {where} · {inline(sentences)}"


def _page(address: Address, site: SiteInfo) -> str:
    return site.link(address) if site.url and address else ""
