"""Text of strangers is text: in every page, file and report of a site, and in a browser."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html
from playwright.sync_api import Browser

from paperatlas.cli import run_command_line
from tests.conftest import built_once
from tests.hosts.host_sites import build_site_of
from tests.whole_site.conftest import FOLDER, served
from tests.whole_site.hostile import KEYS, URLS, write_hostile_site

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "{http://www.w3.org/1999/xlink}href"}
_RUNS = re.compile(r"javascript:xss|vbscript:|data:text", re.IGNORECASE)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site on disk; beside it what the build told."""

    def build(host: Path) -> None:
        root = host / "project"
        write_hostile_site(root)
        told = build_site_of(root, "mkdocs", "build", "--site-dir", str(host / FOLDER))
        (host / "log.txt").write_text(told, encoding="utf-8")

    return built_once(tmp_path_factory, "hostile", build)


_DATA = ("assets/compare-data", "assets/reading-data", "assets/exports-")


def _texts(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((site / FOLDER).rglob("*")):
        name = path.relative_to(site / FOLDER).as_posix()
        is_ours = not name.startswith("assets/") or name.startswith(_DATA)
        if (
            path.is_file()
            and is_ours
            and path.suffix in {".html", ".json", ".xml", ".bib", ".ris", ".txt", ".js", ".svg", ".csv"}
        ):
            yield name, path.read_text(encoding="utf-8")


def _elements(text: str) -> Iterator[str]:
    """Yield what a page holds that only a stranger has written."""
    for element in html.document_fromstring(text).iter():
        if not isinstance(element.tag, str):
            if "xss" in (element.text or ""):
                yield f"comment {element.text}"
            continue
        if element.tag.startswith("xss") or any(name.startswith("on") for name in element.attrib):
            yield f"<{element.tag} {dict(element.attrib)}>"
        if element.tag == "script" and element.get("type") != "application/ld+json" and "xss" in (element.text or ""):
            yield f"script {element.text}"
        if element.get("type") == "application/ld+json":
            json.loads(element.text or "")
        for name in _ADDRESSES & set(element.attrib):
            # A browser leaves such characters out before it looks for a scheme.
            scheme = _SCHEME.match(re.sub(r"[\x00-\x20]", "", str(element.get(name))))
            if scheme and scheme[1].lower() not in {"http", "https", "data" if element.get("download") else "http"}:
                yield f"{name}={element.get(name)}"


def test_nothing_in_a_file_is_more_than_text(hostile: Path) -> None:
    wrong: list[tuple[str, str]] = []
    for name, text in _texts(hostile):
        if control := _CONTROL.search(text):
            wrong.append((name, repr(text[max(0, control.start() - 30) : control.end() + 9])))
        if "49xss" in text:
            wrong.append((name, "a template was carried out"))
        if name.endswith(".html"):
            wrong += [(name, found) for found in _elements(text)]
        elif name.endswith((".xml", ".svg")):
            etree.fromstring(text.encode())
        elif name.endswith(".json"):
            json.loads(text)
        elif name.endswith(".ris"):
            wrong += [(name, line) for line in text.splitlines() if line and not re.match("[A-Z][A-Z0-9]  - ", line)]
            wrong += [(name, line) for line in text.splitlines() if re.match(r"(UR|L1|DO)  - .*javascript:xss", line)]
        elif name.endswith(".csv"):
            cells = [cell for line in csv.reader(text.splitlines()) for cell in line]
            assert len(cells) > 9 * 7
            wrong += [(name, cell) for cell in cells if re.match(r"[=+@\t\r＝-]", cell) and cell != "-1.5"]
        elif name.endswith(".bib"):
            opened = re.findall(r"^  (?:url|doi|code|website|video|slides|blog) += .*", text, re.MULTILINE)
            wrong += [(name, line) for line in opened if _RUNS.search(line)]
    assert not wrong


def test_no_character_of_control_reaches_the_log(hostile: Path) -> None:
    assert not _CONTROL.search((hostile / "log.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", ["text", "json", "github", "sarif"])
def test_a_report_holds_no_command(hostile: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    run_command_line(["check", str(hostile / "project/bib/hostile.bib"), "--format", kind])
    told = capsys.readouterr()
    assert not _CONTROL.search(told.out + told.err)
    if kind == "github":
        assert all(re.match("::(error|warning|notice) file=", line) for line in told.out.splitlines())
    elif kind != "text":
        json.loads(told.out)


def test_nothing_of_it_runs_in_a_browser(hostile: Path, chromium: Browser) -> None:
    addresses = [
        "",
        "directions/hostile/",
        "directions/hostile/results/",
        "papers/textarticle/",
        "papers/",
        "compare/?p=textarticle,textmisc",
        "map/",
        "reading/",
    ]
    wrong: list[str] = []
    with served(hostile) as host, chromium.new_context() as context:
        context.add_init_script("window.xss = () => { throw new Error('it ran'); }")
        page = context.new_page()
        page.on("dialog", lambda dialog: wrong.append(dialog.message))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
        for address in addresses:
            page.goto(f"{host}{FOLDER}/{address}")
            page.wait_for_load_state()
            wrong += page.evaluate(
                "() => [...document.querySelectorAll('*')].filter((each) => each.localName.startsWith('xss')"
                " || each.hasAttribute('onxss') || each.hasAttribute('onerror')).map((each) => each.outerHTML)"
            )
    assert not wrong


def test_every_entry_is_there(hostile: Path) -> None:
    data = json.loads((hostile / FOLDER / "atlas.json").read_text(encoding="utf-8"))
    assert len(data["papers"]) >= 3 + len(URLS) + len(KEYS)
