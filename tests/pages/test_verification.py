"""What a paper's page says of what was looked up."""

from __future__ import annotations

import pytest

from paperatlas.pages import messages_for
from paperatlas.pages.paper import paper_page
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site
from tests.verification.rows import verified

LIBRARY = entry("ddim", abstract="About flows.", code="https://github.com/o/ddim", codelicense="MIT") + entry("plain")


def page(read_files: ReadFiles, rows: str, key: str = "ddim", language: str = "en") -> str:
    atlas = read_files({"bib/a.bib": LIBRARY, "bib/verified.tsv": rows}).atlas
    return paper_page(make_site(atlas, messages_for(language)), atlas.papers[key]).body.html


@pytest.mark.parametrize(
    ("rows", "language", "code", "checked"),
    [
        ((), "en", "MIT licence", ""),
        (
            ("ddim | code: framework=PyTorch; language=Python; state=archived | 2026-11-01 | https://api.example.org/r?a=1&b",),
            "en",
            "MIT licence, Python, PyTorch, archived (read-only)",
            'code on 2026-11-01 (<a href="https://api.example.org/r?a=1&amp;b">api.example.org</a>)',
        ),
        (
            ("ddim | code: state=gone", "ddim | preprint: version=2 | 2026-10-31 | arXiv"),
            "zh",
            "MIT 许可证、已无法找到",
            "代码 2026-11-01（GitHub）、预印本 2026-10-31（arXiv）",
        ),
    ],
)  # fmt: skip
def test_what_is_known_and_when_it_was_looked_up(
    read_files: ReadFiles, rows: tuple[str, ...], language: str, code: str, checked: str
) -> None:
    html = page(read_files, verified(*rows), language=language)
    texts = messages_for(language).verification
    assert f"<dt>{texts.code}</dt> <dd>{code}</dd>" in html
    assert (f"<dt>{texts.checked}</dt> <dd>{checked}</dd>" in html) == bool(checked)


@pytest.mark.parametrize(
    ("row", "notice"),
    [
        ("ddim | publication: state=retracted", "This paper has been retracted."),
        ("ddim | preprint: state=withdrawn", "The preprint has been withdrawn from arXiv."),
        ("ddim | code: state=archived", ""),
    ],
)
def test_what_readers_must_know_first_stands_above_the_abstract(read_files: ReadFiles, row: str, notice: str) -> None:
    html = page(read_files, verified(row))
    assert ('role="note"' in html) == bool(notice)
    assert notice in html
    assert not notice or html.index(notice) < html.index('id="abstract"')


def test_a_paper_of_which_nothing_is_known_says_nothing(read_files: ReadFiles) -> None:
    without = page(read_files, "key\twhat\twhen\tsource\n", "plain")
    assert messages_for("en").verification.checked not in without
    assert without == page(read_files, verified("ddim | code"), "plain")
