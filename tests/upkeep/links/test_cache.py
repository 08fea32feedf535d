"""What is remembered of links, and when it is not believed."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from paperatlas.upkeep.links.cache import CheckedOutcome, add_outcomes, load_outcomes
from paperatlas.upkeep.links.check import Outcome, State

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LINK = "https://ada.example/x"
MOVED = Outcome("alive", 200, "https://ada.example/y", "https://ada.example/z", archived=True)


def write(path: Path, links: object) -> None:
    path.write_text(json.dumps({"version": 1, "links": links}), encoding="utf-8")


def test_what_is_added_is_read_beside_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    add_outcomes(path, {LINK: MOVED}, NOW - timedelta(days=2))
    add_outcomes(path, {"https://ada.example/图": Outcome("unchecked", reason="time-out", wait=3.0)}, NOW)
    assert load_outcomes(path, NOW) == {
        LINK: CheckedOutcome("alive", 200, MOVED.moved, MOVED.final, archived=True, checked=NOW - timedelta(days=2)),
        "https://ada.example/图": CheckedOutcome("unchecked", reason="time-out", checked=NOW),
    }


def test_what_is_too_old_goes(tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    add_outcomes(path, {LINK: MOVED}, NOW - timedelta(days=900))
    add_outcomes(path, {"https://b.example": MOVED}, NOW)
    assert list(json.loads(path.read_bytes())["links"]) == ["https://b.example"]


def test_what_was_written_before_is_read(tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    write(path, {LINK: {"state": "gone", "status": 404, "checked": "2026-11-23T12:00:00+00:00"}})
    assert load_outcomes(path, NOW) == {LINK: CheckedOutcome("gone", 404, checked=NOW)}


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
    assert CheckedOutcome(state, checked=NOW - age).is_fresh(NOW, timedelta(days=most)) is fresh


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
        {"checked": "0001-01-01T00:00:00+23:00"},
        {"checked": "9999-12-31T23:59:59-23:00"},
        {"checked": (NOW + timedelta(days=1)).isoformat()},
        {"checked": (NOW - timedelta(days=900)).isoformat()},
    ],
)
def test_a_damaged_link_is_left_out_alone(tmp_path: Path, change: dict[str, object]) -> None:
    path = tmp_path / "links.json"
    write(path, {LINK: GOOD | change, "https://b.example": GOOD, "https://c.example": 3})
    assert list(load_outcomes(path, NOW)) == ["https://b.example"]
