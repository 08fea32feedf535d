"""What a reader loads until the first answer of a search in two languages, and what the index costs to make.

    python benchmarks/bench_search.py [--papers N …]

The papers are made up; their Chinese abstracts are sentences of the atlas' own, mixed. Bytes are those that the browser
receives from a server that compresses, with the scripts of search and all that the answer shows. Of Material's
search they follow from the indexes of two small sites.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from compressed_server import served
from large_sites import letters, write_site
from made_up_papers import made_up_papers
from playwright.sync_api import Browser, sync_playwright

from find_browser import find_browser
from paperatlas.build.configuration import read_configuration
from paperatlas.build.project import read_site
from paperatlas.build.search.index import INDEX, FormerIndex, write_search_index
from paperatlas.build.search.pagefind import find_pagefind
from paperatlas.build.search.records import SearchRecord, generated_records
from paperatlas.build.search.words import WORDS, search_words
from paperatlas.build.templates import shipped_templates, template_loader
from paperatlas.diagnostics.extras import install_command
from paperatlas.pages import make_site, messages_for

SIZES = (1_000, 10_000)
MOST = 300_000
"""So many bytes until the first answer at most."""
SMALL = (100, 300)
"""Of so many papers whole sites are built, to see how Material's own index grows with them."""
QUERIES = {"zh": ["注意力", "神经网络", "扩散模型"], "en": []}
"""What is searched for; in English a frequent word, a rare one, and the beginning of a title."""
_LANGUAGES = {"zh": "", "en": "en/"}
_CONFIG = """site_name: Large
theme: {name: material, language: zh, font: false}
plugins:
  - search
  - i18n: {languages: [{locale: zh, name: 中文, default: true}, {locale: en, name: English}]}
  - paperatlas: {search: theme}
"""
_PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/search.css"><body>
<script src="/assets/search-words.js"></script><script src="/assets/search.js"></script></body></html>
"""


def write_library(folder: Path, number: int) -> list[str]:
    """Write a site of so many papers in two languages; return the words to search for in English."""
    chance = random.Random(number)
    bib = Path(__file__).parents[1] / "bib"
    texts = [
        text for path in sorted(bib.glob("*.bib")) for text in re.findall(r"abstract_zh\s*= {(.*)}", path.read_text())
    ]
    sentences = [f"{sentence}。" for text in texts for sentence in text.split("。") if len(sentence) > 8]
    papers = made_up_papers(number)
    entries = [
        f"@misc{{{key},\n author = {{Author{letters(at % 977)}, Ann and Writer{letters(at % 613)}, Bo}},\n"
        f" title = {{{title}}},\n"
        f" date = {{{1996 + at % 30}}},\n abstract = {{{abstract}}},\n"
        f" abstract_zh = {{{''.join(chance.sample(sentences, 5))}}},\n}}\n"
        for at, (key, (title, abstract)) in enumerate(papers.items())
    ]
    write_site(folder, {"mkdocs.yml": _CONFIG, "bib/a.bib": "\n".join(entries), "docs/index.md": "# Home\n"})
    count: dict[str, int] = {}
    for title, abstract in papers.values():
        for word in set(f"{title} {abstract}".lower().replace(".", "").split()):
            count[word] = count.get(word, 0) + 1
    by_count = sorted(count, key=lambda word: (count[word], word))
    title, _ = papers["paper7"]
    return [by_count[-20], by_count[len(by_count) // 2], " ".join(title.lower().split()[:3])]


def records_of(folder: Path) -> list[SearchRecord]:
    """Return the records of the generated pages in both languages."""
    project = read_site(read_configuration(folder / "mkdocs.yml"))
    return [
        record
        for language, prefix in _LANGUAGES.items()
        for record in generated_records(
            make_site(project.atlases[language], messages_for(language), template_loader(), folder=prefix),
            language,
        )
    ]


def make_index(records: list[SearchRecord], site: Path, cache: Path) -> tuple[float, float]:
    """Write the index; return the CPU seconds of Pagefind and ours, and the seconds on the clock."""
    pagefind = find_pagefind()
    assert pagefind is not None, f"Pagefind is not installed: {install_command('search')}"

    def cpu() -> float:
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(each.ru_utime + each.ru_stime for each in used)

    start, before = time.monotonic(), cpu()
    problems = write_search_index(
        pagefind, records, site, cache, FormerIndex(site / INDEX, cache.parent / "written.cache")
    )
    assert not problems, problems
    return cpu() - before, time.monotonic() - start


def answer(browser: Browser, address: str, typed: str) -> tuple[float, float, float]:
    """Search on a page; return the bytes received, the bytes unpacked, and the milliseconds from the last key."""
    with browser.new_context() as context:
        page = context.new_page()
        received: dict[str, float] = {"packed": 0, "unpacked": 0}
        session = context.new_cdp_session(page)

        def add(name: str, field: str) -> Callable[[dict[str, Any]], None]:
            def count(event: dict[str, Any]) -> None:
                received[name] += event[field]

            return count

        session.on("Network.loadingFinished", add("packed", "encodedDataLength"))
        session.on("Network.dataReceived", add("unpacked", "dataLength"))
        session.send("Network.enable")
        page.goto(address)
        page.keyboard.press("/")
        page.keyboard.insert_text(typed)
        start = time.monotonic()
        page.wait_for_selector(".pa-search__page")
        taken = 1000 * (time.monotonic() - start)
        page.wait_for_load_state("networkidle")
        return received["packed"], received["unpacked"], taken


def material_bytes(papers: int) -> tuple[float, float]:
    """Return the bytes of Material's index and worker for so many papers, packed and unpacked, from two small sites."""
    fewer, more = (_material_site(number) for number in SMALL)
    steps = (papers - SMALL[0]) / (SMALL[1] - SMALL[0])
    packed, unpacked = (less + steps * (greater - less) for less, greater in zip(fewer, more, strict=True))
    return packed, unpacked


def _material_site(papers: int) -> tuple[int, int]:
    """Build a site; return the bytes of what its search loads, packed and unpacked."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_library(folder, papers)
        build(load_config(str(folder / "mkdocs.yml")))
        [worker] = (folder / "site/assets/javascripts/workers").glob("search.*.js")
        parts = [path.read_bytes() for path in (folder / "site/search/search_index.json", worker)]
        return sum(len(gzip.compress(part)) for part in parts), sum(map(len, parts))


def measure(number: int, browser: Browser) -> bool:
    """Measure search in so many papers; return whether a reader loads little enough."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        english = write_library(folder / "project", number)
        records = records_of(folder / "project")
        site, cache = folder / "site", folder / "cache"
        shutil.copytree(shipped_templates() / "assets", site / "assets")
        pages = {f"{prefix}index.html": _PAGE.format(language=language) for language, prefix in _LANGUAGES.items()}
        write_site(site, {WORDS: search_words(), **pages})
        cold_cpu, cold = make_index(records, site, cache)
        warm_cpu, warm = make_index(records, site, cache)
        records[0] = replace(records[0], body=f"{records[0].body}<p>Changed</p>")
        changed_cpu, changed = make_index(records, site, cache)
        files = [path for path in (site / INDEX).rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files)
        print(f"{number} papers, {len(records)} pages in two languages")
        print(f"  index made in {cold:.1f} s ({cold_cpu:.1f} s of CPU), unchanged {warm:.2f} s ({warm_cpu:.2f} s)")
        print(f"  after one change in {changed:.1f} s ({changed_cpu:.1f} s of CPU)")
        print(f"  {size / 1e6:.1f} MB in {len(files)} files")
        worst = 0.0
        with served(site) as server:
            for language, prefix in _LANGUAGES.items():
                for typed in QUERIES[language] or english:
                    packed, unpacked, taken = answer(browser, server.address + prefix, typed)
                    worst = max(worst, packed)
                    print(
                        f"  {typed:24} {packed / 1e3:7.0f} kB received ({unpacked / 1e3:.0f} kB unpacked), "
                        f"answer after {taken:.0f} ms"
                    )
        packed, unpacked = material_bytes(number)
        print(f"  Material's own           {packed / 1e3:7.0f} kB received ({unpacked / 1e3:.0f} kB unpacked)")
        return worst <= MOST


def main() -> int:
    """Measure each size; fail if a reader loads too much."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--papers", type=int, nargs="+", default=SIZES)
    sizes = asked.parse_args().papers
    program = find_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        small_enough = [measure(number, browser) for number in sizes]
        return int(not all(small_enough))


if __name__ == "__main__":
    sys.exit(main())
