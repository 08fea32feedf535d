"""Which pages a site has: those that MkDocs finds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from paperatlas.build.configuration import read_configuration
from paperatlas.build.docs_folder import pages_by_language
from paperatlas.build.languages import Languages
from paperatlas.build.library_files import bib_files
from paperatlas.build.project import site_pages
from tests.conftest import write_files

FOLDERS: list[tuple[list[str], dict[str, object], list[str]]] = [
    # the files, the settings, the pages
    (["index.md", "b.md", "a.md", "x.txt"], {}, ["index.md", "a.md", "b.md"]),
    (["a.md", "b.markdown", "c.mdown", "d.mkdn", "e.mkd", "F.MD"], {}, ["a.md", "b.markdown", "c.mdown", "d.mkdn", "e.mkd"]),
    (["z.md", "b/index.md", "b/a.md", "a/z.md"], {}, ["z.md", "a/z.md", "b/index.md", "b/a.md"]),
    # hidden
    ([".a.md", ".b/c.md", "d/.e.md", "f.md"], {}, ["f.md"]),
    (["templates/a.md", "b/templates/c.md"], {}, ["b/templates/c.md"]),
    # two for one address
    (["README.md", "a/README.md"], {}, ["README.md", "a/README.md"]),
    (["index.md", "README.md"], {}, ["index.md"]),
    (["README.md", "index.html"], {}, []),
    (["README.md", "index.html", "index.md"], {}, ["index.md"]),
    (["index.md", "README.md"], {"exclude_docs": "index.md"}, ["README.md"]),
    (["index.md", "README.md"], {"exclude_docs": "README.md"}, ["index.md"]),
    (["index.md", "README.md"], {"draft_docs": "index.md"}, ["README.md"]),
    (["a.markdown", "a.md"], {}, ["a.md"]),
    (["a.html", "a.md"], {}, ["a.md"]),
    (["a.md", "a/index.md"], {}, ["a.md", "a/index.md"]),
    (["a.html", "a.md", "a.markdown"], {"use_directory_urls": False}, ["a.markdown", "a.md"]),
    # patterns
    (["a.md", "b/a.md", "b/c.md"], {"exclude_docs": "a.md\n!b/a.md\n"}, ["b/a.md", "b/c.md"]),
    (["a.md", "b/a.md"], {"exclude_docs": "/a.md"}, ["b/a.md"]),
    (["a.md", "b/a.md"], {"exclude_docs": "b/"}, ["a.md"]),
    ([".a.md"], {"exclude_docs": "!.a.md"}, [".a.md"]),
    (["a.md", "b.md"], {"draft_docs": "a.md", "not_in_nav": "b.md"}, ["b.md"]),
    (["a.md", "b.md"], {"exclude_docs": "a.md", "draft_docs": "*\n!a.md\n"}, []),
    (["a.md"], {"exclude_docs": None, "docs_dir": None}, ["a.md"]),
    (["../pages/a.md", "b.md"], {"docs_dir": "pages"}, ["a.md"]),
    (["../pages/a.md", "b.md"], {"docs_dir": "docs/../pages"}, ["a.md"]),
]  # fmt: skip


@pytest.mark.parametrize(("files", "settings", "pages"), FOLDERS)
def test_pages(files: list[str], settings: dict[str, object], pages: list[str], tmp_path: Path) -> None:
    config_file = tmp_path / "mkdocs.yml"
    write_files(tmp_path, {f"docs/{name}": "" for name in ["x.txt", *files]})
    config_file.write_text(yaml.safe_dump({"plugins": ["paperatlas"], **settings}), encoding="utf-8")
    assert read_configuration(config_file).docs().pages() == pages
    config = MkDocsConfig(str(config_file))
    config.load_dict({"site_name": "", "plugins": [], **settings})
    assert config.validate() == ([], [])
    assert [page.src_uri for page in get_files(config).documentation_pages()] == pages


SUFFIX = Languages(("en", "zh"), "zh", translated=True)
FOLDER = Languages(("en", "zh"), "zh", translated=True, by_folder=True)
LANGUAGES = [
    # the languages, the pages, those of each language: `source <- file (its language)`
    (Languages(("en",), "en"), ["a.md", "b.zh.md"], {"en": ["a.md <- a.md ()", "b.zh.md <- b.zh.md ()"]}),
    (SUFFIX, ["a.md", "a.en.md"], {"zh": ["a.md <- a.md (zh)"], "en": ["a.md <- a.en.md (en)"]}),
    (SUFFIX, ["a.md"], {"zh": ["a.md <- a.md (zh)"], "en": ["a.md <- a.md (zh)"]}),
    (SUFFIX, ["a.zh.md", "b/c.en.md"], {"zh": ["a.md <- a.zh.md (zh)"], "en": ["a.md <- a.zh.md (zh)", "b/c.md <- b/c.en.md (en)"]}),
    (FOLDER, ["zh/a.md", "en/a.md"], {"zh": ["a.md <- zh/a.md (zh)"], "en": ["a.md <- en/a.md (en)"]}),
    (Languages(("en", "zh"), "zh", translated=True, fallback=False), ["a.md"], {"zh": ["a.md <- a.md (zh)"], "en": []}),
]  # fmt: skip


@pytest.mark.parametrize(("languages", "sources", "pages"), LANGUAGES)
def test_pages_of_languages(languages: Languages, sources: list[str], pages: dict[str, list[str]]) -> None:
    found = pages_by_language(sources, Path("/site/docs"), Path("/site"), languages)
    assert list(found) == [languages.first, *(each for each in languages.every if each != languages.first)]
    assert {
        language: [f"{page.source} <- {page.file.removeprefix('docs/')} ({page.language})" for page in shown]
        for language, shown in found.items()
    } == pages


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("docs/F.MD", "'F.MD' is not read as a page: names of pages end with '.md'. Rename it to 'F.md'."),
        (
            "docs/directions/flows.txt",
            (
                "'flows.txt' is not read as a note: notes are Markdown, and their names end with '.md'. "
                "Write its text as Markdown in 'flows.md', and remove it from here."
            ),
        ),
        ("docs/directions/flows.png", None),
        ("docs/robots.txt", None),
        ("docs/directions/data/flows.txt", None),
    ],
)
def test_files_that_seem_to_be_pages_are_told(tmp_path: Path, file: str, told: str | None) -> None:
    write_files(tmp_path, {"mkdocs.yml": "site_name: x\nplugins: [paperatlas]\n", "docs/index.md": "", file: ""})
    _, problems = site_pages(read_configuration(tmp_path / "mkdocs.yml"))
    expected = [("LIB003", file, told)] if told else []
    assert [(each.code, str(each.span), f"{each.message} {each.hint}") for each in problems] == expected


@pytest.mark.parametrize("name", [b"a\xff", b"a\nb", "a\u202edm".encode(), b"\x1b[31m/a"])
def test_a_file_that_cannot_be_named_is_no_page(name: bytes, tmp_path: Path) -> None:
    configuration = "site_name: X\nplugins: [paperatlas]\n"
    write_files(tmp_path, {"mkdocs.yml": configuration, "docs/index.md": "# Home\n", "bib/a.bib": ""})
    for path in (tmp_path / "docs" / f"{os.fsdecode(name)}.md", tmp_path / "bib" / f"{os.fsdecode(name)}.bib"):
        path.parent.mkdir(exist_ok=True)
        path.touch()
    docs = read_configuration(tmp_path / "mkdocs.yml").docs()
    assert [problem.code for problem in docs.refused().values()] == ["CFG005"]
    for pattern in ("bib", "bib/**/*.bib"):
        paths, problems = bib_files(tmp_path, [pattern])
        assert ([path.name for path in paths], [problem.code for problem in problems]) == (["a.bib"], ["CFG005"])
