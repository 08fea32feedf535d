"""`paperatlas import`."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from paperatlas.bibliography import read_library
from tests.cli.conftest import Run
from tests.services import answers
from tests.services.server import ServiceServer, arxiv_path

LIST = """# Engines

## Steam

- [Notes on the Analytical Engine](https://arxiv.org/abs/2001.00001) [[code]](https://github.com/ada/notes) - Ada Byron, Luigi Menabrea, *CVPR 2021*
- [pdf](https://arxiv.org/abs/2001.00003)

## Coal

- [Furnaces Considered at Length](https://arxiv.org/abs/2001.00002)
"""
RIS = "TY  - JOUR\nID  - byron1843\nAU  - Byron, Ada\nTI  - Notes on the Analytical Engine\nPY  - 1843\nJO  - Annals\nAB  - Words of others.\nER  - \n"
ENTRY = "@article{byron1843,\n  author       = {Byron, Ada},\n  title        = {Notes on the Analytical Engine},\n  journaltitle = {Annals},\n  date         = {1843},\n}\n"
SITE = {
    "mkdocs.yml": "site_name: x\nplugins:\n- paperatlas:\n    bib: bib\n",
    "bib/engines.bib": "% kept as it is\n@online{furnaces,\n  title        = {Furnaces Considered at Length},\n  date         = {2020},\n  eprint       = {2001.00002},\n  eprinttype   = {arxiv},\n  keywords     = {engines/coal},\n}\n",
    "docs/index.md": "# Home\n",
    "docs/directions/engines.md": "---\ntitle: Engines\ngroups:\n- slug: steam\n  title: Steam\n- slug: coal\n  title: Coal\n---\n",
}


def test_a_list_to_standard_output(run: Run) -> None:
    ran = run({"list.md": LIST}, "import", "list.md", "--direction", "engines")
    assert ran.code == 0
    assert ran.out.startswith("@inproceedings{byron2021notes,\n  author       = {Byron, Ada and Menabrea, Luigi},\n")
    assert "  keywords     = {engines/coal},\n" in ran.out
    assert "list.md:6: IMP003 warning" in ran.err
    assert "2 entries written, 1 left out: 1 without a title" in ran.err
    assert "engines/steam (1)" in ran.err


@pytest.mark.parametrize(
    ("name", "text", "options"),
    [
        ("list.md", LIST, ["--direction", "engines"]),
        ("a.ris", RIS, []),
        ("a.json", json.dumps([{"id": "k", "type": "book", "title": "A_B & {C} 100% #1 ~ \\x $1"}]), []),
        ("a.json", json.dumps({"items": [{"itemType": "book", "title": "T", "creators": []}]}), []),
        ("a.json", json.dumps([{"paper_url": "x", "title": "T", "authors": ["A B"]}]), []),
        ("old.bib", "@Article{k, title = \"T\", author = {Byron, A. and others}, journal = {J}, year = 1843, month = jan}", []),
    ],
)  # fmt: skip
def test_what_is_written_is_in_style_and_without_error(
    run: Run, tmp_path: Path, name: str, text: str, options: list[str]
) -> None:
    assert run({name: text}, "import", name, "-o", "new.bib", *options).code == 0
    assert run({}, "fmt", "--check", "new.bib").code == 0
    assert run({}, "check", "new.bib").code == 0
    library, _ = read_library([tmp_path / "new.bib"], tmp_path)
    assert library.entries


def test_a_file_is_added_to_and_nothing_is_added_twice(run: Run, tmp_path: Path) -> None:
    before = "% mine\r\n" + ENTRY.replace("\n", "\r\n") + "\r\n@comment{jabref-meta: x;}\r\n"
    (tmp_path / "my.bib").write_bytes(before.encode())
    ran = run({"a.ris": RIS, "list.md": LIST}, "import", "list.md", "a.ris", "-o", "my.bib")
    assert ran.code == 0
    after = (tmp_path / "my.bib").read_bytes().decode()
    assert after.startswith(before.partition("\r\n@comment")[0])
    assert after.endswith("\r\n@comment{jabref-meta: x;}\r\n")
    assert after.count("\n") == after.count("\r\n")
    assert "already in the library" in ran.err
    assert "'byron1843' at my.bib:2:1" in ran.err
    again = run({}, "import", "list.md", "a.ris", "-o", "my.bib")
    assert (tmp_path / "my.bib").read_bytes().decode() == after
    assert "0 entries written" in again.err


def test_into_the_library_of_the_site(run: Run, tmp_path: Path) -> None:
    ran = run(SITE | {"list.md": LIST}, "import", "list.md", "--into-library", "--direction", "engines")
    assert ran.code == 0
    text = (tmp_path / "bib" / "engines.bib").read_text(encoding="utf-8")
    assert text.startswith(SITE["bib/engines.bib"])
    assert "@inproceedings{byron2021notes," in text
    assert "'furnaces' at bib/engines.bib:2:1" in ran.err
    assert run({}, "check").code == 0


def test_a_key_that_is_taken_is_changed_and_said(run: Run) -> None:
    other = ENTRY.replace("Notes on the Analytical Engine", "Something Else Entirely")
    ran = run({"my.bib": other, "a.ris": RIS}, "import", "a.ris", "-o", "my.bib")
    assert ran.code == 0
    assert "IMP010 info: The key 'byron1843' was changed to 'byron1843notes'" in ran.err


@pytest.mark.parametrize(("options", "there"), [([], False), (["--with-abstracts"], True)])
def test_abstracts(run: Run, options: list[str], there: bool) -> None:
    ran = run({"a.ris": RIS}, "import", "a.ris", *options)
    assert ("Words of others" in ran.out) == there
    assert ("1 abstract left out" in ran.err) != there


def test_works_that_are_there_twice_are_written_once(run: Run) -> None:
    ran = run({"a.ris": RIS + RIS.replace("byron1843", "other")}, "import", "a.ris")
    assert ran.out.count("@article") == 1
    assert "a.ris:9: IMP005" in ran.err
    assert "the same title as 'byron1843' at a.ris:1" in ran.err


def test_standard_input_by_its_content(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(RIS.encode())))
    assert "@article{byron1843," in run({}, "import", "-").out


FAILURES = [
    ({"a.json": '[{"id": "k", "title": "T"}, {'}, ["a.json"], 1, "IMP001"),
    ({"a.json": '[{"id": "k"}]'}, ["a.json"], 1, "IMP002"),
    ({"a.bib": "@misc{k, title = {never closed\n"}, ["a.bib"], 1, "SYN"),
    ({"a.ris": RIS, "my.bib": "@misc{k, title = {never closed\n"}, ["a.ris", "-o", "my.bib"], 1, "my.bib"),
    ({"a.rdf": "<rdf:RDF/>"}, ["a.rdf"], 2, "BetterBibTeX JSON"),
    ({"a.xyz": "???"}, ["a.xyz"], 2, "--from"),
    ({}, ["nowhere.ris"], 2, "cannot read 'nowhere.ris'"),
    ({"list.md": LIST}, ["list.md", "--direction", "Two Words"], 2, "two-words"),
    ({"list.md": LIST}, ["list.md", "--levels", "7"], 2, "--levels"),
    ({"a.json": "[]"}, ["a.json", "--only", "frobnication"], 2, "--only"),
    ({"list.md": LIST}, ["list.md", "--into-library"], 2, "mkdocs.yml"),
    ({"list.md": LIST}, ["list.md", "-o", "list.md"], 2, "'list.md' is not a .bib file"),
    ({"list.md": LIST}, ["list.md", "-o", ""], 2, "--output"),
    ({"a.json": f'[{{"id": {"9" * 5000}}}]'}, ["a.json"], 1, "IMP001"),
    (
        {"a.json": "[]"},
        ["a.json", "--only", "2103.14030," * 500 + "x"],
        2,
        "'x' is neither an arXiv identifier nor a file",
    ),
    (SITE | {"bib/b.bib": "", "a.ris": RIS}, ["a.ris", "--into-library"], 2, "--direction"),
    (
        SITE | {"bib/b.bib": "", "a.ris": RIS},
        ["a.ris", "--into-library", "--direction", "looms"],
        2,
        "there is no direction 'looms' (directions: engines); write its note first (`paperatlas new direction looms`)",
    ),
    ({}, [], 2, "FILE"),
]


@pytest.mark.parametrize(("files", "arguments", "code", "words"), FAILURES)
def test_failures_are_said_without_a_traceback(
    run: Run, files: dict[str, str], arguments: list[str], code: int, words: str
) -> None:
    ran = run(files, "import", *arguments)
    assert ran.code == code
    assert words in ran.err
    assert "Traceback" not in ran.err
    assert "internal error" not in ran.err


def test_records_are_completed_where_their_source_knows_more(run: Run, services: ServiceServer) -> None:
    services.answer({arxiv_path("2103.14030"): answers.atom()})
    text = (
        "- [Windowed nets](https://arxiv.org/abs/2103.14030) [code](https://github.com/ada/windows)\n"
        "- [Nobody Knows This Paper](https://arxiv.org/abs/2001.00009)\n"
        "- [Neither Does Anybody Know This](https://ieeexplore.ieee.org/document/9)\n"
    )
    ran = run({"list.md": text}, "import", "list.md", "--fetch")
    assert ran.code == 0
    assert "author       = {Lovelace, Ada and van der Maaten, Laurens}," in ran.out
    assert "code         = {https://github.com/ada/windows}," in ran.out
    assert "title        = {Nobody Knows This Paper}," in ran.out
    assert [line.split(":")[1] for line in ran.err.splitlines() if "IMP011" in line] == ["2", "3"]


TABLES = [
    {
        "task": "Image Generation",
        "datasets": [
            {
                "dataset": "Coal-10",
                "sota": {
                    "rows": [
                        {"model_name": "F", "paper_title": "Furnaces", "paper_url": "http://arxiv.org/abs/2001.00002v1", "metrics": {"FID": "2.9"}},
                        {"model_name": "O", "paper_title": "Other", "paper_url": "http://arxiv.org/abs/2001.00009", "metrics": {"FID": "3.9"}},
                    ]
                },
            }
        ],
    }
]  # fmt: skip


def test_evaluation_tables_give_results_of_the_papers_of_the_site(run: Run, tmp_path: Path) -> None:
    files = {**SITE, "t.json": json.dumps(TABLES)}
    ran = run(files, "import", "t.json", "-o", "bib/results/a.csv")
    assert ran.code == 0
    assert "1 results of 1 paper written, left out: 1 rows of papers that are not in the library" in ran.err
    assert "CC BY-SA 4.0" in ran.err
    table = (tmp_path / "bib" / "results" / "a.csv").read_text()
    assert table.splitlines()[1] == (
        "furnaces,image-generation,Coal-10,FID,2.9,model=F,paper,http://arxiv.org/abs/2001.00002v1,"
        "as listed by Papers with Code: Image Generation on Coal-10"
    )
    assert run({}, "check").code == 0
    assert run({}, "import", "t.json").out == table


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-o", "a.bib"], "'a.bib' is not a new .csv file"),
        (["-o", "there.csv"], "'there.csv' is not a new .csv file"),
        (["--into-library"], "--into-library writes entries"),
        (["list.md"], "import them in two commands"),
    ],
)
def test_evaluation_tables_are_no_entries(run: Run, options: list[str], said: str) -> None:
    files = {**SITE, "t.json": json.dumps(TABLES), "there.csv": "x", "list.md": LIST}
    ran = run(files, "import", "t.json", *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
