"""What is known of links from earlier runs, as JSON: so that nobody is asked twice in a week.

It is read with suspicion: what is damaged, of another version or from the future is not used.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

from paperatlas.upkeep.links.check import Outcome, State

_VERSION = 1
_SHORT = timedelta(days=1)
"""How long anything but a living link is believed: it may be mended."""
_TROUBLE = timedelta(hours=1)
_FORGOTTEN = timedelta(days=400)
_TYPES = {"status": int, "moved": str, "final": str, "archived": bool, "reason": str}
_SLIP = timedelta(minutes=5)
"""How far apart the clocks of two machines that share a cache may be."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An outcome, and when it was found."""

    outcome: Outcome
    when: datetime

    def fresh(self, now: datetime, most: timedelta) -> bool:
        """Whether it is young enough to be believed: `most` for a living link, less for others."""
        limit = {"alive": most, "unchecked": _TROUBLE}.get(self.outcome.state, _SHORT)
        return now - self.when < min(most, limit)


def read_kept(data: bytes, now: datetime) -> dict[str, Kept]:
    """What a cache holds, by the address asked for; whatever cannot be trusted is left out."""
    try:
        values = json.loads(data)
        links = values["links"] if values["version"] == _VERSION else {}
        found = {str(url): _kept(value) for url, value in links.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
    oldest = now - _FORGOTTEN
    return {url: kept for url, kept in found.items() if kept and oldest < kept.when <= now + _SLIP}


def write_kept(links: Mapping[str, Kept]) -> bytes:
    """The text of a cache."""
    values = {
        url: {name: value for name, value in asdict(kept.outcome).items() if name != "wait" and value}
        | {"checked": kept.when.isoformat(timespec="seconds")}
        for url, kept in sorted(links.items())
    }
    text = json.dumps({"version": _VERSION, "links": values}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "surrogatepass")


def _kept(value: Any) -> Kept | None:  # noqa: ANN401 — whatever JSON holds
    """One outcome; None if it is damaged."""
    try:
        when = datetime.fromisoformat(value["checked"])
        rest = {name: value[name] for name in _TYPES if name in value}
        whole = value["state"] in get_args(State) and all(type(rest[name]) is _TYPES[name] for name in rest)
        return Kept(Outcome(value["state"], **rest), when.astimezone(UTC)) if whole and when.tzinfo else None
    except (ValueError, TypeError, KeyError, OverflowError):
        return None
