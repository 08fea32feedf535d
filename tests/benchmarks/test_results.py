"""What is written of a run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.builds.comparison import BYTES, CPU, FILES, MEMORY, WALL, Comparison
from benchmarks.builds.costs import END, GUIDE, START, cost_table
from benchmarks.builds.results import merged, page, record, run_data
from benchmarks.builds.rows import COLD
from benchmarks.builds.sides import MKDOCS


def comparison(papers: int, cpu: float) -> Comparison:
    figures = {CPU: [(cpu, 20.0)], WALL: [(cpu + 1, 21.0)], MEMORY: [(3e8, 2e8)]}
    return Comparison(COLD, MKDOCS, papers, figures, 0.5, 1_000, note="A note.")


def run(*comparisons: Comparison, date: str = "2026-01-02") -> dict[str, Any]:
    data = run_data(comparisons, {"Hugo": "1.2"}, 5) | {"date": date, "revision": "abc", "machine": "A machine"}
    loaded: dict[str, Any] = json.loads(json.dumps(data))
    return loaded | {"versions": {"Python": "3", "Hugo": "1.2"}}


def test_a_run_says_what_its_figures_depend_on() -> None:
    data = run_data([comparison(1_000, 10)], {"Hugo": "1.2"}, 5)
    assert set(data) == {"date", "revision", "rounds", "machine", "versions", "rows"}
    assert {"Python", "mkdocs", "mkdocs-material", "Hugo"} == set(data["versions"])
    assert "cores" in data["machine"]


def test_the_page_has_a_table_for_each_run() -> None:
    lines = page([run(comparison(1_000, 10)), run(comparison(200, 4), date="2026-01-01")]).splitlines()
    assert [line for line in lines if line.startswith("##")] == [
        "## 2026-01-02, revision abc",
        "## 2026-01-01, revision abc",
    ]
    assert "A machine; rounds: 5; Python 3, Hugo 1.2." in lines
    row = "| cold build | 1,000 | MkDocs + Material | CPU | 0.50 |  | ≤ 0.5 | met | 10.0 s | 20.0 s | 0.52 | 1.50 |"
    assert row in lines
    assert lines.count("- A note.") == 2


def test_a_row_measured_again_replaces_the_earlier_one() -> None:
    earlier = [run(comparison(200, 4), comparison(1_000, 11)), run(comparison(5_000, 50))]
    latest = run(comparison(1_000, 10), comparison(5_000, 40))
    papers = [[row["papers"] for row in each["rows"]] for each in merged(earlier, latest)]
    assert papers == [[1_000, 5_000], [200]]


def test_costs_are_those_of_the_newest_run_by_size() -> None:
    sizes = Comparison("bytes of the site", MKDOCS, 200, {BYTES: [(5e6, 1)], FILES: [(1234, 1)]}, judged_by=BYTES)
    lines = list(cost_table([run(comparison(1_000, 10)), run(comparison(1_000, 99), comparison(200, 2), sizes)]))
    assert lines[0] == "Measured on 2026-01-02 (A machine).\n"
    assert lines[3:] == [
        "| 200 | 2.00 s | 3.00 s | 300 MB | 5 MB | 1,234 |  |  |  |",
        "| 1,000 | 10.0 s | 11.0 s | 300 MB |  |  |  |  |  |",
    ]


def test_a_run_is_recorded_in_three_files(tmp_path: Path) -> None:
    results, data, guide = (tmp_path / name for name in ("RESULTS.md", "results.json", "guide.md"))
    guide.write_text(f"before\n{START}old\n{END}after\n")
    for cpu in (10, 12):
        record(run(comparison(1_000, cpu)), results, data, guide)
    assert [row["papers"] for each in json.loads(data.read_text()) for row in each["rows"]] == [1_000]
    assert results.read_text() == page(json.loads(data.read_text()))
    before, table, after = guide.read_text().partition("| 1,000 | 12.0 s | 13.0 s | 300 MB |")
    assert before.startswith(f"before\n{START}\n")
    assert table
    assert after.endswith(f"\n{END}after\n")
    assert "old" not in before + after


def test_the_guide_has_the_place_for_the_table() -> None:
    _, start, rest = GUIDE.read_text(encoding="utf-8").partition(START)
    assert start
    assert END in rest
