"""What people write who add their first paper, and what they are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from paperatlas.build.configuration import read_configuration
from paperatlas.build.project import read_site
from tests.conftest import write_files

DDPM = """\
@inproceedings{ddpm,
  author     = {Ho, Jonathan},
  title      = {Denoising Diffusion Probabilistic Models},
  shorttitle = {Denoiser},
  booktitle  = {NeurIPS},
  date       = {2020},
  keywords   = {diffusion/models},
}
"""
NEW = DDPM.replace("ddpm,", "new,").replace("Models", "Others").replace("Denoiser", "New")
NOTE = """\
---
title: Diffusion
order: 1
status: hot
groups:
  - slug: models
    title: Models
---

Text [@ddpm].
"""
SITE = {
    "mkdocs.yml": "nav: [index.md, directions/diffusion.md]\nplugins: [paperatlas]\n",
    "docs/index.md": "# Home\n",
    "docs/directions/diffusion.md": NOTE,
    "bib/a.bib": DDPM,
}


def told(root: Path, **files: str) -> list[str]:
    """Return what a site is told that has other files (`note`, `bib`): code, line, message and hint."""
    names = {"note": "docs/directions/diffusion.md", "bib": "bib/b.bib", "library": "bib/a.bib", "page": "docs/new.md"}
    names["translated"] = "docs/directions/diffusion.en.md"
    write_files(root, SITE | {names[name]: text for name, text in files.items()})
    problems = read_site(read_configuration(root / "mkdocs.yml")).problems
    return [f"{problem.code} {problem.line} {problem.message} {problem.hint}" for problem in problems]


GROUPS = [
    # a group of the other language's note, what is told
    ("models", []),
    ("modls", ["NOT020 6 The note has the group 'models'", "There it is 'modls': write the same slug in both."]),
    ("theory", ["NOT020 6 The note has the group 'theory'", "Add the group there as well"]),
]


@pytest.mark.parametrize(("slug", "said"), GROUPS)
def test_groups_of_one_language_alone(slug: str, said: list[str], tmp_path: Path) -> None:
    plugins = "plugins:\n  - paperatlas\n  - i18n: {languages: [{locale: zh, default: true}, {locale: en}]}\n"
    english = NOTE.replace("slug: models", f"slug: {slug}")
    site = {"mkdocs.yml": plugins, "docs/index.en.md": "# Home\n", "docs/directions/diffusion.en.md": english}
    write_files(tmp_path, SITE | site)
    problems = read_site(read_configuration(tmp_path / "mkdocs.yml")).problems
    found = [f"{each.code} {each.line} {each.message} {each.hint}" for each in problems if each.code == "NOT020"]
    assert bool(found) is bool(said)
    assert all(any(words in each for each in found) for words in said), found


def test_a_page_in_place_of_a_papers(tmp_path: Path) -> None:
    write_files(tmp_path, SITE | {"docs/papers/ddpm.md": "# DDPM\n\nMy text.\n"})
    problems = read_site(read_configuration(tmp_path / "mkdocs.yml")).problems
    assert [f"{each.code} {each.file} {each.hint}" for each in problems] == [
        "CFG015 docs/papers/ddpm.md Change the entry at bib/a.bib:1:1 instead, and remove this file."
    ]


def test_a_site_without_a_slip(tmp_path: Path) -> None:
    assert told(tmp_path, bib=NEW) == []


ENTRIES = [
    # what stands in place of what in the second entry, what is told
    ("date ", "speedsup   = {ddpm},\n  date ", "REL006 6 'speedsup' lists citation keys, but is no relation type."),
    ("date ", "extends    = {ddpm; ddim},\n  date ", "Put commas between keys: `ddpm, ddim`."),
    ("date ", "extends    = {ddpm and ddim},\n  date ", "Put commas between keys: `ddpm, ddim`."),
    ("date ", "extends    = {Denoiser},\n  date ", "Did you mean 'ddpm'?"),
    ("date ", "extends    = {Denoising Diffusion Probabilistic Models},\n  date ", "Did you mean 'ddpm'?"),
    (
        "date ",
        "extends = {ddpm},\n  evidence = {It keeps.},\n  date ",
        "REL007 7 'evidence' does not say which relation",
    ),
    (
        "date ",
        "extends = {ddpm},\n  evidence = {【ddpm】It},\n  date ",
        "Write `[` and `]` around the key: '【' is another character.",
    ),
    ("date ", "extends = {ddpm},\n  evidence = {[uses ddpm] It},\n  date ", "relation to 'ddpm' is 'extends'."),
    ("date ", "extends = {ddpm},\n  evidence = {[extnds other] It},\n  date ", "'extnds', which is no relation type."),
    ("date ", "langid = {englsh},\n  date ", "FLD004 6 'englsh' seems to be a mistyped 'english'."),
    ("date ", "langid = {en-glish},\n  date ", "Write 'english'."),
    ("date ", "abstract_cn = {它。},\n  date ", "FLD001 6 'abstract_cn' seems to be a mistyped 'abstract_zh'."),
    ("date ", "abstract-zh = {它。},\n  date ", "FLD001 6 'abstract-zh' seems to be a mistyped 'abstract_zh'."),
    (
        "date ",
        "eprint = {2010.2502},\n  eprinttype = {arxiv},\n  date ",
        "IDN002 6 '2010.2502' is not a valid arXiv identifier.",
    ),
    (
        "date ",
        "codetype = {inofficial},\n  date ",
        "say whether the code is by the authors. Did you mean 'unofficial'?",
    ),
    ("date ", "codetype = {theirs},\n  date ", "Write one of official and unofficial."),
    ("diffusion/models", "diffusion/models; flows", "Put commas between keywords: `diffusion/models, flows`."),
    ("diffusion/models", "models", "Did you mean the keyword 'diffusion/models' instead of 'models'?"),
    ("diffusion/models", "diffusion:models", "Did you mean the keyword 'diffusion/models' instead of"),
    ("Ho, Jonathan", "Ho, Jonathan, Jain, Ajay", "put 'and' between them: 'Ho, Jonathan and Jain, Ajay'."),
    ("Ho, Jonathan", "Jonathan Ho, Ajay Jain, and Pieter Abbeel", "NAM003 2 The names seem to be separated by commas."),
    ("date ", "extends    = {ddpm ddpm},\n  date ", "Put commas between keys: `ddpm, ddpm`."),
    ("date ", "code       = {git@github.com:a/b.git},\n  date ", "and no URL. Write https://github.com/a/b."),
    ("date ", "code       = {https://github.com/a/b。},\n  date ", "no part of it. Write https://github.com/a/b."),
    ("{2020},", "{2020}，", "SYN011 6 '，' is not a field. '，' is a full-width character; write ','."),
    (
        "new,",
        "new，",
        "SYN003 1 A comma is missing after the citation key 'new': '，' is a full-width character. Write ','",
    ),
    ("new,", "ho,2020,", "SYN011 1 '2020' is not a field."),
    (
        "@inproceedings{",
        "@inproceedings｛",
        "SYN021 1 '@inproceedings｛new,' looks like the first line of an entry, but '｛'",
    ),
    ("Ho, Jonathan", "张三；李四", "NAM005 2 The names are separated by '；'."),
    ("Ho, Jonathan", "张三 和 李四", "NAM005 2 The names are separated by '和'."),
    ("{NeurIPS}", "｛NeurIPS｝", "Write `{` and `}` around it: '｛' is another character."),
    ("@inproceedings", "inproceedings", "SYN021 1 'inproceedings{new,' looks like the first line of an entry"),
    ("@inproceedings", "@paper", "TYP001 1 'paper' is not a known entry type. Did you mean 'article'?"),
]


@pytest.mark.parametrize(("before", "after", "said"), ENTRIES)
def test_slips_of_entries(before: str, after: str, said: str, tmp_path: Path) -> None:
    assert before in NEW
    found = told(tmp_path, bib=NEW.replace(before, after))
    assert any(said in each for each in found), found


def test_a_conflict_that_was_not_resolved(tmp_path: Path) -> None:
    merged = f"{DDPM}<<<<<<< HEAD\n@misc{{a, title = {{A}}}}\n=======\n@misc{{b, title = {{B}}}}\n>>>>>>> mine\n"
    conflicts = [each for each in told(tmp_path, library=merged) if each.startswith("SYN020")]
    assert conflicts == [conflicts[0]]
    assert conflicts[0].startswith("SYN020 9 This line was left by a merge: '<<<<<<< HEAD'. Keep what is wanted")


NOTES = [
    # what stands in place of what in the note, what is told
    ("order: 1", " order: 1", "NOT002 3 The front matter is not valid YAML: this line is indented otherwise"),
    ("    title: Models", "     title: Models", "NOT002 7 The front matter is not valid YAML: this line is indented"),
    ("    title: Models", "   title: Models", "NOT002 7 The front matter is not valid YAML: this line is indented"),
    ("  - slug", "  -slug", "NOT002 6 The front matter is not valid YAML: a `-` stands without a blank."),
    ("  - slug", "\t- slug", "NOT002 6 The front matter is not valid YAML: a tab indents this line."),
    ("order: 1", "order：1", "NOT002 3 The front matter is not valid YAML: this colon is a full-width one."),
    (
        "order: 1",
        "<<<<<<< HEAD\norder: 1\n=======\norder: 2\n>>>>>>> mine",
        "this line was left by a merge. Keep one of",
    ),
    (
        "order: 1",
        "order:\u00a01",
        "NOT002 3 The front matter is not valid YAML: a blank in this line is not an ordinary one.",
    ),
    ("order: 1", "order: 1\norder: 2", "NOT018 4 The front matter has 'order' twice; the last one is used."),
    ("    title: Models", "    title: A\n    title: B", "NOT018 8 The front matter has 'title' twice"),
    ("---\ntitle", "----\ntitle", "NOT002 1 The front matter does not begin with three hyphens"),
    ("---\ntitle", "———\ntitle", "NOT002 1 The front matter does not begin with three hyphens"),
    ("---\ntitle", "--\ntitle", "NOT002 1 The front matter does not begin with three hyphens"),
    (
        "Text",
        "<<<<<<< HEAD\nA\n=======\nText\n>>>>>>> mine\n",
        "NOT017 10 This line was left by a merge: '<<<<<<< HEAD'.",
    ),
    ("Text", "Text\n>>>>>>> mine\n", "NOT017 11 This line was left by a merge: '>>>>>>> mine'."),
    ("Text", "参见@ddpm的方法", "CIT001 10 The text behind '@ddpm' is read as a part of the key. Write `[@ddpm]`"),
    ("title: Diffusion", "title：Diffusion", "NOT002 2 The front matter is not valid YAML: this colon is a full-width"),
    ("order: 1", "order", "NOT002 3 The front matter is not valid YAML: this line is no `name: value`."),
    ("Diffusion", '"Diffusion', "NOT002 2 The front matter is not valid YAML: this quotation mark has no counterpart."),
    ("Diffusion", "'It's it'", "NOT002 2 The front matter is not valid YAML: text stands behind the quotation mark"),
    ("order: 1", "related: [a, b", "NOT002 3 The front matter is not valid YAML: this bracket has no counterpart."),
    ("Diffusion", "Diffusion: an overview", "NOT002 2 The front matter is not valid YAML: a value contains `: `."),
    ("---\n\n", "\n", "NOT002 1 The front matter has no end, so it is shown as text."),
    ("---\ntitle", "\n---\ntitle", "NOT002 2 The front matter does not begin in the first line"),
    ("groups:", "group:", "NOT004 6 'group' seems to be a mistyped 'groups'."),
    ("title: Diff", "Title: Diff", "NOT004 2 'Title' seems to be a mistyped 'title'."),
    ("order: 1", "related: [diffusion]", "DIR003 3 The direction 'diffusion' is related to itself. Remove it."),
    ("order: 1", 'order: "1"', "Write a number there, without quotation marks."),
    ("groups:\n  - slug: models\n    title: Models", "groups: models", "Write `- slug: models` for each group, and"),
    ("Text", "As in \\citep[p. 3]{ddpm, ddim}. Text", "NOT014 10 '\\citep[p. 3]{ddpm, ddim}' is no citation"),
    ("[@ddpm]", "[@ddpm, @ddim]", "NOT015 10 '@ddim' is text that belongs to the citation of 'ddpm'."),
    ("Text", "![x](nothing.png) Text", "NOT013 10 There is no picture 'nothing.png'. Put the file there"),
    ("Text", "[x](nothing.md) Text", "NOT013 10 There is no page 'nothing.md'. Correct the path"),
    (
        "Text",
        "[x](../difusion.md#a) Text",
        "NOT013 10 There is no page '../difusion.md'. Did you mean 'directions/diff",
    ),
]


@pytest.mark.parametrize(("before", "after", "said"), NOTES)
def test_slips_of_notes(before: str, after: str, said: str, tmp_path: Path) -> None:
    assert before in NOTE
    found = told(tmp_path, note=NOTE.replace(before, after, 1))
    assert any(said in each for each in found), found


def test_front_matter_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    (found,) = told(tmp_path, note=NOTE.replace("order", " order"))
    assert found.startswith("NOT002 3")


def test_each_conflict_is_told_once(tmp_path: Path) -> None:
    merged = "<<<<<<< HEAD\nA\n=======\nText\n>>>>>>> mine\n"
    found = told(tmp_path, note=f"{NOTE}\n{merged}\n```\n{merged}```\n{merged}")
    assert [each[:9] for each in found] == ["NOT017 12", "NOT017 25"]


def test_another_name_of_a_paper_in_a_relation(tmp_path: Path) -> None:
    library = DDPM.replace("date ", "eprint = {2006.11239},\n  eprinttype = {arxiv},\n  doi = {10.1000/a},\n  date ")
    for name in ("2006.11239", "arXiv:2006.11239v2", "https://doi.org/10.1000/a"):
        (found,) = told(tmp_path, library=library, bib=NEW.replace("date ", f"extends = {{{name}}},\n  date "))
        assert found.endswith("Did you mean 'ddpm'?")


def test_a_page_in_a_language_that_the_site_does_not_have(tmp_path: Path) -> None:
    (found,) = told(tmp_path, translated=NOTE)
    assert found.startswith("CFG007 1 The page seems to be 'directions/diffusion.md' in another language")


def test_a_page_that_is_not_in_the_navigation(tmp_path: Path) -> None:
    assert told(tmp_path, page="# New\n") == [
        "CFG007 1 The page is not in the navigation. Add `- new.md` to `nav` in mkdocs.yml."
    ]


@pytest.mark.parametrize("text", ["`\\cite{ddpm}`", "[@ddpm, p. 3]", "[@ddpm, me@example.org]"])
def test_what_is_no_slip(text: str, tmp_path: Path) -> None:
    assert [each for each in told(tmp_path, note=NOTE + text) if "NOT01" in each] == []


@pytest.mark.parametrize("name", ["docs/new.md", "bib/results/a.csv", "bib/citations.tsv", "bib/verified.tsv"])
def test_a_file_that_may_not_be_read(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, SITE | {name: "x"})
    plain = Path.open

    def refuse(path: Path, *arguments: Any, **options: Any) -> Any:  # root may read every file
        if path == tmp_path / name:
            raise PermissionError(13, "Permission denied")
        return plain(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    problems = read_site(read_configuration(tmp_path / "mkdocs.yml")).problems
    found = [f"{problem.message} {problem.hint}" for problem in problems if problem.file == name]
    assert any(each.endswith("permission denied. Make the file readable.") for each in found), found


def test_a_mistyped_mark(tmp_path: Path) -> None:
    marks = "plugins:\n  - paperatlas: {marks: {named-in-article: named}}\n"
    keywords = "keywords   = {diffusion/models, named-in-artcle, named-in-article, other}"
    write_files(
        tmp_path, SITE | {"mkdocs.yml": marks, "bib/a.bib": DDPM.replace("keywords   = {diffusion/models}", keywords)}
    )
    problems = read_site(read_configuration(tmp_path / "mkdocs.yml")).problems
    assert [f"{each.code} {each.line} {each.hint}" for each in problems] == ["DIR005 7 Write 'named-in-article'."]
