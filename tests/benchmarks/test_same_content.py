"""Two sites are compared only where they show the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.builds.processes import BenchError
from benchmarks.builds.same_content import check_same_words, check_whole, word_count
from benchmarks.builds.sides import write_tree


def article(html: str) -> str:
    return f'<nav>menu</nav><article class="md-content__inner md-typeset">{html}</article><footer>'


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<h1>One <i>two</i></h1><p>three</p>", 3),
        ("<p>one</p><p hidden>no</p><button>no</button><template>no</template><svg><text>no</text></svg>", 1),
        ('<h2>one<a class="headerlink">no</a></h2>', 1),
        ("<p>one", 1),
    ],
)
def test_words_are_those_that_a_reader_sees(html: str, words: int) -> None:
    assert word_count(article(html)) == words


@pytest.mark.parametrize(("left_out", "same"), [(2, True), (4, False)])
def test_a_site_that_says_less_is_refused(tmp_path: Path, left_out: int, same: bool) -> None:
    for site, words in (("ours", 100), ("theirs", 100 - left_out)):
        write_tree(tmp_path / site, {"notes/a/index.html": article("word " * words)})
    if same:
        check_same_words(tmp_path / "ours", tmp_path / "theirs")
    else:
        with pytest.raises(BenchError, match=f"100 words in .* and {100 - left_out} in"):
            check_same_words(tmp_path / "ours", tmp_path / "theirs")


WHOLE = dict.fromkeys(("atlas.json", "library.bib", "library.ris", "library.csl.json", "feed.xml"), "")
WHOLE |= {"directions/a/index.html": '<figure class="pa-graph">'}
SEARCH = {"search/search_index.json": '{"location":"papers/a/"}, {"location":"papers/b/"}'}
PIECES = {"pagefind/fragment/a": "", "pagefind/fragment/b": ""}


@pytest.mark.parametrize("search", [SEARCH, PIECES])
def test_a_whole_site_has_one_search_or_the_other(tmp_path: Path, search: dict[str, str]) -> None:
    write_tree(tmp_path, WHOLE | search)
    check_whole(tmp_path, 2)


@pytest.mark.parametrize(
    ("files", "missing"),
    [
        (WHOLE, "search index"),
        (WHOLE | {"search/search_index.json": '{"location":"papers/a/"}'}, "search index"),
        (WHOLE | SEARCH | {"directions/a/index.html": ""}, "graphs"),
        ({path: "" for path in WHOLE if path != "library.ris"} | SEARCH, "library.ris"),
    ],
)
def test_a_site_without_what_makes_it_dear_is_refused(tmp_path: Path, files: dict[str, str], missing: str) -> None:
    write_tree(tmp_path, files)
    with pytest.raises(BenchError, match=missing):
        check_whole(tmp_path, 2)
