"""A site read without building it: the problems are those its build logs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from paperatlas.build import read_page as read_page_module
from paperatlas.build.configuration import find_config, read_configuration
from paperatlas.build.options import Options
from paperatlas.build.project import read_project, read_site
from paperatlas.notes import read_document
from tests.conftest import read_folder, write_files

PLUGIN = "site_name: X\nplugins: [paperatlas]\n"
STYLED = "site_name: X\nplugins:\n  - paperatlas: {%s}\n"
SNIPPETS = PLUGIN + "markdown_extensions: [pymdownx.snippets]\n"
ENTRY = "@misc{a, title = {X}}\n"
TWO_LANGUAGES = """\
site_name: X
plugins:
  - i18n:
      docs_structure: %s
      languages:
        - {locale: en, name: English}
        - {locale: zh, name: 中文, default: true}
  - paperatlas
"""

SITES = [
    # what is written, the codes of its problems
    ({"mkdocs.yml": PLUGIN, "docs/index.md": "[@a]"}, []),
    ({"mkdocs.yml": PLUGIN, "docs/index.md": "[@b]"}, ["CIT001"]),
    ({"mkdocs.yml": PLUGIN, "docs/x/y.md": "[@b]"}, ["CIT001"]),
    ({"mkdocs.yml": PLUGIN, "docs/.hidden/y.md": "[@b]"}, []),
    ({"mkdocs.yml": PLUGIN + "exclude_docs: y.md\n", "docs/y.md": "[@b]"}, []),
    ({"mkdocs.yml": PLUGIN + "docs_dir: pages\n", "pages/y.md": "[@b]"}, ["CIT001"]),
    # every way to write a list of plugins
    ({"mkdocs.yml": "plugins:\n  search: {}\n  paperatlas: {}\n", "docs/y.md": "[@b]"}, ["CIT001"]),
    ({"mkdocs.yml": "plugins:\n  - search\n  - paperatlas:\n", "docs/y.md": "[@b]"}, ["CIT001"]),
    ({"mkdocs.yml": "plugins:\n  - paperatlas: {bib: lib}\n", "docs/y.md": "", "lib/a.bib": "@misc{b}"}, ["REQ001"]),
    ({"mkdocs.yml": "plugins:\n  - paperatlas: {directions: notes}\n", "docs/notes/x.md": ""}, ["DIR004", "NOT005"]),
    # what is named and is not there, or is there and not named
    ({"mkdocs.yml": STYLED % "directions: topics", "docs/y.md": ""}, ["CFG004"]),
    ({"mkdocs.yml": STYLED % "bib: '20*.bib'", "docs/y.md": ""}, ["LIB002"]),
    (
        {"mkdocs.yml": STYLED % "bib: '20*.bib'", "docs/y.md": "", "2020.bib": "@misc{b}", "x.bib": "@misc{c}"},
        ["REQ001"],
    ),
    ({"mkdocs.yml": STYLED % "bib: '*/**/20*.bib'", "docs/y.md": "", "x/y/2020.bib": "@misc{b}"}, ["REQ001"]),
    ({"mkdocs.yml": PLUGIN, "docs/x.md": "---\ngroups: [{slug: a}]\n---\n"}, ["NOT010"]),
    ({"mkdocs.yml": PLUGIN, "docs/directions/x/y.md": "---\nstatus: hot\n---\n"}, ["NOT010"]),
    ({"mkdocs.yml": PLUGIN, "docs/x.md": "---\nstatus: new\ngroups: [a]\n---\n"}, []),
    ({"mkdocs.yml": PLUGIN, "docs/en/directions/x.md": "---\nstatus: hot\n---\n"}, []),
    ({"mkdocs.yml": STYLED % "templates: t", "docs/y.md": ""}, ["CFG003"]),
    ({"mkdocs.yml": STYLED % "templates: t", "docs/y.md": "", "t/paper.html.jinja": "", "t/README.md": ""}, []),
    (
        {"mkdocs.yml": STYLED % "templates: t", "docs/y.md": "", "t/paper.html": "", "t/assets/x.css": ""},
        ["CFG003"] * 2,
    ),
    (
        {
            "mkdocs.yml": STYLED % "templates: t",
            "docs/y.md": "",
            "t/paper.html.jinja": '{% include "own/part.jinja" %}',
            "t/own/part.jinja": "",
        },
        [],
    ),
    ({"mkdocs.yml": STYLED % "check: {baseline: known.json}", "docs/y.md": ""}, ["CFG001"]),
    # a site of citations alone has no directions and publishes no field
    (
        {
            "mkdocs.yml": STYLED % "pages: false",
            "docs/directions/x.md": "",
            "bib/a.bib": "@misc{a, title = {X}, file = {x}}",
        },
        [],
    ),
    # what extensions include
    ({"mkdocs.yml": SNIPPETS, "docs/y.md": '--8<-- "a.md"', "docs/z.md": '--8<-- "a.md"', "a.md": "[@b]"}, ["CIT001"]),
    ({"mkdocs.yml": SNIPPETS, "docs/y.md": '```\n--8<-- "a.md"\n```', "a.md": "[@b]"}, []),
    ({"mkdocs.yml": PLUGIN, "docs/y.md": '--8<-- "a.md"', "a.md": "[@b]"}, []),
    # how citations are to look, as a build reports it
    ({"mkdocs.yml": STYLED % "citation_style: apa", "docs/y.md": ""}, ["CIT002"]),
    ({"mkdocs.yml": STYLED % "citation_style: a.csl", "a.csl": "<style", "docs/y.md": ""}, ["CIT002"]),
    ({"mkdocs.yml": STYLED % "citation_style: numeric", "docs/y.md": ""}, []),
    ({"mkdocs.yml": STYLED % "bib_file: refs.bib, csl_file: a.csl", "docs/y.md": ""}, ["CIT004", "CIT004"]),
    ({"mkdocs.yml": STYLED % "" + "  - bibtex: {bib_file: a.bib}\n", "docs/y.md": ""}, ["CIT009"]),
    # what MkDocs reads and we need not
    ({"mkdocs.yml": PLUGIN + "x: !!python/name:os.system\ny: !relative\nz: !ENV [NO, no]\n", "docs/y.md": ""}, []),
    ({"mkdocs.yml": PLUGIN + "theme: {name: no-such-theme}\nhooks: [no.py]\n", "docs/y.md": ""}, []),
    ({"mkdocs.yml": "INHERIT: base.yml\n", "base.yml": PLUGIN, "docs/y.md": "[@b]"}, ["CIT001"]),
    ({"mkdocs.yaml": PLUGIN, "docs/y.md": "[@b]"}, ["CIT001"]),
    # languages: each page once for each, the first language's where there is no other
    ({"mkdocs.yml": TWO_LANGUAGES % "suffix", "docs/y.md": "[@b]", "docs/y.en.md": "[@c]"}, ["CIT001", "CIT001"]),
    ({"mkdocs.yml": TWO_LANGUAGES % "suffix", "docs/y.md": ""}, ["NOT008"]),
    ({"mkdocs.yml": TWO_LANGUAGES % "suffix", "docs/y.zh.md": "", "docs/y.en.md": ""}, []),
    ({"mkdocs.yml": TWO_LANGUAGES % "suffix", "docs/y.md": "", "docs/y.en.md": "", "docs/y.fr.md": ""}, ["NOT009"]),
    ({"mkdocs.yml": TWO_LANGUAGES % "folder", "docs/zh/y.md": "[@b]", "docs/en/y.md": "[@c]"}, ["CIT001", "CIT001"]),
    ({"mkdocs.yml": TWO_LANGUAGES % "folder", "docs/zh/y.md": ""}, ["NOT008"]),
    (
        {
            "mkdocs.yml": TWO_LANGUAGES % "suffix",
            "docs/directions/x.md": "# X",
            "docs/directions/x.en.md": "# X",
            "bib/a.bib": "@misc{a, title = {X}, keywords = {x}}",
        },
        [],
    ),
]


LINKED = [
    # a file outside of the site, a link to it in the site, the codes of the problems
    ("secret.bib", "site/bib/b.bib", ["CFG005"]),
    ("secret.bib", "site/bib/b.txt", []),
    ("secret.md", "site/docs/directions/secret.md", ["CFG005"]),
    ("secret.md", "site/docs/.secret.md", []),
    ("secret.png", "site/docs/secret.png", ["CFG005"]),
]


@pytest.mark.parametrize(("outside", "link", "codes"), LINKED)
def test_what_is_outside_stays_there(outside: str, link: str, codes: list[str], tmp_path: Path) -> None:
    write_files(
        tmp_path, {outside: ENTRY.replace("a", "secret"), "site/bib/a.bib": ENTRY, "site/docs/index.md": "[@a]"}
    )
    write_files(tmp_path, {"site/docs/directions/index.md": "", "site/mkdocs.yml": PLUGIN})
    (tmp_path / link).symlink_to(tmp_path / outside)
    site = read_site(read_configuration(tmp_path / "site" / "mkdocs.yml"))
    assert sorted(problem.code for problem in site.problems) == codes
    assert list(site.atlas.papers) == ["a"]
    assert sorted(document.source for document in site.atlas.documents) == ["directions/index.md", "index.md"]


def test_a_library_that_is_named_may_be_a_link(tmp_path: Path) -> None:
    write_files(
        tmp_path, {"zotero/library.bib": ENTRY, "site/docs/index.md": "", "site/mkdocs.yml": STYLED % "bib: a.bib"}
    )
    (tmp_path / "site" / "a.bib").symlink_to(tmp_path / "zotero" / "library.bib")
    site = read_site(read_configuration(tmp_path / "site" / "mkdocs.yml"))
    assert (site.problems, list(site.atlas.papers)) == ((), ["a"])


def test_a_note_with_a_name_that_is_too_long(tmp_path: Path) -> None:
    write_files(tmp_path, {f"docs/directions/{'n' * 201}.md": "# N", f"docs/directions/{'n' * 200}.md": "# N"})
    write_files(tmp_path, {"bib/a.bib": "@misc{a, title = {X}, keywords = {%s}}" % ("n" * 200)})
    project = read_folder(tmp_path)
    assert [problem.code for problem in project.problems] == ["NOT012"]
    assert list(project.atlas.directions) == ["n" * 200]


@pytest.mark.parametrize(("files", "codes"), SITES)
def test_problems(files: dict[str, str], codes: list[str], tmp_path: Path) -> None:
    write_files(tmp_path, {"bib/a.bib": ENTRY, **files})
    config_file = find_config(tmp_path)
    assert config_file
    site = read_site(read_configuration(config_file))
    assert sorted(problem.code for problem in set(site.problems)) == codes
    assert site.root == tmp_path


def test_a_file_is_read_once_and_a_note_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(
        tmp_path,
        {
            "mkdocs.yml": TWO_LANGUAGES % "suffix",
            "bib/a.bib": ENTRY,
            "docs/directions/x.md": "# X",
            "docs/y.md": "# Y",
            "docs/y.en.md": "# Y",
        },
    )
    opened: Counter[str] = Counter()
    parsed: Counter[str] = Counter()

    def count_file(path: Path, *arguments: Any, **options: Any) -> Any:
        opened[path.relative_to(tmp_path).as_posix()] += 1
        return original(path, *arguments, **options)

    def count_page(text: str, file: str, *more: str) -> Any:
        parsed[file] += 1
        return read_document(text, file, *more)

    original = Path.open
    monkeypatch.setattr(Path, "open", count_file)
    monkeypatch.setattr(read_page_module, "read_document", count_page)
    site = read_site(read_configuration(tmp_path / "mkdocs.yml"))
    assert list(site.atlases) == ["zh", "en"]
    pages = ["docs/directions/x.md", "docs/y.en.md", "docs/y.md"]
    assert opened == Counter(["bib/a.bib", "mkdocs.yml", *pages])
    assert parsed == Counter(pages)


def test_a_page_that_has_not_changed_is_not_parsed_again(tmp_path: Path) -> None:
    write_files(tmp_path, {"docs/directions/x.md": "# X", "docs/y.md": "# Y"})
    first = read_folder(tmp_path)
    write_files(tmp_path, {"docs/y.md": "# Z"})
    pages = {"en": list(first.pages)}
    second = read_project(tmp_path, Options(), pages, before=first)
    same = {page.file: second.pages[page] is first.pages[page] for page in first.pages}
    assert same == {"docs/directions/x.md": True, "docs/y.md": False}
    assert {document.title for document in second.atlas.documents} == {"X", "Z"}
    moved = read_project(tmp_path, Options(directions="topics"), pages, before=second)
    assert (list(second.atlas.directions), list(moved.atlas.directions)) == (["x"], [])


def test_what_is_read_again_is_what_is_read_anew(tmp_path: Path) -> None:
    library = {
        "bib/a.bib": "@string{j = {Journal}}\n@misc{a, title = {A}, keywords = {x/g}, uses = {b}}\n",
        "bib/b.bib": "@misc{b, title = {B}, journal = j, keywords = {x/no}}\n@misc{p, title = {P}}\n",
        "bib/c.bib": "@misc{c, crossref = {p}, keywords = {x}, extends = {a, gone}}\n@misc{d, title = {D}, note = {Mine}}\n",
        "docs/directions/x.md": "---\ngroups:\n- slug: g\n---\n# X\n\n[@a]\n",
    }
    # what is changed, and how many papers need not be read again
    edits = {
        "an entry": ("bib/c.bib", "{D}", "{Other}", 3),
        "a macro of another file": ("bib/a.bib", "{Journal}", "{Other journal}", 0),
        "a parent": ("bib/b.bib", "{P}", "{Parent}", 1),
        "a group": ("docs/directions/x.md", "slug: g", "slug: no", 0),
        "a key": ("bib/b.bib", "@misc{p,", "@misc{gone,", 1),
        "a place": ("bib/a.bib", "@string", "\n@string", 0),
        "a note": ("docs/directions/x.md", "[@a]", "[@b; @gone]", 3),
    }
    write_files(tmp_path, library)
    project = read_folder(tmp_path)
    for edit, (path, old, new, same) in edits.items():
        assert old in library[path]
        library[path] = library[path].replace(old, new)
        write_files(tmp_path, library)
        before, project = project, read_folder(tmp_path, before=project)
        clean = read_folder(tmp_path)
        assert project.problems == clean.problems, edit
        for key, paper in clean.atlas.papers.items():
            ours = project.atlas.papers[key]
            assert ours.entry.content(places=True) == paper.entry.content(places=True), edit
            assert replace(ours, entry=paper.entry) == paper, edit
        assert project.atlas.relations == clean.atlas.relations, edit
        kept = [key for key, paper in project.atlas.papers.items() if before.atlas.papers.get(key) is paper]
        assert len(kept) == same, edit


def test_a_baseline_that_has_no_end_is_not_read(tmp_path: Path) -> None:
    write_files(tmp_path, {"mkdocs.yml": STYLED % "check: {baseline: known.json}", "docs/y.md": ""})
    (tmp_path / "known.json").symlink_to("/dev/zero")
    problems = read_site(read_configuration(tmp_path / "mkdocs.yml")).problems
    (message,) = (problem.message for problem in problems if problem.code == "CFG001")
    assert "it is not a regular file" in message
