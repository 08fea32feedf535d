"""Whatever is edited, a site that is built with what was kept is the one that is built without."""

from __future__ import annotations

import logging
import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from tests.atlas.test_assemble import entry
from tests.citations.rows import citations
from tests.conftest import write_files
from tests.results.tables import row, table
from tests.verification.rows import verified

MAIN = """<title>{{ page.title }} - {{ config.site_name }}</title>{{ page.meta.status }}
{% for item in nav %}{{ item.title }} {{ item.url|url }}{% if item.active %}!{% endif %}{% endfor %}
{% for item in page.toc %}<a href="{{ item.url }}">{{ item.title }}</a>{{ item.children|length }}{% endfor %}
{% if page.previous_page %}{{ page.previous_page.title }}{% endif %}{{ config.extra.word }}
<main>{{ page.content }}</main>{% include "foot.html" %}
"""
THEMES: dict[str, Any] = {
    "own": {"theme": {"name": None, "custom_dir": "theme"}, "plugins": ["search", "paperatlas"]},
    "mkdocs": {"theme": {"name": "mkdocs"}, "plugins": ["search", "paperatlas"]},
    "material": {
        "theme": {"name": "material", "font": False, "custom_dir": "over"},
        "plugins": [
            "search",
            "paperatlas",
            {
                "i18n": {
                    "docs_structure": "folder",
                    "languages": [
                        {"locale": "en", "name": "English", "default": True},
                        {"locale": "zh", "name": "中文", "build": True},
                    ],
                }
            },
        ],
    },
}
FRONT = "---\n"
STEPS = {"own": 8, "mkdocs": 2, "material": 2}


class Site:
    """The files and settings of a site, as they are edited."""

    def __init__(self, root: Path, settings: dict[str, Any], seed: int) -> None:
        self.root = root
        self.chance = random.Random(seed)
        self.settings = {"site_name": "S", "site_url": "https://example.org/", "extra": {"word": "a"}} | settings
        self.papers = {name: {"keywords": "flows/models", "abstract": f"About {name}."} for name in "abcdef"}
        self.results = {"a": "3", "b": "2"}
        self.citations = {"a b", "c b"}
        self.verified = {"a": "publication", "b": "code: state=gone"}
        self.files = {
            "docs/index.md": "# Home\n\n<!-- paperatlas: directions -->\n\n[one](notes/one.md)\n",
            "docs/directions/flows.md": "---\ntitle: Flows\ngroups:\n- slug: models\n---\n# Flows\n\n[@a; @b]\n",
            "docs/directions/nets.md": "# Nets\n\nSee @c. ![p](../p.png)\n",
            "docs/notes/one.md": "# One\n\n[@d] [two](two.md#there) [paper](../papers/a.md)\n",
            "docs/notes/two.md": "# Two\n\n## There\n\n[one](one.md) @e\n",
            "docs/p.png": "",
            "theme/main.html": MAIN,
            "theme/foot.html": "foot",
            "over/main.html": "{% extends 'base.html' %}",
        }

    def note(self) -> str:
        return self.chance.choice([name for name in self.files if name.startswith("docs/") and name.endswith(".md")])

    def set_meta(self, note: str, line: str) -> None:
        self.files[note] = f"{FRONT}{line}\n{FRONT}{self.files[note].rpartition(FRONT)[2]}"

    def word(self) -> str:
        return self.chance.choice(["a", "b", "zzz", "w 1", "Größe", "节"])

    def write(self) -> None:
        for folder in ("docs", "theme", "bib", "own", "over"):
            shutil.rmtree(self.root / folder, ignore_errors=True)
        write_files(self.root, self.texts())

    def texts(self) -> dict[str, str]:
        """The files as they are to be written."""
        library = "".join(entry(key, **fields) for key, fields in self.papers.items())
        # The languages of the site that has several have folders; `test_last_build` edits one with suffixes.
        docs = "docs/en/" if "docs_structure" in str(self.settings["plugins"]) else "docs/"
        files = {name.replace("docs/", docs): text for name, text in self.files.items()}
        files |= {"bib/results/a.csv": table(*(row(key=key, value=value) for key, value in self.results.items()))}
        files |= {"bib/citations.tsv": citations(*sorted(self.citations))}
        files |= {"bib/verified.tsv": verified(*(f"{key} | {what}" for key, what in sorted(self.verified.items())))}
        return files | {"bib/a.bib": library, "mkdocs.yml": yaml.safe_dump(self.settings)}


def _text(site: Site) -> None:
    added = [
        "\nMore {0} [@{1}].\n",
        "\n## {0}\n",
        "\n[{0}](../notes/two.md#there)\n",
        "\n![{0}](../p.png)\n",
        "\n[{0}](gone.md)\n",
        "\n\\bibliography\n",
        "\n- {0} @{1}\n",
    ]
    site.files[site.note()] += site.chance.choice(added).format(site.word(), site.chance.choice(sorted("abcdefg")))


def _front_matter(site: Site) -> None:
    note, word = site.note(), site.word()
    line = site.chance.choice(["title", "status", "summary", "description", "tags: [x]\nicon"])
    site.set_meta(note, f"{line}: {word}")


def _search(site: Site) -> None:
    site.set_meta(site.note(), site.chance.choice(["search: {boost: 2}", "search: {exclude: true}"]))


def _new_note(site: Site) -> None:
    folder = site.chance.choice(["notes", "directions"])
    site.files[f"docs/{folder}/{site.chance.choice('xyz')}.md"] = f"# {site.word()}\n\n@a [one](../notes/one.md)\n"


def _rename(site: Site) -> None:
    note = site.note()
    if note != "docs/index.md":
        site.files[note.replace(".md", "x.md")] = site.files.pop(note)


def _delete(site: Site) -> None:
    note = site.note()
    if note != "docs/index.md":
        del site.files[note]


def _picture(site: Site) -> None:
    if site.files.pop("docs/p.png", None) is None:
        site.files["docs/p.png"] = ""


def _entry(site: Site) -> None:
    name = site.chance.choice(["abstract", "title", "author", "year", "keywords", "uses", "shorttitle", "code"])
    values = {"keywords": site.chance.choice(["nets", "flows", "flows/models"]), "uses": "a", "year": "2021"}
    value = values.get(name) or ("https://example.org/c" if name == "code" else f"About {site.word()}")
    site.papers[site.chance.choice(sorted(site.papers))][name] = value


def _entries(site: Site) -> None:
    key = site.chance.choice(sorted("cdefg"))
    if site.papers.pop(key, None) is None:
        site.papers[key] = {"keywords": "nets"}


def _result(site: Site) -> None:
    key = site.chance.choice("abcdg")
    if site.results.pop(key, None) is None:
        site.results[key] = site.chance.choice("123x")


def _citation(site: Site) -> None:
    site.citations ^= {" ".join(site.chance.sample("abcdg", 2))}


def _verification(site: Site) -> None:
    state = site.chance.choice(["", ": state=retracted", ": state=corrected"])
    site.verified[site.chance.choice("abcdg")] = f"publication{state}"


def _navigation(site: Site) -> None:
    pages = sorted(name.removeprefix("docs/") for name in site.files if name.startswith("docs/") and ".md" in name)
    site.chance.shuffle(pages)
    if len(pages) < 2:
        return
    items: list[Any] = [pages[0], {site.word(): pages[1]}, {"Part": pages[2:4]}, {"Out": "https://example.org/"}]
    site.settings["nav"] = site.chance.choice([None, items])


def _option(site: Site) -> None:
    plugins = site.settings["plugins"]
    at = next(at for at, plugin in enumerate(plugins) if "paperatlas" in plugin)
    options = {"references": ["none", "end"], "citation_style": ["numeric", "author-year"], "templates": ["own", ""]}
    name = site.chance.choice(sorted(options))
    site.settings["plugins"] = [*plugins]
    site.settings["plugins"][at] = {"paperatlas": {name: site.chance.choice(options[name])}}


def _setting(site: Site) -> None:
    settings: list[tuple[str, list[Any]]] = [
        ("site_name", ["S", "T"]),
        ("extra", [{"word": "b"}, {"word": 1}]),
        ("use_directory_urls", [True, False]),
        ("markdown_extensions", [[], ["attr_list", {"toc": {"permalink": True}}], ["pymdownx.tilde"]]),
        ("validation", [{"links": {"anchors": "warn"}}, {"absolute_links": "warn"}]),
        ("repo_url", ["https://example.org/r/", ""]),
        ("edit_uri", ["edit/", ""]),
    ]
    name, values = site.chance.choice(settings)
    site.settings[name] = site.chance.choice(values)


def _template(site: Site) -> None:
    name, text = site.chance.choice(
        [
            ("theme/foot.html", site.word()),
            ("theme/main.html", MAIN + site.word()),
            ("theme/main.html", MAIN + "{% for p in nav.pages %}{{ p.content|length }}{% endfor %}"),
            ("own/references.html.jinja", f"<p>{site.word()}</p>"),
            ("own/home.html.jinja", "<p>{{ cards|length }}</p>"),
            ("over/main.html", "{% extends 'base.html' %}{% block footer %}" + site.word() + "{% endblock %}"),
        ]
    )
    site.files[name] = text


EDITS: list[Callable[[Site], None]] = [
    *(_text, _text, _front_matter, _search, _new_note, _rename, _delete, _picture),
    *(_entry, _entry, _entries, _result, _citation, _verification, _navigation, _option, _setting, _template),
]


@pytest.fixture
def build_as_process(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> Iterator[Callable[[Path], tuple[dict[str, bytes], list[str]]]]:
    """Build a site as a process does that begins; return its files and what was said of it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")

    def build_it(root: Path) -> tuple[dict[str, bytes], list[str]]:
        dict(MkDocsConfig._schema)["plugins"].plugin_cache.clear()  # type: ignore[attr-defined]
        caplog.clear()
        (root / "site/index.html").unlink(missing_ok=True)  # else an unchanged site stays as it is
        config = load_config(str(root / "mkdocs.yml"))
        with caplog.at_level(logging.WARNING, "mkdocs"):
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        files = {str(path.relative_to(root)): path.read_bytes() for path in (root / "site").rglob("*.*")}
        return files, [record.getMessage() for record in caplog.records]

    yield build_it
    dict(MkDocsConfig._schema)["plugins"].plugin_cache.clear()  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", range(int(os.environ.get("FUZZ_EXAMPLES", "1"))))
@pytest.mark.parametrize("theme", THEMES)
def test_a_site_is_the_same_after_every_edit(
    build_as_process: Callable[[Path], tuple[dict[str, bytes], list[str]]], tmp_path: Path, theme: str, seed: int
) -> None:
    site = Site(tmp_path, THEMES[theme], seed)
    cache, aside = tmp_path / ".cache", tmp_path / "aside"
    done: list[str] = []
    for _ in range(STEPS[theme]):
        site.write()
        found, messages = build_as_process(tmp_path)
        if cache.exists():
            cache.rename(aside)
        expected, expected_messages = build_as_process(tmp_path)
        shutil.rmtree(cache, ignore_errors=True)
        if aside.exists():
            aside.rename(cache)
        assert [name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name)] == [], done
        assert messages == expected_messages, done
        for edit in site.chance.sample(EDITS, site.chance.randint(0, 2)):
            edit(site)
            done.append(edit.__name__)
