"""The table of how much of each room its tests run."""

from __future__ import annotations

from coverage_by_room import by_room, table


def file(covered: int, every: int) -> dict[str, dict[str, int]]:
    return {"summary": {"covered_lines": covered, "num_statements": every}}


REPORT = {
    "files": {
        "plugins/paperatlas/__main__.py": file(1, 2),
        "plugins/paperatlas/atlas/model.py": file(3, 4),
        "plugins/paperatlas/atlas/deep/er.py": file(1, 4),
        "plugins/paperatlas/text/__init__.py": file(0, 0),
    }
}


def test_files_are_summed_by_room() -> None:
    assert by_room(REPORT) == {"(top)": (1, 2), "atlas": (4, 8), "text": (0, 0)}


def test_a_room_without_statements_is_no_division_by_zero() -> None:
    assert table({"text": (0, 0), "atlas": (4, 8)}).splitlines() == [
        "text             0.0%       0 of      0",
        "atlas           50.0%       4 of      8",
        "all             50.0%       4 of      8",
    ]
