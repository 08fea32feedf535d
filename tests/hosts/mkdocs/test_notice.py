"""What is broken is told on served pages, and the last good site stays up meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.atlas.rules import NO_DIRECTION, UNKNOWN_TARGET
from paperatlas.diagnostics.problem import Span
from paperatlas.hosts.mkdocs.notice import with_notice
from paperatlas.hosts.notice import notice_of_failure, notice_of_problems
from paperatlas.texts.en import EN
from tests.conftest import write_files
from tests.hosts.mkdocs.test_direct_pages import MATERIAL
from tests.hosts.mkdocs.test_serving import SITE, Serve, changed, clean_build, differences, serve

__all__ = ["serve"]  # a fixture

FILES = {
    "bib/a.bib": "@misc{k1, title = {One}, keywords = {flows}}\n@misc{k2, title = {Two}, extends = {k1}}\n",
    "docs/directions/flows.md": "# Flows\n\nSee [@k1].\n",
    "theme/main.html": "{% extends 'base.html' %}",
}
THEMED = SITE | {"theme": MATERIAL | {"custom_dir": "theme"}}


def test_errors_are_told_until_they_are_mended(serve: Serve) -> None:
    served = serve(FILES)
    for path in ("", "papers/k2/", "directions/flows/", "nowhere/"):
        assert served.notice(path) == ""
    changed("bib/a.bib", "{k1}", "{k9}")(served.root)
    served.rebuild()
    for path in ("", "papers/k1/", "directions/flows/", "nowhere/"):
        told = served.notice(path)
        assert "1 error in the library and the notes" in told
        assert "bib/a.bib:2:" in told
    changed("bib/a.bib", "{k9}", "{k1}")(served.root)
    served.rebuild()
    assert served.notice("papers/k1/") == ""
    assert differences(served, set()) == []


BROKEN: dict[str, tuple[str, str, str]] = {
    "the configuration": ("mkdocs.yml", "site_name: [", "expected the node content"),
    "an option": ("mkdocs.yml", "site_name: T\nplugins: [search, {paperatlas: {language: 7}}]\n", "language"),
    "a plugin that is none": (
        "mkdocs.yml",
        "site_name: T\nplugins: [nothing]\n",
        'The "nothing" plugin is not installed',
    ),
    "a theme": ("theme/main.html", "{% extends 'base.html' %}{% block content %}{{ 1 / 0 }}", "theme/main.html"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_cannot_be_built_is_told_on_the_last_good_site(what: str, serve: Serve, tmp_path: Path) -> None:
    served = serve(FILES, THEMED)
    good = clean_build(served.root, tmp_path / "clean")
    assert served.ask("papers/k1/")[0] == "200 OK"
    path, text, told = BROKEN[what]
    before = (served.root / path).read_text(encoding="utf-8")
    write_files(served.root, {path: text})
    served.rebuild()
    assert told in served.notice("papers/k1/")
    assert "This is the site as it was before" in served.notice("papers/k1/")
    made_before = ["papers/k1/index.html", "assets/paperatlas.css"]
    # What is made of a theme that is broken says so itself.
    unmade = ["papers/k2/index.html", "index.html", "feed.xml"] if path == "mkdocs.yml" else []
    for file in made_before + unmade:
        assert served.ask(file) == ("200 OK", good[file]), file
    write_files(served.root, {path: before})
    served.rebuild()
    assert served.notice("") == ""
    assert differences(served, set()) == []


def test_a_built_site_never_has_one(serve: Serve, tmp_path: Path) -> None:
    served = serve(FILES | {"bib/a.bib": "@misc{k1, title = {One"}, SITE)
    assert "never closed" in served.notice("")
    assert b"pa-served" not in b"".join(clean_build(served.root, tmp_path / "clean").values())


def test_what_is_told_is_text_and_short() -> None:
    reasons = ["<script>\n\x1b[2J", *(f"reason {number}" for number in range(6))]
    html = notice_of_failure(reasons, EN).html("zh")
    assert 'lang="zh"' in html
    assert '<ul lang="en"' in html
    assert "<script" not in html
    assert "\x1b" not in html
    assert "&lt;script&gt;" in html
    assert "And 2 more, in the log." in html
    assert "reason 4" not in html
    assert notice_of_problems([], EN) is None


@pytest.mark.parametrize(
    ("page", "whole"),
    [
        (b"<body>a</body></html>", b"<body>aN</body></html>"),
        (b"</body> in text</body>", b"</body> in textN</body>"),
        (b"a", b"aN"),
    ],
)
def test_where_it_stands(page: bytes, whole: bytes) -> None:
    assert with_notice(page, "N") == whole


def test_errors_are_told_and_what_is_less_is_for_the_log() -> None:
    error, less = UNKNOWN_TARGET.at(Span("a.bib", 3), key="x"), NO_DIRECTION.at(Span("a.bib", 4), key="y")
    assert (error.severity, less.severity) == ("error", "info")
    told = notice_of_problems([less, error], EN)
    assert told
    assert told.lines == (str(error),)
    assert notice_of_problems([less], EN) is None
