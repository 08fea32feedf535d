"""Changes as JSON, of which nothing is cut."""

from __future__ import annotations

import json

from paperatlas.atlas import Address
from paperatlas.changes.json_report import changes_json
from paperatlas.changes.model import ChangedItem, Changes, FieldChange, Items
from tests.changes.versions import BASE, Between


def test_json_has_everything(between: Between) -> None:
    new = (
        BASE["bib/a.bib"].replace("2018", "2019")
        + "@misc{x, title = {X}, extends = {glow}, keywords = {flows}, doi = {x}}"
    )
    data = json.loads(changes_json(between(BASE, BASE | {"bib/a.bib": new}), "https://example.org"))
    assert data["papers"]["added"] == [
        {"key": "x", "name": "X", "path": "papers/x/", "url": "https://example.org/papers/x/"}
    ]
    assert data["papers"]["changed"][0]["fields"] == [{"name": "date", "before": "2018", "after": "2019"}]
    assert [(one["source"], one["type"], one["target"]) for one in data["relations"]["added"]] == [
        ("x", "extends", "glow")
    ]
    assert data["problems"]["fixed"] == []
    [problem, *_] = data["problems"]["new"]
    assert problem["file"] == "bib/a.bib"
    assert set(problem) == {"code", "severity", "file", "line", "column", "message", "hint"}
    assert set(data) == {"papers", "relations", "directions", "pages", "citations", "problems"}


def test_without_an_address_of_the_site_pages_have_paths_alone(between: Between) -> None:
    data = json.loads(changes_json(between(BASE, BASE | {"bib/a.bib": BASE["bib/a.bib"].replace("2018", "2019")})))
    [paper] = data["papers"]["changed"]
    assert (paper["path"], "url" in paper) == ("papers/glow/", False)


def test_no_changes_are_written_as_empty_lists() -> None:
    nothing = json.loads(changes_json(Changes(Items(), Items(), Items(), Items(), (), (), 7)))
    kinds = ("papers", "relations", "directions", "pages")
    assert [nothing[kind] for kind in kinds] == [{"added": [], "changed": [], "removed": []}] * 4
    assert nothing["problems"] == {"new": [], "fixed": [], "remaining": 7}


def test_what_has_no_page_has_no_address() -> None:
    items = Items(
        changed=(
            ChangedItem(("a", "extends", "流"), "A", Address("x/"), (), (FieldChange("evidence (en)", None, "<b>"),)),
        ),
        removed=(ChangedItem(("b", "uses", "流"), "B", Address("")),),
    )
    text = changes_json(Changes(Items(), items, Items(), Items(), (), (), 0), "https://example.org/atlas/")
    assert "流" in text, "text stays readable"
    assert json.loads(text)["relations"] == {
        "added": [],
        "changed": [{
            "source": "a", "type": "extends", "target": "流", "name": "A", "path": "x/",
            "url": "https://example.org/atlas/x/",
            "fields": [{"name": "evidence (en)", "before": None, "after": "<b>"}],
        }],
        "removed": [{"source": "b", "type": "uses", "target": "流", "name": "B"}],
    }  # fmt: skip
