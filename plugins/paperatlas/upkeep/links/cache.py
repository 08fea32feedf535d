"""What is known of links from earlier runs, by the address asked for: so that nobody is asked twice in a week.

It is read with suspicion: what is damaged or from the future is not used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from paperatlas.storage.records import load_records, update_records
from paperatlas.upkeep.links.check import Outcome

_SHORT = timedelta(days=1)
"""How long anything but a living link is believed: it may be mended."""
_TROUBLE = timedelta(hours=1)
_FORGOTTEN = timedelta(days=400)
_SLIP = timedelta(minutes=5)
"""How far apart the clocks of two machines that share a cache may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedOutcome(Outcome):
    """An outcome, and when it was found."""

    checked: Annotated[datetime, Meta(tz=True)]

    def is_fresh(self, now: datetime, most: timedelta) -> bool:
        """Return whether it is young enough to be believed: `most` for a living link, less for others."""
        limit = {"alive": most, "unchecked": _TROUBLE}.get(self.state, _SHORT)
        return now - self.checked < min(most, limit)


def load_outcomes(path: Path, now: datetime) -> dict[str, CheckedOutcome]:
    """Return what a file holds; whatever cannot be trusted is left out."""
    return _believed(load_records(path, "links", CheckedOutcome), now)


def add_outcomes(path: Path, found: Mapping[str, Outcome], now: datetime) -> None:
    """Put outcomes into a file, beside what another run may have put there meanwhile. Raises `WriteError`."""
    checked = now.replace(microsecond=0)
    new = {url: CheckedOutcome(**asdict(outcome) | {"wait": 0.0}, checked=checked) for url, outcome in found.items()}
    update_records(path, "links", CheckedOutcome, lambda there: _believed(there, now) | new)


def _believed(outcomes: Mapping[str, CheckedOutcome], now: datetime) -> dict[str, CheckedOutcome]:
    """Return the outcomes that are neither too old nor from the future."""
    return {url: each for url, each in outcomes.items() if now - _FORGOTTEN < each.checked <= now + _SLIP}
