"""A digest is another one if anything of a value is, and the same in another process."""

from __future__ import annotations

import subprocess
import sys

import pytest

from paperatlas.pages import Site, messages_for
from paperatlas.pages.digests import Digests
from paperatlas.pages.reads import Read
from tests.citations.rows import citations
from tests.conftest import ReadFiles, make_site
from tests.results.tables import row, table
from tests.verification.rows import verified

LIBRARY = """\
@misc{a, title = {A}, author = {Ho, J.}, year = 2020, keywords = {flows/some}, uses = {b}}
@misc{b, title = {B {\\alpha}}, author = {Ho, J.}, year = 2021}
"""
NOTE = "---\ntitle: Flows\ngroups: [{slug: some, title: Some}]\n---\n# Flows\n\nSee [@a].\n"
READS: tuple[Read, ...] = (
    ("atlas.papers", "a"),
    ("atlas.papers", "b"),
    ("atlas.papers", "c"),
    ("atlas.relations_from", "a"),
    ("atlas.directions", "flows"),
    ("atlas.mentions", "a"),
    ("atlas.backlinks", ""),
    ("atlas.titles", "directions/flows.md"),
    ("atlas.documents_by_source", "directions/flows.md"),
    ("indexes.people.rows", None),
    ("indexes.years.addresses", "2021"),
    ("atlas.no_such_part", None),
)


def digests_of(read_files: ReadFiles, library: str = LIBRARY, note: str = NOTE, *, places: bool = False) -> list[bytes]:
    project = read_files({"bib/a.bib": library, "docs/directions/flows.md": note})
    digests = Digests(make_site(project.atlas, messages_for("en")), places=places)
    return [digests.of_read(read) for read in READS]


def changed(before: list[bytes], after: list[bytes]) -> set[str]:
    return {f"{part} {key}" for (part, key), old, new in zip(READS, before, after, strict=True) if old != new}


@pytest.mark.parametrize(
    ("library", "note", "different"),
    [
        pytest.param(LIBRARY, NOTE, set(), id="nothing"),
        pytest.param(f"\n\n{LIBRARY}", NOTE, set(), id="other lines"),
        pytest.param(LIBRARY.replace("{A}", "{{A}}"), NOTE, {"atlas.papers a", "indexes.people.rows None"}, id="braces"),
        pytest.param(
            f"{LIBRARY}@misc{{c, title = {{C}}}}", NOTE, {"atlas.papers c"}, id="a paper that was not there"
        ),
        pytest.param(LIBRARY.replace("uses", "extends"), NOTE, {"atlas.papers a", "atlas.relations_from a", "indexes.people.rows None"}, id="a relation"),
        pytest.param(LIBRARY, f"{NOTE}\nMore.\n", {"atlas.documents_by_source directions/flows.md"}, id="the text of a note"),
        pytest.param(LIBRARY, NOTE.replace("See", "Read"), {"atlas.documents_by_source directions/flows.md", "atlas.mentions a"}, id="a sentence that cites"),
        pytest.param(LIBRARY, NOTE.replace("[@a]", "[@a; @b]"), {"atlas.documents_by_source directions/flows.md", "atlas.mentions a"}, id="what is cited beside"),
        pytest.param(LIBRARY, f"{NOTE}[Home](../index.md)", {"atlas.documents_by_source directions/flows.md", "atlas.backlinks "}, id="a link"),
        pytest.param(LIBRARY, NOTE.replace("title: Flows", "title: Streams"), {"atlas.documents_by_source directions/flows.md", "atlas.directions flows", "atlas.mentions a", "atlas.titles directions/flows.md"}, id="the title of a note"),
        pytest.param(LIBRARY, NOTE.replace("---\n# ", "status: hot\n---\n# "), {"atlas.documents_by_source directions/flows.md", "atlas.directions flows"}, id="the status of a direction"),
        pytest.param(LIBRARY, NOTE.replace("---\n# ", "language: de\n---\n# "), {"atlas.documents_by_source directions/flows.md", "atlas.directions flows", "atlas.mentions a"}, id="the language of a note"),
    ],
)  # fmt: skip
def test_what_changes(library: str, note: str, different: set[str], read_files: ReadFiles) -> None:
    assert changed(digests_of(read_files), digests_of(read_files, library, note)) == different


def test_places_count_where_templates_may_show_them(read_files: ReadFiles) -> None:
    before, after = (digests_of(read_files, library, places=True) for library in (LIBRARY, f"\n\n{LIBRARY}"))
    assert changed(before, after) >= {"atlas.papers a", "atlas.relations_from a"}


def test_what_has_no_digest_says_so(site: Site) -> None:
    with pytest.raises(TypeError):
        Digests(site, places=False).of((object(),))


def test_another_process_finds_the_same() -> None:
    code = (
        "from paperatlas.bibliography import parse_library\n"
        "from paperatlas.atlas import assemble\n"
        "from paperatlas.pages import make_site, messages_for\n"
        "from paperatlas.pages.digests import Digests\n"
        "from jinja2 import DictLoader\n"
        f"library, _ = parse_library({LIBRARY!r}.encode(), 'a.bib')\n"
        "atlas, _ = assemble(library, (), ())\n"
        "site = make_site(atlas, messages_for('en'), DictLoader({}))\n"
        "print([Digests(site, places=False).of_read(('atlas.papers', None)).hex()])\n"
    )
    runs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    }
    assert len(runs) == 1


@pytest.mark.parametrize(
    ("rows", "same"),
    [
        ([row(key="a")], True),
        ([row(key="b"), row(key="a")], True),
        ([row(key="a", value="3.2")], False),
        ([row(key="a", place="table 2")], False),
        ([], False),
    ],
    ids=["nothing", "another line", "a value", "its place", "a row that is gone"],
)
def test_a_result_is_digested_by_what_it_says(read_files: ReadFiles, rows: list[str], same: bool) -> None:
    found = []
    for lines in ([row(key="a")], rows):
        atlas = read_files({"bib/a.bib": LIBRARY, "bib/results/a.csv": table(*lines)}).atlas
        found.append(Digests(make_site(atlas, messages_for("en")), places=False).of_read(("atlas.results", "a")))
    assert (found[0] == found[1]) == same


@pytest.mark.parametrize(
    ("rows", "same"),
    [
        (("a b",), True),
        (("a b", "b a"), True),
        (("b a", "a b"), True),
        (("a b Semantic Scholar",), False),
        ((), False),
    ],
)
def test_a_citation_is_digested_by_what_it_says(read_files: ReadFiles, rows: tuple[str, ...], same: bool) -> None:
    found = []
    for lines in (("a b",), rows):
        atlas = read_files({"bib/a.bib": LIBRARY, "bib/citations.tsv": citations(*lines)}).atlas
        found.append(Digests(make_site(atlas, messages_for("en")), places=False).of_read(("atlas.citations_from", "a")))
    assert (found[0] == found[1]) == same


@pytest.mark.parametrize(
    ("rows", "same"),
    [
        (("a | code",), True),
        (("a | code", "b | code"), True),
        (("a | code: state=gone",), False),
        (("a | code | 2026-11-02",), False),
        ((), False),
    ],
)
def test_what_was_looked_up_is_digested_by_what_it_says(
    read_files: ReadFiles, rows: tuple[str, ...], same: bool
) -> None:
    found = []
    for lines in (("a | code",), rows):
        atlas = read_files({"bib/a.bib": LIBRARY, "bib/verified.tsv": verified(*lines)}).atlas
        found.append(Digests(make_site(atlas, messages_for("en")), places=False).of_read(("atlas.verifications", "a")))
    assert (found[0] == found[1]) == same
