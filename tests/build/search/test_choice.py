"""Which search a site has."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.build.options import Search
from paperatlas.build.search.choice import LARGE, choose_search
from paperatlas.build.search.pagefind import Pagefind
from paperatlas.diagnostics.extras import install_command
from paperatlas.diagnostics.problem import Span

EXTENDED = Pagefind(Path("bin/pagefind_extended"))
PLAIN = Pagefind(Path("bin/pagefind"))
PLACE = Span("mkdocs.yml")
INSTALL = install_command("search")

# what is wanted, pages of papers, languages, what is installed; what is used, code, words of the message
CHOICES: list[tuple[Search, int, str, Pagefind | None, Pagefind | None, str, str]] = [
    ("auto", LARGE - 1, "zh en", EXTENDED, None, "", ""),
    ("auto", LARGE, "zh en", EXTENDED, EXTENDED, "", ""),
    ("auto", LARGE, "en", PLAIN, PLAIN, "", ""),
    ("auto", LARGE, "en fr", None, None, "SEA001", INSTALL),
    ("auto", LARGE - 1, "en", None, None, "", ""),
    ("auto", LARGE, "en zh-Hant", PLAIN, None, "SEA001", "'zh-Hant'"),
    ("pagefind", 1, "en", PLAIN, PLAIN, "", ""),
    ("pagefind", 1, "ja", PLAIN, None, "SEA002", "'ja'"),
    ("pagefind", 1, "en", None, None, "SEA002", INSTALL),
    ("theme", 9 * LARGE, "en", EXTENDED, None, "", ""),
    ("theme", 9 * LARGE, "en", None, None, "", ""),
]


@pytest.mark.parametrize(("wanted", "papers", "languages", "installed", "used", "code", "words"), CHOICES)
def test_which_search(
    wanted: Search,
    papers: int,
    languages: str,
    installed: Pagefind | None,
    used: Pagefind | None,
    code: str,
    words: str,
) -> None:
    found, problems = choose_search(wanted, papers, languages.split(), PLACE, find=lambda: installed)
    assert found == used
    assert [problem.code for problem in problems] == ([code] if code else [])
    assert all(words in str(problem) for problem in problems)


def test_that_nobody_asked_for_it_is_no_warning() -> None:
    _, [problem] = choose_search("auto", LARGE, ["en"], PLACE, find=lambda: None)
    assert problem.severity == "info"
    _, [problem] = choose_search("pagefind", LARGE, ["en"], PLACE, find=lambda: None)
    assert problem.severity == "warning"
