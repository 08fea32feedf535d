"""`paperatlas add`: what is added where, what is refused, and how it ends."""

from __future__ import annotations

import functools
import io
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from paperatlas.cli.add import command
from paperatlas.services.web import Web
from tests.cli.add.example_site import FILES, NEW, OLD, PREPRINT, library
from tests.cli.conftest import Add, Run
from tests.conftest import write_files
from tests.services import answers
from tests.services.local_server import Answer
from tests.services.server import ServiceServer, arxiv_path


def test_a_paper_is_added_to_the_file_of_its_direction(add: Add) -> None:
    ran = add(PREPRINT, "2103.14030", "--direction", "looms/cards")
    assert (ran.code, ran.out) == (0, "bib/old.bib:13: added 'lovelace2021windowed'\n")
    assert library() == f"{OLD}\n{NEW}"


def test_what_a_person_says_besides_is_written(add: Add, services: ServiceServer) -> None:
    options = "--key wan --method WAN --code https://example.org/wan --website https://wan.example --extends swin --compares swin"
    ran = add(PREPRINT, "arXiv:2103.14030v1", "--direction", "looms", *options.split(), "--mailto", "ada@example.org")
    assert (ran.code, ran.err) == (0, "")
    written = library().removeprefix(OLD)
    for line in (
        "@online{wan,",
        "  shorttitle   = {WAN},",
        "  code         = {https://example.org/wan},",
        "  website      = {https://wan.example},",
        "  keywords     = {looms},",
        "  extends      = {swin},",
        "  compares     = {swin},",
    ):
        assert line in written.splitlines()
    assert all("ada@example.org" in agent for agent in services.server.agents)


def test_a_dry_run_shows_all_and_writes_nothing(add: Add) -> None:
    ran = add(PREPRINT, "2103.14030", "--direction", "looms/cards", "--dry-run")
    assert (ran.code, ran.out) == (0, f"bib/old.bib\n\n{NEW}\n")
    assert library() == OLD
    undecided = add(PREPRINT, "2103.14030", "--dry-run")
    assert (undecided.code, "keywords" in undecided.out) == (0, False)


def test_a_dry_run_reads_every_file_once_and_makes_none(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: Counter[str] = Counter()

    def count(file: Path, *arguments: Any, **options: Any) -> Any:
        if Path(file).is_relative_to(tmp_path):
            opened[Path(file).relative_to(tmp_path).as_posix()] += 1
        return original(file, *arguments, **options)

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError

    original = io.open  # what every way to open a path ends in
    monkeypatch.setattr(io, "open", count)
    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    given = tmp_path / "x.bib"
    given.write_text("@misc{x, title = {Weaving}, author = {A B}, date = {2020}}\n", encoding="utf-8")
    opened.clear()
    ran = run({}, "add", str(given), "--dry-run", "--file", str(tmp_path / "new.bib"))
    assert (ran.code, opened) == (0, Counter(["x.bib"]))
    write_files(tmp_path, FILES)
    opened.clear()
    ran = run({}, "add", str(given), "--dry-run")
    assert (ran.code, "@misc{x," in ran.out) == (0, True)
    assert opened == Counter([*FILES, "x.bib"])


@pytest.mark.parametrize(
    ("work", "given", "message"),
    [
        ("2111.00001v4", {}, "it is already in the library: 'swin' at bib/old.bib:1:1"),
        ("10.1000/SWIN", {}, "it is already in the library: 'swin' at bib/old.bib:1:1"),
        (
            "P19-1001",
            {"acl/P19-1001.bib": answers.text("@inproceedings{x, author={Liu, Z.}, title={Swin transfomer with shifted windows}, year=2021, booktitle={B}}")},
            "nearly the same title as 'swin' at bib/old.bib:1:1",
        ),
        (
            "2103.14030",
            {
                arxiv_path("2103.14030"): answers.atom(doi="10.1000/swin", authors=("Ze Liu",), title="Windowed"),
                "crossref/works/10.1000%2Fswin": answers.crossref(title=["Windowed"], author=[{"family": "Liu"}]),
            },
            "has the same DOI as 'swin' at bib/old.bib:1:1",
        ),
        ("2103.14030", {arxiv_path("2103.14030"): answers.feed()}, "arXiv does not know '2103.14030'; check the number"),
        ("10.1000/data", {"crossref/works/10.1000%2Fdata": answers.crossref(type="dataset")}, "is a dataset, not a paper"),
    ],
)  # fmt: skip
def test_what_is_there_or_nowhere_is_not_added(add: Add, work: str, given: Mapping[str, Answer], message: str) -> None:
    ran = add(given, work, "--direction", "looms")
    assert (ran.code, ran.out) == (1, "")
    assert message in ran.err
    assert "Traceback" not in ran.err
    assert library() == OLD


def test_a_kindred_work_of_the_same_title_can_be_added(add: Add) -> None:
    given = {arxiv_path("2103.14030"): answers.atom(title="Swin Transformer with Shifted Windows", authors=("Ze Liu",))}
    site = {**FILES, "bib/old.bib": OLD.replace("  eprint       = {2111.00001},\n", "")}
    refused = add(given, "2103.14030", "--direction", "looms", site=site)
    assert (refused.code, "the same title as 'swin'" in refused.err) == (1, True)
    assert add(given, "2103.14030", "--direction", "looms", "--related", "swin", site=site).code == 0


MISUSES = [
    (["nonsense"], "'nonsense' cannot be looked up; give an arXiv identifier"),
    (["2103.14030", "10.1000/182", "--key", "a"], "--key describes one paper, but 2 are given"),
    (["2103.14030", "--key", "Swin"], "--key: 'Swin' is already used by the entry at bib/old.bib:1:1"),
    (["2103.14030", "--key", "a b"], "--key: 'a b' is not a valid citation key; use letters, digits, hyphens and _, for example a_b"),
    (["2103.14030", "--code", "example.org"], "--code: 'example.org' is not a valid URL"),
    (["2103.14030", "--code", "javascript:alert(1)"], "is not a valid URL"),
    (["2103.14030", "--extends", "swim"], "--extends: no entry has the key 'swim'. Did you mean 'swin'?"),
    (["2103.14030", "--relation", "extend", "swin"], "this site has no relation 'extend'. Did you mean 'extends'?"),
    (["2103.14030", "--direction", "loom"], "there is no direction 'loom'. Did you mean 'looms'? The directions: looms"),
    (["2103.14030", "--direction", "looms/card"], "'looms' has no group 'card'. Did you mean 'cards'? Its groups: cards, belts"),
    (["2103.14030", "--direction", "none,looms"], "--direction none cannot be combined with another direction"),
    (["2103.14030", "--direction", ""], "--direction is empty"),
    (["2103.14030"], "name its direction with --direction DIRECTION/GROUP, or --direction none. The directions: looms"),
    (["2103.14030", "--direction", "looms", "--file", "other.bib"], "'other.bib' is not a .bib file of the library, which is bib"),
    (["2103.14030", "--file", "other.bib"], "'other.bib' is not a .bib file of the library"),
    (["2103.14030", "--direction", "looms", "--file", "docs/index.md"], "is not a .bib file of the library"),
    (["2103.14030", "--direction", "looms", "--mailto", "a\nb@c.d"], "is not a valid e-mail address"),
    (["missing.bib", "--direction", "looms"], "cannot read 'missing.bib': no such file or directory"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "message"), MISUSES)
def test_what_makes_no_sense_is_said_before_anything_is_asked(
    add: Add, services: ServiceServer, arguments: list[str], message: str
) -> None:
    ran = add({}, *arguments)
    assert (ran.code, ran.out, library()) == (2, "", OLD)
    assert message in ran.err
    assert services.server.requests == []


def test_one_that_fails_keeps_no_other_from_being_added(add: Add) -> None:
    given = {**PREPRINT, "acl/P19-1001.bib": answers.text(answers.ACL)}
    ran = add(given, "2103.99999", "2103.14030", "10.1000/none", "P19-1001", "--direction", "looms/cards")
    assert ran.code == 1
    assert ran.out == ("bib/old.bib:13: added 'lovelace2021windowed'\nbib/old.bib:1: added 'lovelace2019bert'\n")
    assert "paperatlas: 2103.99999: arXiv does not know '2103.99999'" in ran.err
    assert "paperatlas: 10.1000/none: the DOI 10.1000/none does not exist" in ran.err
    assert ran.err.endswith("2 of 4 works added\n")


def test_a_work_that_is_given_twice_is_added_once(add: Add) -> None:
    ran = add(PREPRINT, "2103.14030", "https://arxiv.org/abs/2103.14030v2", "--direction", "looms")
    assert (ran.code, library().count("2103.14030")) == (1, 1)
    assert "already in the library: 'lovelace2021windowed' at bib/old.bib:13:1" in ran.err


def test_an_entry_that_is_added_again_keeps_its_name_in_what_is_said(add: Add) -> None:
    text = "@article{zhang, author = {张三}, title = {织机}, journal = {L}, year = 2020}\n"
    site = {**FILES, "mine.bib": text}
    add({}, "mine.bib", "--direction", "looms", site=site)
    ran = add({}, "mine.bib", "--direction", "looms", site={})
    assert (ran.code, "library already: 'zhang' has the same title as 'zhang' at bib/old.bib:" in ran.err) == (1, True)


def test_entries_of_a_file_are_cleaned_and_added(add: Add, services: ServiceServer) -> None:
    mine = (
        "@article{mine, author={Jacquard, Joseph}, title={A {GPU} Loom}, journal={Looms}, year=2020, month=mar,\n"
        "  abstract={Secret.}, file={:a.pdf:PDF}, keywords={looms/belts, weaving}}\n"
        "@article{SWIN, author={Other, One}, title={Another Thing}, journal={Looms}, year=2020, keywords={looms}}\n"
        "@article{again, author={Liu, Ze}, title={Swin Transformer with Shifted Windows}, doi={10.1000/swin}, journal={L}, year=2021}\n"
    )
    ran = add({}, "mine.bib", "--direction", "looms", site={**FILES, "mine.bib": mine})
    assert ran.code == 1
    assert "mine.bib: 1 abstract left out" in ran.err
    assert (
        "paperatlas: other2020another: The key 'SWIN' is used by another entry; this one has the key 'other2020another'."
        in ran.err
    )
    assert "mine.bib: again: it seems to be in the library already: 'again' has the same DOI as 'swin'" in ran.err
    assert library().removeprefix(OLD) == (
        "\n@article{mine,\n"
        "  author       = {Jacquard, Joseph},\n"
        "  title        = {A {GPU} Loom},\n"
        "  journaltitle = {Looms},\n"
        "  date         = {2020},\n"
        "  langid       = {english},\n"
        "  keywords     = {looms, looms/belts, weaving},\n"
        "}\n"
        "\n@article{other2020another,\n"
        "  author       = {Other, One},\n"
        "  title        = {Another Thing},\n"
        "  journaltitle = {Looms},\n"
        "  date         = {2020},\n"
        "  langid       = {english},\n"
        "  keywords     = {looms},\n"
        "}\n"
    )
    assert services.server.requests == []


def test_a_placed_entry_needs_no_direction(add: Add) -> None:
    mine = "@misc{mine, author={J, A}, title={Loom of Mine}, year=2020, keywords={looms/belts}}"
    assert add({}, "mine.bib", site={**FILES, "mine.bib": mine}).code == 0
    stray = mine.replace("looms/belts", "weaving").replace("mine,", "stray,").replace("of Mine", "Astray")
    assert add({}, "stray.bib", site={**FILES, "stray.bib": stray}).code == 2


@pytest.mark.usefixtures("no_names")
def test_out_of_reach_is_said_in_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "Web", functools.partial(Web, sleep=lambda _: None))
    monkeypatch.setenv("PAPERATLAS_ARXIV_URL", "http://arxiv.invalid")
    ran = run(FILES, "add", "2103.14030", "--direction", "looms")
    assert (ran.code, library()) == (1, OLD)
    assert ran.err == (
        "paperatlas: 2103.14030: the host arxiv.invalid cannot be found: is this machine online, and is the address right?\n"
    )


RECORDS: list[tuple[str, dict[str, Answer]]] = [
    ("2103.14030", dict(PREPRINT)),
    ("hep-th/9901001", {arxiv_path("hep-th/9901001"): answers.atom("hep-th/9901001v1", r"$\ell_1$ -- 50% & \'etude_x", ("张三", "OpenAI"))}),
    ("2103.14030", {arxiv_path("2103.14030"): answers.atom(doi="10.1/x"), "crossref/works/10.1%2Fx": Answer(404)}),
    ("10.1000/182", {"crossref/works/10.1000%2F182": answers.crossref()}),
    ("10.1000/182", {"crossref/works/10.1000%2F182": answers.crossref(type="journal-article", volume="3", issue="1")}),
    ("10.1000/182", {"crossref/works/10.1000%2F182": answers.crossref(type="book-chapter")}),
    ("10.1000/182", {"crossref/works/10.1000%2F182": answers.crossref(type="monograph")}),
    ("10.1000/182", {"crossref/works/10.1000%2F182": answers.crossref(type="dissertation")}),
    ("10.1000/182", {"crossref/works/10.1000%2F182": answers.crossref(type="posted-content")}),
    ("10.5281/zenodo.1", {"doi/10.5281/zenodo.1": answers.csl()}),
    ("10.5281/zenodo.1", {"doi/10.5281/zenodo.1": answers.csl(type="software", version="1.0")}),
    ("openreview:abc", {"openreview/notes?id=abc": answers.note()}),
    ("openreview:abc", {"openreview/notes?id=abc": answers.note(venue="Submitted to ICLR 2024", _bibtex=None)}),
    ("P19-1001", {"acl/P19-1001.bib": answers.text(answers.ACL)}),
    ("https://proceedings.mlr.press/v1/a.html", {"pmlr/v1/a.html": answers.text(answers.PMLR % answers.PMLR_BIBTEX, "text/html")}),
]  # fmt: skip


@pytest.mark.parametrize(("work", "given"), RECORDS)
def test_what_was_added_is_in_style_and_without_a_problem(
    add: Add, run: Run, work: str, given: dict[str, Answer]
) -> None:
    assert add(given, work, "--direction", "looms/cards").code == 0
    checked = run({}, "check")
    assert (checked.code, checked.out) == (0, "No problem found in 2 entries and 2 pages.\n")
    assert run({}, "fmt", "--check").code == 0


def test_a_record_without_a_year_says_so(add: Add) -> None:
    given = {"crossref/works/10.1000%2F182": answers.crossref(issued={"date-parts": [[None]]})}
    ran = add(given, "10.1000/182", "--direction", "looms")
    assert ran.code == 0
    assert "has no date (or year). Add it, or choose the entry type that fits the work. [REQ001]" in ran.err


def test_a_likely_method_is_pointed_out_where_papers_have_one(add: Add) -> None:
    site = {**FILES, "bib/old.bib": OLD.replace("  booktitle ", "  shorttitle   = {Swin},\n  booktitle ")}
    given = {arxiv_path("2103.14030"): answers.atom(title="LoomNet: Weaving Words")}
    ran = add(given, "2103.14030", "--direction", "looms", site=site)
    assert "If its method is called “LoomNet”, add --method 'LoomNet'." in ran.err


def test_an_entry_with_wrong_syntax_is_not_added_and_its_neighbours_are(add: Add) -> None:
    entries = "@misc{good, title = {Good looms}, date = 2020}\n@misc{bad, title = {Bad looms}\n date = 2020}\n"
    ran = add({}, "new.bib", "--direction", "none", site={**FILES, "new.bib": entries})
    assert (ran.code, "bad" in library(), "good" in library()) == (1, False, True)
    assert "new.bib: bad: its syntax is wrong" in ran.err
