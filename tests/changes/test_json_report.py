"""Changes as JSON, of which nothing is cut."""

from __future__ import annotations

import json

from paperatlas.changes.json_report import changes_json
from tests.changes.versions import BASE, Between


def test_json_has_everything(between: Between) -> None:
    new = BASE["bib/a.bib"].replace("2018", "2019") + "@misc{x, title = {X}, extends = {glow}, keywords = {flows}}"
    data = json.loads(changes_json(between(BASE, BASE | {"bib/a.bib": new}), "https://example.org"))
    assert data["papers"]["added"] == [
        {"key": "x", "name": "X", "path": "papers/x/", "url": "https://example.org/papers/x/"}
    ]
    assert data["papers"]["changed"][0]["fields"] == [{"name": "date", "before": "2018", "after": "2019"}]
    assert [(one["source"], one["type"], one["target"]) for one in data["relations"]["added"]] == [
        ("x", "extends", "glow")
    ]
    assert data["problems"]["fixed"] == []
    assert set(data) == {"papers", "relations", "directions", "pages", "problems"}
