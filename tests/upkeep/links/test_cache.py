"""What is remembered of links, and when it is not believed."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from paperatlas.upkeep.links.cache import Kept, read_kept, write_kept
from paperatlas.upkeep.links.check import Outcome, State

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LINK = "https://ada.example/x"
KEPT = {
    LINK: Kept(Outcome("alive", 200, "https://ada.example/y", "https://ada.example/z", archived=True), NOW),
    "https://ada.example/图": Kept(Outcome("unchecked", reason="time-out"), NOW - timedelta(days=2)),
}


def test_what_is_written_is_read() -> None:
    assert read_kept(write_kept(KEPT), NOW) == KEPT


@pytest.mark.parametrize(
    ("state", "age", "most", "fresh"),
    [
        ("alive", timedelta(days=6), 7, True),
        ("alive", timedelta(days=8), 7, False),
        ("alive", timedelta(days=8), 30, True),
        ("alive", timedelta(0), 0, False),
        ("gone", timedelta(hours=20), 7, True),
        ("gone", timedelta(days=2), 7, False),
        ("refused", timedelta(days=2), 7, False),
        ("unchecked", timedelta(minutes=50), 7, True),
        ("unchecked", timedelta(hours=2), 7, False),
        ("gone", timedelta(hours=20), 0.5, False),
    ],
)
def test_age(state: State, age: timedelta, most: float, fresh: bool) -> None:
    assert Kept(Outcome(state), NOW - age).fresh(NOW, timedelta(days=most)) is fresh


GOOD = {"state": "alive", "status": 200, "checked": NOW.isoformat()}


@pytest.mark.parametrize(
    "change",
    [
        {"state": "fine"},
        {"state": []},
        {"status": "200"},
        {"status": True},
        {"moved": 3},
        {"archived": 1},
        {"checked": "yesterday"},
        {"checked": 3},
        {"checked": "2026-11-22T10:00:00"},
        {"checked": (NOW + timedelta(days=1)).isoformat()},
        {"checked": (NOW - timedelta(days=900)).isoformat()},
    ],
)
def test_a_damaged_link_is_left_out_alone(change: dict[str, object]) -> None:
    data = json.dumps({"version": 1, "links": {LINK: GOOD | change, "https://b.example": GOOD, "https://c.example": 3}})
    assert list(read_kept(data.encode(), NOW)) == ["https://b.example"]


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00\xff", b"{", b"[]", b"3", b'{"version": 1}', b'{"version": 2, "links": {}}', b'{"version": 1, "links": 3}',
     b"[" * 200_000, write_kept(KEPT)[:-20]],
)  # fmt: skip
def test_a_damaged_cache_is_none(data: bytes) -> None:
    assert read_kept(data, NOW) == {}
