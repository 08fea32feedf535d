"""The form, read from the event of an issue."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from paperatlas.cli.propose.form import PaperForm, read_form
from paperatlas.cli.usage import UsageError
from paperatlas.texts.commands import propose as texts
from tests.cli.propose.issues import body, event
from tests.conftest import REPOSITORY

FORMS = [
    (body("2010.02502"), PaperForm(7, "2010.02502")),
    (
        body("2010.02502", "diffusion", "Two\n\nlines", "https://e.org"),
        PaperForm(7, "2010.02502", "diffusion", "", "Two\n\nlines", "https://e.org"),
    ),
    (body("2010.02502", method="DDIM\nx"), PaperForm(7, "2010.02502", method="DDIM")),
    (body("2010.02502", method="D" * 99), PaperForm(7, "2010.02502", method="D" * 60)),
    (body("2010.02502\nand more", "a\nb"), PaperForm(7, "2010.02502\nand more", "a")),
    (body("2010.02502", "无", method="None.", code="N/A"), PaperForm(7, "2010.02502")),
    (body("2010.02502", why="x").replace("\n", "\r\n"), PaperForm(7, "2010.02502", why="x")),
    # Whoever writes a heading of the form into a field cannot overwrite what stands above it.
    (body("2010.02502", "a", f"x\n### {texts.DIRECTION}\n\nb"), PaperForm(7, "2010.02502", "a", "", "x")),
    (body("2010.02502", why="x" * 9000), PaperForm(7, "2010.02502", why="x" * 2000)),
    ("Please add DDIM.", PaperForm(7, "")),
    ("", PaperForm(7, "")),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_forms(text: str, form: PaperForm, tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text(event(text), encoding="utf-8")
    assert read_form(tmp_path / "event.json") == form


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "{", '{"issue": 1}', event(None), event("x", "1"), event("x", number=True), "[" * 5000]
)
def test_what_is_no_event(text: str, tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="is not the event of an issue"):
        read_form(tmp_path / "event.json")


def test_the_form_has_the_labels_that_are_looked_for() -> None:
    path = REPOSITORY / ".github" / "ISSUE_TEMPLATE" / "1-add-a-paper.yml"
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    labels = [field["attributes"]["label"] for field in form["body"] if field["type"] != "markdown"]
    assert labels == [texts.IDENTIFIER, texts.DIRECTION, texts.METHOD, texts.WHY, texts.CODE]
    assert form["labels"] == ["paper"]
